#!/usr/bin/env python3
"""What each family of features adds to the next-event forecaster, on the valid part of a graph.

    bench/forecast_ablation.py ../shared/data/forecast/icews14s [PROGRAM]

Trains once with all families and once without each, ranks the valid part, and prints a Markdown table: MRR of all queries, and of those
whose fact was there before, whose pair was there in other relations, whose pair is new. About two minutes a row on two cores.
"""
import json
import subprocess
import sys
import tempfile

FAMILIES = ["triple", "pair", "rules", "objects", "activity", "groups", "walks", "context"]


def scores(program, data, model, without):
    left_out = [word for family in without for word in ("--without", family)]
    subprocess.run([program, "forecast", "train", "--data", data, "--model", model, "-q", *left_out], check=True,
                   stdout=subprocess.DEVNULL)
    out = subprocess.run([program, "forecast", "eval", "--data", data, "--model", model, "--split", "valid", "--json"],
                         check=True, capture_output=True, text=True).stdout
    return json.loads(out)


def row(name, found, whole):
    cells = [f"{100 * found['mrr']:.1f}", f"{100 * (found['mrr'] - whole['mrr']):+.1f}", f"{100 * found['hits10']:.1f}"]
    cells += [f"{100 * found[kind]['mrr']:.1f}" for kind in ("recurrent", "pair", "cold")]
    return f"| {name} | " + " | ".join(cells) + " |"


def main():
    data = sys.argv[1]
    program = sys.argv[2] if len(sys.argv) > 2 else "build/release/entente"
    with tempfile.TemporaryDirectory() as folder:
        model = folder + "/model"
        print("| features | MRR | change | Hits@10 | recurrent | pair known | cold |\n|---|---|---|---|---|---|---|")
        whole = scores(program, data, model, [])
        print(row("all", whole, whole), flush=True)
        for family in FAMILIES:
            print(row("without " + family, scores(program, data, model, [family]), whole), flush=True)


if __name__ == "__main__":
    main()
