"""Random lessons, trained in Keras and by `cuaderno build`, and compared loss by loss.

    python lessons.py [--count 24] [--seed 1] [--program ../../.build/release/cuaderno] [--keep DIR]

Writes a notebook of lessons such as a teacher's: tables of numbers or classes, small images; every
layer, activation, loss and optimizer; `initial_weights` in an .npz, `shuffle: false`. An epoch's
loss may differ as much as the tests allow for its last step. A lesson that is not decided by its
network, because Float32 training in four summation orders differs by more than a third of that, is
shown and does not count. Fails if one that counts disagrees.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import generate  # sets TensorFlow's environment first
import numpy as np
import tensorflow as tf
from networks import (BCE, CCE, FLATTEN, GLOBAL, HUBER, MAE, MSE, NORMALIZE, SCCE, adam,
                      batch_normalization, conv, dense, dropout, network, pool, rmsprop, sgd)

SMOOTH = ["linear", "elu", "gelu", "sigmoid", "tanh", "softmax"]
KINKED = ["relu", "leaky_relu"]
STEPS = 150


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--program", type=Path,
                        default=Path(__file__).resolve().parents[2] / ".build/release/cuaderno")
    parser.add_argument("--keep", type=Path, help="leave the notebook and its report here")
    return parser.parse_args()


def optimizer(random):
    rate = float(random.choice([0.001, 0.003, 0.01]))
    return [
        lambda: adam(rate),
        lambda: sgd(10 * rate),
        lambda: sgd(3 * rate, momentum=float(random.choice([0.5, 0.9])),
                    nesterov=bool(random.integers(2))),
        lambda: rmsprop(rate),
        lambda: rmsprop(rate, momentum=0.5, rho=0.8),
    ][random.integers(5)]()


def table_lesson(name, seed, random):
    """A table: several columns, one target; numbers, yes or no, or classes."""
    inputs, rows = int(random.integers(1, 7)), int(random.integers(7, 80))
    exact = bool(random.integers(2))
    choices = SMOOTH if exact else SMOOTH + 3 * KINKED
    layers = [NORMALIZE] if random.random() < 0.3 else []
    for _ in range(random.integers(0, 4)):
        layers.append(dense(int(random.integers(1, 41)), str(random.choice(choices))))
        if random.random() < 0.2:
            layers.append(batch_normalization())
        if random.random() < 0.2:
            layers.append(dropout(0.0))
    loss = str(random.choice([MSE, HUBER, BCE, CCE, SCCE] if exact else
                             [MSE, MAE, HUBER, BCE, CCE, SCCE]))
    x = np.round(random.uniform(-1, 1, (rows, inputs)) * random.choice([1, 5, 40]), 2)
    signal = np.tanh(x / (np.abs(x).max() + 1)).sum(axis=1) + random.normal(size=rows) * 0.2
    metrics = []
    if loss in (CCE, SCCE):
        classes = int(random.integers(2, 6))
        last = dense(classes, "softmax")
        labels = np.searchsorted(np.quantile(signal, np.linspace(0, 1, classes + 1)[1:-1]), signal)
        targets = np.eye(classes)[labels] if loss == CCE else labels.reshape(-1, 1)
        column, metrics = labels, ["accuracy"]
    elif loss == BCE:
        last, column, metrics = dense(1, "sigmoid"), (signal > np.median(signal)) * 1, ["accuracy"]
        targets = column.reshape(-1, 1)
    else:
        last, column = dense(1), np.round(signal * random.choice([1, 10]), 2)
        targets = column.reshape(-1, 1)
    size = int(random.choice([8, 32, 100]))
    epochs = max(1, STEPS // -(-rows // size))
    made = network(name, seed, [inputs], layers + [last], loss, optimizer(random), rows, epochs,
                   size, exact=exact, metrics=metrics,
                   data=(x.astype(np.float32), targets.astype(np.float32)))
    return made, {"table": np.column_stack([x, column])}


def image_lesson(name, seed, random):
    """Small images in grey: one or two blocks of convolution and pooling."""
    shape, rows = [int(random.integers(9, 17)), int(random.integers(9, 17))], int(random.integers(12, 33))
    classes = int(random.integers(2, 11))
    layers = []
    for block in range(random.integers(1, 3)):
        window = [int(random.integers(1, 6)), int(random.integers(1, 6))]
        layers.append(conv(int(random.choice([3, 8, 12, 16, 20, 32])), window,
                           str(random.choice(["relu"] * 4 + SMOOTH[:5] + KINKED)),
                           strides=(1, 1) if random.random() < 0.7 else (2, 1),
                           padding=str(random.choice(["same", "valid"]))))
        if random.random() < 0.3:
            layers.append(batch_normalization())
        if random.random() < 0.8:
            size = [(2, 2), (2, 2), (3, 2)][random.integers(3)]
            layers.append(pool(str(random.choice(["Max", "Max", "Average"])), size,
                               strides=(2, 2), padding=str(random.choice(["same", "valid"]))))
    layers.append(GLOBAL if random.random() < 0.25 else FLATTEN)
    if random.random() < 0.6:
        layers.append(dense(int(random.integers(4, 33)), "relu"))
    loss = str(random.choice([CCE, SCCE]))
    labels = random.integers(0, classes, rows)
    pixels = random.integers(0, 256, (rows, *shape)) * (random.random((rows, *shape)) < 0.6)
    pixels = np.clip(pixels // 2 + 12 * labels[:, None, None], 0, 255).astype(np.uint8)
    targets = np.eye(classes)[labels] if loss == CCE else labels.reshape(-1, 1)
    x = pixels[..., None] / np.float32(255)
    made = network(name, seed, [*shape, 1], layers + [dense(classes, "softmax")], loss,
                   optimizer(random), rows, STEPS, 32, metrics=["accuracy"],
                   data=(x.astype(np.float32), targets.astype(np.float32)))
    return made, {"pixels": pixels, "labels": labels.astype(np.uint8), "classes": classes}


def keys(config):
    """A layer or optimizer as a lesson file has it."""
    values = {key: value for key, value in config.items() if key != "class"}
    return {config["class"]: values} if values else config["class"]


def write_images(folder, data):
    folder.mkdir()
    for part in ("train", "t10k"):
        shape = data["pixels"].shape
        header = b"".join(int(n).to_bytes(4, "big") for n in (2051, *shape))
        (folder / f"{part}-images-idx3-ubyte").write_bytes(header + data["pixels"].tobytes())
        header = b"".join(int(n).to_bytes(4, "big") for n in (2049, shape[0]))
        (folder / f"{part}-labels-idx1-ubyte").write_bytes(header + data["labels"].tobytes())


def lesson(folder, made, data, initial):
    """Writes a lesson's files and returns its entry in notebook.yaml."""
    name = made["name"]
    np.savez(folder / f"{name}.npz", **{str(i): array for i, array in enumerate(initial)})
    if "table" in data:
        columns = [f"x{i}" for i in range(data["table"].shape[1] - 1)]
        rows = [",".join(columns + ["y"])] + [
            ",".join(f"{value:g}" for value in row) for row in data["table"]]
        (folder / f"{name}.csv").write_text("\n".join(rows) + "\n")
        source = {"table": f"{name}.csv", "input": columns, "target": "y"}
    else:
        write_images(folder / name, data)
        source = {"images": name, "classes": [str(i) for i in range(data["classes"])]}
    return {
        "id": name, "title": {"en": name}, "data": source, "initial_weights": f"{name}.npz",
        "model": [keys(layer) for layer in made["layers"]],
        "compile": {"optimizer": keys(made["optimizer"]), "loss": made["loss"],
                    "metrics": made["metrics"]},
        "fit": {"epochs": made["epochs"], "batch_size": made["batch_size"], "shuffle": False},
        "figures": []}


