"""Checks lexicon/cameo.txt, goods.txt, domains.txt, classes*.txt, predicates/ and modality.txt."""
import re
from collections import Counter, defaultdict

from .lines import DOMAINS, check_sample, rows

EVENT_TYPES = set("""
    AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST MOBILIZE SANCTION COERCE
    ASSAULT""".split())
OTHER_TYPES = set("""
    partner ally supplier investor dependence shared-adversary alignment member rival support oppose warning ultimatum
    refused withheld excluded""".split())
ROLES = {"subj", "obj", "xobj", "iobj", "poss", "mod", "comp", "up", "self"}
PLACES = {"xcomp", "below", "case"}
PREPOSITIONS = set("""
    about above across after against along amid around as outside past per like despite alongside among at before behind
    below between beyond by for from in inside beside into near of off on onto over since through throughout to toward
    towards under upon via with within without because_of on_behalf_of in_favour_of in_favor_of according_to
    out_of""".split())
HEAD = re.compile(r"[vna] [a-z][a-z'_-]*$")
EMBEDDING = re.compile(r"[vnamr] [a-z][a-z'_-]*( [a-z][a-z'_-]*)*$")
CONDITION = re.compile(r"(!?)([a-z_]+)=([^\s=]+)$")
EFFECTS = {"asserted", "denied", "hypothetical", "conditional", "offered", "promised", "expected"}
LIMITS = {"refused", "withheld", "excluded"}
LIKELIHOODS = {"near-certain", "highly-likely", "likely", "possible", "unlikely", "highly-unlikely"}


class Words:
    """Event codes, and the classes of words that patterns may name."""

    def __init__(self, folder, mistakes):
        self.mistakes = mistakes
        self.codes = {}
        self.classes = defaultdict(set)
        for place, columns in rows(folder / "cameo.txt", 4, 4, mistakes, "code | type | Goldstein | name"):
            self.code(place, *columns)
        goods = {}
        for place, columns in rows(folder / "goods.txt", 4, 4, mistakes, "id | domain | class | words"):
            self.good(place, goods, *columns)
        for place, (domain, _) in rows(folder / "domains.txt", 2, 2, mistakes, "domain | words"):
            self.domain(place, domain)
        for path in sorted(folder.glob("classes*.txt")):
            for _, (name, words) in rows(path, 2, 2, mistakes, "class | words"):
                self.add_class(name, words)

    def code(self, place, code, event, goldstein, _):
        if code in self.codes:
            self.mistakes.report(place, f"the code {code} stands twice")
        if event not in EVENT_TYPES:
            self.mistakes.report(place, f"'{event}' is no event type")
        if not re.fullmatch(r"-?\d+(\.\d)?", goldstein) or abs(float(goldstein)) > 10:
            self.mistakes.report(place, f"'{goldstein}' is no intensity from -10 to 10")
        self.codes[code] = event

    def good(self, place, goods, good, domain, good_class, words):
        if good in goods:
            self.mistakes.report(place, f"good '{good}' stands already at {goods[good]}")
        self.domain(place, domain)
        goods[good] = place
        self.add_class(good_class, words)

    def domain(self, place, domain):
        if domain not in DOMAINS:
            self.mistakes.report(place, f"unknown domain '{domain}'")

    def add_class(self, name, words):
        """Conditions look at one word, so a phrase counts by its last."""
        self.classes[name].update(word.split()[-1].lower() for word in re.split("[;,]", words) if word.strip())


