"""Step 7: what the reader adds to search by words, on articles that did not train. usage: measure.py MINILM-FOLDER READER-ONNX FOLDER

Prints how often the answer's words stand in the first one and the first three sentences, with the 95 % interval of the difference to words alone
(bootstrap over the questions), and how often the best passage is the right one. Last, how near the 8-bit graph is to the trained network.
"""
import json
import pathlib
import random
import sys

import numpy as np
import torch

from bm25 import WORD
from corpus import Corpus
from lexical import Lexical
from minilm import QuantizedModel
from network import Reader
from reading import Reading, run_graph
from wordpiece import WordPiece

SEED = 17
QUESTIONS = 300  # of each set
COMPARED = 100  # windows
RESAMPLES = 2000
ORDERS = {
    "words": lambda lexical, reader: lexical,
    "reader": lambda lexical, reader: reader,
    "both": lambda lexical, reader: 8 * np.log(lexical + 0.02) + reader,
}


def words_of(text):
    return " " + " ".join(WORD.findall(text.lower())) + " "


def hits(sentences, answers):
    """Whether one of the answers stands in the first, and in the first three sentences."""
    first = [words_of(" ".join(sentences[:count])) for count in (1, 3)]
    return [any(words_of(answer) in text for answer in answers) for text in first]


def measure(name, corpus, titles, tokenizer, model):
    """Prints the table of one set; returns what was read."""
    lexical, reading = Lexical(corpus.passages), Reading(tokenizer, model)
    asked = [question for question in corpus.questions if question.gold and corpus.of(question).title in titles]
    asked = random.Random(SEED).sample(asked, min(QUESTIONS, len(asked)))
    found = {index: passages for index, question in enumerate(asked) if (passages := lexical.passages(question.text))}
    for index, passages in found.items():
        for passage, _ in passages:
            reading.add((index, passage), asked[index], corpus.passages[passage])
    scores = reading.run()
    table, best = {order: np.zeros((len(asked), 2)) for order in ORDERS}, {"words": 0, "both": 0}
    for index, passages in found.items():
        question = asked[index]
        candidates = lexical.candidates(question.text, passages)
        by_words = np.array([candidate.score for candidate in candidates])
        by_reader = np.array([scores[(index, candidate.passage), candidate.sentence] for candidate in candidates])
        for order, combine in ORDERS.items():
            ranked = [candidates[rank] for rank in np.argsort(-combine(by_words, by_reader), kind="stable")[:3]]
            table[order][index] = hits([corpus.passages[candidate.passage].sentences[candidate.sentence] for candidate in ranked], question.answers)
        best["words"] += passages[0][0] == question.passage
        best["both"] += best_passage(passages, candidates, by_reader) == question.passage
    print_table(f"{name}, {len(asked)} questions, {len(reading.windows)} windows", table, {order: count / len(asked) for order, count in best.items()})
    return reading.windows


def best_passage(passages, candidates, by_reader):
    """The best passage by words and by how sure the reader is that it holds the answer."""
    def score(entry):
        index, words = entry
        sure = np.logaddexp.reduce([value for candidate, value in zip(candidates, by_reader) if candidate.passage == index])
        return words / passages[0][1] + 0.3 * np.clip(sure, -8, 8) / 8
    return max(passages, key=score)[0]


def print_table(title, table, best):
    rng = np.random.default_rng(SEED)
    count = len(table["words"])
    samples = rng.integers(0, count, (RESAMPLES, count))
    print(f"\n{title}\n\n| order | in 1 | in 3 | difference in 1 | in 3 | best passage |\n|---|---|---|---|---|---|")
    for order, values in table.items():
        low, high = np.percentile((values - table["words"])[samples].mean(axis=1), [2.5, 97.5], axis=0)
        differences = [f"{a:+.3f}…{b:+.3f}" for a, b in zip(low, high)] if order != "words" else ["", ""]
        passage = f"{best[order]:.3f}" if order in best else ""
        print(f"| {order} | {values[:, 0].mean():.3f} | {values[:, 1].mean():.3f} | {differences[0]} | {differences[1]} | {passage} |", flush=True)


def compare(read, minilm, trained, model):
    """Prints how the logits of the 8-bit graph differ from those of the network that was trained."""
    reader, exact = Reader(), []
    reader.load_minilm(QuantizedModel.load(minilm).weights())
    reader.load_state_dict(torch.load(trained), strict=False)
    for window in read:
        ids = torch.from_numpy(window.ids.astype(np.int64))[None]
        types = (torch.arange(ids.shape[1]) >= window.start).long()[None]
        with torch.no_grad():
            exact.append(reader(ids, torch.ones(ids.shape), types)[0].numpy())
    rounded, exact = np.concatenate(run_graph(model, read)), np.concatenate(exact)
    print(f"\nlogits of {len(read)} windows: correlation {np.corrcoef(rounded, exact)[0, 1]:.4f}, mean difference {(rounded - exact).mean():+.3f}, "
          f"mean distance {np.abs(rounded - exact).mean():.3f}, standard deviation {exact.std():.3f}")


def main(minilm, model, folder):
    tokenizer = WordPiece(minilm / "tokenizer.json")
    titles = json.loads((folder / "titles.json").read_text(encoding="utf-8"))
    squad, xquad = Corpus.load(folder / "squad.json"), Corpus.load(folder / "xquad.json")
    held_out = {passage.title for passage in squad.passages} - set(titles["train"])
    read = measure("SQuAD-es, the articles that did not train", squad, held_out, tokenizer, model)
    read += measure("XQuAD-es without the articles that trained", xquad, {passage.title for passage in xquad.passages} - set(titles["xquad-shared"]), tokenizer, model)
    compare(random.Random(SEED).sample(read, COMPARED), minilm / "model_quantized.onnx", folder / "reader.pt", model)


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:]))
