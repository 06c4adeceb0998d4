"""Copies of some sentences of the treebank in capitals and in title case, without their full stop: how headlines look.

usage: headlines.py TRAIN.conllu > HEADLINES.conllu
"""
import random
import sys

import conllu

small = {"ADP", "DET", "CCONJ", "PART"}  # stay small in a title


def rewritten(word, upos, capitals):
    if capitals:
        return word.upper()
    return word if word[0] in "'’" or upos in small else word[0].upper() + word[1:]


def main():
    random.seed(1)
    for s in conllu.read(sys.argv[1]):
        draw, n = random.random(), len(s.words)
        if draw > 0.1 or n < 4 or n > 30:
            continue
        stop = n - 1 if s.words[-1] == "." and n - 1 not in s.heads else n
        for i in range(stop):
            head = 0 if s.heads[i] == n else s.heads[i] + 1
            print(i + 1, rewritten(s.words[i], s.upos[i], draw < 0.04), "_", s.upos[i], s.xpos[i], "_", head, s.relations[i], "_", "_", sep="\t")
        print()


if __name__ == "__main__":
    main()
