#!/usr/bin/env python3
"""Reads a container of many sentences into one ledger without a break and into another with five interruptions at
random moments, and compares what both hold. Prints sentences, seconds, rates by tenths, peak memory.
Called by hand, for it takes minutes to hours: bench/interrupted.py BUILD_FOLDER [--sentences N] [--seed N]
[--interrupts N] [--threads N] [--folder FOLDER]. The articles are made of the sentences of examples/*.txt with the names
of states changed by chance; the same seed gives the same bytes. Exit code 1 if the ledgers differ."""
import argparse
import gzip
import hashlib
import itertools
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATES = """France Libya Chad Egypt Sudan Algeria Niger Kenya Turkey Greece Peru Chile Bolivia Brazil Cuba Haiti Mexico
Canada Japan Mongolia Nepal India Pakistan Jordan Lebanon Syria Iraq Oman Yemen Qatar Poland Hungary Romania Bulgaria
Serbia Croatia Albania Norway Sweden Finland Estonia Latvia Lithuania Ukraine Armenia Georgia Azerbaijan Kazakhstan
Uzbekistan Vietnam Laos Thailand Malaysia Indonesia Ghana Nigeria Mali Senegal Angola Zambia Botswana""".split()
SENTENCES_AN_ARTICLE = 10


def sentences_of_examples():
    text = "\n\n".join(path.read_text(encoding="utf8") for path in sorted(ROOT.glob("examples/*.txt")))
    found = []
    for paragraph in text.split("\n\n"):
        if paragraph.endswith(".") and not paragraph.startswith("Published"):
            found += re.split(r"(?<=[a-z]\.) (?=[A-Z])", paragraph)
    return [one for one in found if 30 < len(one) < 300]


def changed(sentence, names, chance):
    """The states of the sentence under other names, one name for one state."""
    return re.sub(r"\b(Ethiopia|Eritrea|Russia|Iran|China|Philippines|Israel)\b",
                  lambda match: names.setdefault(match.group(), chance.choice(STATES)), sentence)


def write_container(path, sentences, seed):
    chance = random.Random(seed)
    pool = sentences_of_examples()
    with gzip.open(path, "wt", compresslevel=1, encoding="utf8") as out:
        for number in range(sentences // SENTENCES_AN_ARTICLE):
            names = {}
            first = f"{chance.choice(STATES)} sent {number + 2} tanks to {chance.choice(STATES)}."
            others = [changed(one, names, chance) for one in chance.sample(pool, SENTENCES_AN_ARTICLE - 1)]
            text = " ".join([first] + others)
            out.write(json.dumps({"id": f"n{number}", "date": "2020-03-02", "text": text}) + "\n")


class Run:
    """One run of the program: when how many articles had been stored, its exit code, seconds, peak memory."""

    def __init__(self, arguments, stop_after=None):
        begin = time.perf_counter()
        self.stored, self.marks, last = 0, [], ""
        with subprocess.Popen(arguments, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as program:
            for line in program.stderr:
                last = line.strip()
                if not line.endswith(": stored\n"):
                    continue
                self.stored += 1
                self.marks.append(time.perf_counter() - begin)
                if self.stored == stop_after:
                    program.send_signal(signal.SIGINT)
            _, status, used = os.wait4(program.pid, 0)
            program.returncode = os.waitstatus_to_exitcode(status)
        self.code, self.last = program.returncode, last
        self.seconds = time.perf_counter() - begin
        self.megabytes = used.ru_maxrss / 1024

    def rates(self, parts=10):
        """Sentences a second in each part of the run."""
        size = len(self.marks) // parts
        marks = [0.0] + [self.marks[(i + 1) * size - 1] for i in range(parts)]
        return [size * SENTENCES_AN_ARTICLE / (after - before) for before, after in itertools.pairwise(marks)]


def digest_of_claims(program, ledger):
    """All claims with their sentences, in the order in which the program lists them."""
    digest, count = hashlib.sha256(), 0
    with subprocess.Popen([program, "claims", "--format", "jsonl", "--db", ledger], stdout=subprocess.PIPE) as listing:
        for line in listing.stdout:
            digest.update(line)
            count += 1
    if listing.returncode != 0:
        sys.exit("bench/interrupted.py: the claims cannot be listed")
    return digest.hexdigest(), count


def read_interrupted(command, articles, interrupts, chance):
    """Each run is let go a random part of what is left, then interrupted; the last one goes to the end."""
    done, runs = 0, []
    for left in range(interrupts, 0, -1):
        # What the ledger has is told of again, so that a run is let go beyond it.
        done += max(1, int((articles - done) * chance.uniform(0.2, 1.8) / (left + 1)))
        runs.append(Run(command, stop_after=min(done, articles - 1)))
        done = max(done, runs[-1].stored)
        print(f"  interrupted after {runs[-1].stored:,} articles, {runs[-1].seconds:.0f} s, code {runs[-1].code}")
        if runs[-1].code != 130:
            break
    runs.append(Run(command))
    return runs


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build")
    parser.add_argument("--sentences", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--interrupts", type=int, default=5)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--folder", help="keep container and ledgers there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(options.folder or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        sys.exit(compare(options, folder))


def compare(options, folder):
    program = f"{options.build}/entente"
    container = folder / "news.jsonl.gz"
    write_container(container, options.sentences, options.seed)
    articles = options.sentences // SENTENCES_AN_ARTICLE
    print(f"{articles:,} articles, {articles * SENTENCES_AN_ARTICLE:,} sentences, {container.stat().st_size >> 20} MB packed")

    def command(ledger):
        return [program, "read", "-v", str(container), "--threads", str(options.threads), "--db", str(folder / ledger)]

    whole = Run(command("whole.db"))
    print(f"without a break: {whole.seconds:.0f} s, {articles * SENTENCES_AN_ARTICLE / whole.seconds:,.0f} sentences/s, "
          f"{whole.megabytes:.0f} MB at most, code {whole.code}: {whole.last}")
    print("  sentences/s by tenths: " + " ".join(f"{rate:,.0f}" for rate in whole.rates()))
    parts = read_interrupted(command("parts.db"), articles, options.interrupts, random.Random(options.seed))
    print(f"with {len(parts) - 1} interruptions: {sum(run.seconds for run in parts):.0f} s, "
          f"{max(run.megabytes for run in parts):.0f} MB at most, code {parts[-1].code}: {parts[-1].last}")
    one, two = (digest_of_claims(program, str(folder / name)) for name in ("whole.db", "parts.db"))
    size = (folder / "whole.db").stat().st_size >> 20
    print(f"{one[1]:,} claims in {size} MB: " + ("the same in both ledgers" if one == two else f"THEY DIFFER from {two[1]:,}"))
    ok = one == two and whole.code == 0 and parts[-1].code == 0 and whole.stored == articles
    return 0 if ok else 1


if __name__ == "__main__":
    main()
