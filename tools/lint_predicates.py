#!/usr/bin/env python3
"""Checks lexicon/predicates, goods.txt, domains.txt and classes*.txt without building the program.

    tools/lint_predicates.py [LEXICON_FOLDER]

Reports each mistake as file:line and exits 1 if there is one; else prints how many entries there are of each type.
"""
import collections
import pathlib
import re
import sys

ROLES = {"subj", "obj", "xobj", "iobj", "poss", "mod", "comp", "up", "self"}
PLACES = {"xcomp", "below", "case"}
PREPOSITIONS = set("""
    about above across after against along amid around as outside past per like despite alongside among at before behind below between beyond by for from in inside
    beside into near of off on onto over since through throughout to toward towards under upon via with within without
    because_of on_behalf_of in_favour_of in_favor_of according_to out_of""".split())
OTHER_TYPES = set("""
    partner ally supplier investor dependence shared-adversary alignment member rival support oppose warning ultimatum
    refused withheld excluded""".split())
DOMAINS = set("military economic financial nuclear energy diplomatic political ideological humanitarian".split())
HEAD = re.compile(r"[vna] [a-z][a-z'_-]*$")
CONDITION = re.compile(r"(!?)([a-z_]+)=([^\s=]+)$")
ACTOR = re.compile(r"[A-Z][A-Z0-9]+(:[A-Z][\w .'-]*)?$")


