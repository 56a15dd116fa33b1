"""Seconds that matplotlib needs to draw and save the charts of Bench/Figures.swift: a line of JSON.

    python matplotlib_figures.py ROUNDS

6.4 x 4.8 inches at 200 dpi are 1280 x 960 pixels. Into memory, so that no disk is measured; the
first, which fills the caches of fonts, is not counted.
"""

import io
import json
import statistics
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402

NAMES = [f"class {i}" for i in range(10)]


def loss():
    epochs = np.arange(1, 1001)
    figure, axes = plt.subplots()
    axes.plot(epochs, 3500 * 60 / (60 + epochs * epochs / 40))
    axes.set(title="Loss by epoch", xlabel="# Epoch", ylabel="Loss magnitude")
    axes.grid()
    return figure


def scatter():
    places = np.arange(60)
    x = 60.0 + places
    figure, axes = plt.subplots()
    axes.scatter(x, x * 0.13 - 7.4 + (places * 7 % 11 - 5) * 0.1, edgecolor="white")
    axes.set(title="Stress by heart rate", xlabel="Heart rate (bpm)", ylabel="Stress")
    axes.grid()
    return figure


def accuracy():
    epochs = np.arange(1, 11)
    figure, axes = plt.subplots()
    axes.plot(epochs, 0.97 - 0.2 / epochs, "o-", label="Training")
    axes.plot(epochs, 0.92 - 0.15 / epochs, "s--", label="Validation")
    axes.set(title="Accuracy by epoch", xlabel="Epoch", ylabel="Accuracy", ylim=(0, 1))
    axes.legend(loc="lower right")
    axes.grid()
    return figure


def bars():
    figure, axes = plt.subplots()
    axes.barh(NAMES, [0.7 + i * 3 % 10 * 0.03 for i in range(10)])
    axes.set(title="Recall by class", xlabel="Recall", xlim=(0, 1))
    axes.invert_yaxis()
    axes.grid(axis="x")
    return figure


def confusion():
    counts = np.array([[800 + row * 10 if row == column else (row * 7 + column * 13) % 40
                        for column in range(10)] for row in range(10)])
    figure, axes = plt.subplots()
    axes.imshow(counts, cmap="Blues", aspect="auto")
    for (row, column), count in np.ndenumerate(counts):
        axes.text(column, row, str(count), ha="center", va="center")
    axes.set_xticks(range(10), NAMES, rotation=90)
    axes.set_yticks(range(10), NAMES)
    axes.set(title="Confusion matrix", xlabel="Predicted", ylabel="Actual")
    return figure


def seconds(draw):
    start = time.perf_counter()
    figure = draw()
    figure.savefig(io.BytesIO(), dpi=200)
    plt.close(figure)
    return time.perf_counter() - start


rounds = int(sys.argv[1])
times = {draw.__name__: statistics.median([seconds(draw) for _ in range(rounds + 1)][1:])
         for draw in (loss, scatter, accuracy, bars, confusion)}
print(json.dumps({"name": "matplotlib", "version": matplotlib.__version__, **times}))
