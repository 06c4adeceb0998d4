"""Rounds a trained network to integers and lays it out as the program maps it.

usage: export.py STUDENT.pt RELATIONS FOLDER     RELATIONS: the file that `pack --relations` printed
"""
import os
import sys

import numpy as np
import torch

import student

state_bits, weight_bits, row_bits, block = 9, 11, 5, 16


def rounded(values, bits, limit):
    out = np.rint(np.asarray(values, dtype=np.float64) * (1 << bits))
    over = np.abs(out) > limit
    if over.any():
        print(f"{over.sum()} of {out.size} values cut off at {limit / (1 << bits)}")
    return np.clip(out, -limit, limit)


class Layers:
    """The bytes of the layers, one part after the other, each on a multiple of 64."""

    def __init__(self):
        self.bytes = b""

    def put(self, array, kind):
        data = np.ascontiguousarray(array, dtype=kind).tobytes()
        self.bytes += data + bytes(-len(data) % 64)

    def layer(self, weight, bias):
        """Weights [outputs, inputs] in the order of kernels.h; outputs that fill up the last block never win."""
        outputs, inputs = weight.shape
        more = -outputs % block
        w = np.concatenate([rounded(weight, weight_bits, 32767), np.zeros((more, inputs))])
        b = np.concatenate([rounded(bias, state_bits + weight_bits, 2 ** 30), np.full(more, -2.0 ** 30)])
        if (np.abs(w).sum(1) * 8191 + np.abs(b)).max() >= 2 ** 31 and (np.abs(w[:outputs]).sum(1) * 2048 + np.abs(b[:outputs])).max() >= 2 ** 31:
            print("a sum could wrap round: states of 4 and more in every input of", weight.shape)
        self.put(b, np.int32)
        self.put(w.reshape(-1, block, inputs // 2, 2).transpose(0, 2, 1, 3), np.int16)

    def linear(self, state, name):
        self.layer(state[name + ".weight"], state[name + ".bias"])


def main():
    saved = torch.load(sys.argv[1])
    relations = open(sys.argv[2]).read().split()
    folder = sys.argv[3]
    os.makedirs(folder, exist_ok=True)
    state = {k: v.double().numpy() for k, v in saved["state"].items()}
    layers = Layers()
    layers.linear(state, "window1.into")
    layers.linear(state, "chain1.into")
    layers.linear(state, "tag")
    layers.put(rounded(state["tag_embedding.weight"][:-1], state_bits, 8191), np.int16)
    layers.linear(state, "window2.into")
    layers.linear(state, "chain2.into")
    layers.linear(state, "chain3.into")
    ends = ("child", "head", "label_child", "label_head")
    layers.layer(np.concatenate([state[e + ".weight"] for e in ends]), np.concatenate([state[e + ".bias"] for e in ends]))
    layers.put(rounded(state["root"], state_bits, 8191), np.int16)
    arcs = 2 * state_bits + 3  # products of two states; the network divides them by 8
    layers.put(rounded(np.concatenate([state["distance"], state["root_bias"]]), arcs, 2 ** 30), np.int32)
    layers.put(rounded(state["label_root"], state_bits, 8191), np.int16)
    layers.put(rounded(state["label_distance"], state_bits, 8191), np.int16)
    own = saved["lists"]["relations"]
    weight = np.zeros((len(relations), student.label_width))
    bias = np.full(len(relations), -1000.0)
    for i, name in enumerate(relations):
        if name in own:
            weight[i], bias[i] = state["label.weight"][own[name]], state["label.bias"][own[name]]
    layers.layer(weight, bias)
    rows, hashes = word_rows(saved, state)
    write = lambda name, data: open(os.path.join(folder, name), "wb").write(data)
    write("layers", layers.bytes)
    write("word_rows", rounded(rows, row_bits, 127).astype(np.int8).tobytes())
    write("affix_rows", rounded(state["affix.weight"], row_bits, 127).astype(np.int8).tobytes())
    write("words", np.array(hashes, dtype=np.uint64).tobytes())
    write("tags", "".join(f"{u} {x}\n" for u, x in saved["lists"]["tags"]).encode())
    write("relations", "".join(r + "\n" for r in relations).encode())


def word_rows(saved, state):
    """What was learned for a word and what its vector gives, in one row; words without either share the first."""
    rows = {h: state["word.weight"][i].copy() for h, i in saved["vocabulary"].items()}
    if "vectors" in state:
        loaded = np.load(saved["vectors"])
        given = state["vectors"][1:] @ state["vector_in.weight"].T
        for h, row in zip(loaded["hash"].tolist(), given):
            rows[h] = rows.get(h, state["word.weight"][0]) + row
    hashes = sorted(rows)
    return np.stack([state["word.weight"][0]] + [rows[h] for h in hashes]), hashes


if __name__ == "__main__":
    main()
