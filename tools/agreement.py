#!/usr/bin/env python3
"""Compares two annotations of the same passages, or describes one.

    tools/agreement.py FOLDER FOLDER       agreement of two folders of gold files, over all claims and by kind
    tools/agreement.py --list A B          the same, then each claim that only one of the two has
    tools/agreement.py --strict A B        lines that begin with "?" count as absent (may be joined with --list)
    tools/agreement.py --counts FOLDER     cases and claims by kind, type, domain, modality and region
    tools/agreement.py --passages FOLDER   passages without titles and claims, shuffled, for somebody who annotates anew

Gold files are those of tests/coding/gold: "== title", the passage, "---", one claim a line. Cases are matched by their
passages; who annotates anew may leave a passage out and write its number, as --passages prints it, for a title. A claim counts once for each pair of a source and a target, as in tests/coding/gold.h. Lines that begin with "?"
are readings that are no error, so a claim that the other side lists with "?" is left out of the comparison.
"""
import collections
import hashlib
import pathlib
import random
import re
import sys

UNDIRECTED = {"partner", "ally", "shared-adversary", "alignment", "rival"}
LINE = re.compile(r"(\? )?(\w+)  (.+) > (.+?)  (\S+)  (\S+)  (\S+)$")
LEXICON = pathlib.Path(__file__).resolve().parent.parent / "lexicon" / "actors"

Reading = collections.namedtuple("Reading", "kind source target type domain modality")


class Case:
    def __init__(self, name):
        self.name, self.date, self.passage = name, "", ""
        self.firm, self.optional = set(), set()

    def number(self):
        """Tells cases apart by their passages, whatever the files and titles."""
        if not self.passage:
            return self.name.split(": ", 1)[1]
        return hashlib.sha1(self.passage.encode()).hexdigest()[:8]


def organ_within(side, other):
    """Within one state its bare name stands for its government, unless that is the other side."""
    return side if ":" in side or other.endswith(":GOV") else side + ":GOV"


def pairs(sources, targets):
    """Sources and targets as pairs; organs count as their state, except within one state."""
    for source in sources.split(","):
        for target in targets.split(","):
            state, other = source.split(":")[0], target.split(":")[0]
            if state != other:
                yield state, other
            elif source != target:
                yield organ_within(source, target), organ_within(target, source)


def readings(line, where):
    match = LINE.match(line)
    if not match:
        sys.exit(f"{where}: cannot read '{line}'; a claim is 'kind  SOURCE > TARGET  type  domain  modality'")
    optional, kind, sources, targets, kind_type, domain, modality = match.groups()
    found = set()
    for source, target in pairs(sources, targets):
        if kind_type in UNDIRECTED and target < source:
            source, target = target, source
        found.add(Reading(kind, source, target, kind_type, domain, modality))
    return bool(optional), found


def read_folder(folder):
    """Cases by number."""
    cases = []
    for file in sorted(pathlib.Path(folder).glob("*.txt")):
        case, in_claims = None, False
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("== "):
                case, in_claims = Case(f"{file.stem}: {line[3:]}"), False
                cases.append(case)
            elif case is None or not line.strip() or line.startswith("#"):
                continue
            elif line == "---":
                in_claims = True
            elif line.startswith("[published:"):
                case.date = line[11:-1].strip()
            elif not in_claims:
                case.passage += (" " if case.passage else "") + line
            elif line.strip() != "none":
                optional, found = readings(line, f"{file}:{number}")
                (case.optional if optional else case.firm).update(found)
    return {case.number(): case for case in cases}


def levels(reading):
    """What must be the same at each level of agreement."""
    dyad = (reading.kind, reading.source, reading.target)
    return {"kind+dyad": dyad, "+type": dyad + (reading.type,), "+modality": dyad + (reading.type, reading.modality)}


def compare_case(first, second, strict, tally):
    """Counts claims of both, and those in common, at each level and for each kind."""
    for level in ("kind+dyad", "+type", "+modality"):
        keys = [{levels(r)[level] for r in case.firm} for case in (first, second)]
        spared = [set() if strict else {levels(r)[level] for r in case.optional} for case in (second, first)]
        for key in keys[0] & keys[1]:
            for kind in ("all", key[0]):
                tally[kind, level] += [1, 1, 1]
        for side in (0, 1):
            for key in keys[side] - keys[1 - side] - spared[side]:
                for kind in ("all", key[0]):
                    tally[kind, level][side] += 1


class Counts(list):
    def __iadd__(self, other):
        self[:] = [a + b for a, b in zip(self, other)]
        return self


def type_pairs(first, second):
    """Types that the two give to the same dyad and kind: equal ones first, then what is left in order."""
    sides = []
    for case in (first, second):
        types = collections.defaultdict(list)
        for r in sorted(case.firm):
            types[r.kind, r.source, r.target].append(r.type)
        sides.append({dyad: sorted(set(names)) for dyad, names in types.items()})
    for dyad in sorted(sides[0].keys() & sides[1].keys()):
        a, b = sides[0][dyad], sides[1][dyad]
        both = [t for t in a if t in b]
        yield from ((dyad[0], t, t) for t in both)
        rest = zip([t for t in a if t not in both], [t for t in b if t not in both])
        yield from ((dyad[0], x, y) for x, y in rest)


