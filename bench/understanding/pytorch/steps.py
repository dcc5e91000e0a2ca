"""Takes the steps of bench/understanding/speed/steps.ts in PyTorch: `steps.py FOLDER` prints losses and milliseconds as JSON."""

import copy
import json
import statistics
import sys
import time
from pathlib import Path

import torch

from network import Network, loss_of
from tensors import feeds_of, load_weights, read_tensors

WARM_UP = 5
# Seconds; a slow library takes fewer steps.
LONGEST = 20


def optimizers_of(network: Network, options: dict) -> list[torch.optim.Optimizer]:
    """Tables by the rows that were read; of the rest only matrices decay."""
    tables = {"tokens.weight", "wording.weight"}
    named = {name: each for name, each in network.named_parameters() if name not in tables}
    matrices = [each for name, each in named.items() if name.endswith(".weight") and "norm" not in name]
    others = [each for name, each in named.items() if not name.endswith(".weight") or "norm" in name]
    groups = [
        {"params": matrices, "weight_decay": options["decay"]},
        {"params": others, "weight_decay": 0.0},
    ]
    sparse = [
        {"params": [network.tokens.weight], "lr": options["rate"]},
        {"params": [network.wording.weight], "lr": options["tableRate"]},
    ]
    return [dense_optimizer(groups, options["rate"]), torch.optim.SparseAdam(sparse, eps=1e-8 * 0.001**0.5)]


def dense_optimizer(groups: list[dict], rate: float) -> torch.optim.Optimizer:
    try:
        return torch.optim.AdamW(copy.copy(groups), lr=rate, fused=True)  # on CPU from 2.4 on
    except (RuntimeError, TypeError):
        return torch.optim.AdamW(groups, lr=rate, foreach=True)


def clip(network: Network, most: float) -> None:
    gradients = []
    for parameter in network.parameters():
        if parameter.grad is None:
            continue
        if parameter.grad.is_sparse:
            parameter.grad = parameter.grad.coalesce()
        gradients.append(parameter.grad.values() if parameter.grad.is_sparse else parameter.grad)
    length = torch.stack([each.norm() for each in gradients]).norm()
    if length > most:
        for each in gradients:
            each.mul_(most / length)


def step(network: Network, feeds: dict, options: dict, optimizers: list[torch.optim.Optimizer]) -> float:
    for optimizer in optimizers:
        optimizer.zero_grad(set_to_none=True)
    loss = loss_of(network(feeds), feeds, options["weights"])
    loss.backward()
    clip(network, options["clip"])
    for optimizer in optimizers:
        optimizer.step()
    return loss.item()


def main(folder: Path) -> None:
    task = json.loads((folder / "task.json").read_text())
    shape, options = task["shape"], task["options"]
    torch.set_num_threads(options["threads"])
    tensors = read_tensors(folder / "tensors.safetensors")
    feeds = feeds_of(tensors)

    def fresh(dropout: float) -> tuple[Network, list[torch.optim.Optimizer]]:
        network = Network(shape, dropout)
        load_weights(network, tensors)
        return network, optimizers_of(network, options)

    network, optimizers = fresh(0.0)
    losses = [step(network, feeds, options, optimizers) for _ in range(task["compared"])]

    network, optimizers = fresh(options["dropout"])
    taken = []
    while len(taken) < WARM_UP + task["timed"] and (sum(taken) < LONGEST * 1_000 or len(taken) < WARM_UP + 2):
        started = time.perf_counter()
        step(network, feeds, options, optimizers)
        taken.append((time.perf_counter() - started) * 1_000)
    print(json.dumps({"losses": losses, "milliseconds": statistics.median(taken[WARM_UP:])}))


main(Path(sys.argv[1]))
