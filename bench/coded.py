#!/usr/bin/env python3
"""What was coded, by kind and type, and a sample of events to judge by hand.

usage: entente read --claims --dry-run STORIES.jsonl > claims.jsonl; bench/coded.py claims.jsonl [--sample N --seed S]

The table counts claims by kind, type and modality. With --sample, N events drawn by the seed follow, one a block: the
sentence, source, target, type, CAMEO code and modality; nothing of how they came about, so that a
judge sees no more than a reader would. The same claims and seed give the same sample.
"""
import argparse, hashlib, json, re
from collections import Counter


def read(path):
    with open(path, encoding="utf8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def table(claims):
    by_type = Counter((c["kind"], c["type"]) for c in claims)
    by_modality = {key: Counter() for key in by_type}
    for c in claims:
        by_modality[c["kind"], c["type"]][c["modality"]] += 1
    print(f"{'kind':9} {'type':18} {'claims':>7}  modality")
    for (kind, name), count in sorted(by_type.items(), key=lambda item: (item[0][0], -item[1], item[0][1])):
        shares = ", ".join(f"{m} {n}" for m, n in sorted(by_modality[kind, name].items(), key=lambda x: (-x[1], x[0])))
        print(f"{kind:9} {name:18} {count:7}  {shares}")
    print(f"{'all':9} {'':18} {len(claims):7}  in {len({c['article'] for c in claims})} articles")


def sample(claims, size, seed):
    """Drawn by a hash of seed and id: which events are drawn does not depend on their order, nor on the other events."""
    events = [c for c in claims if c["kind"] == "event"]
    order = sorted(events, key=lambda c: hashlib.sha256(f"{seed} {c['id']}".encode()).hexdigest())
    return order[:size]


def show(number, claim):
    sides = [",".join(claim[side]) or "-" for side in ("source", "target")]
    sentence = re.sub(r"\s+", " ", claim["sentence"])
    print(f"\n{number}. {sentence}")
    print(f"   {sides[0]} > {sides[1]}  {claim['type']} {claim['cameo']} {claim['modality']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("claims")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    claims = read(options.claims)
    table(claims)
    for number, claim in enumerate(sample(claims, options.sample, options.seed), 1):
        show(number, claim)


main()
