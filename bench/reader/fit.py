"""Step 3: trains the reader. usage: fit.py MINILM FOLDER

Started once for each process, whose gradients are averaged; torch.distributed reads RANK, WORLD_SIZE, MASTER_ADDR and MASTER_PORT.
READER_STEPS and READER_SECONDS end the run sooner, with the whole schedule of learning rates. Only a run bounded by steps can be repeated exactly.
"""
import os
import pathlib
import pickle
import sys
import time
import warnings

import torch
from torch import distributed

from batches import batches, collate
from loss import reader_loss
from minilm import QuantizedModel
from network import Reader

SEED = 2
EPOCHS = 2
RATE, HEAD_RATE = 1e-4, 1e-3
WARM_UP = 60  # steps
LAST_RATE = 0.02  # of the full rate
WEIGHT_DECAY = 0.01
LARGEST_GRADIENT = 1.0
REPORT_EVERY = 25  # steps


def schedule(step, progress):
    """The share of the full learning rate: up during the warm-up, and down in a line all along."""
    return min(1, (step + 1) / WARM_UP) * max(LAST_RATE, 1 - progress)


def optimizer(reader):
    """AdamW; the new head learns faster, and only matrices decay."""
    head = [value for name, value in reader.trained() if name.startswith("head.")]
    body = [value for name, value in reader.trained() if not name.startswith("head.")]
    return torch.optim.AdamW([
        {"params": [value for value in body if value.dim() > 1], "weight_decay": WEIGHT_DECAY, "full": RATE},
        {"params": [value for value in body if value.dim() == 1], "weight_decay": 0.0, "full": RATE},
        {"params": head, "weight_decay": 0.0, "full": HEAD_RATE},
    ], lr=RATE)


def average_gradients(parameters, seconds):
    """Makes the gradients of all processes their mean, and returns the mean of the seconds: all end at the same step."""
    flat = torch.cat([value.grad.reshape(-1) for value in parameters] + [torch.tensor([seconds])])
    distributed.all_reduce(flat)
    flat /= distributed.get_world_size()
    position = 0
    for value in parameters:
        value.grad.copy_(flat[position:position + value.numel()].view_as(value))
        position += value.numel()
    return flat[-1].item()


class Report:
    """Prints now and then how the training goes."""

    def __init__(self, steps):
        self.steps = steps
        self._clear()

    def add(self, step, seconds, loss, right, has_answer):
        self.losses.append(loss)
        self.found += right[has_answer].tolist()
        self.rejected += right[~has_answer].tolist()
        if (step + 1) % REPORT_EVERY == 0 or step + 1 == self.steps:
            mean = [sum(values) / max(1, len(values)) for values in (self.losses, self.found, self.rejected)]
            print(f"step {step + 1} of {self.steps}, {seconds:.0f} s: loss {mean[0]:.3f}, "
                  f"probability of the answering sentences {mean[1]:.3f}, of none where there is none {mean[2]:.3f}", flush=True)
            self._clear()

    def _clear(self):
        self.losses, self.found, self.rejected = [], [], []


def main(minilm, folder):
    most_steps, most_seconds = int(os.environ.get("READER_STEPS") or sys.maxsize), float(os.environ.get("READER_SECONDS") or "inf")
    distributed.init_process_group("gloo")
    rank, processes = distributed.get_rank(), distributed.get_world_size()
    torch.set_num_threads(1)
    warnings.filterwarnings("ignore", "The value of the smallest subnormal")  # NumPy notices the next line
    torch.set_flush_denormal(True)
    torch.manual_seed(SEED)  # the same head in every process
    with open(folder / "examples.pickle", "rb") as file:
        examples = pickle.load(file)
    reader = Reader()
    reader.load_minilm(QuantizedModel.load(minilm).weights())
    optimize, parameters = optimizer(reader), [value for _, value in reader.trained()]
    lengths = [len(example.window.ids) for example in examples]
    plan = [step for epoch in range(EPOCHS) for step in batches(lengths, epoch, SEED, processes)][:most_steps]
    report, started, seconds = Report(len(plan)), time.monotonic(), 0.0
    for number, step in enumerate(plan):
        progress = max(number / len(plan), seconds / most_seconds)
        if progress >= 1:
            break
        for group in optimize.param_groups:
            group["lr"] = group["full"] * schedule(number, progress)
        ids, mask, types, passage, gold, answer, weights = collate([examples[index] for index in step[rank]])
        loss, right = reader_loss(reader(ids, mask, types), passage, gold, answer, weights)
        optimize.zero_grad()
        loss.backward()
        seconds = average_gradients(parameters, time.monotonic() - started)
        torch.nn.utils.clip_grad_norm_(parameters, LARGEST_GRADIENT)
        optimize.step()
        if rank == 0:
            report.add(number, seconds, loss.item(), right, gold.any(1))
    if rank == 0:
        print(f"trained for {number + 1 if progress < 1 else number} steps")
        torch.save({name: value.detach() for name, value in reader.trained()}, folder / "reader.pt")


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
