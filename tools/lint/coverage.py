"""Prints how much the lexicon covers."""
from collections import Counter

DECADES = range(1950, 2030, 10)
FROM_TO = {decade: (f"{decade}", f"{decade + 9}-12-31") for decade in DECADES}


def listed(counts):
    return ", ".join(f"{n} {name}" for name, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def print_actors(actors):
    every = list(actors.all.values())
    states = [a for a in every if a.kind == "state"]
    organs = {a.id.partition(":")[0] for a in every if a.kind == "organ"}
    print("actors:     ", listed(Counter(a.kind for a in every)))
    print("names:      ", listed(Counter(key for a in every for _, key, *_ in a.names)))
    print("states:     ", ", ".join(f"{sum(key in s.keys for s in states)} with {key}"
                                    for key in ("adjectives", "capital", "codes", "part of")) +
          f", {sum(s.id in organs for s in states)} with organs of their own")
    print("ambiguous:  ", sum(len(a.rules) for a in every), "names with a rule")


def print_offices(actors, offices):
    states = {a.id: a.exists for a in actors.all.values() if a.kind == "state" and "exists" in a.keys}
    print("offices:    ", f"{len(offices.terms)} terms, {len({(t[0], t[2]) for t in offices.terms})} persons, "
          f"{len({t[0] for t in offices.terms})} states and organisations; {len(offices.titles)} titles")
    for title, wanted in (("heads", {"head of state", "head of government"}), ("foreign", {"foreign minister"}),
                          ("defence", {"defence minister"})):
        shares = []
        for decade, (first, last) in FROM_TO.items():
            led = {t[0] for t in offices.terms if t[1] in wanted and t[4] <= last and t[5] >= first}
            shares.append(f"{decade}s {len(led)}")
        print(f"  {title}:".ljust(13), "states with a holder:", ", ".join(shares))
    for decade, (first, last) in list(FROM_TO.items())[3:]:
        led = {t[0] for t in offices.terms if t[1].startswith("head") and t[4] <= last and t[5] >= first}
        without = sorted(s for s, (begin, end) in states.items() if begin <= last and end >= first and s not in led)
        print(f"  {decade}s:".ljust(13), f"states without any head: {' '.join(without) or 'none'}")


def print_predicates(predicates, embeddings):
    total = sum(predicates.files.values())
    print("predicates: ", total, "entries:", listed(predicates.files))
    print("  words:    ", listed({{"v": "verbs", "n": "nouns", "a": "adjectives"}[k]: n
                                  for k, n in predicates.letters.items()}))
    print("  types:    ", listed(predicates.types))
    print("  samples:  ", f"{100 * predicates.samples // max(total, 1)} percent name their parties")
    print("embedding:  ", sum(embeddings.effects.values()), "entries:", listed(embeddings.effects))
