#!/usr/bin/env python3
"""Every rule of tools/lint_lexicon.py finds the mistake that it is there for, in a lexicon of a few lines."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOL = Path(__file__).resolve().parents[2] / "tools" / "lint_lexicon.py"
sys.dont_write_bytecode = True
sys.path.insert(0, str(TOOL.parent))

from lint_lexicon import check  # noqa: E402

SOUND = {
    "actors/states.txt": """
IRN state Iran
  names: Persia [..1935-03-21]
  adjectives: Iranian
  capital: Tehran
  codes: iso2=IR; cow=630
  exists: [1816..]
  part of: UNO
IRN:MIL organ Iranian armed forces
GEO state Georgia
  codes: iso2=GE; cow=372
  ambiguous: Georgia needs Tbilisi
UNO organisation United Nations
""",
    "offices/asia.txt": "IRN | head of state | Ali Khamenei | Khamenei | 1981-10-09 | 1989-08-16\n",
    "offices/titles.list": "general | MIL\npresident | GOV | head of state\n",
    "cameo.txt": "111 | ACCUSE | -2 | Criticize or denounce\n190 | ASSAULT | -10 | Use force\n",
    "goods.txt": "drones | military | arms | drone; attack drone\n",
    "domains.txt": "military | army; weapon\n",
    "classes.txt": "talks | talk; negotiation\n",
    "predicates/accuse.txt": "v condemn | 111+oppose | subj > obj, by | Iran condemned Georgia. => IRN > GEO\n",
    "modality.txt": "v refuse | limit refused | Iran refused to condemn Georgia. => IRN > GEO\n",
}

# What is wrong: the file, a line to add, what the message must say.
MISTAKES = [
    # Actors
    ("actors/states.txt", "XYZ planet Mars", "expected 'ID kind Name'"),
    ("actors/a.txt", "  names: Nobody", "a property before any actor"),
    ("actors/states.txt", "Xyz state Mars", "'Xyz' is no id"),
    ("actors/states.txt", "IRN state Persia", "a second entry for IRN"),
    ("actors/states.txt", "IRN:ABC organ Nobody", "unknown organ suffix in IRN:ABC"),
    ("actors/states.txt", "IRQ state Iraq\n  nicknames: Mesopotamia", "unknown key in 'nicknames"),
    ("actors/states.txt", "IRQ state Iraq\n  names: A\n  names: B", "a second 'names' of IRQ"),
    ("actors/states.txt", "IRQ state Iraq\n  names: A;; B", "an empty value"),
    ("actors/states.txt", "IRQ state Iraq\n  names: A; A", "'A' stands twice"),
    ("actors/states.txt", "IRQ state Iraq\n  names: A [1990-13..]", "bad time '[1990-13..]'"),
    ("actors/states.txt", "IRQ state Iraq\n  names: A [1990..", "bad time in brackets"),
    ("actors/states.txt", "IRQ state Iraq\n  names: A [1990..1980]", "ends before it begins"),
    ("actors/states.txt", "IRQ state Iraq\n  ambiguous: Iraq if war", "expected 'NAME needs word, word'"),
    ("actors/states.txt", "IRQ state Iraq\n  ambiguous: Basra needs Iraq", "'Basra' is no name of IRQ"),
    ("actors/states.txt", "IRQ state Iraq\n  ambiguous: Iraq needs two words", "is not one word"),
    ("actors/states.txt", "IRQ:MIL organ Iraqi army", "hangs on IRQ, which has no entry"),
    ("actors/states.txt", "IRQ state Iraq\n  part of: OPEC", "is part of OPEC, which has no entry"),
    ("actors/states.txt", "IRQ state Iraq\n  capital: Tehran", "'Tehran' is a name of IRQ and of IRN"),
    ("actors/states.txt", "IRQ state Iraq\n  codes: cow=x", "bad code 'cow=x'"),
    ("actors/states.txt", "IRQ state Iraq\n  codes: cow=630", "cow=630 is a code of IRQ and of IRN"),
    # Offices and titles
    ("offices/asia.txt", "IRN | head of state | Nobody", "expected 'STATE | office"),
    ("offices/asia.txt", "IRQ | head of state | Nobody | | 1990 | 1991", "unknown id IRQ"),
    ("offices/asia.txt", "IRN | shah | Nobody | | 1970 | 1971", "unknown office 'shah'"),
    ("offices/asia.txt", "IRN | other | | | 1970 | 1971", "no name"),
    ("offices/asia.txt", "IRN | other | Nobody | | 1970-13-01 |", "bad date '1970-13-01'"),
    ("offices/asia.txt", "IRN | other | Nobody | | 1971 | 1970", "the term of Nobody ends before it begins"),
    ("offices/asia.txt", "IRN | other | Nobody | Nobody | 1970 | 1971", "'Nobody' stands twice"),
    ("offices/asia.txt", "IRN | head of state | Ali Khamenei | | 1985-01-01 |", "is head of state of IRN twice at a time"),
    ("offices/asia.txt", "GEO | foreign minister | Ana | | 1990 | 1999\nGEO | foreign minister | Eka | | 1992 | 1998",
     "Eka and Ana"),
    ("offices/asia.txt", "GEO | other | Ana Khamenei | Khamenei | 1980 | 1990", "'Khamenei' means Ana Khamenei and Ali"),
    ("offices/titles.list", "sheriff | LAW", "unknown suffix 'LAW'"),
    ("offices/titles.list", "sheriff | COP | head", "unknown office 'head'"),
    ("offices/titles.list", "general | GOV", "the title 'general' stands already at"),
    # Codes, goods, classes
    ("cameo.txt", "111 | ACCUSE | -2 | Again", "the code 111 stands twice"),
    ("cameo.txt", "112 | BLAME | -2 | Accuse", "'BLAME' is no event type"),
    ("cameo.txt", "112 | ACCUSE | -20 | Accuse", "'-20' is no intensity"),
    ("goods.txt", "drones | military | arms | uav", "good 'drones' stands already"),
    ("goods.txt", "ships | naval | arms | ship", "unknown domain 'naval'"),
    ("domains.txt", "naval | ship", "unknown domain 'naval'"),
    ("classes.txt", "talks", "expected 'class | words'"),
    # Predicates
    ("predicates/accuse.txt", "v blame | 111 | subj > obj", "expected 'pattern | code or claim"),
    ("predicates/accuse.txt", "v blame | 111 | | Iran blamed Georgia. => IRN > GEO", "an empty column"),
    ("predicates/accuse.txt", "x blame | 111 | subj > obj | Iran blamed Georgia. => IRN > GEO", "does not begin with v, n"),
    ("predicates/accuse.txt", "v blame obj= | 111 | subj > obj | Iran blamed Georgia. => IRN > GEO", "cannot read the"),
    ("predicates/accuse.txt", "v blame object=x | 111 | subj > obj | Iran blamed Georgia. => IRN > GEO", "unknown role"),
    ("predicates/accuse.txt", "v blame obj=@toys | 111 | subj > obj | Iran blamed Georgia. => IRN > GEO", "unknown class"),
    ("predicates/accuse.txt", "v blame obj=a,,b | 111 | subj > obj | Iran blamed Georgia. => IRN > GEO", "an empty word"),
    ("predicates/accuse.txt", "v condemn | 190 | subj > obj | Iran condemned Georgia. => IRN > GEO", "stands already at"),
    ("predicates/accuse.txt", "v hold obj=@talks | 111 | subj > with | Iran held talks with Georgia. => IRN > GEO\n"
     "v hold obj=talk | 190 | subj > with | Iran held talks with Georgia. => IRN > GEO", "is hidden by the wider entry"),
    ("predicates/accuse.txt", "v blame | 999 | subj > obj | Iran blamed Georgia. => IRN > GEO", "'999' is neither a code"),
    ("predicates/accuse.txt", "v blame | 111 naval | subj > obj | Iran blamed Georgia. => IRN > GEO", "unknown domain"),
    ("predicates/accuse.txt", "v blame | 111 | subj, obj | Iran blamed Georgia. => IRN > GEO", "expected 'source > target'"),
    ("predicates/accuse.txt", "v blame | 111 | > obj | Iran blamed Georgia. => IRN > GEO", "no source role"),
    ("predicates/accuse.txt", "v blame | 111 | subj > obj, obj | Iran blamed Georgia. => IRN > GEO", "a role stands twice"),
    ("predicates/accuse.txt", "v blame | 111 | subj > obj | Iran blamed Georgia.", "the sample lacks its parties"),
    ("predicates/accuse.txt", "v blame | 111 | subj > obj | Iran blamed Georgia => IRN > GEO", "the sample is no sentence"),
    ("predicates/accuse.txt", "v blame | 111 | subj > obj | Iran blamed Georgia. => IRN", "expected 'SRC > TGT'"),
    ("predicates/accuse.txt", "v blame | 111 | subj > obj | Iran blamed Georgia. => Iran > GEO", "'Iran' is no actor's id"),
    # Embedding words
    ("modality.txt", "v dither | maybe | Iran dithered. => IRN > -", "unknown effect 'maybe'"),
    ("modality.txt", "x dither | denied | Iran dithered. => IRN > -", "does not begin with v, n, a, m or r"),
    ("modality.txt", "v refuse | denied | Iran refused to condemn Georgia. => IRN > GEO", "stands already at"),
]


def write(files, folder):
    for name, text in files.items():
        path = Path(folder) / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def run(*arguments):
    return subprocess.run([sys.executable, str(TOOL), *arguments], capture_output=True, text=True, check=False)


class Lint(unittest.TestCase):
    def test_a_sound_lexicon_passes_and_its_coverage_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            write(SOUND, folder)
            done = run(folder)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for part in ("2 state", "1 terms", "1 ACCUSE", "100 percent", "1 limit refused", "mistakes:    0"):
            self.assertIn(part, done.stdout)

    def test_every_mistake_is_found(self):
        for file, line, message in MISTAKES:
            with self.subTest(line=line), tempfile.TemporaryDirectory() as folder:
                write({**SOUND, file: SOUND.get(file, "") + line + "\n"}, folder)
                *_, mistakes = check(Path(folder))
                told = "\n".join(mistakes)
                self.assertIn(message, told)
                self.assertIn(f"{file}:", told)

    def test_mistakes_go_to_stderr_and_fail(self):
        with tempfile.TemporaryDirectory() as folder:
            write({**SOUND, "cameo.txt": "111 | BLAME | -2 | Criticize\n"}, folder)
            done = run(folder)
        self.assertEqual(done.returncode, 1)
        self.assertIn("cameo.txt:1: 'BLAME' is no event type", done.stderr)

    def test_the_lexicon_of_the_project_passes(self):
        *_, mistakes = check(TOOL.parent.parent / "lexicon")
        self.assertEqual(mistakes, [])

    def test_a_missing_folder_is_told(self):
        done = run("/nowhere")
        self.assertEqual(done.returncode, 1)
        self.assertIn("name the lexicon's folder", done.stderr)


if __name__ == "__main__":
    unittest.main()
