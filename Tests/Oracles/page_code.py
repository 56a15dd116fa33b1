"""Runs the Keras code of a report's page, and compares what it prints with what the page says.

    python page_code.py REPORT [--language es] [--lesson ID]... [--images 640] [--epochs 2]

REPORT is a folder that `cuaderno build` wrote. Every block of code of a lesson runs in the page's
order, in one namespace. `fit` trains for `--epochs` epochs on at most `--images` samples, to see that
the code runs and that its lines have the page's form; then the model takes the report's own weights
from weights/LESSON.npz, and all that is printed from there on must be the page's to the letter, but
for times, for which the page writes an ellipsis, and for the last digit of a number that Keras sums
in another order. Model summaries are compared to the letter. Fails if anything differs.
"""

import argparse
import contextlib
import io
import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

os.environ.update(COLUMNS="80", TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="-1", MPLBACKEND="Agg")

import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

from images import fashion_mnist  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
NUMBER = re.compile(r"-?\d[\d,]*(?:\.\d*)?(?:e[-+]?\d+)?")


class Page(HTMLParser):
    """Of each lesson its blocks in order: ("code" | "output" | "summary", text)."""

    def __init__(self, text):
        super().__init__()
        self.lessons, self.kind = {}, None
        self.blocks = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "section":
            self.blocks = self.lessons.setdefault(attributes.get("id", "").partition("-")[2], [])
        if tag == "pre":
            self.kind = attributes.get("class", "")
        if tag == "code" and attributes.get("class") == "language-python":
            self.kind = "code"
        if (tag, self.kind) in [("pre", "output"), ("pre", "summary"), ("code", "code")]:
            self.blocks.append([self.kind, ""])

    def handle_endtag(self, tag):
        if tag == "pre":
            self.kind = None

    def handle_data(self, data):
        if self.kind in ("code", "output", "summary"):
            self.blocks[-1][1] += data


def lines(text):
    """What stays on a terminal: no colours, and of a line written over only its last state."""
    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    kept = [re.split(r"[\r\x08]+", line.rstrip("\r\x08 "))[-1].rstrip() for line in text.split("\n")]
    return [line for line in kept if line]


def matches(said, printed, is_literal):
    """Whether a printed line is the page's; numbers may differ by one in the last digit."""
    pattern = "".join(
        "([^ ].*)" if part == "…" else "(" + NUMBER.pattern + ")" if NUMBER.fullmatch(part) else re.escape(part)
        for part in re.split(f"(…|{NUMBER.pattern})", said) if part)
    found = re.fullmatch(pattern, printed)
    if not found or not is_literal:
        return bool(found)
    parts = re.findall(f"…|{NUMBER.pattern}", said)
    for mine, keras in zip(parts, found.groups()):
        if mine != "…" and mine != keras:
            digit = 10.0 ** -len(re.sub(r"e.*", "", mine).partition(".")[2])
            if len(mine) != len(keras) or abs(float(mine) - float(keras)) > 1.01 * digit:
                return False
    return True


class Lesson:
    def __init__(self, name, blocks, options):
        self.name, self.blocks, self.options = name, blocks, options
        self.names, self.trained, self.failures, self.compared = {}, False, 0, 0

    def fit(self, original):
        def fit(model, x, y, epochs=1, validation_data=None, **others):
            count = min(len(x), self.options.images)
            if validation_data is not None:
                others["validation_data"] = tuple(part[:count] for part in validation_data)
            history = original(
                model, x[:count], y[:count], epochs=min(epochs, self.options.epochs), **others)
            with np.load(self.options.report / f"weights/{self.name}.npz") as file:
                model.set_weights([file[str(index)] for index in range(len(file.files))])
            self.trained = True
            return history
        return fit

    def compare(self, said, printed, is_literal=True):
        said, printed = lines(said), lines(printed)
        if not is_literal:
            # Fewer epochs than the page has: their lines by form, the last line as it is.
            said = said[:len(printed) - 1] + said[-1:]
        self.compared += 1
        pairs = list(zip(said, printed))
        if len(said) == len(printed) and all(matches(a, b, is_literal) for a, b in pairs):
            return
        self.failures += 1
        print(f"{self.name}: the page says")
        print("\n".join("  " + line for line in said))
        print("and Keras printed")
        print("\n".join("  " + line for line in printed), flush=True)

    def run(self):
        printed, last = "", ""
        for kind, text in self.blocks:
            if kind == "code":
                if "tf.keras.Sequential(" in text:
                    # Keras numbers the names of a second model; the page tells those of the first.
                    tf.keras.backend.clear_session()
                output = io.StringIO()
                with contextlib.redirect_stdout(output):
                    exec(compile(text, f"{self.name}.py", "exec"), self.names)
                printed, last = output.getvalue(), text
                plt.close("all")
            elif kind == "output":
                self.compare(text, printed, is_literal=".fit(" not in last)
            else:
                model = [value for value in self.names.values() if isinstance(value, tf.keras.Model)][-1]
                output = io.StringIO()
                with contextlib.redirect_stdout(output):
                    model.summary()
                self.compare(text, output.getvalue())
        print(f"{self.name}: {self.compared} outputs, {self.failures} differ", flush=True)
        return self.failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("report", type=Path)
    parser.add_argument("--language", choices=["es", "en"], default="es")
    parser.add_argument("--lesson", action="append")
    parser.add_argument("--images", type=int, default=640)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--notebook", type=Path, default=ROOT / "templates/notebooks/practica-tensorflow")
    parser.add_argument("--data", type=Path, default=Path("/usr/share/datasets/fashion-mnist"))
    options = parser.parse_args()
    options.report = options.report.resolve()
    name = {"es": "informe.es.html", "en": "report.en.html"}[options.language]
    page = Page((options.report / name).read_text(encoding="utf-8"))
    os.chdir(options.notebook)
    plt.show = lambda: None
    tf.keras.datasets.fashion_mnist.load_data = fashion_mnist(options.data)
    original, failures = tf.keras.Model.fit, 0
    for lesson, blocks in page.lessons.items():
        if any(kind != "code" for kind, _ in blocks) and lesson in (options.lesson or [lesson]):
            runner = Lesson(lesson, blocks, options)
            tf.keras.Model.fit = runner.fit(original)
            failures += runner.run()
    return 1 if failures else 0


sys.exit(main())
