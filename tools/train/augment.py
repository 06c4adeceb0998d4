"""The treebank's longer sentences with other words in them, for the teacher to label: names, nouns, verbs and adjectives
give way to words of the same tag.

usage: augment.py TRAIN.conllu > AUGMENTED.conllu
"""
import collections
import random
import sys

import conllu

share = {"NNP": 0.6, "NN": 0.3, "NNS": 0.3, "VBD": 0.25, "VBN": 0.2, "VBG": 0.2, "VB": 0.15, "VBZ": 0.15, "JJ": 0.3}


def main():
    random.seed(2)
    sentences = conllu.read(sys.argv[1])
    words = collections.defaultdict(collections.Counter)
    for s in sentences:
        for word, upos, xpos in zip(s.words, s.upos, s.xpos):
            if xpos in share and word.isalpha() and (upos == "PROPN") == (xpos == "NNP") and word[0].isupper() == (xpos == "NNP"):
                words[xpos][word] += 1
    lists = {xpos: sorted(word for word, count in counts.items()) for xpos, counts in words.items()}
    for s in sentences:
        if not 14 <= len(s.words) <= 60 or random.random() > 0.55:
            continue
        for i, (word, upos, xpos) in enumerate(zip(s.words, s.upos, s.xpos)):
            right = word.isalpha() and word[0].isupper() == (xpos == "NNP") and upos != "AUX"
            if xpos in share and right and random.random() < share[xpos]:
                word = random.choice(lists[xpos])
            print(i + 1, word, "_", "_", "_", "_", 0, "_", "_", "_", sep="\t")
        print()


if __name__ == "__main__":
    main()
