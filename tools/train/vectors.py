"""Vectors for words that the treebank does not have: what the lower layers of a sentence encoder make of a word alone.

usage: vectors.py MINILM_FOLDER WORD_FORMS VECTORS.npz WORD_LIST...     WORD_FORMS: the program word_forms; lists have a word a line
"""
import subprocess
import sys

import numpy as np
import torch

from encoder import Encoder, WordPieces

size, most = 64, 60000


def words_of(folder, paths):
    """The encoder's own words in its order, which is by frequency, then the lists in theirs."""
    out = {}
    for line in open(folder + "/vocab.txt", encoding="utf8"):
        word = line.strip()
        if word.isalpha() and word.isascii() and len(word) > 1:
            out[word] = None
    for path in paths:
        for line in open(path, encoding="utf8"):
            word = line.strip().lower().replace("’", "'")
            if word and " " not in word and not word.endswith("'s"):
                out.setdefault(word)
    return list(out)[:most]


@torch.no_grad()
def states(encoder, pieces, words):
    out = np.zeros((len(words), 2 * 384), dtype=np.float32)
    order = sorted(range(len(words)), key=lambda i: len(pieces(words[i])))
    for at in range(0, len(order), 512):
        group = order[at:at + 512]
        rows = [[101] + pieces(words[i]) + [102] for i in group]
        longest = max(map(len, rows))
        ids = torch.tensor([row + [0] * (longest - len(row)) for row in rows])
        mask = ids > 0
        first, *_, x = encoder(ids, mask, 3)
        inner = mask.clone()
        for r, row in enumerate(rows):
            inner[r, 0] = inner[r, len(row) - 1] = False
        share = (inner.float() / inner.sum(1, keepdim=True))[:, :, None]
        out[group] = torch.cat([(first * share).sum(1), (x * share).sum(1)], 1).numpy()
    return out


def main():
    folder, program, out = sys.argv[1:4]
    torch.set_num_threads(1)
    torch.manual_seed(1)
    words = words_of(folder, sys.argv[4:])
    encoder = Encoder(folder).eval()
    x = states(encoder, WordPieces(folder), words)
    x = (x - x.mean(0)) / (x.std(0) + 1e-6)
    _, _, directions = torch.pca_lowrank(torch.from_numpy(x), q=size, niter=3)
    y = x @ directions.numpy()
    y *= 0.6 / y[:20000].std(0).mean()
    rows = np.clip(np.rint(y * 64), -127, 127).astype(np.int8)
    text = "".join(f"1\t{word}\n\n" for word in words).encode()
    forms = np.frombuffer(subprocess.run([program], input=text, stdout=subprocess.PIPE, check=True).stdout, dtype=np.uint64)
    hashes, first = np.unique(forms.reshape(-1, 9)[:, 0], return_index=True)
    np.savez(out, hash=hashes, rows=rows[first])
    print(len(words), "words,", len(hashes), "vectors; spread", np.abs(rows).mean() / 64, "at the limit", (np.abs(rows) == 127).mean())


if __name__ == "__main__":
    main()
