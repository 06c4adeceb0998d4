#!/usr/bin/env python3
"""Builds world/capabilities.csv: each state's share of the world's capabilities in the last year that is known.

usage: tools/world/capabilities.py NMC.csv world/state_system.csv > world/capabilities.csv
  NMC.csv   ccode,year,...,cinc: National Material Capabilities of the Correlates of War Project, version 7
"""
import csv
import sys

SOURCE = "National Material Capabilities v7 (Correlates of War Project): Singer, Bremer and Stuckey 1972"

ids = {row["code"]: row["actors"] for row in csv.DictReader(open(sys.argv[2], encoding="utf8"))
       if row["system"] == "cow" and not row["to"]}
rows = [row for row in csv.DictReader(open(sys.argv[1], encoding="utf8")) if row["cinc"] not in ("", "NA", "-9")]
last = max(row["year"] for row in rows)
out = csv.writer(sys.stdout, lineterminator="\n")
out.writerow(["actor", "year", "capability", "source"])
for actor, row in sorted((ids[row["ccode"]], row) for row in rows if row["year"] == last and row["ccode"] in ids):
    out.writerow([actor, row["year"], row["cinc"], SOURCE])
