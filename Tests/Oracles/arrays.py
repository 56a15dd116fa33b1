"""Writes how NumPy prints arrays to Tests/ProseTests/Fixtures/arrays.json.

    pip install -r requirements.txt
    python arrays.py

Values are float32, written as their bits: decimals would have to be rounded again.
"""

import json
from pathlib import Path

import numpy

TARGET = Path(__file__).resolve().parent.parent / "ProseTests" / "Fixtures" / "arrays.json"

# What decides between plain and scientific digits, and how many: sizes, ratios, signs, specials.
LISTS = [
    [1.7983825], [31.902498], [0.463765, -4.1843667, -3.2920249], [0, 0, 0], [-0.0, 1],
    [1, 2, 3.5], [1e-5, 1], [123456.7, 1.5], [1e6, 2], [1e-4, 0.5], [9e-5, 0.05],
    [-0.10123457, 100.25], [1000, 1], [1001, 1], [3.4e38, 1e-38], [-1.5], [999999.94, 1000],
    [16777216], [0.1, 0.2, 0.3], [1.5, 0, -2.25e-5], [numpy.nan, 1.5], [numpy.inf, -1e10],
    [123.456, 0.000123], [1e8, 1e7], [1e9], [1e-45],
]

# Shapes of weights: vectors, a neuron, layers, kernels; wide rows break, deep arrays have gaps.
SHAPES = [
    (7,), (16,), (32,), (1, 1), (1, 3), (3, 1), (3, 3), (2, 16), (16, 16), (3, 3, 1, 2), (2, 2, 3, 4),
]

SCALARS = [0.1, 1, 1e-5, 1e16, 123456.79, 211.74353, 1e15, 1.2345678e-4, 0, -0.5, 3.4e38, 999999.9, 1e6, -0.0]


def bits(values):
    return [int(value) for value in numpy.asarray(values, "float32").view("uint32").ravel()]


def printed(values):
    return {
        "shape": list(values.shape), "bits": bits(values), "repr": repr(values), "str": str(values)
    }


def main():
    generator = numpy.random.default_rng(7)
    arrays = [numpy.array(values, "float32") for values in LISTS]
    for scale in (1, 30, 1e-4):
        for shape in SHAPES:
            arrays.append((generator.normal(size=shape) * scale).astype("float32"))
    scalars = numpy.array(SCALARS, "float32")
    groups = {"arrays": arrays, "scalars": numpy.array(SCALARS, "float32")}
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("{\n" + ",\n".join(
        f'"{name}": [\n' + ",\n".join(json.dumps(printed(value)) for value in values) + "\n]"
        for name, values in groups.items()) + "\n}\n")


if __name__ == "__main__":
    main()