class Predicates:
    def __init__(self, folder, words, mistakes):
        self.mistakes = mistakes
        self.words = words
        self.types, self.files, self.letters = Counter(), Counter(), Counter()
        self.samples = 0
        self.patterns = {}
        self.entries = defaultdict(list)  # by class letter and lemma, in the order of the files
        for path in sorted((folder / "predicates").glob("*.txt")):
            for place, columns in rows(path, 4, 4, mistakes, "pattern | code or claim | source > target | sample"):
                if not all(columns):
                    mistakes.report(place, "an empty column")
                    continue
                self.files[path.name] += 1
                self.entry(place, *columns)

    def entry(self, place, pattern, codes, roles, sample):
        self.pattern(place, pattern)
        self.outcomes(place, codes)
        self.roles(place, roles)
        self.samples += " => " in sample
        check_sample(sample, place, self.mistakes)

    def slot(self, place, name):
        if name not in ROLES and name not in PREPOSITIONS:
            self.mistakes.report(place, f"unknown role or preposition '{name}'")

    def pattern(self, place, text):
        words = text.split()
        if len(words) < 2 or not HEAD.match(" ".join(words[:2])):
            return self.mistakes.report(place, f"'{text}' does not begin with v, n or a and a lemma")
        self.letters[words[0]] += 1
        for word in words[2:]:
            if "=" in word:  # else a further word of the pattern
                self.condition(place, word)
        self.hidden(place, text, words)
        key = " ".join(words[:2] + sorted(words[2:]))
        if key in self.patterns:
            self.mistakes.report(place, f"the pattern '{text}' stands already at {self.patterns[key]}")
        self.patterns.setdefault(key, place)

    def condition(self, place, word):
        condition = CONDITION.match(word)
        if not condition:
            return self.mistakes.report(place, f"cannot read the condition '{word}'")
        if condition[2] not in PLACES:
            self.slot(place, condition[2])
        for item in condition[3].split(","):
            if item.startswith("@") and item[1:] not in self.words.classes:
                self.mistakes.report(place, f"unknown class '{item}'")
            if not item:
                self.mistakes.report(place, f"an empty word in '{word}'")

    def allowed(self, condition):
        """The words that a condition allows; None for any."""
        found = set()
        for item in condition.split(","):
            found |= self.words.classes[item[1:]] if item.startswith("@") else {item}
        return None if "*" in found else found

    @staticmethod
    def covers(wide, narrow):
        """Any word counts half, so only two of the same sort are equal."""
        return wide is narrow is None or (wide is not None and narrow is not None and narrow <= wide)

    def hidden(self, place, text, words):
        """Of entries with as many conditions the first wins, so a wider one before a narrower hides it."""
        particles = frozenset(words[1].split("_")[1:] + [word for word in words[2:] if "=" not in word])
        conditions = dict(word.split("=", 1) for word in words[2:] if "=" in word)
        wanted = {slot: self.allowed(value) for slot, value in conditions.items() if slot[0] != "!"}
        group = self.entries[words[0] + words[1].split("_")[0]]
        for other_particles, other, other_forbids, first in group:
            if other_particles != particles or other_forbids or other.keys() != wanted.keys() or not wanted:
                continue
            if all(self.covers(other[slot], wanted[slot]) for slot in wanted):
                self.mistakes.report(place, f"'{text}' is hidden by the wider entry at {first}")
                break
        group.append((particles, wanted, len(wanted) < len(conditions), place))

    def outcomes(self, place, text):
        codes, *domain = text.split()
        if domain and (len(domain) > 1 or domain[0] not in DOMAINS):
            self.mistakes.report(place, f"unknown domain '{' '.join(domain)}'")
        for code in codes.split("+"):
            if code in self.words.codes:
                self.types[self.words.codes[code]] += 1
            elif code in OTHER_TYPES:
                self.types[code] += 1
            else:
                self.mistakes.report(place, f"'{code}' is neither a code of cameo.txt nor a claim type")

    def roles(self, place, text):
        if text.count(">") != 1:
            return self.mistakes.report(place, "expected 'source > target' or 'source <> target'")
        sides = re.split(r"<>|>", text)
        if not sides[0].strip():
            self.mistakes.report(place, "no source role")
        for side in sides:
            names = [name.strip() for name in side.split(",") if name.strip()]
            for name in names:
                self.slot(place, name)
            if len(names) != len(set(names)):
                self.mistakes.report(place, f"a role stands twice in '{side.strip()}'")


class Embeddings:
    """modality.txt: words that change what an act inside them means."""

    def __init__(self, folder, mistakes):
        self.effects = Counter()
        seen = {}
        for place, (pattern, effect, sample) in rows(folder / "modality.txt", 3, 3, mistakes, "pattern | effect | sample"):
            if not EMBEDDING.match(pattern):
                mistakes.report(place, f"'{pattern}' does not begin with v, n, a, m or r and a lemma")
            if not self.known(effect):
                mistakes.report(place, f"unknown effect '{effect}'")
            key = " ".join(sorted(re.split("[ _]", pattern)))
            if key in seen:
                mistakes.report(place, f"the pattern '{pattern}' stands already at {seen[key]}")
            seen.setdefault(key, place)
            self.effects[effect] += 1
            check_sample(sample, place, mistakes)

    @staticmethod
    def known(effect):
        first, _, second = effect.partition(" ")
        return (not second and first in EFFECTS) or (first == "limit" and second in LIMITS) or (
            first == "outlook" and second in LIKELIHOODS)
