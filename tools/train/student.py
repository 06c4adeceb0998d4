"""The network that the program runs: its definition in floating point, its training, its scores.

usage: student.py fit OUT.pt TRAIN_SET... -- DEV_SET [name=value ...]
       student.py label TEACHER.pt SET...

A set is NAME.conllu with NAME.forms, and with NAME.npz if a teacher labelled it. The teacher is the same network, wider,
that also sees what a sentence encoder makes of each word in its sentence (NAME.context.npy; option context=1).
"""
import math
import random
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import conllu

width = 128
half = width // 2
arc_width = 64
label_width = 128
core_relations = {"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "ccomp", "xcomp", "csubj", "csubj:pass"}
reach = 40  # distances beyond count as this
tables = [256, 2048, 4096, 8192, 256, 2048, 4096, 512]  # rows: endings of 1 to 4 letters, beginnings of 1 to 3, shapes


def widen(to):
    """Sets the width of the network; the program runs the usual one."""
    global width, half, label_width
    width, half, label_width = int(to), int(to) // 2, int(to)


first_row = np.cumsum([0] + tables)[:-1]
affix_rows = sum(tables)


def affix_numbers(forms):
    """Rows of the affix table for words' endings, beginnings and shape."""
    rows = [first_row[i] + ((forms[:, i + 1] >> np.uint64(40)) & np.uint64(tables[i] - 1)).astype(np.int64) for i in range(8)]
    return np.stack(rows, 1)


class Chain(torch.autograd.Function):
    """c = c + g (z - c) along the words; its gradient by hand, since thousands of small steps are slow otherwise."""

    @staticmethod
    def forward(context, z, g):
        out = torch.empty_like(z)
        keep = 1 - g
        add = z * g
        c = torch.zeros_like(z[:, 0])
        for t in range(z.shape[1]):
            c = torch.addcmul(add[:, t], keep[:, t], c)
            out[:, t] = c
        context.save_for_backward(z, g, out)
        return out

    @staticmethod
    def backward(context, up):
        z, g, out = context.saved_tensors
        keep = 1 - g
        d = torch.empty_like(up)
        last = up[:, -1]
        d[:, -1] = last
        for t in range(z.shape[1] - 2, -1, -1):
            last = torch.addcmul(up[:, t], keep[:, t + 1], last)
            d[:, t] = last
        before = F.pad(out, (0, 0, 1, 0))[:, :-1]
        return g * d, (z - before) * d


class Recurrence(nn.Module):
    """Two minimal gated chains, one in each direction."""

    def __init__(self):
        super().__init__()
        self.into = nn.Linear(width, 2 * width)
        with torch.no_grad():
            self.into.bias[width:] = -1.0

    def forward(self, x, mask):
        y = self.into(x)
        z = y[:, :, :width] * mask
        g = torch.clamp(y[:, :, width:] * 0.25 + 0.5, 0.0, 1.0)
        z = torch.cat([z[:, :, :half], z[:, :, half:].flip(1)], 2)
        g = torch.cat([g[:, :, :half], g[:, :, half:].flip(1)], 2)
        c = Chain.apply(z, g)
        return torch.cat([c[:, :, :half], c[:, :, half:].flip(1)], 2) * mask


class Window(nn.Module):
    def __init__(self):
        super().__init__()
        self.into = nn.Linear(3 * width, width)

    def forward(self, x, mask):
        around = torch.cat([F.pad(x, (0, 0, 1, 0))[:, :-1], x, F.pad(x, (0, 0, 0, 1))[:, 1:]], 2)
        return F.relu(self.into(around)) * mask


class Student(nn.Module):
    def __init__(self, words, tags, relations, vectors=None, context=0):
        super().__init__()
        self.word = nn.Embedding(words, width)
        self.affix = nn.Embedding(affix_rows, width)
        nn.init.normal_(self.word.weight, std=0.3)
        nn.init.normal_(self.affix.weight, std=0.15)
        self.context_in = nn.Linear(context, width) if context else None
        if vectors is not None:
            self.register_buffer("vectors", vectors)
            self.vector_in = nn.Linear(vectors.shape[1], width, bias=False)
        else:
            self.vectors = None
        self.window1, self.window2 = Window(), Window()
        self.chain1, self.chain2, self.chain3 = Recurrence(), Recurrence(), Recurrence()
        self.tag = nn.Linear(width, tags)
        self.tag_embedding = nn.Embedding(tags + 1, width)
        nn.init.normal_(self.tag_embedding.weight, std=0.3)
        self.child, self.head = nn.Linear(width, arc_width), nn.Linear(width, arc_width)
        self.root = nn.Parameter(torch.zeros(arc_width))
        self.root_bias = nn.Parameter(torch.zeros(1))
        self.distance = nn.Parameter(torch.zeros(2 * reach + 1))
        self.label_child, self.label_head = nn.Linear(width, label_width), nn.Linear(width, label_width)
        self.label_root = nn.Parameter(torch.zeros(label_width))
        self.label_distance = nn.Parameter(torch.zeros(2 * 8 + 2, label_width))
        self.label = nn.Linear(label_width, relations)

    def embed(self, word, affix, vector):
        x = self.word(word) + F.embedding_bag(affix.flatten(0, 1), self.affix.weight, mode="sum").view(*word.shape, width)
        vector, context = vector
        if self.vectors is not None:
            x = x + self.vector_in(self.vectors[vector])
        if self.context_in is not None:
            x = x + self.context_in(F.dropout(context, 0.2, self.training))
        return x

    def forward(self, word, affix, vector, mask, given, drop):
        """`given`: numbers of tags that the later layers see in place of those found; -1 leaves the choice free."""
        def thin(x):
            if not self.training or drop == 0:
                return x
            return x * (torch.rand(x.shape[0], 1, x.shape[2]) > drop) / (1 - drop)
        m = mask[:, :, None].float()
        x = thin(self.embed(word, affix, vector) * m)
        x = x + thin(self.window1(x, m))
        x = x + thin(self.chain1(x, m))
        tags = self.tag(F.dropout(x, drop, self.training))
        chosen = torch.where(given >= 0, given, tags.argmax(2))
        if self.training:
            chosen = torch.where(torch.rand(chosen.shape) < 0.15, torch.full_like(chosen, tags.shape[2]), chosen)
        x = x + self.tag_embedding(chosen) * m
        x = x + thin(self.window2(x, m))
        x = x + thin(self.chain2(x, m))
        x = x + thin(self.chain3(x, m))
        x = thin(x)
        n = word.shape[1]
        child, head = self.child(x), self.head(x)
        arcs = child @ head.transpose(1, 2) / 8
        place = torch.arange(n)
        arcs = arcs + self.distance[(place[None, :] - place[:, None]).clamp(-reach, reach) + reach]
        arcs = arcs.masked_fill(torch.eye(n, dtype=torch.bool)[None] | ~mask[:, None, :], -1e4)
        arcs = torch.cat([arcs, (child @ self.root / 8 + self.root_bias)[:, :, None]], 2)
        label_head = torch.cat([self.label_head(x), self.label_root.expand(x.shape[0], 1, -1)], 1)
        return tags, arcs, self.label_child(x), label_head

    def relations(self, child, head, at):
        b, n, d = child.shape
        head = torch.gather(head, 1, at[:, :, None].expand(-1, -1, d))
        step = (at - torch.arange(n)[None, :]).clamp(-8, 8) + 8
        step = torch.where(at == n, torch.full_like(step, 17), step)
        hidden = F.relu(child + head + self.label_distance[step])
        return self.label(F.dropout(hidden, 0.1, self.training))


class Set:
    """Sentences with numbers for words and distributions of answers."""

    def __init__(self, name, lists):
        self.name = name
        self.sentences = conllu.read(name + ".conllu")
        forms = np.fromfile(name + ".forms", dtype=np.uint64).reshape(-1, 9)
        ends = np.cumsum([len(s.words) for s in self.sentences])
        assert ends[-1] == len(forms), (name, ends[-1], len(forms))
        self.begin = np.concatenate([[0], ends[:-1]])
        self.end = ends
        self.hash = forms[:, 0]
        self.affix = affix_numbers(forms)
        self.lists = lists
        self.context = None
        self.is_core = torch.tensor([r in core_relations for r in lists["relations"]])
        try:
            soft = np.load(name + ".npz")
        except FileNotFoundError:
            soft = None
        self.soft = {k: soft[k] for k in soft.files} if soft is not None else self.hard(lists)

    def hard(self, lists):
        tags = [lists["tags"].get(p, -1) for s in self.sentences for p in zip(s.upos, s.xpos)]
        heads = [-1 if h == len(s.words) else h for s in self.sentences for h in s.heads]
        relations = [lists["relations"].get(r, -1) for s in self.sentences for r in s.relations]
        out = {}
        for name, values in (("tags", tags), ("heads", heads), ("relations", relations)):
            values = np.array(values)[:, None]
            known = values >= (-1 if name == "heads" else 0)
            out[name] = np.where(known, values, 0)
            out[name + "_p"] = known.astype(np.float32)
        return out

    def number(self, vocabulary, counts, vectors):
        self.word = np.array([vocabulary.get(h, 0) for h in self.hash.tolist()])
        self.rare = np.array([0.3 / (0.3 + counts.get(h, 0)) for h in self.hash.tolist()])
        self.vector = np.array([vectors.get(h, 0) for h in self.hash.tolist()]) if vectors else np.zeros(len(self.word), dtype=np.int64)

    def groups(self, budget, shuffle):
        size = self.end - self.begin
        order = sorted(range(len(size)), key=lambda i: (size[i] + (random.random() * 3 if shuffle else 0)))
        out, group = [], []
        for i in order:
            if group and max(size[i], size[group[0]]) * (len(group) + 1) > budget:
                out.append(group)
                group = []
            if size[i] <= 160 or not shuffle:
                group.append(i)
        if group:
            out.append(group)
        if shuffle:
            random.shuffle(out)
        return out

    def batch(self, group, train):
        n = max(self.end[i] - self.begin[i] for i in group)
        at = np.zeros((len(group), n), dtype=np.int64)
        mask = np.zeros((len(group), n), dtype=bool)
        for r, i in enumerate(group):
            size = self.end[i] - self.begin[i]
            at[r, :size] = np.arange(self.begin[i], self.end[i])
            mask[r, :size] = True
        word, vector = self.word[at], self.vector[at]
        if train:  # so that words never met are no surprise
            blank = np.random.rand(*word.shape)
            word = np.where((np.random.rand(*word.shape) < self.rare[at]) | (blank < 0.08), 0, word)
            vector = np.where((blank > 0.04) & (blank < 0.14), 0, vector)
        t = torch.from_numpy
        context = None if self.context is None else t(self.context[at].astype(np.float32))
        return (t(word), t(self.affix[at]), (t(vector), context), t(mask)), at, n

    def answers(self, at, mask, n):
        """Numbers and weights of the answers, [b, n, k]; the root is number n."""
        out = {}
        for name in ("tags", "heads", "relations"):
            values = self.soft[name][at].astype(np.int64)
            if name == "heads":
                values = np.where((values < 0) | (values > n), n, values)  # a short sentence has few heads to name
            p = self.soft[name + "_p"][at].astype(np.float32) * mask[:, :, None]
            out[name] = (torch.from_numpy(values), torch.from_numpy(p))
        return out


def soft_loss(scores, answer):
    numbers, p = answer
    logs = torch.log_softmax(scores, 2)
    return -(torch.gather(logs, 2, numbers) * p).sum() / p.sum().clamp(min=1)


def losses(model, data, group, options):
    batch, at, n = data.batch(group, True)
    mask = batch[3]
    answers = data.answers(at, mask.numpy(), n)
    best_tag = answers["tags"][0][:, :, 0]
    free = torch.rand(best_tag.shape) < 0.6
    given = torch.where(free, torch.full_like(best_tag, -1), best_tag)
    tags, arcs, child, head = model(*batch, given, options["drop"])
    heads = answers["heads"][0][:, :, 0]
    core = data.is_core[answers["relations"][0][:, :, 0]]
    weight = torch.where(core, options["core"], 1.0)[:, :, None]  # who did what to whom counts for more
    for part in ("heads", "relations"):
        numbers, p = answers[part]
        answers[part] = (numbers, p * weight)
    rel = model.relations(child, head, heads)
    return soft_loss(tags, answers["tags"]) * options["tag_weight"] + soft_loss(arcs, answers["heads"]) + soft_loss(rel, answers["relations"]) * 0.7


@torch.no_grad()
def evaluate(model, data):
    model.eval()
    names = list(data.lists["tags"])
    labels = list(data.lists["relations"])
    core = {"nsubj", "obj", "iobj", "obl:agent", "nsubj:pass"}
    n = upos = uas = las = good = asked = found = 0
    for group in data.groups(4000, False):
        batch, _, words = data.batch(group, False)
        tags, arcs, child, head = model(*batch, torch.full(batch[0].shape, -1), 0.0)
        at = arcs.argmax(2)
        rel = model.relations(child, head, at).argmax(2).tolist()
        tags, at = tags.argmax(2).tolist(), at.tolist()
        for r, i in enumerate(group):
            s = data.sentences[i]
            for k in range(len(s.words)):
                n += 1
                upos += names[tags[r][k]][0] == s.upos[k]
                h = (len(s.words) if at[r][k] == words else at[r][k]) == s.heads[k]
                label = labels[rel[r][k]]
                uas += h
                las += h and label.split(":")[0] == s.relations[k].split(":")[0]
                asked += s.relations[k] in core
                found += label in core
                good += h and label in core and label == s.relations[k]
    model.train()
    return "UPOS %.2f UAS %.2f LAS %.2f core %.2f" % (100 * upos / n, 100 * uas / n, 100 * las / n, 200 * good / (asked + found))


def keep_best(scores, count):
    p, numbers = torch.softmax(scores, 2).topk(count, 2)
    return numbers.numpy().astype(np.int16), p.numpy().astype(np.float16)


@torch.no_grad()
def label(path, names):
    """Writes the teacher's distributions of tags, heads, and relations to the best head."""
    saved = torch.load(path)
    model = restore(saved).eval()
    for name in names:
        data = prepared(name, saved, model)
        count = len(data.hash)
        out = {}
        for part, k in (("tags", 3), ("heads", 4), ("relations", 3)):
            out[part], out[part + "_p"] = np.zeros((count, k), dtype=np.int16), np.zeros((count, k), dtype=np.float16)
        for group in data.groups(3000, False):
            batch, at, n = data.batch(group, False)
            tags, arcs, child, head = model(*batch, torch.full(batch[0].shape, -1), 0.0)
            if n < 4:
                arcs = F.pad(arcs, (0, 4 - n), value=-1e4)
            found = {"tags": keep_best(tags, 3), "heads": keep_best(arcs, 4), "relations": keep_best(model.relations(child, head, arcs.argmax(2)), 3)}
            mask = batch[3].numpy()
            for part, (numbers, p) in found.items():
                if part == "heads":
                    numbers = np.where(numbers >= n, -1, numbers)
                out[part][at[mask]], out[part + "_p"][at[mask]] = numbers[mask], p[mask]
        np.savez(name + ".npz", **out)
        print(name, "labelled; sure of", {part: round(float(out[part + "_p"][:, 0].mean()), 3) for part in ("tags", "heads", "relations")}, flush=True)


def restore(saved):
    widen(saved["width"])
    table = saved["state"].get("vectors")
    model = Student(len(saved["vocabulary"]) + 1, len(saved["lists"]["tags"]), len(saved["lists"]["relations"]), table, saved["context"])
    model.load_state_dict(saved["state"])
    return model


def prepared(name, saved, model):
    data = Set(name, saved["lists"])
    data.number(saved["vocabulary"], {}, vectors_of(saved["vectors"])[0])
    if saved["context"]:
        data.context = np.load(name + ".context.npy", mmap_mode="r")
    return data


def take_over(model, saved, vocabulary):
    """Begins with the weights of another network of this shape; words that are new to it begin as unknown ones."""
    state = saved["state"]
    old = state["word.weight"]
    state["word.weight"] = torch.stack([old[0]] + [old[saved["vocabulary"].get(h, 0)] for h in vocabulary])
    model.load_state_dict(state)


def vectors_of(path):
    """Row by hash of a word, and the rows; row 0 is for words without a vector."""
    if not path:
        return {}, None
    loaded = np.load(path)
    rows = np.concatenate([np.zeros((1, loaded["rows"].shape[1])), loaded["rows"]]).astype(np.float32) / 64
    return {h: i + 1 for i, h in enumerate(loaded["hash"].tolist())}, torch.from_numpy(rows)


def main():
    if sys.argv[1] == "label":
        torch.set_num_threads(2)
        return label(sys.argv[2], sys.argv[3:])
    options = {"context": 0.0, "width": 128.0, "every": 1.0, "rounds": 20.0, "drop": 0.2, "rate": 2e-3, "budget": 1500.0, "least": 2.0, "seed": 1.0, "tag_weight": 1.0, "threads": 1.0, "core": 1.0}
    out, arguments = sys.argv[2], sys.argv[3:]
    vectors_path = None
    init = None
    for a in [a for a in arguments if "=" in a]:
        k, v = a.split("=")
        if k == "vectors":
            vectors_path = v
        elif k == "init":
            init = v
        else:
            options[k] = float(v)
    arguments = [a for a in arguments if "=" not in a]
    names, dev_name = arguments[:arguments.index("--")], arguments[-1]
    torch.set_num_threads(int(options["threads"]))
    torch.set_flush_denormal(True)
    torch.manual_seed(int(options["seed"]))
    random.seed(int(options["seed"]))
    np.random.seed(int(options["seed"]))
    gold = conllu.read(names[0] + ".conllu")
    lists = {"tags": {}, "relations": {}}
    for s in gold:
        for p in zip(s.upos, s.xpos):
            lists["tags"].setdefault(p, len(lists["tags"]))
        for r in s.relations:
            lists["relations"].setdefault(r, len(lists["relations"]))
    sets = [Set(name, lists) for name in names]
    dev = Set(dev_name, lists)
    counts = {}
    for data in sets:
        for h in data.hash.tolist():
            counts[h] = counts.get(h, 0) + 1
    vocabulary = {}
    for h, c in counts.items():
        if c >= options["least"]:
            vocabulary[h] = len(vocabulary) + 1
    vectors, table = vectors_of(vectors_path)
    widen(options["width"])
    for data in sets + [dev]:
        data.number(vocabulary, counts, vectors)
        if options["context"]:
            data.context = np.load(data.name + ".context.npy", mmap_mode="r")
    context = sets[0].context.shape[1] if options["context"] else 0
    model = Student(len(vocabulary) + 1, len(lists["tags"]), len(lists["relations"]), table, context)
    print("words", len(vocabulary), "known vectors", (dev.vector > 0).mean(), "parameters beside tables", sum(p.numel() for n, p in model.named_parameters() if "embedding" not in n and n not in ("word.weight", "affix.weight")), flush=True)
    if init:
        take_over(model, torch.load(init), vocabulary)
    optimiser = torch.optim.AdamW(model.parameters(), lr=options["rate"], weight_decay=1e-3, betas=(0.9, 0.98), fused=True)
    dense = [p for n, p in model.named_parameters() if n not in ("word.weight", "affix.weight")]
    rounds = int(options["rounds"])
    steps = rounds * sum(len(data.groups(options["budget"], False)) for data in sets)
    mean = {k: v.clone() for k, v in model.state_dict().items()}
    start, done, total, seen = time.time(), 0, 0.0, 0
    model.train()
    for epoch in range(rounds):
        work = [(data, g) for data in sets for g in data.groups(options["budget"], True)]
        random.shuffle(work)
        for data, group in work:
            share = min(1.0, done / steps)
            for g in optimiser.param_groups:
                g["lr"] = options["rate"] * min(1.0, done / 100) * (0.5 * (1 + math.cos(math.pi * share)) + 0.005)
            loss = losses(model, data, group, options)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(dense, 2.0)
            optimiser.step()
            total += loss.item()
            seen += 1
            done += 1
            if done % 8:
                continue
            keep = min(0.96, done / (done + 100))
            with torch.no_grad():
                for k, v in model.state_dict().items():
                    if k == "vectors":
                        continue
                    mean[k].mul_(keep).add_(v, alpha=1 - keep)
        now = {k: v.clone() for k, v in model.state_dict().items()}
        if epoch % int(options["every"]) == options["every"] - 1 or epoch == rounds - 1:
            model.load_state_dict(mean)
            print(f"{time.time() - start:.0f} s  round {epoch + 1}  loss {total / seen:.4f}  {evaluate(model, dev)}", flush=True)
            model.load_state_dict(now)
            torch.save({"state": mean, "lists": lists, "vocabulary": vocabulary, "vectors": vectors_path, "width": width, "context": context}, out)
        total = seen = 0


if __name__ == "__main__":
    main()
