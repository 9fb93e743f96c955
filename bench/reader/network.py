"""The reader in PyTorch: all-MiniLM-L6-v2's BERT with a head that gives a logit for each token."""
import math

import torch
from torch import nn
from torch.nn import functional

WIDTH, HEADS, LAYERS = 384, 12, 6
FROZEN_LAYERS = 2  # together with the embeddings; they stay MiniLM's, so that only what differs has to be delivered


class Layer(nn.Module):
    """A transformer layer; `BERT_NAMES` says what BERT calls its parts."""

    BERT_NAMES = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "attention_output": "attention.output.dense", "attention_norm": "attention.output.LayerNorm",
        "intermediate": "intermediate.dense", "output": "output.dense", "output_norm": "output.LayerNorm",
    }

    def __init__(self):
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.attention_output = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.intermediate = nn.Linear(WIDTH, 4 * WIDTH)
        self.output = nn.Linear(4 * WIDTH, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, hidden, bias):
        """`hidden` is [batch, token, width]; `bias` [batch, 1, 1, token] is added to the attention's scores."""
        query, key, value = (self._by_head(part(hidden)) for part in (self.query, self.key, self.value))
        attention = torch.softmax(query @ key.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + bias, dim=-1)
        mixed = (attention @ value).transpose(1, 2).reshape(hidden.shape)
        hidden = self.attention_norm(hidden + self.attention_output(mixed))
        return self.output_norm(hidden + self.output(functional.gelu(self.intermediate(hidden))))

    @staticmethod
    def _by_head(hidden):
        batch, tokens, _ = hidden.shape
        return hidden.view(batch, tokens, HEADS, WIDTH // HEADS).transpose(1, 2)


class Reader(nn.Module):
    """No dropout: two passes over the examples do not overfit, and it would slow them down."""

    def __init__(self):
        super().__init__()
        self.words, self.positions, self.types = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH), nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, 2)  # of a token, and of the whole window by its [CLS]
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.zeros_(self.head.bias)

    def forward(self, ids, mask, types):
        """Logits [batch, token]: how much rather than nothing a token is of what answers."""
        with torch.no_grad():
            hidden = self.norm(self.words(ids) + self.positions.weight[None, :ids.shape[1]] + self.types(types))
            bias = (1.0 - mask[:, None, None, :]) * -10000.0
            for layer in self.layers[:FROZEN_LAYERS]:
                hidden = layer(hidden, bias)
        for layer in self.layers[FROZEN_LAYERS:]:
            hidden = layer(hidden, bias)
        parts = self.head(hidden)
        return parts[:, :, 0] + parts[:, :1, 1]

    def trained(self):
        """Names and values of the parameters that training changes."""
        return [(name, parameter) for name, parameter in self.named_parameters() if is_trained(name)]

    def load_minilm(self, weights):
        """Takes over the weights of a `QuantizedModel`."""
        with torch.no_grad():
            for name, parameter in self.named_parameters():
                if not name.startswith("head."):
                    parameter.copy_(torch.from_numpy(weights[bert_name(name)]))
        for name, parameter in self.named_parameters():
            parameter.requires_grad = is_trained(name)


def is_trained(name):
    return name.startswith("head.") or (name.startswith("layers.") and int(name.split(".")[1]) >= FROZEN_LAYERS)


def bert_name(name):
    """What BERT calls a parameter of the reader."""
    head, _, rest = name.partition(".")
    if head == "layers":
        number, part, kind = rest.split(".")
        return f"encoder.layer.{number}.{Layer.BERT_NAMES[part]}.{kind}"
    embedding = {"words": "word", "positions": "position", "types": "token_type"}.get(head)
    return f"embeddings.{embedding}_embeddings.weight" if embedding else f"embeddings.LayerNorm.{rest}"
