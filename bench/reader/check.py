"""Checks the tokenizer and the network against samples that other libraries made. usage: check.py MINILM-FOLDER SAMPLES

Raises AssertionError where they differ: training would go on from other weights than the product runs.
"""
import json
import pathlib
import sys

import torch

from minilm import QuantizedModel
from network import Reader
from wordpiece import CLS, SEP, WordPiece

LEAST_COSINE = 0.98  # the samples' activations are of eight bits


def check_tokenizer(tokenizer, samples):
    for sample in samples:
        assert [CLS, *tokenizer.encode(sample["text"]), SEP] == sample["ids"], sample["text"]


def check_network(tokenizer, reader, samples):
    """The mean of the last layer is MiniLM's sentence vector."""
    last = []
    reader.layers[-1].register_forward_hook(lambda _, __, output: last.append(output[0].mean(dim=0)))
    for sample in samples:
        ids = torch.tensor([[CLS, *tokenizer.encode(sample["text"]), SEP]])
        with torch.no_grad():
            reader(ids, torch.ones(ids.shape), torch.zeros_like(ids))
        cosine = torch.cosine_similarity(last.pop(), torch.tensor(sample["vector"]), dim=0).item()
        print(f"cosine {cosine:.4f} «{sample['text'][:50]}»")
        assert cosine >= LEAST_COSINE, sample["text"]


def main(folder, samples):
    tokenizer, reader = WordPiece(folder / "tokenizer.json"), Reader()
    reader.load_minilm(QuantizedModel.load(folder / "model_quantized.onnx").weights())
    check_tokenizer(tokenizer, json.loads((samples / "wordpiece-expected.json").read_text(encoding="utf-8")))
    check_network(tokenizer, reader, json.loads((samples / "minilm-vectors.json").read_text(encoding="utf-8")))


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:]))
