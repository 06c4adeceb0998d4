#!/bin/sh
# Reads an article of ours into a fresh ledger and writes its brief: to the terminal, and as one HTML file.
set -eu
entente="$1"
article="examples/russia-iran.txt"
mkdir -p demo
export XDG_DATA_HOME="$PWD/demo/data"
rm -rf "$XDG_DATA_HOME"
"$entente" brief "$article" --format html -o demo/brief.html
"$entente" brief "$article"
echo
echo "The same brief as a page: demo/brief.html"
echo "Next: $entente claims --kind redline --db $XDG_DATA_HOME/entente/ledger.db"
