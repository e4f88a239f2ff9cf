"""Fits the model of the summary's sentences by cross-validation on ../shared/data/summary.

    python3 -m venv v && v/bin/pip install lightgbm numpy regex
    cargo build --profile bench --features html --bench text
    v/bin/python benches/text/train.py target/release/deps/text-…

Writes src/summary/model.bin, and the cross-validated figures on standard output: ROUGE-1 (F) with as many sentences (k) and
as many words (w) as the reference has, and the share of summaries of stories of twelve sentences and more that are the lead.
A sentence's target is its ROUGE-1 precision, with a little of its ROUGE-1 and ROUGE-2 F, standardised within the story:
precision is what a sentence of any length can have.
"""

import gzip
import json
import os
import subprocess
import sys
import unicodedata
from collections import Counter

import lightgbm
import numpy
import regex

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../extraction"))
from train import dump, pack_forest  # noqa: E402

FOLDS = 5
SETS = ["easc", "antabs", "cnndm", "meta"]
# As in src/summary.rs.
REDUNDANCY, ECHO, ECHO_COSTS = 2.0, 0.75, 10.0
FIT = dict(trees=90, leaves=8, rate=0.08)
OF_F = 0.2

CJK = r"\p{Han}\p{Hiragana}\p{Katakana}ー"
TOKEN = regex.compile(rf"[{CJK}]|[\p{{L}}\p{{M}}\p{{N}}--[{CJK}]]+", regex.V1)
ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": None})
MARKS = regex.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0591-\u05bd\u200b-\u200f\u202a-\u202e\ufeff]")


def tokens(text):
    return TOKEN.findall(MARKS.sub("", unicodedata.normalize("NFKC", text).lower()).translate(ARABIC))


def rouge(found, wanted, n):
    """Precision and F of n-grams."""
    grams = lambda words: Counter(zip(*(words[i:] for i in range(n))))
    a, b = grams(found), grams(wanted)
    hits, left, right = sum((a & b).values()), sum(a.values()), sum(b.values())
    return (hits / left if left else 0.0), (2 * hits / (left + right) if left + right else 0.0)


def load(program, name):
    path = os.path.join(HERE, "../../../shared/data/summary", f"{name}.jsonl.gz")
    stories = [json.loads(line) for line in gzip.open(path, "rt", encoding="utf-8")]
    asked = "\n".join(json.dumps(story, ensure_ascii=False) for story in stories) + "\n"
    answer = subprocess.run([program, "features"], input=asked.encode(), stdout=subprocess.PIPE, check=True).stdout
    for story, line in zip(stories, answer.decode().splitlines()):
        story.update(json.loads(line))
        story["tokens"] = [tokens(sentence) for sentence in story["sentences"]]
        story["sets"] = [frozenset(terms) for terms in story["terms"]]
        story["wanted"] = [tokens(reference) for reference in story["refs"]]
        story["fit"] = [i for i, row in enumerate(story["rows"]) if row]
        story["x"] = numpy.array([story["rows"][i] for i in story["fit"]], dtype=numpy.float32)
        y = []
        for i in story["fit"]:
            values = [(rouge(story["tokens"][i], w, 1), rouge(story["tokens"][i], w, 2)) for w in story["wanted"]]
            y.append(numpy.mean([one[0] + OF_F * (one[1] + two[1]) for one, two in values]))
        y = numpy.array(y)
        story["y"] = (y - y.mean()) / (y.std() + 1e-6) if len(y) else y
    return [story for story in stories if len(story["fit"])]


def fit(stories, sizes):
    x, y = numpy.vstack([s["x"] for s in stories]), numpy.concatenate([s["y"] for s in stories])
    # Each set counts the same, and in it each story.
    w = numpy.concatenate([numpy.full(len(s["y"]), 1000 / sizes[s["set"]] / len(s["y"])) for s in stories])
    data = lightgbm.Dataset(x, y, weight=w, params={"max_bin": 63, "verbose": -1})
    parameters = {
        "objective": "regression", "num_leaves": FIT["leaves"], "learning_rate": FIT["rate"], "min_data_in_leaf": 80,
        "bagging_fraction": 0.8, "bagging_freq": 1, "feature_fraction": 0.7, "seed": 7, "deterministic": True,
        "force_row_wise": True, "num_threads": 1, "verbose": -1,
    }
    return lightgbm.train(parameters, data, FIT["trees"])


def order(story, scores, count):
    worth = {i: float(score) - story["held_back"][i] for i, score in zip(story["fit"], scores)}
    said, chosen = dict.fromkeys(worth, 0.0), []
    while worth and len(chosen) < count:
        best = max(worth, key=lambda i: (worth[i] - REDUNDANCY * said[i] - ECHO_COSTS * (said[i] >= ECHO), -i))
        del worth[best]
        chosen.append(best)
        for i in worth:
            said[i] = max(said[i], len(story["sets"][i] & story["sets"][best]) / max(1, len(story["sets"][i])))
    return chosen


def judge(stories, scores):
    by_k, by_w, leads, long = [], [], 0, 0
    for story, score in zip(stories, scores):
        k, budget = story["budget"]["sents"], story["budget"]["words"]
        ranked = order(story, score, max(8, k))
        first = sorted(ranked[:k])
        f = lambda found: numpy.mean([rouge(found, wanted, 1)[1] for wanted in story["wanted"]])
        by_k.append(f([t for i in first for t in story["tokens"][i]]))
        by_w.append(f([t for i in ranked for t in story["tokens"][i]][:budget]))
        if len(story["sentences"]) >= 12:
            long += 1
            leads += first == list(range(k))
    return 100 * numpy.mean(by_k), 100 * numpy.mean(by_w), 100 * leads / max(1, long)


def main():
    program = sys.argv[1]
    sets = {name: load(program, name) for name in SETS}
    sizes = {name: len(stories) for name, stories in sets.items()}
    for name, stories in sets.items():
        for place, story in enumerate(stories):
            story["set"], story["part"] = name, place % FOLDS
    every = [story for stories in sets.values() for story in stories]
    for part in range(FOLDS):
        model = fit([story for story in every if story["part"] != part], sizes)
        for story in every:
            if story["part"] == part:
                story["score"] = model.predict(story["x"])
    for name, stories in sets.items():
        k, w, lead = judge(stories, [story["score"] for story in stories])
        base = judge(stories, [-numpy.array(s["fit"], dtype=float) * 1e3 for s in stories])
        print(f"{name:8} k {k:.2f} w {w:.2f} is the lead {lead:.0f} %  (lead of these sentences: k {base[0]:.2f} w {base[1]:.2f})")
    packed = pack_forest(dump(fit(every, sizes)))
    with open(os.path.join(HERE, "../../src/summary/model.bin"), "wb") as out:
        out.write(packed)
    print(len(packed), "bytes")


if __name__ == "__main__":
    main()
