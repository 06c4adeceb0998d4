"""Free English text for the teacher to label: glosses' examples of WordNet, the Debian handbook,
the lexicon's own samples.

usage: silver_text.py DEBIAN_ROOT SOURCE_TREE > TEXT     DEBIAN_ROOT: where the packages were unpacked
"""
import glob
import html
import re
import sys


def paragraphs_of_html(path):
    text = open(path, encoding="utf8", errors="ignore").read()
    for body in re.findall(r'<(?:p|div class="para")[^>]*>(.*?)</(?:p|div)>', text, re.S):
        body = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", body))).strip()
        if 60 < len(body) < 1500 and body[0].isupper() and body[-1] in ".?!" and not re.search(r"[{}<>|$\\=#]|/\w+/|\.\w+\(", body):
            yield body


def examples_of_wordnet(root):
    for part in ("noun", "verb", "adj", "adv"):
        for line in open(f"{root}/usr/share/wordnet/data.{part}", encoding="latin1"):
            for example in re.findall(r'"([^"]+)"', line.split("|", 1)[-1]):
                if example[0].isupper() and example.count(" ") >= 5 and example.isascii():
                    yield example if example[-1] in ".?!" else example + "."


def samples(tree):
    for path in sorted(glob.glob(tree + "/lexicon/predicates/*.txt")):
        for line in open(path, encoding="utf8"):
            if "=>" in line and "|" in line and line[0] != "#":
                yield line.split("=>")[0].split("|")[-1].strip()


def main():
    root, tree = sys.argv[1:3]
    handbook = [p for path in sorted(glob.glob(root + "/usr/share/doc/debian-handbook/html/en-US/*.html")) for p in paragraphs_of_html(path)]
    for text in [*samples(tree), *handbook, *examples_of_wordnet(root)]:
        print(text + "\n")


if __name__ == "__main__":
    main()
