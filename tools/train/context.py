"""What a sentence encoder (MiniLM, Apache-2.0) makes of each word in its sentence: the teacher's input.

usage: context.py MINILM_FOLDER NAME...     reads NAME.conllu, writes NAME.context.npy
"""
import sys

import numpy as np
import torch

import conllu
from encoder import Encoder, WordPieces

layers = (2, 4)


@torch.no_grad()
def main():
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    encoder, pieces = Encoder(sys.argv[1]).eval(), WordPieces(sys.argv[1])
    for name in sys.argv[2:]:
        sentences = conllu.read(name + ".conllu")
        begin = np.cumsum([0] + [len(s.words) for s in sentences])
        out = np.zeros((begin[-1], 384 * len(layers)), dtype=np.float16)
        rows = [[pieces(word) for word in s.words] for s in sentences]
        size = [sum(map(len, row)) + 2 for row in rows]
        order = sorted(range(len(rows)), key=lambda i: size[i])
        while order:
            count = max(1, 3000 // size[order[-1]])
            group, order = order[-count:], order[:-count]
            run(encoder, [rows[i] for i in group], [begin[i] for i in group], out)
        np.save(name + ".context.npy", out)
        print(name, out.shape, flush=True)


def run(encoder, rows, begins, out):
    longest = min(512, max(sum(map(len, row)) for row in rows) + 2)
    ids = torch.zeros(len(rows), longest, dtype=torch.long)
    ends = []
    for r, row in enumerate(rows):
        flat = [101] + [piece for word in row for piece in word][:510] + [102]
        ids[r, :len(flat)] = torch.tensor(flat)
        last = np.cumsum([len(word) for word in row])
        ends.append((np.minimum(last - [len(word) for word in row] + 1, longest - 1), np.minimum(last, longest - 1)))
    states = encoder(ids, ids > 0, max(layers))
    for r, (first, last) in enumerate(ends):
        for k, layer in enumerate(layers):
            mean = (states[layer][r, first] + states[layer][r, last]) / 2
            out[begins[r]:begins[r] + len(first), k * 384:(k + 1) * 384] = mean.numpy()


if __name__ == "__main__":
    main()
