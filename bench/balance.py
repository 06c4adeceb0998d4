#!/usr/bin/env python3
"""Structural balance of published networks, through the program: the tribes of New Guinea and the windows of Correlates of
War, each proven exact and compared with the published frustration, and what all of them take of one core.
usage: bench/balance.py PROGRAM FOLDER   (FOLDER holds new_guinea_tribes.csv, cow_signed_4yr_windows.csv and
expected_frustration_cow.csv)"""
import csv
import json
import os
import resource
import subprocess
import sys


def networks(path):
    """The rows a,b,sign of each window."""
    out = {}
    with open(path, encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            out.setdefault(row["window"], []).append((row["a"], row["b"], row["sign"]))
    return out


def balance(program, edges):
    table = "a,b,sign\n" + "".join(f'"{a}","{b}",{sign}\n' for a, b, sign in edges)
    done = subprocess.run([program, "balance", "-", "--json"], input=table, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def main():
    program, folder = sys.argv[1:3]
    tribes = balance(program, networks(os.path.join(folder, "new_guinea_tribes.csv"))["tribes"])
    print(f"tribes of New Guinea: frustration {tribes['frustration']:g}, triangle index {tribes['triangle_index']:.6f}")
    with open(os.path.join(folder, "expected_frustration_cow.csv"), encoding="utf8", newline="") as file:
        expected = {row["window"]: float(row["frustration_index"]) for row in csv.DictReader(file)}
    windows = networks(os.path.join(folder, "cow_signed_4yr_windows.csv"))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = {window: balance(program, edges) for window, edges in windows.items()}
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    exact = sum(answer["optimal"] for answer in found.values())
    alike = sum(found[window]["frustration"] == value for window, value in expected.items())
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"Correlates of War: {exact} of {len(windows)} windows exact, {alike} of {len(expected)} as published, "
          f"{seconds:.2f} s of one core with {len(windows)} starts of the program")
    return 0 if exact == len(windows) and alike == len(expected) else 1


if __name__ == "__main__":
    sys.exit(main())
