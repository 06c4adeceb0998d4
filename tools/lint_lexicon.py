#!/usr/bin/env python3
"""Checks lexicon/actors and lexicon/offices (format: lexicon/README.md) and prints how much they cover.

usage: tools/lint_lexicon.py [LEXICON_FOLDER]     exit code 1 if there is a mistake
"""
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

KINDS = {"state", "organ", "person", "organisation", "bloc", "group", "company"}
NAME_KEYS = {"names", "adjectives", "people", "capital", "seats", "cities"}
OTHER_KEYS = {"ambiguous", "codes", "exists", "part of", "note"}
SUFFIXES = {"GOV", "MIL", "LEG", "JUD", "OPP", "REB", "CVL", "COP", "SPY", "MED", "BUS", "CEN"}
OFFICES = {"head of state", "head of government", "foreign minister", "defence minister", "other"}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
FIRST, LAST = "0000", "9999"


@dataclass
class Actor:
    id: str
    kind: str
    name: str
    place: str
    names: list = field(default_factory=list)  # (text, key, from, to, place)
    rules: set = field(default_factory=set)
    part_of: list = field(default_factory=list)
    codes: list = field(default_factory=list)
    keys: set = field(default_factory=set)


class Lint:
    def __init__(self):
        self.errors = []
        self.actors = {}
        self.terms = 0
        self.holders = set()
        self.titles = 0

    def error(self, place, what):
        self.errors.append(f"{place}: {what}")

    def period(self, value, place):
        """The value without its brackets, and the first and last day as text that sorts."""
        match = re.fullmatch(r"(.*?)\s*\[([^\]]*)\]", value)
        if not match:
            if "[" in value or "]" in value:
                self.error(place, f"bad time in brackets: '{value}'")
            return value, FIRST, LAST
        ends = match.group(2).split("..")
        if len(ends) != 2 or any(end and not DATE.match(end) for end in ends):
            self.error(place, f"bad time '[{match.group(2)}]'; use [1991-12-25..2004]")
            return match.group(1), FIRST, LAST
        begin, end = ends[0] or FIRST, full(ends[1]) if ends[1] else LAST
        if begin > end:
            self.error(place, f"'{value}' ends before it begins")
        return match.group(1), begin, end

    # --- actors

    def read_actors(self, path):
        actor = None
        for number, line in content_lines(path):
            place = f"{path}:{number}"
            if not line[0].isspace():
                actor = self.head(line, place)
            elif actor is None:
                self.error(place, "a property before any actor")
            else:
                self.property(actor, line.strip(), place)

    def head(self, line, place):
        parts = line.split(" ", 2)
        if len(parts) != 3 or parts[1] not in KINDS:
            self.error(place, "expected 'ID kind Name'")
            return None
        actor = Actor(*parts, place)
        if not re.fullmatch(r"[A-Z0-9][A-Z0-9_]*(:.+)?", actor.id):
            self.error(place, f"'{actor.id}' is no id: capitals and digits, then ':' and a suffix")
        if actor.id in self.actors:
            self.error(place, f"a second entry for {actor.id}; the first is at {self.actors[actor.id].place}")
        if actor.kind == "organ" and actor.id.partition(":")[2] not in SUFFIXES:
            self.error(place, f"unknown organ suffix in {actor.id}")
        actor.names.append((strip_the(actor.name), "names", FIRST, LAST, place))
        self.actors.setdefault(actor.id, actor)
        return actor

    def property(self, actor, line, place):
        key, colon, value = line.partition(":")
        if not colon or key not in NAME_KEYS | OTHER_KEYS:
            self.error(place, f"unknown key in '{line[:40]}'")
            return
        if key in actor.keys:
            self.error(place, f"a second '{key}' of {actor.id}")
        actor.keys.add(key)
        values = [v.strip() for v in value.split(";")]
        if "" in values:
            self.error(place, "an empty value")
        if key == "ambiguous":
            self.ambiguous(actor, values, place)
            return
        seen = set()
        for dated in values:
            if dated in seen:
                self.error(place, f"'{dated}' stands twice")
            seen.add(dated)
            text, begin, end = self.period(dated, place)
            if key in NAME_KEYS:
                actor.names.append((strip_the(text), key, begin, end, place))
            elif key == "part of":
                actor.part_of.append((text, place))
            elif key == "codes":
                actor.codes.append((text, begin, end, place))
                if not re.fullmatch(r"(iso2=[A-Z]{2}|(cow|gw)=\d+|cowc=[A-Z]{3})", text):
                    self.error(place, f"bad code '{text}'")

    def ambiguous(self, actor, rules, place):
        for rule in rules:
            match = re.fullmatch(r"(.+?) (needs|unless) (.+)", rule)
            if not match:
                self.error(place, f"expected 'NAME needs word, word' or 'NAME unless word': '{rule}'")
                continue
            name = strip_the(match.group(1))
            if all(name != text for text, *_ in actor.names):
                self.error(place, f"'{name}' is no name of {actor.id} above this line")
            for word in match.group(3).split(","):
                if not word.strip() or " " in word.strip():
                    self.error(place, f"'{word.strip()}' in the rule for '{name}' is not one word")
            actor.rules.add(name)

    # --- offices

    def read_offices(self, path):
        for number, line in content_lines(path):
            place = f"{path}:{number}"
            fields = [f.strip() for f in line.split("|")]
            if len(fields) != 6:
                self.error(place, "expected 'STATE | office | name | other names | from | to'")
                continue
            state, office, name, _, begin, end = fields
            if state not in self.actors:
                self.error(place, f"unknown id {state}")
            if office not in OFFICES:
                self.error(place, f"unknown office '{office}'")
            if not name:
                self.error(place, "no name")
            for date in (begin, end):
                if date and not DATE.match(date):
                    self.error(place, f"bad date '{date}'")
            if begin and end and begin > full(end):
                self.error(place, f"the term of {name} ends before it begins")
            self.terms += 1
            self.holders.add((state, name))

    def read_titles(self, path):
        for number, line in content_lines(path):
            fields = [f.strip() for f in line.split("|")]
            if not 2 <= len(fields) <= 3 or not fields[0]:
                self.error(f"{path}:{number}", "expected 'words | SUFFIX | office'")
            elif fields[1] not in SUFFIXES:
                self.error(f"{path}:{number}", f"unknown suffix '{fields[1]}'")
            elif len(fields) == 3 and fields[2] and fields[2] not in OFFICES:
                self.error(f"{path}:{number}", f"unknown office '{fields[2]}'")
            self.titles += 1

    # --- across entries

    def check_references(self):
        for actor in self.actors.values():
            owner = actor.id.partition(":")[0]
            if owner not in self.actors:
                self.error(actor.place, f"{actor.id} hangs on {owner}, which has no entry")
            for target, place in actor.part_of:
                if target not in self.actors:
                    self.error(place, f"{actor.id} is part of {target}, which has no entry")

    def check_names(self):
        """A name that two actors bear at the same time needs a rule that tells them apart."""
        bearers = defaultdict(list)
        for actor in self.actors.values():
            for text, _, begin, end, place in actor.names:
                bearers[text].append((actor, begin, end, place))
        for text, entries in bearers.items():
            for i, (a, begin, end, _) in enumerate(entries):
                for b, other_begin, other_end, place in entries[i + 1:]:
                    overlap = begin < other_end and other_begin < end  # one may hand over to the other on a day
                    if a is not b and overlap and text not in a.rules and text not in b.rules:
                        self.error(place, f"'{text}' is a name of {b.id} and of {a.id} at the same time")

    def check_codes(self):
        owners = defaultdict(list)
        for actor in self.actors.values():
            for code, begin, end, place in actor.codes:
                for other, other_begin, other_end in owners[code]:
                    if other != actor.id and not code.startswith("cowc") and begin <= other_end and other_begin <= end:
                        self.error(place, f"{code} is a code of {actor.id} and of {other} at the same time")
                owners[code].append((actor.id, begin, end))

    def print_coverage(self):
        kinds = Counter(a.kind for a in self.actors.values())
        names = Counter(key for a in self.actors.values() for _, key, *_ in a.names)
        states = [a for a in self.actors.values() if a.kind == "state"]
        with_organs = {a.id.partition(":")[0] for a in self.actors.values() if a.kind == "organ"}
        print("actors:   ", ", ".join(f"{n} {kind}" for kind, n in sorted(kinds.items())))
        print("names:    ", ", ".join(f"{n} {key}" for key, n in sorted(names.items())))
        print("states:   ", ", ".join(f"{sum(key in s.keys for s in states)} with {key}"
                                      for key in ("adjectives", "capital", "codes", "part of")) +
              f", {sum(s.id in with_organs for s in states)} with organs of their own")
        print("rules:    ", sum(len(a.rules) for a in self.actors.values()), "names with a rule of ambiguity")
        print("offices:  ", f"{self.terms} terms, {len(self.holders)} persons, "
              f"{len({state for state, _ in self.holders})} states and organisations; {self.titles} titles")


def content_lines(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = re.sub(r"(^|\s)#.*", "", line).rstrip()
        if line:
            yield number, line


def full(date):
    """The last day that a date with a year or month alone may mean, as text that sorts."""
    return (date + "-99-99")[:10] if len(date) == 4 else (date + "-99")[:10]


def strip_the(text):
    return text[4:] if text.lower().startswith("the ") else text


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "lexicon")
    lint = Lint()
    for path in sorted((folder / "actors").glob("*.txt")):
        lint.read_actors(path)
    for path in sorted((folder / "offices").glob("*.txt")):
        lint.read_offices(path)
    for path in sorted((folder / "offices").glob("*.list")):
        lint.read_titles(path)
    if not lint.actors:
        sys.exit(f"{folder}/actors: no actors found; name the lexicon's folder")
    lint.check_references()
    lint.check_names()
    lint.check_codes()
    print("\n".join(lint.errors) + ("\n" if lint.errors else ""), end="", file=sys.stderr)
    lint.print_coverage()
    sys.exit(1 if lint.errors else 0)


if __name__ == "__main__":
    main()
