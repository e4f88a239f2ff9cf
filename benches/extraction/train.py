"""Fits the model of the story's blocks: names' weights, then two rounds of boosted trees, cross-validated by site.

    python3 -m venv v && v/bin/pip install -r benches/extraction/requirements.txt
    v/bin/python ../shared/bench/variants/variants.py ../shared/data/extraction VARIANTS SET…
    v/bin/python benches/extraction/train.py FOLDER PROGRAM VARIANTS [--check]

FOLDER takes the numbers in between; PROGRAM is the built bench. Reads nothing but what the bench writes of ../shared and of the
variants, and writes src/article/model.bin (the trees and the names' weights, quantized), or with --check says whether it is
what this script makes. The figures on standard output are those of models that have not seen a page's site.
"""

import hashlib
import os
import struct
import subprocess
import sys
from collections import defaultdict

import lightgbm
import numpy

FOLDS = 5
MODEL = "src/article/model.bin"
# Pages of a variant that are learnt from, one in so many, and what each of their blocks counts beside the page as it is.
EVERY = 3
VARIANT_WEIGHT = 0.6
# A name is learnt where so many sites use it: fewer is a site's own habit.
MIN_SITES = 6
# Sites that a name's weight is shrunk by: three sites that agree are no law.
PRIOR = 3.0
MIN_WEIGHT = 0.25


def names(tokens, fold):
    """The log odds of story inside of an element of that name, shrunk to nothing where few sites have it."""
    story, every = defaultdict(lambda: defaultdict(float)), defaultdict(lambda: defaultdict(float))
    sites = defaultdict(lambda: [0.0, 0.0])
    for set_, site, part, token, good, all_ in tokens:
        if part == fold:
            continue
        story[token][site] += good
        every[token][site] += all_
        if token >= 0x10000000:
            continue
    base = 0.0
    roots = [t for t in every if len(every[t]) > 400]
    root = max(roots or every, key=lambda t: len(every[t]))
    base = sum(story[root][s] / every[root][s] for s in every[root]) / len(every[root])
    odds = numpy.log(base / (1 - base))
    table = {}
    for token, held in every.items():
        if len(held) < MIN_SITES:
            continue
        share = sum(story[token][s] / held[s] for s in held)
        p = (share + PRIOR * base) / (len(held) + PRIOR)
        p = min(max(p, 0.005), 0.995)
        weight = numpy.log(p / (1 - p)) - odds
        if abs(weight) >= MIN_WEIGHT:
            table[token] = round(float(weight) * 16) / 16
    return table


def run(program, *arguments):
    subprocess.run([program, *arguments], check=True, stderr=subprocess.DEVNULL)


def fit(x, y, w, rounds, leaves, rate, seed=7):
    data = lightgbm.Dataset(x, y, weight=w, params={"max_bin": 63, "verbose": -1})
    parameters = {
        "objective": "cross_entropy", "num_leaves": leaves, "learning_rate": rate, "min_data_in_leaf": 60, "extra_trees": True,
        "feature_fraction": 0.6, "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0, "max_bin": 63,
        "seed": seed, "deterministic": True, "force_row_wise": True, "num_threads": 2, "verbose": -1,
        "min_sum_hessian_in_leaf": 0.0001,
    }
    return lightgbm.train(parameters, data, rounds)


def cross(x, y, w, fold, rounds, leaves, rate):
    out = numpy.zeros(len(y), dtype=numpy.float32)
    for part in range(FOLDS):
        train, test = (fold != part) & (w > 0), fold == part
        model = fit(x[train], y[train], w[train], rounds, leaves, rate)
        out[test] = model.predict(x[test], raw_score=True)
    return out


def dump(model):
    """The trees of a model as lists of (feature, threshold, left, right), leaves as values."""
    trees = []
    for tree in model.dump_model()["tree_info"]:
        inner, leaves = [], []

        def visit(node):
            if "leaf_value" in node and "split_feature" not in node:
                leaves.append(node["leaf_value"])
                return -len(leaves)
            place = len(inner)
            inner.append(None)
            left, right = visit(node["left_child"]), visit(node["right_child"])
            inner[place] = (node["split_feature"], numpy.float32(node["threshold"]), left, right)
            return place

        visit(tree["tree_structure"])
        if not inner:
            leaves[:] = leaves[:1]
        trees.append((inner, leaves))
    return trees


