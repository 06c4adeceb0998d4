#!/usr/bin/env python3
"""Checks the whole lexicon without building the program, and prints how much it covers.

    tools/lint_lexicon.py [LEXICON_FOLDER]

Reports each mistake as file:line and exits with 1 if there is one. lexicon/README.md has the formats.
"""
import sys
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from lint.actors import Actors  # noqa: E402
from lint.coverage import print_actors, print_offices, print_predicates  # noqa: E402
from lint.lines import Mistakes  # noqa: E402
from lint.offices import Offices  # noqa: E402
from lint.predicates import Embeddings, Predicates, Words  # noqa: E402


def check(folder):
    """All parts of a lexicon, read and checked, and the mistakes found."""
    mistakes = Mistakes()
    actors = Actors(folder, mistakes)
    offices = Offices(folder, actors.all, mistakes)
    predicates = Predicates(folder, Words(folder, mistakes), mistakes)
    return actors, offices, predicates, Embeddings(folder, mistakes), mistakes.found


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "lexicon")
    if not (folder / "actors").is_dir():
        sys.exit(f"{folder}/actors: no actors found; name the lexicon's folder")
    actors, offices, predicates, embeddings, mistakes = check(folder)
    for mistake in mistakes:
        print(mistake, file=sys.stderr)
    print_actors(actors)
    print_offices(actors, offices)
    print_predicates(predicates, embeddings)
    print("mistakes:   ", len(mistakes))
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
