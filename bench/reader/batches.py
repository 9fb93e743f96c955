"""Puts examples of like length together, so that little is padded."""
import random

import numpy as np
import torch

BATCH_TOKENS = 1800  # of one process, padding included
SORTED_AT_ONCE = 800  # examples: batches of like length, yet another composition in each epoch


def batches(lengths, epoch, seed, processes):
    """One epoch: for each step, a list of example numbers for each process."""
    rng = random.Random(seed * 1000 + epoch)
    order = list(range(len(lengths)))
    rng.shuffle(order)
    found = []
    for start in range(0, len(order), SORTED_AT_ONCE):
        chunk = sorted(order[start:start + SORTED_AT_ONCE], key=lambda index: lengths[index])
        group, batch = [], []
        for index in chunk:
            if batch and (len(batch) + 1) * lengths[index] > BATCH_TOKENS:
                group.append(batch)
                batch = []
            batch.append(index)
        group.append(batch)
        rng.shuffle(group)
        found += group
    steps = len(found) // processes
    return [found[step * processes:(step + 1) * processes] for step in range(steps)]


def collate(examples):
    """Tensors of a batch: ids, mask, types, and whether a token is of the passage, of a sentence that answers, of the answer; weights."""
    shape = len(examples), max(len(example.window.ids) for example in examples)
    ids, types = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    mask = np.zeros(shape, np.float32)
    passage, gold, answer = (np.zeros(shape, bool) for _ in range(3))
    for row, example in enumerate(examples):
        window, tokens = example.window, len(example.window.ids)
        ids[row, :tokens] = window.ids
        types[row, window.start:tokens] = 1
        mask[row, :tokens] = 1
        passage[row, :tokens] = window.owner >= 0
        gold[row, :tokens] = example.gold
        answer[row, :tokens] = window.answer
    weights = np.array([example.weight for example in examples], np.float32)
    return [torch.from_numpy(array) for array in (ids, mask, types, passage, gold, answer, weights)]