def kappa(labels):
    """Cohen (1960), equation 1: (p_o - p_e) / (1 - p_e). None where only one label is used."""
    n = len(labels)
    observed = sum(a == b for a, b in labels) / n if n else 0
    left, right = (collections.Counter(pair[side] for pair in labels) for side in (0, 1))
    expected = sum(left[t] * right[t] for t in left) / (n * n) if n else 1
    return None if expected == 1 else (observed - expected) / (1 - expected)


def f1(counts):
    return 2 * counts[2] / (counts[0] + counts[1]) if counts[0] + counts[1] else 0


def print_agreement(first, second, shared, strict):
    tally = collections.defaultdict(lambda: Counts([0, 0, 0]))
    labels = collections.defaultdict(list)
    for key in shared:
        compare_case(first[key], second[key], strict, tally)
        for kind, a, b in type_pairs(first[key], second[key]):
            for name in ("all", kind):
                labels[name].append((a, b))
    print(f"{'kind':10} {'first':>6} {'second':>6} {'kind+dyad':>10} {'+type':>7} {'+modality':>10} {'kappa':>7} {'n':>5}")
    for kind in ["all"] + sorted({k for k, _ in tally} - {"all"}):
        scores = [f1(tally[kind, level]) for level in ("kind+dyad", "+type", "+modality")]
        k = kappa(labels[kind])
        print(f"{kind:10} {tally[kind, '+type'][0]:6} {tally[kind, '+type'][1]:6} {scores[0]:10.3f} {scores[1]:7.3f} "
              f"{scores[2]:10.3f} {'-' if k is None else f'{k:.3f}':>7} {len(labels[kind]):5}")


def list_differences(first, second, shared, strict):
    for key in shared:
        for mark, case, other in (("first only", first[key], second[key]), ("second only", second[key], first[key])):
            known = {levels(r)["+modality"] for r in other.firm | (set() if strict else other.optional)}
            for r in sorted(case.firm):
                if levels(r)["+modality"] not in known:
                    print(f"{mark:11}  {first[key].name}: {r.kind} {r.source} > {r.target} {r.type} {r.modality}")


def agreement(folders, flags):
    first, second = (read_folder(folder) for folder in folders)
    shared = sorted(first.keys() & second.keys())
    if not shared:
        sys.exit(f"no case is in both {folders[0]} and {folders[1]}; passages, or numbers for titles, must be the same")
    same = sum(first[key].firm == second[key].firm for key in shared)
    print(f"{len(shared)} cases in both, {len(first.keys() ^ second.keys())} in one only; {same} annotated alike in all")
    print_agreement(first, second, shared, "--strict" in flags)
    if "--list" in flags:
        list_differences(first, second, shared, "--strict" in flags)


def regions():
    """Actors' states to the region whose lexicon file lists them."""
    found = {}
    for file in LEXICON.glob("states-*.txt"):
        for line in file.read_text(encoding="utf-8").splitlines():
            if re.match(r"[A-Z]{3} state ", line):
                found[line[:3]] = file.stem[len("states-"):]
    return found


def counts(folder):
    cases, region_of = read_folder(folder), regions()
    tables = {name: collections.Counter() for name in ("kind", "type", "domain", "modality", "region")}
    for case in cases.values():
        for r in case.firm:
            for name in ("kind", "type", "domain", "modality"):
                tables[name][getattr(r, name)] += 1
        actors = {a.split(":")[0] for r in case.firm | case.optional for a in (r.source, r.target)}
        tables["region"].update({region_of[a] for a in actors if a in region_of})
    print(f"{len(cases)} cases, {sum(not (c.firm or c.optional) for c in cases.values())} with nothing to code, "
          f"{sum(len(c.firm) for c in cases.values())} claims; regions count cases")
    for name, table in tables.items():
        print(f"{name}: " + ", ".join(f"{key} {n}" for key, n in sorted(table.items(), key=lambda x: (-x[1], x[0]))))


def passages(folder):
    cases = sorted(read_folder(folder).items())
    random.Random(1).shuffle(cases)
    for number, case in cases:
        print(f"== {number}\n" + (f"[published: {case.date}]\n" if case.date else "") + f"{case.passage}\n---\n")


def main(arguments):
    flags = [a for a in arguments if a.startswith("--")]
    folders = [a for a in arguments if not a.startswith("--")]
    if set(flags) <= {"--list", "--strict"} and len(folders) == 2:
        agreement(folders, flags)
    elif flags == ["--counts"] and len(folders) == 1:
        counts(folders[0])
    elif flags == ["--passages"] and len(folders) == 1:
        passages(folders[0])
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
