"""The sentence encoder MiniLM (Apache-2.0), a BERT of six layers, read from its package.
"""
import json
import unicodedata

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F


def load_safetensors(path):
    data = open(path, "rb").read()
    size = int.from_bytes(data[:8], "little")
    header = json.loads(data[8:8 + size])
    out = {}
    for name, item in header.items():
        if name == "__metadata__" or item["dtype"] != "F32":
            continue
        begin, end = item["data_offsets"]
        array = np.frombuffer(data[8 + size + begin:8 + size + end], dtype=np.float32).copy()
        out[name] = torch.from_numpy(array.reshape(item["shape"]))
    return out


class WordPieces:
    def __init__(self, folder):
        self.index = {line.rstrip("\n"): i for i, line in enumerate(open(folder + "/vocab.txt", encoding="utf8"))}
        self.memory = {}

    def __call__(self, word):
        if word not in self.memory:
            self.memory[word] = self.split(word)
        return self.memory[word]

    def split(self, word):
        text = unicodedata.normalize("NFD", word.lower().replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"'))
        text = "".join(c for c in text if unicodedata.category(c) != "Mn")
        chunks, chunk = [], ""
        for c in text:
            if unicodedata.category(c)[0] in "PSC":
                chunks += [chunk] if chunk else []
                chunks.append(c)
                chunk = ""
            else:
                chunk += c
        chunks += [chunk] if chunk else []
        out = []
        for chunk in chunks:
            out += self.pieces(chunk)
        return out[:12] or [self.index["[UNK]"]]

    def pieces(self, chunk):
        out, at = [], 0
        while at < len(chunk):
            for end in range(len(chunk), at, -1):
                piece = ("##" if at else "") + chunk[at:end]
                if piece in self.index:
                    out.append(self.index[piece])
                    at = end
                    break
            else:
                return [self.index["[UNK]"]]
        return out


class Layer(nn.Module):
    def __init__(self, size, inner):
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(size, size) for _ in range(4))
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm1, self.norm2 = nn.LayerNorm(size, eps=1e-12), nn.LayerNorm(size, eps=1e-12)

    def forward(self, x, mask):
        b, n, d = x.shape
        q, k, v = (f(x).view(b, n, 12, d // 12).transpose(1, 2) for f in (self.query, self.key, self.value))
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        a = self.out(a.transpose(1, 2).reshape(b, n, d))
        x = self.norm1(x + a)
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    def __init__(self, folder):
        super().__init__()
        weights = load_safetensors(folder + "/model.safetensors")
        size = 384
        self.words = nn.Embedding(30522, size)
        self.places = nn.Embedding(512, size)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.layers = nn.ModuleList([Layer(size, 1536) for _ in range(6)])
        with torch.no_grad():
            self.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0])
            self.take(self.norm, weights, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}."
                for name, part in (("attention.self.query", layer.query), ("attention.self.key", layer.key),
                                   ("attention.self.value", layer.value), ("attention.output.dense", layer.out),
                                   ("attention.output.LayerNorm", layer.norm1), ("intermediate.dense", layer.up),
                                   ("output.dense", layer.down), ("output.LayerNorm", layer.norm2)):
                    self.take(part, weights, at + name)

    @staticmethod
    def take(part, weights, name):
        part.weight.copy_(weights[name + ".weight"])
        part.bias.copy_(weights[name + ".bias"])

    def forward(self, pieces, mask, most):
        """The states after each layer up to `most`, the words' own first."""
        x = self.norm(self.words(pieces) + self.places.weight[:pieces.shape[1]])
        states = [x]
        for layer in self.layers[:most]:
            x = layer(x, mask)
            states.append(x)
        return states