class Lint:
    def __init__(self, folder):
        self.folder = folder
        self.problems = []
        self.counts = collections.Counter()
        self.files = collections.Counter()
        self.patterns = {}
        self.codes = {row[0]: row[1] for _, row in self.rows(folder / "cameo.txt", 4)}
        self.classes = collections.defaultdict(set)
        self.read_classes()
        self.entries = collections.defaultdict(list)  # by class letter and lemma, in the order of the files

    def report(self, place, message):
        self.problems.append(f"{place[0]}:{place[1]}: {message}")

    def rows(self, path, columns):
        """(place, fields) of each line that is neither blank nor a comment."""
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            text = line.split("#")[0].strip() if line.lstrip().startswith("#") else line.strip()
            if not text:
                continue
            place, fields = (path, number), [field.strip() for field in text.split("|")]
            if len(fields) != columns or not all(fields):
                self.report(place, f"expected {columns} columns, none of them empty")
                continue
            yield place, fields

    def read_classes(self):
        ids = {}
        for place, (good, domain, good_class, words) in self.rows(self.folder / "goods.txt", 4):
            if good in ids:
                self.report(place, f"good '{good}' stands already in line {ids[good]}")
            if domain not in DOMAINS:
                self.report(place, f"unknown domain '{domain}'")
            ids[good] = place[1]
            self.add_class(good_class, words)
        for place, (domain, _) in self.rows(self.folder / "domains.txt", 2):
            if domain not in DOMAINS:
                self.report(place, f"unknown domain '{domain}'")
        for path in sorted(self.folder.glob("classes*.txt")):
            for _, (name, words) in self.rows(path, 2):
                self.add_class(name, words)

    def add_class(self, name, words):
        """Conditions look at one word, so a phrase counts by its last."""
        self.classes[name].update(word.split()[-1].lower() for word in re.split("[;,]", words) if word.strip())

    def slot(self, place, name):
        if name not in ROLES and name not in PREPOSITIONS:
            self.report(place, f"unknown role or preposition '{name}'")

    def pattern(self, place, text):
        words = text.split()
        if len(words) < 2 or not HEAD.match(" ".join(words[:2])):
            return self.report(place, f"'{text}' does not begin with v, n or a and a lemma")
        for word in words[2:]:
            if "=" not in word:
                continue  # a further word of the pattern
            condition = CONDITION.match(word)
            if not condition:
                self.report(place, f"cannot read the condition '{word}'")
                continue
            if condition[2] not in PLACES:
                self.slot(place, condition[2])
            for item in condition[3].split(","):
                if item.startswith("@") and item[1:] not in self.classes:
                    self.report(place, f"unknown class '{item}'")
                if not item:
                    self.report(place, f"an empty word in '{word}'")
        self.shadowed(place, text, words)
        key = " ".join(words[:2] + sorted(words[2:]))
        if key in self.patterns:
            first = self.patterns[key]
            self.report(place, f"the pattern '{text}' stands already in {first[0]}:{first[1]}")
        self.patterns.setdefault(key, place)

    def words_of(self, condition):
        """The words that a condition allows; None for any."""
        found = set()
        for item in condition.split(","):
            found |= self.classes[item[1:]] if item.startswith("@") else {item}
        return None if "*" in found else found

    @staticmethod
    def covers(wide, narrow):
        """Any word counts half, so only two of the same sort are equal."""
        return wide is narrow is None or (wide is not None and narrow is not None and narrow <= wide)

    def shadowed(self, place, text, words):
        """Of entries with as many conditions the first wins, so a wider one before a narrower hides it."""
        particles = frozenset(words[1].split("_")[1:] + [word for word in words[2:] if "=" not in word])
        conditions = dict(word.split("=", 1) for word in words[2:] if "=" in word)
        wanted = {slot: self.words_of(value) for slot, value in conditions.items() if slot[0] != "!"}
        forbidding = len(wanted) < len(conditions)
        group = self.entries[words[0] + words[1].split("_")[0]]
        for other_particles, other, other_forbids, first in group:
            if other_particles != particles or other_forbids or other.keys() != wanted.keys() or not wanted:
                continue
            if all(self.covers(other[slot], wanted[slot]) for slot in wanted):
                self.report(place, f"'{text}' is hidden by the wider entry in {first[0].name}:{first[1]}")
                break
        group.append((particles, wanted, forbidding, place))

    def outcomes(self, place, text):
        codes, *domain = text.split()
        if domain and (len(domain) > 1 or domain[0] not in DOMAINS):
            self.report(place, f"unknown domain '{' '.join(domain)}'")
        for code in codes.split("+"):
            if code in self.codes:
                self.counts[self.codes[code]] += 1
            elif code in OTHER_TYPES:
                self.counts[code] += 1
            else:
                self.report(place, f"'{code}' is neither a code of cameo.txt nor a claim type")

    def roles(self, place, text):
        if text.count(">") != 1:
            return self.report(place, "expected 'source > target' or 'source <> target'")
        sides = re.split(r"<>|>", text)
        if not sides[0].strip():
            self.report(place, "no source role")
        for side in sides:
            names = [name.strip() for name in side.split(",") if name.strip()]
            for name in names:
                self.slot(place, name)
            if len(names) != len(set(names)):
                self.report(place, f"a role stands twice in '{side.strip()}'")

    def sample(self, place, text):
        parts = text.split(" => ")
        if len(parts) != 2:
            return self.report(place, "the sample lacks its parties: 'Sentence. => SRC > TGT'")
        if not parts[0].rstrip().endswith((".", "?", "!")):
            self.report(place, "the sample is no sentence")
        sides = parts[1].split(" > ")
        if len(sides) != 2:
            return self.report(place, f"expected 'SRC > TGT' after the sample, not '{parts[1]}'")
        for actor in (actor.strip() for side in sides for actor in side.split(",")):
            if actor not in ("-", "_") and not ACTOR.match(actor):
                self.report(place, f"'{actor}' is no actor's id")

    def run(self):
        for path in sorted((self.folder / "predicates").glob("*.txt")):
            for place, (pattern, codes, roles, sample) in self.rows(path, 4):
                self.files[path.name] += 1
                self.pattern(place, pattern)
                self.outcomes(place, codes)
                self.roles(place, roles)
                self.sample(place, sample)


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent / "lexicon")
    lint = Lint(folder)
    lint.run()
    for problem in lint.problems:
        print(problem, file=sys.stderr)
    for name, count in sorted(lint.files.items()):
        print(f"{count:5} entries in {name}")
    for name, count in sorted(lint.counts.items()):
        print(f"{count:5} {name}")
    print(f"{sum(lint.files.values()):5} entries in all, {len(lint.problems)} problems")
    return 1 if lint.problems else 0


if __name__ == "__main__":
    sys.exit(main())
