#!/usr/bin/env bash
# Prints speed, memory and accuracy of the release build. Accuracy on public data sets is printed where they are beside
# the checkout (ENTENTE_BENCH_DATA, default ../shared/data, with their scoring scripts in ../tools of it).
# usage: bench/run.sh BUILD_FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
build="$1"
entente="$build/entente"
data="${ENTENTE_BENCH_DATA:-../shared/data}"
score="$data/../tools"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export XDG_DATA_HOME="$work"

# Whole-process time: the median of five runs after a first one, and the largest memory of any of them.
timed() {
  local label="$1"
  shift
  python3 - "$label" "$@" <<'PY'
import resource, statistics, subprocess, sys, time
label, command = sys.argv[1], sys.argv[2:]
times = []
for run in range(6):
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    times.append(time.perf_counter() - start)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"{label}: {statistics.median(times[1:]):.3f} s (median of 5), {peak:.0f} MiB at most")
PY
}

echo "== Speed and memory"
timed "one article to JSON claims" "$entente" read --claims --dry-run examples/russia-iran.txt
for program in "$build"/*_bench; do
  [ -x "$program" ] && "$program" --benchmark_color=false
done

echo "== Accuracy"
if [ ! -d "$data" ]; then
  echo "skipped: no data sets in $data"
  exit 0
fi
echo "- dependencies, EWT dev"
"$entente" parse --conllu < "$data/text/ewt/dev.conllu" > "$work/dev.conllu"
python3 "$score/score_conllu.py" "$data/text/ewt/dev.conllu" "$work/dev.conllu"
echo "- whole sentences, PLOVER gold records, dev"
python3 -c 'import json,sys
for r in json.load(open(sys.argv[1], encoding="utf8", errors="replace")):
    if r.get("text"): print(json.dumps({"id": r["id"], "text": r["text"], "date": r.get("date")}))' \
  "$data/text/plover-gsr-dev.json" | "$entente" code > "$work/records.jsonl"
python3 "$score/score_records.py" "$data/text/plover-gsr-dev.json" "$work/records.jsonl"
echo "- claims of an analysis"
timed "the analysis to JSON claims" "$entente" read --claims --dry-run "$data/mission/article.txt"
"$entente" read --claims --dry-run "$data/mission/article.txt" > "$work/claims.jsonl"
python3 "$score/score_claims.py" "$data/mission/gold.jsonl" "$work/claims.jsonl"
echo "- main text of news pages"
"$entente" read --text "$data/html/pages" > "$work/pages.jsonl"
python3 "$score/score_html.py" "$data/html/ground-truth.json" "$work/pages.jsonl"
