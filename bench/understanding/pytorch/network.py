"""The network of src/language/model/network.ts and the loss of src/language/training/objective.ts, in PyTorch.

Names of parameters are those of the TypeScript, so that its weights fit. Shapes: B messages, T tokens, D width.
"""

import torch
from torch import nn
from torch.nn import functional as F

CONTRAST_TEMPERATURE = 0.1
BOUNDARIES = 3
REACH = 2


def sinusoids(length: int, width: int) -> torch.Tensor:
    place = torch.arange(length, dtype=torch.float64)[:, None]
    pair = torch.arange(0, width, 2, dtype=torch.float64)[None, :]
    angle = place / 10_000 ** (pair / width)
    return torch.stack([angle.sin(), angle.cos()], dim=-1).reshape(length, width).float()


class Attention(nn.Module):
    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.output = (nn.Linear(width, width) for _ in range(4))

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        B, T, D = x.shape
        q, k, v = (
            each(x).view(B, T, self.heads, D // self.heads).transpose(1, 2)
            for each in (self.query, self.key, self.value)
        )
        if hasattr(F, "scaled_dot_product_attention"):  # from 2.0 on, its own fused kernel
            seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        else:
            scores = q @ k.transpose(-1, -2) * (D // self.heads) ** -0.5
            seen = (scores + mask).softmax(-1) @ v
        return self.output(seen.transpose(1, 2).reshape(B, T, D))


class Block(nn.Module):
    def __init__(self, width: int, heads: int, hidden: int, dropout: float) -> None:
        super().__init__()
        self.attention = Attention(width, heads)
        self.feed = nn.ModuleDict({"in": nn.Linear(width, hidden), "out": nn.Linear(hidden, width)})
        self.attention_norm, self.feed_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        x = x + self.dropout(self.attention(self.attention_norm(x), mask))
        return x + self.dropout(self.feed["out"](F.gelu(self.feed["in"](self.feed_norm(x)))))


def neighbourhood(x: torch.Tensor, reach: int) -> torch.Tensor:
    padded, length = F.pad(x, (0, 0, reach, reach)), x.shape[1]
    return torch.cat([padded[:, at : at + length] for at in range(2 * reach + 1)], dim=-1)


class Network(nn.Module):
    def __init__(self, shape: dict, dropout: float) -> None:
        super().__init__()
        width, intents = shape["width"], shape["intents"]
        self.tokens = nn.Embedding(shape["vocabulary"], width, sparse=True)
        self.columns = [intents, shape["acts"], shape["tones"]]
        self.wording = nn.Embedding(shape["features"], sum(self.columns), sparse=True)
        self.hints = nn.Linear(2 * shape["hints"], width)
        self.register_buffer("positions", sinusoids(shape["longest"], width))
        self.encoder = nn.ModuleList(
            Block(width, shape["heads"], shape["hidden"], dropout) for _ in range(shape["layers"])
        )
        self.encoder_norm = nn.LayerNorm(width)
        self.summary = nn.Linear(2 * width, width)
        self.meaning = nn.Linear(width, intents)
        self.slots = nn.ModuleDict(
            {
                "local": nn.Linear(width * (2 * REACH + 2), width),
                "whole": nn.Linear(width + intents, width),
                "token": nn.Linear(2 * width, width),
                "boundaries": nn.Linear(width, BOUNDARIES),
                "names": nn.Linear(width, shape["slots"]),
            }
        )
        self.acts = nn.Linear(width, shape["acts"])
        self.tones = nn.Linear(width, shape["tones"])
        self.sentence = nn.Linear(2 * width, shape["sentence"])
        self.dropout = nn.Dropout(dropout)

    def forward(self, feeds: dict) -> dict:
        embedded = self.tokens(feeds["tokens"]) * self.tokens.embedding_dim**0.5 + self.hints(feeds["hints"])
        x = self.dropout(embedded + self.positions[: embedded.shape[1]])  # (B, T, D)
        for block in self.encoder:
            x = block(x, feeds["mask"])
        x = self.encoder_norm(x)
        present = feeds["present"]  # (B, T, 1)
        mean = (x * present).sum(1) / present.sum(1)
        largest = (x + (1 - present) * -1e9).amax(1)
        pooled = torch.cat([mean, largest], dim=-1)  # (B, 2D)
        summary = self.dropout(F.gelu(self.summary(pooled)))
        sentence = self.sentence(pooled)
        said = feeds["featureWeights"] @ self.wording(feeds["features"])
        wording, acts, tones = said.split(self.columns, dim=-1)
        meaning = self.meaning(summary)
        around = neighbourhood(embedded * present, REACH)
        local = self.dropout(F.gelu(self.slots["local"](torch.cat([x, around], dim=-1))))
        whole = self.slots["whole"](torch.cat([summary, (meaning + wording).sigmoid()], dim=-1))
        told = self.slots["token"](torch.cat([x, local], dim=-1)) + whole[:, None]
        return {
            "meaning": meaning,
            "wording": wording,
            "boundaries": self.slots["boundaries"](local),
            "names": self.slots["names"](self.dropout(F.gelu(told))),
            "acts": self.acts(summary) + acts,
            "tones": self.tones(summary) + tones,
            "sentence": sentence * (sentence.square().sum(-1, keepdim=True) + 1e-8).rsqrt(),
        }


def cross_entropy(logits: torch.Tensor, targets: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    return -(weights * targets * logits.log_softmax(-1)).sum()


def binary_cross_entropy(logits: torch.Tensor, targets: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    return (weights * (F.softplus(logits) - targets * logits)).sum()


def loss_of(heads: dict, feeds: dict, weights: dict) -> torch.Tensor:
    def intents(logits: torch.Tensor) -> torch.Tensor:
        return cross_entropy(logits, feeds["intentTargets"], feeds["intentWeights"])

    meaning, wording, sentence = heads["meaning"], heads["wording"], heads["sentence"]
    likeness = sentence @ sentence.T / CONTRAST_TEMPERATURE + feeds["notSelf"]
    return (
        weights["joint"] * intents(meaning + wording)
        + weights["branches"] * (intents(meaning) + intents(wording))
        + weights["boundaries"] * cross_entropy(heads["boundaries"], feeds["boundaryTargets"], feeds["boundaryWeights"])
        + weights["names"] * cross_entropy(heads["names"], feeds["nameTargets"], feeds["nameWeights"])
        + weights["acts"] * cross_entropy(heads["acts"], feeds["actTargets"], feeds["actWeights"])
        + weights["tones"] * binary_cross_entropy(heads["tones"], feeds["toneTargets"], feeds["toneWeights"])
        + weights["contrast"] * cross_entropy(likeness, feeds["pairTargets"], feeds["pairWeights"])
    )
