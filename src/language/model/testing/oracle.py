"""Writes oracle.json beside it: what PyTorch, in double precision, makes of the same numbers.

    python3 src/language/model/testing/oracle.py && npx biome check --write src/language/model/testing/oracle.json

Needs PyTorch (Debian: python3-torch). Its own layers are taken wherever it has them, so that nothing is written twice
from one understanding. Weights are stored as this project keeps them: (in, out), under its names.
"""

import json
import math
import pathlib

import torch
from torch import nn
from torch.nn import functional

torch.manual_seed(20)
torch.set_default_dtype(torch.float64)
WIDTH, HEADS, HIDDEN = 4, 2, 6


def draw(*shape):
    """Three decimals, so that what is written down is exactly what was used."""
    return torch.round(torch.randn(*shape) * 1000) / 1000


def plain(tensor):
    return json.loads(json.dumps(tensor.detach().tolist()), parse_float=lambda text: round(float(text), 9))


def randomise(layer):
    with torch.no_grad():
        for parameter in layer.parameters():
            parameter.copy_(draw(*parameter.shape) * 0.5 if parameter.dim() > 1 else draw(*parameter.shape))
            parameter.copy_(torch.round(parameter * 1000) / 1000)
    return layer


def linear(name, layer):
    return {f"{name}.weight": layer.weight.T, f"{name}.bias": layer.bias}


def norm(name, layer):
    return {f"{name}.gain": layer.weight, f"{name}.bias": layer.bias}


def attention(name, layer):
    found = {}
    for part, weight, bias in zip(("query", "key", "value"), layer.in_proj_weight.chunk(3), layer.in_proj_bias.chunk(3)):
        found |= {f"{name}.{part}.weight": weight.T, f"{name}.{part}.bias": bias}
    return found | linear(f"{name}.output", layer.out_proj)


def weights(**parts):
    return {name: plain(value) for part in parts.values() for name, value in part.items()}


def sinusoids(length, width):
    table = torch.zeros(length, width)
    speed = torch.exp(torch.arange(0, width, 2) * (-math.log(10000) / width))
    angles = torch.arange(length).unsqueeze(1) * speed
    table[:, 0::2], table[:, 1::2] = torch.sin(angles), torch.cos(angles)
    return table


# Which places are padding, as PyTorch says it: two rows of three places, the second a place shorter.
padding = torch.tensor([[False, False, False], [False, False, True]])
later = torch.triu(torch.ones(3, 3, dtype=torch.bool), diagonal=1)
x, memory, counts = draw(2, 3, WIDTH), draw(2, 3, WIDTH), draw(2, 3, WIDTH)

q, k, v = draw(2, 2, 3, 5), draw(2, 2, 3, 5), draw(2, 2, 3, 5)
scores = torch.einsum("bhqd,bhkd->bhqk", q, k) / math.sqrt(5)
seen = torch.einsum(
    "bhqk,bhkd->bhqd", torch.softmax(scores.masked_fill(padding[:, None, None, :], -math.inf), -1), v
)

several = randomise(nn.MultiheadAttention(WIDTH, HEADS, batch_first=True))
shape = {"dim_feedforward": HIDDEN, "dropout": 0.0, "activation": "gelu", "batch_first": True, "norm_first": True}
encoder = randomise(nn.TransformerEncoderLayer(WIDTH, HEADS, **shape))
decoder = randomise(nn.TransformerDecoderLayer(WIDTH, HEADS, **shape))

asked = x.clone().requires_grad_()
encoded = encoder(asked, src_key_padding_mask=padding)
(encoded * counts).sum().backward()
decoded = decoder(x, memory, tgt_mask=later, memory_key_padding_mask=padding)

logits, targets = draw(3, 4), torch.tensor([[0.0, 1, 0, 0], [0.25, 0, 0.75, 0], [0.1, 0.2, 0.3, 0.4]])
standard = draw(3, 5)
gain, bias = draw(5), draw(5)


def adamw(decay, steps=4):
    parameter = nn.Parameter(draw(3))
    start, gradients, path = plain(parameter), draw(steps, 3), []
    optimizer = torch.optim.AdamW([parameter], lr=0.1, betas=(0.9, 0.999), eps=1e-8, weight_decay=decay)
    for gradient in gradients:
        parameter.grad = gradient.clone()
        optimizer.step()
        path.append(plain(parameter))
    return {"start": start, "gradients": plain(gradients), "path": path, "decay": decay}


oracle = {
    "made with": f"PyTorch {torch.__version__}, double precision",
    "sinusoids": plain(sinusoids(7, 6)),
    "softmax": {"x": plain(logits), "y": plain(torch.softmax(logits, -1))},
    "gelu": {"x": plain(logits), "y": plain(functional.gelu(logits))},
    "layerNorm": {
        "x": plain(standard),
        "gain": plain(gain),
        "bias": plain(bias),
        "y": plain(functional.layer_norm(standard, (5,), gain, bias, 1e-5)),
    },
    "crossEntropy": {
        "logits": plain(logits),
        "targets": plain(targets),
        "loss": plain(functional.cross_entropy(logits, targets)),
    },
    "binaryCrossEntropy": {
        "logits": plain(logits),
        "targets": plain(targets),
        "loss": plain(functional.binary_cross_entropy_with_logits(logits, targets)),
    },
    "isPadding": plain(padding),
    "scaledDotProduct": {"q": plain(q), "k": plain(k), "v": plain(v), "y": plain(seen)},
    "x": plain(x),
    "memory": plain(memory),
    "multiHead": {
        "weights": weights(all=attention("multi", several)),
        "y": plain(several(x, memory, memory, key_padding_mask=padding)[0]),
    },
    "encoderBlock": {
        "weights": weights(
            attention=attention("block.attention", encoder.self_attn),
            before=norm("block.attention.norm", encoder.norm1),
            into=linear("block.feed.in", encoder.linear1),
            out=linear("block.feed.out", encoder.linear2),
            middle=norm("block.feed.norm", encoder.norm2),
        ),
        "y": plain(encoded),
        "counts": plain(counts),
        # Of the sum of y times counts.
        "slopes": {
            "x": plain(asked.grad),
            "block.attention.query.weight": plain(encoder.self_attn.in_proj_weight.grad[:WIDTH].T),
            "block.attention.norm.gain": plain(encoder.norm1.weight.grad),
            "block.feed.in.weight": plain(encoder.linear1.weight.grad.T),
        },
    },
    "decoderBlock": {
        "weights": weights(
            own=attention("block.self", decoder.self_attn),
            before=norm("block.self.norm", decoder.norm1),
            cross=attention("block.cross", decoder.multihead_attn),
            asking=norm("block.cross.norm", decoder.norm2),
            into=linear("block.feed.in", decoder.linear1),
            out=linear("block.feed.out", decoder.linear2),
            middle=norm("block.feed.norm", decoder.norm3),
        ),
        "y": plain(decoded),
    },
    "adamw": [adamw(0.0), adamw(0.2)],
}

path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(oracle, indent=2) + "\n")
