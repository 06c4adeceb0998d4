#!/usr/bin/env python3
"""Cross-validates `entente code --pairs`: each fold of the marked pairs is held out, a model is trained on the others
and on our own pairs, and the program's answers on the fold are scored. Prints each fold, mean and spread, the worst
confusions, how well the confidence fits, and the speed on one thread.

usage: bench/pairs.py BUILD_FOLDER PAIRS.jsonl SCORE_PAIRS.py
"""
import collections
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile

FOLDS = 5
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def data_folder(root, folder):
    """A folder with the lexicon and the reading model, in which a model of pairs can be put."""
    os.makedirs(folder + "/models")
    os.symlink(os.path.abspath(root + "/lexicon"), folder + "/lexicon")
    os.symlink(os.path.abspath(root + "/models/english.model"), folder + "/models/english.model")
    return folder


def answers(entente, folder, questions):
    """The program's answers, and the processor seconds it took, which others on the machine disturb least."""
    began = processor_seconds()
    told = subprocess.run([entente, "code", "--pairs", "--threads", "1", "--data", folder], input=questions,
                          capture_output=True, text=True, check=True)
    return told.stdout, processor_seconds() - began


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    build, pairs_path, score = sys.argv[1:]
    entente, trainer = build + "/entente", build + "/tools/pairs/pairs"
    pairs = [json.loads(line) for line in open(pairs_path, encoding="utf8") if line.strip()]
    results, sure, confused, own = [], [], collections.Counter(), ""
    with tempfile.TemporaryDirectory() as work:
        own = work + "/own.jsonl"
        with open(own, "w", encoding="utf8") as out:
            subprocess.run([trainer, "own", "."], stdout=out, check=True)
        for fold in range(FOLDS):
            folder = data_folder(".", f"{work}/{fold}")
            held = [p for p in pairs if p["id"] % FOLDS == fold]
            seen = [p for p in pairs if p["id"] % FOLDS != fold]
            for name, part in (("gold", held), ("seen", seen)):
                with open(f"{folder}/{name}.jsonl", "w", encoding="utf8") as out:
                    out.writelines(json.dumps(p) + "\n" for p in part)
            subprocess.run([trainer, "train", folder, folder + "/models/pairs.model", folder + "/seen.jsonl", own],
                           check=True)
            keys = ("id", "text", "source", "target")
            told, _ = answers(entente, folder, "".join(json.dumps({k: p[k] for k in keys}) + "\n" for p in held))
            with open(folder + "/told.jsonl", "w", encoding="utf8") as out:
                out.write(told)
            line = subprocess.run([sys.executable, score, folder + "/gold.jsonl", folder + "/told.jsonl"],
                                  capture_output=True, text=True, check=True).stdout.strip()
            print(f"fold {fold}: {line}", flush=True)
            results.append([float(x) for x in re.findall(r"(?:acc|macro-F1) ([0-9.]+)", line)])
            for pair, answer in zip(held, map(json.loads, told.splitlines())):
                got = YIELD.get(answer["type"], answer["type"])
                sure.append((answer["confidence"], got == pair["type"]))
                if got != pair["type"]:
                    confused[f"{pair['type']} as {got}"] += 1
        names = ("root acc", "root macro-F1", "quad acc", "quad macro-F1")
        for name, values in zip(names, zip(*results)):
            print(f"{name}: mean {statistics.mean(values):.4f} spread {statistics.stdev(values):.4f}")
        print("most confused: " + ", ".join(f"{k} {v}" for k, v in confused.most_common(8)))
        print_calibration(sure)
        many = "".join(json.dumps(p) + "\n" for p in pairs)
        _, start = answers(entente, f"{work}/0", "")
        _, took = answers(entente, f"{work}/0", many * 10)
        print(f"speed: {10 * len(pairs) / (took - start):.0f} pairs a second of one core ({start:.2f} s to start)")


def print_calibration(sure):
    """Of answers that are about so sure: how many, and how many are right."""
    error = 0.0
    for low in (0, 0.3, 0.5, 0.7, 0.9):
        high = {0: 0.3, 0.3: 0.5, 0.5: 0.7, 0.7: 0.9, 0.9: 1.01}[low]
        part = [(c, right) for c, right in sure if low <= c < high]
        if not part:
            continue
        mean, right = statistics.mean(c for c, _ in part), statistics.mean(r for _, r in part)
        error += len(part) / len(sure) * abs(mean - right)
        print(f"confidence {low:.1f} to {min(high, 1.0):.1f}: {len(part)} answers, {mean:.3f} said, {right:.3f} right")
    print(f"calibration error {error:.4f}")


main()