def pack_forest(trees):
    """Little-endian: the splits (count, features, thresholds), then the trees (count; of each: inner nodes, their splits and
    children, and the leaves in 4096ths)."""
    out = bytearray()
    splits = sorted({(f, float(t)) for inner, _ in trees for f, t, _, _ in inner})
    place = {split: i for i, split in enumerate(splits)}
    out += struct.pack("<H", len(splits))
    out += bytes(f for f, _ in splits)
    out += b"".join(struct.pack("<f", t) for _, t in splits)
    out += struct.pack("<H", len(trees))
    for inner, leaves in trees:
        out += struct.pack("<B", len(inner))
        for f, t, left, right in inner:
            out += struct.pack("<Hbb", place[(f, float(t))], left, right)
        for leaf in leaves:
            out += struct.pack("<h", max(-32767, min(32767, round(leaf * 4096))))
    return bytes(out)


def pack(table, rounds):
    """Little-endian: the names (count, hashes, weights in 16ths), then the forest of each round."""
    out = bytearray(struct.pack("<H", len(table)))
    for token in sorted(table):
        out += struct.pack("<I", token)
    for token in sorted(table):
        out += struct.pack("<b", max(-127, min(127, round(table[token] * 16))))
    return bytes(out) + b"".join(pack_forest(trees) for trees in rounds)


def read(folder, name, columns):
    return numpy.fromfile(f"{folder}/{name}.bin", dtype="<f4").reshape(-1, columns)


# No score is lower: as in model.rs.
FLOOR = -4.0
# Trees, leaves and rate of the two rounds: half as many trees at twice the rate lose half a point. Thresholds drawn at
# random (Geurts, Ernst and Wehenkel 2006, "Extremely randomized trees") gain a quarter of a point across sites.
FIRST = (160, 16, 0.15)
SECOND = (110, 12, 0.12)


def columns(program):
    """The names of the numbers at the first and at the second look, as the program has them."""
    first, second = subprocess.run([program, "--names"], check=True, capture_output=True, text=True).stdout.splitlines()
    return first.split(), second.split()


def chosen(variant, page):
    """The pages of each variant that are learnt from: all as they are, one in so many of the rest, another third each time."""
    return (variant == 0) | ((page + variant) % EVERY == 0)


def main():
    folder, program, variants, *check = sys.argv[1:]
    sources = ["--variants", variants]
    if os.path.exists(f"{folder}/scores.bin"):
        os.remove(f"{folder}/scores.bin")
    tokens = []
    run(program, "--tokens", f"{folder}/tokens.txt")
    for line in open(f"{folder}/tokens.txt"):
        set_, site, part, token, good, all_ = line.split()
        tokens.append((set_, site, int(part), int(token), float(good), float(all_)))
    for part in range(FOLDS + 1):
        table = names(tokens, part)
        with open(f"{folder}/names-{part}.tsv", "w") as out:
            out.writelines(f"{token}\t{weight}\n" for token, weight in sorted(table.items()))
    first_names, second_names = columns(program)
    run(program, "--features", folder, *sources)
    blocks = read(folder, "blocks", len(first_names) + 6)
    variant, page, fold = (blocks[:, column].astype(int) for column in (1, 2, 3))
    x, y, w = blocks[:, 6:], blocks[:, 4].copy(), blocks[:, 5].copy()
    known = y >= 0
    # A block counts a little whatever its length, so that short furniture is learnt; none counts for a whole page.
    w = numpy.where(known, numpy.minimum(w, 0.25) + 0.003, 0)
    w = numpy.where(variant == 0, w, w * VARIANT_WEIGHT)
    w[~chosen(variant, page)] = 0
    y = numpy.where(known, y, 0)
    print(len(y), "blocks,", int((w > 0).sum()), "learnt from")
    first = cross(x, y, w, fold, *FIRST)
    first = numpy.maximum(first, FLOOR)
    first.astype("<f4").tofile(f"{folder}/scores.bin")
    run(program, "--features", folder, *sources)
    context = read(folder, "context", len(second_names))
    second = cross(context, y, w, fold, *SECOND)
    second.astype("<f4").tofile(f"{folder}/scores2.bin")
    judged = subprocess.run([program, "--judge", f"{folder}/scores2.bin", *sources], check=True, capture_output=True, text=True)
    print(judged.stdout)
    kept = w > 0
    rounds = [dump(fit(x[kept], y[kept], w[kept], *FIRST)), dump(fit(context[kept], y[kept], w[kept], *SECOND))]
    packed = pack(names(tokens, FOLDS), rounds)
    print(len(packed), "bytes, sha256", hashlib.sha256(packed).hexdigest())
    if check == ["--check"]:
        with open(MODEL, "rb") as model:
            sys.exit(0 if model.read() == packed else f"{MODEL} is not what this script makes")
    with open(MODEL, "wb") as out:
        out.write(packed)


if __name__ == "__main__":
    main()
