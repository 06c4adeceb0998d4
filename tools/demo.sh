#!/bin/sh
# Reads an article of ours into a fresh ledger and writes its brief: to the terminal, and as one HTML file.
set -eu
entente="$1"
article="examples/russia-iran.txt"
mkdir -p demo
ledger="demo/ledger.db"
rm -f "$ledger" "$ledger"-*
"$entente" brief "$article" --db "$ledger" -o demo/brief.html
"$entente" brief "$article" --db "$ledger"

cat << END

The same brief as a page: demo/brief.html
Next:
  $entente claims --kind redline --db $ledger        the red lines, claim by claim
  $entente read examples/ --db $ledger               two more articles
  $entente brief ETH ERI --db $ledger                what they say of Ethiopia and Eritrea
END
