"""Checks lexicon/actors: blocks, names with their times, rules for ambiguous names, memberships, codes."""
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from .lines import DATE, FIRST, LAST, full, lines, overlap

KINDS = {"state", "organ", "person", "organisation", "bloc", "group", "company"}
NAME_KEYS = {"names", "adjectives", "people", "capital", "seats", "cities"}
OTHER_KEYS = {"ambiguous", "codes", "exists", "part of", "note"}
SUFFIXES = {"GOV", "MIL", "LEG", "JUD", "OPP", "REB", "CVL", "COP", "SPY", "MED", "BUS", "CEN"}


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
    exists: tuple = (FIRST, LAST)


def strip_the(text):
    return text[4:] if text.lower().startswith("the ") else text


class Actors:
    def __init__(self, folder, mistakes):
        self.mistakes = mistakes
        self.all = {}
        for path in sorted((folder / "actors").glob("*.txt")):
            self.read(path)
        self.check_references()
        self.check_names()
        self.check_codes()

    def read(self, path):
        actor = None
        for place, line in lines(path):
            if not line[0].isspace():
                actor = self.head(line, place)
            elif actor is None:
                self.mistakes.report(place, "a property before any actor")
            else:
                self.property(actor, line.strip(), place)

    def head(self, line, place):
        parts = line.split(" ", 2)
        if len(parts) != 3 or parts[1] not in KINDS:
            return self.mistakes.report(place, "expected 'ID kind Name'")
        actor = Actor(*parts, place)
        if not re.fullmatch(r"[A-Z0-9][A-Z0-9_]*(:.+)?", actor.id):
            self.mistakes.report(place, f"'{actor.id}' is no id: capitals and digits, then ':' and a suffix")
        if actor.id in self.all:
            self.mistakes.report(place, f"a second entry for {actor.id}; the first is at {self.all[actor.id].place}")
        if actor.kind == "organ" and actor.id.partition(":")[2] not in SUFFIXES:
            self.mistakes.report(place, f"unknown organ suffix in {actor.id}")
        actor.names.append((strip_the(actor.name), "names", FIRST, LAST, place))
        self.all.setdefault(actor.id, actor)
        return actor

    def period(self, value, place):
        """The value without its brackets, and its first and last day."""
        match = re.fullmatch(r"(.*?)\s*\[([^\]]*)\]", value)
        if not match:
            if "[" in value or "]" in value:
                self.mistakes.report(place, f"bad time in brackets: '{value}'")
            return value, FIRST, LAST
        ends = match.group(2).split("..")
        if len(ends) != 2 or any(end and not DATE.match(end) for end in ends):
            self.mistakes.report(place, f"bad time '[{match.group(2)}]'; use [1991-12-25..2004]")
            return match.group(1), FIRST, LAST
        begin, end = ends[0] or FIRST, full(ends[1]) if ends[1] else LAST
        if begin > end:
            self.mistakes.report(place, f"'{value}' ends before it begins")
        return match.group(1), begin, end

    def property(self, actor, line, place):
        key, colon, value = line.partition(":")
        if not colon or key not in NAME_KEYS | OTHER_KEYS:
            return self.mistakes.report(place, f"unknown key in '{line[:40]}'")
        if key in actor.keys:
            self.mistakes.report(place, f"a second '{key}' of {actor.id}")
        actor.keys.add(key)
        values = [v.strip() for v in value.split(";")]
        if "" in values:
            self.mistakes.report(place, "an empty value")
        if key == "ambiguous":
            return self.ambiguous(actor, values, place)
        for dated, times in Counter(values).items():
            if times > 1:
                self.mistakes.report(place, f"'{dated}' stands twice")
            self.value(actor, key, dated, place)

    def value(self, actor, key, dated, place):
        text, begin, end = self.period(dated, place)
        if key in NAME_KEYS:
            actor.names.append((strip_the(text), key, begin, end, place))
        elif key == "part of":
            actor.part_of.append((text, place))
        elif key == "exists":
            actor.exists = (begin, end)
        elif key == "codes":
            actor.codes.append((text, begin, end, place))
            if not re.fullmatch(r"(iso2=[A-Z]{2}|(cow|gw)=\d+|cowc=[A-Z]{3})", text):
                self.mistakes.report(place, f"bad code '{text}'")

    def ambiguous(self, actor, rules, place):
        for rule in rules:
            match = re.fullmatch(r"(.+?) (needs|unless) (.+)", rule)
            if not match:
                self.mistakes.report(place, f"expected 'NAME needs word, word' or 'NAME unless word': '{rule}'")
                continue
            name = strip_the(match.group(1))
            if all(name != text for text, *_ in actor.names):
                self.mistakes.report(place, f"'{name}' is no name of {actor.id} above this line")
            for word in match.group(3).split(","):
                if not word.strip() or " " in word.strip():
                    self.mistakes.report(place, f"'{word.strip()}' in the rule for '{name}' is not one word")
            actor.rules.add(name)

    def check_references(self):
        for actor in self.all.values():
            owner = actor.id.partition(":")[0]
            if owner not in self.all:
                self.mistakes.report(actor.place, f"{actor.id} hangs on {owner}, which has no entry")
            for target, place in actor.part_of:
                if target not in self.all:
                    self.mistakes.report(place, f"{actor.id} is part of {target}, which has no entry")

    def check_names(self):
        """A name that two actors bear at the same time needs a rule that tells them apart."""
        bearers = defaultdict(list)
        for actor in self.all.values():
            for text, _, begin, end, place in actor.names:
                bearers[text].append((actor, begin, end, place))
        for text, entries in bearers.items():
            for i, (a, *time, _) in enumerate(entries):
                for b, begin, end, place in entries[i + 1:]:
                    ruled = text in a.rules or text in b.rules
                    if a is not b and not ruled and overlap(*time, begin, end):
                        self.mistakes.report(place, f"'{text}' is a name of {b.id} and of {a.id} at the same time")

    def check_codes(self):
        owners = defaultdict(list)
        for actor in self.all.values():
            for code, begin, end, place in actor.codes:
                for other, other_begin, other_end in owners[code]:
                    shared = other != actor.id and begin <= other_end and other_begin <= end
                    if shared and not code.startswith("cowc"):
                        self.mistakes.report(place, f"{code} is a code of {actor.id} and of {other} at the same time")
                owners[code].append((actor.id, begin, end))
