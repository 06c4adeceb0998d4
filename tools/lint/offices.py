"""Checks lexicon/offices: terms of office and the list of titles."""
from collections import defaultdict
from datetime import date

from .actors import SUFFIXES
from .lines import DATE, FIRST, LAST, full, overlap, rows

OFFICES = {"head of state", "head of government", "foreign minister", "defence minister", "other"}
DAYS_OF_GRACE = 370  # some terms are known to the year, and a man may be called by an office he has just left


def as_day(text):
    year, month, day = (text + "-01-01")[:10].split("-")
    return date(min(max(int(year), 1), 9998), min(max(int(month), 1), 12), min(max(int(day), 1), 28)).toordinal()


class Offices:
    def __init__(self, folder, actors, mistakes):
        self.mistakes = mistakes
        self.actors = actors
        self.terms = []  # (state, office, name, names, from, to, place)
        self.titles = {}
        for path in sorted((folder / "offices").glob("*.txt")):
            for place, columns in rows(path, 6, 6, mistakes, "STATE | office | name | other names | from | to"):
                self.term(place, *columns)
        for path in sorted((folder / "offices").glob("*.list")):
            for place, columns in rows(path, 2, 3, mistakes, "words | SUFFIX | office"):
                self.title(place, *columns)
        self.check_same_term_twice()
        self.check_two_ministers()
        self.check_names()

    def term(self, place, state, office, name, others, begin, end):
        if state not in self.actors:
            self.mistakes.report(place, f"unknown id {state}")
        if office not in OFFICES:
            self.mistakes.report(place, f"unknown office '{office}'")
        if not name:
            self.mistakes.report(place, "no name")
        for day in (begin, end):
            if day and not DATE.match(day):
                return self.mistakes.report(place, f"bad date '{day}'")
        if begin and end and begin > full(end):
            self.mistakes.report(place, f"the term of {name} ends before it begins")
        names = [name] + [other.strip() for other in others.split(";") if other.strip()]
        for twice in {n for n in names if names.count(n) > 1}:
            self.mistakes.report(place, f"'{twice}' stands twice")
        self.terms.append((state, office, name, names, begin or FIRST, end or LAST, place))

    def title(self, place, words, suffix, office=""):
        if not words or suffix not in SUFFIXES:
            self.mistakes.report(place, f"unknown suffix '{suffix}'")
        if office and office not in OFFICES:
            self.mistakes.report(place, f"unknown office '{office}'")
        if words in self.titles:
            self.mistakes.report(place, f"the title '{words}' stands already at {self.titles[words]}")
        self.titles.setdefault(words, place)

    def check_same_term_twice(self):
        """Nobody holds one office twice at a time. Two may: presidents in turn, rival governments."""
        held = defaultdict(list)
        for state, office, name, _, begin, end, place in self.terms:
            for other_begin, other_end, first in held[state, office, name]:
                if office != "other" and overlap(begin, end, other_begin, other_end):
                    self.mistakes.report(place, f"{name} is {office} of {state} twice at a time; see {first}")
            held[state, office, name].append((begin, end, place))

    def check_two_ministers(self):
        """A ministry has one head; of states and governments two may be listed, in turn or as rivals."""
        held = defaultdict(list)
        for state, office, name, _, begin, end, place in self.terms:
            if not office.endswith("minister"):
                continue
            begin, end = as_day(begin), as_day(end)
            for other, other_begin, other_end, first in held[state, office]:
                if name != other and overlap(begin, end - DAYS_OF_GRACE, other_begin, other_end - DAYS_OF_GRACE):
                    self.mistakes.report(place, f"{name} and {other} ({first}) are {office} of {state} at a time")
            held[state, office].append((name, begin, end, place))

    def check_names(self):
        """A name of office-holders means one state's person at a time."""
        bearers = defaultdict(list)
        for state, _, name, names, begin, end, place in self.terms:
            for text in set(names):
                bearers[text].append((state, name, as_day(begin), as_day(end), place))
        for text, terms in bearers.items():
            for i, (state, name, begin, end, place) in enumerate(terms):
                for other_state, other_name, other_begin, other_end, first in terms[:i]:
                    clash = overlap(begin, end - DAYS_OF_GRACE, other_begin, other_end - DAYS_OF_GRACE)
                    if clash and state != other_state and name != other_name:
                        self.mistakes.report(place, f"'{text}' means {name} and {other_name} ({first}) at the same time")
