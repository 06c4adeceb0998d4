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

articles=(examples/russia-iran.txt)
[ -f "$data/mission/article.txt" ] && articles+=("$data/mission/article.txt")
python3 bench/speed.py "$build" "${articles[@]}"

echo "== What if (each checks its answer; those without their tables beside the checkout are skipped)"
for models in bargain_bench whatif_bench; do
  "$build/bench/$models" 2> /dev/null
done

echo "== Accuracy"
echo "- dependencies, our own news-like sentences"
"$entente" parse --conllu < tests/reading/news.conllu > "$work/news.conllu"
python3 bench/parse_scores.py tests/reading/news.conllu "$work/news.conllu"
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
"$entente" read --claims --dry-run "$data/mission/article.txt" > "$work/claims.jsonl"
python3 "$score/score_claims.py" "$data/mission/gold.jsonl" "$work/claims.jsonl"
echo "- main text of news pages"
"$entente" read --text "$data/html/pages" > "$work/pages.jsonl"
python3 "$score/score_html.py" "$data/html/ground-truth.json" "$work/pages.jsonl"
