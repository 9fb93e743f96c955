"""Step 2: the windows that train. usage: examples.py TOKENIZER FOLDER

Each question is read with its own passage, and at times with one that looks alike and does not answer it.
"""
import collections
import json
import pathlib
import pickle
import random
import sys

import numpy as np

from builder import Builder
from corpus import Corpus
from recipes import RECIPES
from wordpiece import WordPiece

SEED = 11


def training_part(corpus, titles):
    """The corpus with the questions of the articles of these titles only."""
    return Corpus(corpus.passages, [question for question in corpus.questions if corpus.of(question).title in titles])


def main(tokenizer, folder):
    rng = random.Random(SEED)
    english = Corpus.load(folder / "english.json")
    titles = json.loads((folder / "titles.json").read_text(encoding="utf-8"))["train"]
    corpora = {"squad-es": training_part(Corpus.load(folder / "squad.json"), titles)}
    found = []
    for source, recipe in RECIPES.items():
        found += Builder(WordPiece(tokenizer), corpora.get(source, english), source, recipe, rng).examples()
    rng.shuffle(found)
    with open(folder / "examples.pickle", "wb") as file:
        pickle.dump(found, file)
    counts = collections.Counter((example.source, "answered" if example.gold.any() else "not answered") for example in found)
    lengths = np.array([len(example.window.ids) for example in found])
    print(f"{len(found)} examples of {lengths.mean():.0f} tokens on average, {lengths.max()} at most")
    for (source, kind), count in sorted(counts.items()):
        print(f"  {source:9} {kind:12} {count}")


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
