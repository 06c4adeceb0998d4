"""Reading CoNLL-U: the words, tags, heads and relations of each sentence."""


class Sentence:
    __slots__ = ("words", "upos", "xpos", "heads", "relations")

    def __init__(self):
        self.words, self.upos, self.xpos, self.heads, self.relations = [], [], [], [], []


def read(path):
    """Heads count from 0; the root's head is the number of words, as in the program."""
    out, sentence = [], Sentence()
    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if not line:
            if sentence.words:
                n = len(sentence.words)
                sentence.heads = [n if head == 0 else head - 1 for head in sentence.heads]
                out.append(sentence)
            sentence = Sentence()
        elif line[0] != "#":
            column = line.split("\t")
            if not column[0].isdigit():
                continue
            sentence.words.append(column[1])
            sentence.upos.append(column[3])
            sentence.xpos.append(column[4])
            sentence.heads.append(int(column[6]) if column[6] != "_" else 0)
            sentence.relations.append(column[7])
    return out
