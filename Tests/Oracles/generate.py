"""Trains the networks of networks.py in Keras and writes Tests/NeuralTests/Fixtures/NAME.json.

    pip install -r requirements.txt
    python generate.py [NAME]...

A network is written only if our plain Float32 training in four summation orders agrees with Keras
to a third of the tolerance that the tests allow; otherwise it is named and the program fails.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import tensorflow as tf

import reference
from networks import NETWORKS

FOLDER = Path(__file__).resolve().parent.parent / "NeuralTests" / "Fixtures"
ADMITTED = 1 / 3
CLASSIFIERS = ("categorical_crossentropy", "sparse_categorical_crossentropy")


def tolerance(network, step):
    """Relative, of the loss of a step (from 1); nil where nothing is claimed."""
    if step == 1:
        return 1e-6
    if network["exact"]:
        return 1e-4 if step <= 100 else None
    if step <= 50:
        return 1e-3
    return 1e-2 if step <= 150 else None


def decimals(values, places):
    return np.round(values, places).astype(np.float32)


def make_data(network, count, random):
    """Inputs and targets that a network of this kind can learn, but not fully."""
    shape = network["input_shape"]
    if "data" in network:
        return network["data"]
    if "inputs" in network:
        return (np.array(network["inputs"], np.float32).reshape(-1, *shape),
                np.array(network["targets"], np.float32).reshape(-1, 1))
    x = random.uniform(-1, 1, (count, *shape)) if len(shape) == 1 else random.uniform(
        0, 1, (count, *shape))
    last = [layer for layer in network["layers"] if "units" in layer][-1]["units"]
    mix = np.random.default_rng(network["seed"] + 1000).normal(size=(int(np.prod(shape)), last))
    scores = x.reshape(count, -1) @ mix / np.sqrt(np.prod(shape))
    scores = scores - np.median(scores, axis=0) + random.normal(size=scores.shape) * 0.3
    x = x * np.array(network.get("scales", 1))
    places = network.get("places", 2)
    if network["loss"] in CLASSIFIERS:
        classes = scores.argmax(axis=1)
        if network["loss"] == "categorical_crossentropy":
            return decimals(x, places), np.eye(last, dtype=np.float32)[classes]
        return decimals(x, places), classes.astype(np.float32).reshape(-1, 1)
    if network["loss"] == "binary_crossentropy":
        return decimals(x, places), (scores > 0).astype(np.float32)
    return decimals(x, places), decimals(scores * network.get("spread", 1), 2)


def make_model(network):
    made = [keras.Input(network["input_shape"])]
    for config in network["layers"]:
        arguments = {key: value for key, value in config.items() if key != "class"}
        made.append(getattr(keras.layers, config["class"])(**arguments))
    return keras.Sequential(made)


def compile_model(model, network):
    arguments = {key: value for key, value in network["optimizer"].items() if key != "class"}
    optimizer = getattr(keras.optimizers, network["optimizer"]["class"])(**arguments)
    model.compile(optimizer, network["loss"], metrics=network["metrics"])


def start_weights(network, model, x, random):
    for layer in model.layers:
        if isinstance(layer, keras.layers.Normalization):
            layer.adapt(x)
    if "weights" in network:
        arrays = iter(network["weights"])
        return [np.array(next(arrays), np.float32).reshape(v.shape) for v in model.weights]
    values = []
    for variable in model.weights:
        value = variable.numpy()
        if variable.name == "kernel":
            fan = sum(value.shape[-2:]) * np.prod(value.shape[:-2])
            limit = np.sqrt(6 / fan)
            value = decimals(random.uniform(-limit, limit, value.shape), 4)
        elif variable.name in ("bias", "beta", "moving_mean"):
            value = decimals(random.uniform(-0.1, 0.1, value.shape), 2)
        elif variable.name in ("gamma", "moving_variance"):
            value = decimals(random.uniform(0.8, 1.2, value.shape), 2)
        values.append(value)
    return values


def run(network):
    keras.backend.clear_session()
    random = np.random.default_rng(network["seed"])
    model = make_model(network)
    x, t = make_data(network, network["samples"], random)
    start = start_weights(network, model, x, random)
    held = make_data(network, network["validation"], random) if network["validation"] else None
    size = network["batch_size"]

    def weights():
        return [v.numpy() for v in model.weights]

    model.set_weights(start)
    initial = weights()
    compile_model(model, network)
    history, stopping = {}, []
    if "early_stopping" in network:
        stopping = [keras.callbacks.EarlyStopping(**network["early_stopping"])]
    if network["epochs"]:
        history = model.fit(x, t, batch_size=size, epochs=network["epochs"], shuffle=False,
                            validation_data=held, callbacks=stopping, verbose=0).history
    epochs = last = len(history.get("loss", []))
    if stopping and stopping[0].restore_best_weights:
        last = stopping[0].best_epoch + 1
    final = weights()
    predictions = model.predict(x, verbose=0)
    evaluation = model.evaluate(x, t, verbose=0, return_dict=True)

    model.set_weights(start)
    compile_model(model, network)
    losses = []
    again = initial
    for epoch in range(epochs):
        for first in range(0, len(x), size):
            model.reset_metrics()
            losses.append(model.train_on_batch(x[first : first + size], t[first : first + size],
                                               return_dict=True)["loss"])
        if epoch + 1 == last:
            again = weights()
    assert all(np.allclose(a, b, rtol=1e-4, atol=1e-5) for a, b in zip(final, again))
    return {"x": x, "t": t, "held": held, "initial": initial, "losses": np.array(losses),
            "final": final, "predictions": predictions, "evaluation": evaluation,
            "history": history, "epochs": epochs, "last": last}


def weight_tolerance(network):
    """Of the final weights, by the largest entry of each array."""
    return 1e-3 if network["exact"] else 1e-2


def weight_error(found, expected):
    """The largest difference, by the largest entry of its array (or 1e-2, for arrays near zero)."""
    return max(np.abs(a - b).max() / max(np.abs(b).max(), 1e-2) for a, b in zip(found, expected))


def admission(network, made):
    """The worst share of the tolerance that four summation orders use up."""
    worst, worst_weights = 0, 0
    for order in reference.ORDERS:
        losses, final = (
            reference.train({**network, "epochs": epochs}, made["initial"], made["x"], made["t"],
                            order)[part]
            for part, epochs in ((0, made["epochs"]), (1, made["last"])))
        for step, (ours, theirs) in enumerate(zip(losses, made["losses"]), start=1):
            allowed = tolerance(network, step)
            if allowed:
                worst = max(worst, abs(float(ours) - float(theirs)) / abs(float(theirs)) / allowed)
        y = reference.forward(reference.build(network, made["final"], order), made["x"])
        worst = max(worst, np.abs(y - made["predictions"]).max()
                    / np.abs(made["predictions"]).max() / 1e-5)
        weights = weight_error(final, made["final"])
        worst_weights = max(worst_weights, weights)
        worst = max(worst, weights / weight_tolerance(network))
    return worst, worst_weights


def number(value):
    """The shortest digits that give this Float32 back."""
    text = str(np.float32(value))
    return text[:-2] if text.endswith(".0") else text


def row(values):
    return "[" + ", ".join(number(v) for v in np.asarray(values).reshape(-1)) + "]"


def write(network, made, share, weights_error):
    import json

    steps = [step for step in range(1, len(made["losses"]) + 1) if tolerance(network, step)]
    lines = {
        "name": json.dumps(network["name"]),
        "versions": json.dumps({"keras": keras.__version__, "tensorflow": tf.__version__}),
        "admitted": json.dumps({"share": float(f"{share:.3g}"),
                                "weights": float(f"{weights_error:.3g}")}),
        "exact": json.dumps(network["exact"]),
        "input_shape": json.dumps(network["input_shape"]),
        "layers": "[\n    " + ",\n    ".join(json.dumps(l) for l in network["layers"]) + "\n  ]",
        "loss": json.dumps(network["loss"]),
        "metrics": json.dumps(network["metrics"]),
        "optimizer": json.dumps(network["optimizer"]),
        "batch_size": json.dumps(network["batch_size"]),
        "epochs": json.dumps(network["epochs"]),
        "inputs": row(made["x"]),
        "targets": row(made["t"]),
        "initial_weights": "[\n    " + ",\n    ".join(map(row, made["initial"])) + "\n  ]",
        "losses": row(made["losses"][: len(steps)]),
        "final_weights": "[\n    " + ",\n    ".join(
            row(decimals(w, 7)) for w in made["final"]) + "\n  ]",
        "predictions": row(made["predictions"]),
        "evaluation": "{" + ", ".join(
            f'"{key}": {number(value)}' for key, value in made["evaluation"].items()) + "}",
        "history": "{" + ", ".join(
            f'\n    "{key}": {row(values)}' for key, values in made["history"].items()) + "\n  }",
    }
    if "early_stopping" in network:
        lines["early_stopping"] = json.dumps(network["early_stopping"])
        lines["last_epoch"] = json.dumps(made["last"])
    if made["held"]:
        lines["validation_inputs"] = row(made["held"][0])
        lines["validation_targets"] = row(made["held"][1])
    text = "{\n" + ",\n".join(f'  "{key}": {value}' for key, value in lines.items()) + "\n}\n"
    json.loads(text)
    (FOLDER / (network["name"] + ".json")).write_text(text)
    return len(text)


def main():
    wanted = set(sys.argv[1:])
    refused = []
    for network in NETWORKS:
        if wanted and network["name"] not in wanted:
            continue
        made = run(network)
        share, weights_error = admission(network, made)
        line = f"{network['name']}: {share:.3f} of the tolerance, weights {weights_error:.2g}"
        if network["epochs"]:
            line += f", loss {made['losses'][0]:.4f} to {made['losses'][-1]:.4f}"
        if share <= ADMITTED:
            print(line, write(network, made, share, weights_error), "bytes", flush=True)
        else:
            refused.append(network["name"])
            print(line, "REFUSED", flush=True)
    sys.exit(f"refused: {', '.join(refused)}" if refused else 0)


if __name__ == "__main__":
    # One thread: two of them add up in another order.
    tf.config.threading.set_intra_op_parallelism_threads(1)
    main()
