"""Reads what src/language/storage/safetensors.ts writes, and puts weights into the network under its names."""

import json
import re
import struct
from pathlib import Path

import torch
from torch import nn

WHOLE_NUMBERS = {"tokens", "features"}


def read_tensors(path: Path) -> dict[str, torch.Tensor]:
    content = path.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        flat = torch.frombuffer(bytearray(content[begin:end]), dtype=torch.float32)
        tensors[name] = flat.reshape(entry["shape"])
    return tensors


def feeds_of(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    feeds = {name[5:]: values for name, values in tensors.items() if name.startswith("feed:")}
    return {name: values.long() if name in WHOLE_NUMBERS else values for name, values in feeds.items()}


def load_weights(network: nn.Module, tensors: dict[str, torch.Tensor]) -> None:
    """Every parameter is set, or it raises: what is not there would be another model."""
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            values = tensors[name_of(name)]
            is_matrix = name.endswith(".weight") and "norm" not in name and name.split(".")[0] not in ("tokens", "wording")
            # x·W there, W·x here.
            parameter.copy_(values.T if is_matrix else values)
    expected = {name for name in tensors if not name.startswith("feed:")}
    missing = expected - {name_of(name) for name, _ in network.named_parameters()}
    if missing:
        raise ValueError(f"no place for {sorted(missing)}")


def name_of(name: str) -> str:
    """`encoder.0.feed_norm.weight` here is `encoder.0.feed.norm.gain` there."""
    name = re.sub(r"^(tokens|wording)\.weight$", r"\1.table", name)
    name = re.sub(r"_norm\.", ".norm.", name)
    return re.sub(r"norm\.weight$", "norm.gain", name)
