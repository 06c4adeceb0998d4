#!/usr/bin/env python3
"""Scores titles and publication dates of HTML pages against the labels made by hand.

usage: entente read --text PAGES | html_labels.py [LABELS.tsv]

Reads the JSON lines of `entente read --text`, finds a page's id in its path and compares title (letters and digits
alone) and date. Prints each miss and the two counts; fails if fewer than 25 of 30 are right on either.
"""
import json
import os
import re
import sys

FLOOR = 25 / 30


def read_labels(path):
    labels = {}
    with open(path, encoding="utf8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                page, date, title = line.rstrip("\n").split("\t")
                labels[page] = (date.split("/"), title)
    return labels


def key(title):
    return "".join(re.findall(r"\w+", title.casefold()))


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    labels = read_labels(sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "html-labels.tsv"))
    articles = {}
    for line in sys.stdin:
        article = json.loads(line)
        found = re.search(r"[0-9a-f]{64}", article["path"])
        if found:
            articles[found.group(0)] = article
    titles = dates = 0
    for page, (expected_dates, expected_title) in labels.items():
        article = articles.get(page, {})
        title, date = article.get("title") or "", article.get("published") or "-"
        titles += key(title) == key(expected_title)
        dates += date in expected_dates
        if key(title) != key(expected_title):
            print(f"{page[:10]} title: {title!r}, not {expected_title!r}")
        if date not in expected_dates:
            print(f"{page[:10]} date: {date}, not {' or '.join(expected_dates)}")
    print(f"pages {len(labels)}  titles {titles}  dates {dates}")
    return 0 if min(titles, dates) >= FLOOR * len(labels) else 1


sys.exit(main())
