"""Reads passages with the exported graph."""
import json
import pathlib
import subprocess

import numpy as np

import windows

HERE = pathlib.Path(__file__).parent


class Reading:
    """What the reader makes of every sentence of the passages that questions are read with."""

    def __init__(self, tokenizer, model):
        self._tokenizer, self._model = tokenizer, model
        self.windows, self._keys = [], []

    def add(self, key, question, passage):
        """Has a passage read with a question; `key` finds it again."""
        asked = windows.question_ids(self._tokenizer, question.machine)
        encoded = [self._tokenizer.encode_with_offsets(sentence) for sentence in passage.machine]
        for first, last in windows.cover([len(ids) for ids, _ in encoded], windows.room(asked)):
            self.windows.append(windows.build(asked, encoded[first:last + 1], first))
            self._keys.append(key)

    def run(self):
        """The log odds that a sentence answers, by key and sentence; the higher one where two windows hold it."""
        scores = {}
        for key, window, logits in zip(self._keys, self.windows, run_graph(self._model, self.windows)):
            for sentence in set(window.owner.tolist()) - {-1}:
                score = float(np.logaddexp.reduce(logits[window.owner == sentence]))
                scores[key, sentence] = max(score, scores.get((key, sentence), -np.inf))
        return scores


def run_graph(model, read):
    """The logits of each window."""
    entries = json.dumps([{"ids": window.ids.tolist(), "start": window.start} for window in read])
    run = subprocess.run(["node", HERE / "logits.mjs", model], input=entries, capture_output=True, text=True, check=True)
    return [np.array(logits) for logits in json.loads(run.stdout)]
