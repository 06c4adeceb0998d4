#!/usr/bin/env python3
"""Tagging and parsing accuracy against a treebank, and the relations most often missed.

usage: parse_scores.py GOLD.conllu SYSTEM.conllu

Both files hold the same words in the same order. Prints UPOS, UAS and LAS (subtypes of relations cut, punctuation
counted) and F1 of core arguments (subject, object, indirect object, agent, each with its head), then how many words of
each gold relation got another head or relation.
"""
import sys
from collections import Counter

CORE = {"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"}


def read_words(path):
    """The columns of every word."""
    with open(path, encoding="utf8") as lines:
        columns = [line.rstrip("\n").split("\t") for line in lines]
    return [c for c in columns if c[0].isdigit()]


def core_f1(pairs):
    gold = sum(g[7] in CORE for g, _ in pairs)
    found = sum(s[7] in CORE for _, s in pairs)
    right = sum(g[7] in CORE and g[6:8] == s[6:8] for g, s in pairs)
    return 2 * right / max(gold + found, 1)


def relation(columns):
    return columns[7].split(":")[0]


def percent(right):
    return 100 * sum(right) / max(len(right), 1)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    gold, system = read_words(sys.argv[1]), read_words(sys.argv[2])
    if [g[1] for g in gold] != [s[1] for s in system]:
        sys.exit("parse_scores.py: the two files differ in their words; parse the first with `entente parse --conllu`")
    pairs = list(zip(gold, system))
    upos = percent([g[3] == s[3] for g, s in pairs])
    uas = percent([g[6] == s[6] for g, s in pairs])
    hits = [g[6] == s[6] and relation(g) == relation(s) for g, s in pairs]
    print(f"words {len(pairs)}  UPOS {upos:.2f}  UAS {uas:.2f}  LAS {percent(hits):.2f}"
          f"  core F1 {100 * core_f1(pairs):.2f}")
    missed = [g for g, hit in zip(gold, hits) if not hit]
    seen = Counter(relation(g) for g in gold)
    worst = Counter(relation(g) for g in missed).most_common(10)
    print("missed: " + ", ".join(f"{name} {count} of {seen[name]}" for name, count in worst))


main()
