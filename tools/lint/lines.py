"""What all checks share: reading lexicon files line by line, collecting mistakes, dates as text that sorts."""
import re
from pathlib import Path

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
FIRST, LAST = "0000", "9999"
DOMAINS = set("military economic financial nuclear energy diplomatic political ideological humanitarian".split())
PARTY = re.compile(r"[A-Z][A-Z0-9]+(:[A-Z][\w .'-]*)?$")


class Mistakes:
    """The mistakes found so far, each with its file and line."""

    def __init__(self):
        self.found = []

    def report(self, place, what):
        self.found.append(f"{place}: {what}")


def lines(path: Path):
    """(place, line) of each line that is neither blank nor a comment; indentation stays."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = re.sub(r"(^|\s)#.*", "", line).rstrip()
        if line:
            yield f"{path}:{number}", line


def rows(path: Path, least: int, most: int, mistakes: Mistakes, what: str):
    """(place, columns) of each line that has as many columns as it should."""
    for place, line in lines(path):
        columns = [column.strip() for column in line.split("|")]
        if least <= len(columns) <= most:
            yield place, columns
        else:
            mistakes.report(place, f"expected '{what}'")


def full(date):
    """The last day that a date with a year or month alone may mean."""
    return (date + "-99-99")[:10] if len(date) == 4 else (date + "-99")[:10]


def overlap(begin, end, other_begin, other_end):
    """Whether two times share more than a day: one may hand over to the other on a day."""
    return begin < other_end and other_begin < end


def check_sample(sample, place, mistakes):
    """A sample is a sentence and the parties that the entry finds in it."""
    sentence, arrow, parties = sample.partition(" => ")
    if not arrow:
        return mistakes.report(place, "the sample lacks its parties: 'Sentence. => SRC > TGT'")
    if not sentence.rstrip().endswith((".", "?", "!")):
        mistakes.report(place, "the sample is no sentence")
    sides = parties.split(" > ")
    if len(sides) != 2:
        return mistakes.report(place, f"expected 'SRC > TGT' after the sample, not '{parties}'")
    for party in (party.strip() for side in sides for party in side.split(",")):
        if party != "-" and not PARTY.match(party):
            mistakes.report(place, f"'{party}' is no actor's id")