def worst_share(made, theirs, ours):
    """The largest difference of an epoch's loss by what is allowed for its last step."""
    steps = -(-made["samples"] // made["batch_size"])
    worst = (0, 0)
    for epoch, (a, b) in enumerate(zip(ours, theirs), start=1):
        allowed = generate.tolerance(made, epoch * steps)
        if allowed:
            worst = max(worst, (abs(a - b) / abs(b) / allowed, epoch))
    return worst


def main():
    arguments = options()
    folder = arguments.keep or Path(tempfile.mkdtemp())
    notebook = folder / "notebook"
    notebook.mkdir(parents=True)
    lessons, kept = [], []
    for index in range(arguments.count):
        random = np.random.default_rng([arguments.seed, index])
        made, data = (image_lesson if index % 2 else table_lesson)(f"lesson-{index}", index, random)
        try:
            result = generate.run(made)
        except (ValueError, AssertionError):
            continue  # a window larger than what is left of the image, or Keras differs from itself
        share, _ = generate.admission(made, result)
        lessons.append(lesson(notebook, made, data, result["initial"]))
        kept.append((made, result, share))
    # JSON is YAML.
    (notebook / "notebook.yaml").write_text(json.dumps({
        "schema": 1, "id": "random", "languages": ["en"], "title": {"en": "Random"}, "seed": 1,
        "lessons": lessons}, indent=1))
    report = folder / "report"
    subprocess.run([arguments.program, "build", notebook, "--output", report, "--quiet"],
                   check=True, env={**os.environ, "XDG_CACHE_HOME": str(folder / "cache")})
    found = json.loads((report / "results.json").read_text())["lessons"]
    wrong, counted = 0, 0
    print("| lesson | layers | loss, optimizer | four orders | ours | at epoch |")
    print("|---|---|---|---:|---:|---:|")
    for (made, result, share), ours in zip(kept, found):
        worst, epoch = worst_share(made, result["history"]["loss"], ours["history"]["loss"])
        counts = share <= generate.ADMITTED
        counted += counts
        wrong += counts and worst > 1
        names = " ".join(layer["class"] + (":" + layer["activation"] if "activation" in layer else "")
                         for layer in made["layers"])
        print(f"| {made['name']} | {names} | {made['loss']}, {made['optimizer']['class']} "
              f"| {share:.3f}{'' if counts else ' (does not count)'} | {worst:.3f}"
              f"{' **DIFFERS**' if counts and worst > 1 else ''} | {epoch} |")
    print(f"\n{counted} of {len(kept)} lessons count; {wrong} differ.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    tf.config.threading.set_intra_op_parallelism_threads(1)
    main()
