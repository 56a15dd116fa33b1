"""The notebook's CNN in PyTorch: python torch_cnn.py FOLDER TRAIN TEST EPOCHS BATCH [contiguous]

Images lie in memory and batches are gathered by index: no loader's cost is counted. The memory
format is channels_last, the faster one on a CPU, unless `contiguous` is asked for.
"""

import sys
import time

import numpy as np
import torch
from torch import nn

import images

folder, train, test, epochs, batch = sys.argv[1], *map(int, sys.argv[2:6])
layout = torch.contiguous_format if "contiguous" in sys.argv else torch.channels_last


def prepare(part, count):
    pixels, labels = images.read(folder, part)
    x = torch.from_numpy(pixels[:count, None] / np.float32(255))
    return x.contiguous(memory_format=layout), torch.from_numpy(labels[:count].astype(np.int64))


x, t = prepare("train", train)
vx, vt = prepare("t10k", test)
torch.manual_seed(1)
network = nn.Sequential(
    nn.Conv2d(1, 32, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3), nn.ReLU(),
    nn.MaxPool2d(2), nn.Conv2d(64, 64, 3), nn.ReLU(), nn.Flatten(), nn.Linear(576, 64), nn.ReLU(),
    nn.Linear(64, 10)).to(memory_format=layout)
for module in network:  # as Keras begins
    if hasattr(module, "weight"):
        nn.init.xavier_uniform_(module.weight)
        nn.init.zeros_(module.bias)
loss_function = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(network.parameters(), lr=1e-3, eps=1e-7)


def step(indices):
    optimizer.zero_grad(set_to_none=True)
    output = network(x[indices])
    loss = loss_function(output, t[indices])
    loss.backward()
    optimizer.step()
    return loss.detach(), (output.detach().argmax(1) == t[indices]).sum()


def validate():
    network.eval()
    right, total = 0, 0.0
    with torch.no_grad():
        for start in range(0, test, batch):
            output = network(vx[start : start + batch])
            total += loss_function(output, vt[start : start + batch]).item() * len(output)
            right += (output.argmax(1) == vt[start : start + batch]).sum().item()
    network.train()
    return total / test, right / test


for index in range(4):
    step(torch.arange(batch) % train)
train_s, epoch_s, losses, accuracies = [], [], [], []
for _ in range(epochs):
    start = time.perf_counter()
    order = torch.randperm(train)
    total, right = torch.zeros(()), torch.zeros((), dtype=torch.long)
    for first in range(0, train, batch):
        indices = order[first : first + batch]
        loss, hits = step(indices)
        total += loss * len(indices)
        right += hits
    train_s.append(time.perf_counter() - start)
    accuracies.append(validate()[1])
    epoch_s.append(time.perf_counter() - start)
    losses.append(total.item() / train)
images.report(name="torch", train_s=train_s, epoch_s=epoch_s, loss=losses, val_accuracy=accuracies)
