#!/usr/bin/env python3
"""Prints speed and memory on one core, each figure beside its aim, and ratios within this one run, which say more than
seconds of different days and machines.
usage: bench/speed.py BUILD_FOLDER [ARTICLE...]"""
import json
import os
import resource
import statistics
import subprocess
import sys
import time

build, articles = sys.argv[1], sys.argv[2:]
os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def line(label, value, aim=""):
    print(f"  {label:<46} {value:>18}  {'aim: ' + aim if aim else ''}".rstrip())


def whole_process(command):
    """Seconds by the clock and of the processor: medians of seven runs after a first one."""
    clock, processor = [], []
    for _ in range(8):
        used, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        clock.append(time.perf_counter() - start)
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor.append(now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime)
    return statistics.median(clock[1:]), statistics.median(processor[1:])


def program(name):
    """Benchmarks of a program by name. What fails its own check ends this run."""
    done = subprocess.run([f"{build}/bench/{name}", "--benchmark_format=json"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, check=True)
    found = {}
    for one in json.loads(done.stdout)["benchmarks"]:
        if one.get("error_occurred"):
            if "beside the checkout" not in one["error_message"]:
                sys.exit(f"{name}: {one['name']}: {one['error_message']}")
            continue
        found[one["name"].split("/")[0]] = one  # of several sizes, the largest
    return found


busy = os.getloadavg()[0]
print(f"== Speed and memory, one core ({busy:.1f} processes wanted to run when this began)")
for article in articles:
    clock, processor = whole_process([f"{build}/entente", "read", "--claims", "--dry-run", article])
    line(f"{os.path.basename(article)} to JSON claims, whole process", f"{clock:.3f} s", "0.400 s")
    line("  of which the processor worked", f"{processor:.3f} s")

parse = program("parse_bench")
coding = program("coding_bench")
line("tagging and parsing", f"{parse['tag_and_parse']['words/s']:,.0f} words/s", "80,000")
line("splitting and tokenising", f"{parse['split_and_tokenise']['words/s']:,.0f} words/s")
line("loading the model", f"{parse['load_model']['cpu_time']:.1f} ms", "150 ms")
line("loading the lexicon", f"{coding['load_lexicon']['cpu_time']:.1f} ms")
for name, what in (("text_to_claims_of_wire_news", "wire news"), ("text_to_claims_of_examples", "the examples")):
    if name not in coding:
        continue
    one = coding[name]
    line(f"text to claims, {what}", f"{one['sentences/s']:,.0f} sentences/s", "2,000" if "wire" in name else "")
    line("  share of the sentences that need a parse", f"{one['parsed']:.2f}")
    line("  claims for each sentence", f"{one['claims/sentence']:.2f}")
whatif = program("whatif_bench")
for name, what, aim in (("trade_without_borders", "gravity estimated, 4,761 rows, two-way effects", ""),
                        ("three_way_panel", "gravity estimated, 28,482 rows, three-way effects", ""),
                        ("endowment_of_the_world", "equilibrium of 62 economies", ""),
                        ("tariff_cut_with_bands", "a tariff cut with 200 draws, from file to answer", ""),
                        ("rails_of_a_pair", "rails of a pair, every loss and every new link", "")):
    if name in whatif:
        line(what, f"{whatif[name]['cpu_time']:.1f} ms", aim)
if "caliendo_parro" in whatif:
    line("one solve of 31 regions and 40 sectors", f"{whatif['caliendo_parro']['s/solve'] * 1000:.1f} ms", "100 ms")
line("settlement, plain queue", f"{whatif['settlement']['payments/s']:,.0f} payments/s", "1,000,000")
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
line("memory, the most of any of these", f"{peak:.0f} MiB", "300 MiB")

print("== Ratios")
alone = coding["parse_of_examples"]["cpu_time"]
line("text to claims : reading alone, examples", f"{coding['text_to_claims_of_examples']['cpu_time'] / alone:.2f}")
line("reading : splitting, by word",
     f"{parse['split_and_tokenise']['words/s'] / parse['tag_and_parse']['words/s']:.0f}")
