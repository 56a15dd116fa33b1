"""Runs the notebooks that `cuaderno handout --format ipynb` writes, in Keras, and compares the numbers.

    python handout_notebooks.py REPORT HANDOUT [--language es] [--images 640] [--epochs 2]

REPORT is what `cuaderno build` wrote, HANDOUT a folder with the notebooks of both editions and the quiz
of the bundled practical. Both notebooks must be valid nbformat 4. All cells of the teacher's run in
order, in one namespace. After each `fit` what Keras trained must lie in what the key marks as right (the
tolerances of the quiz), and the same model with the report's weights must give the report's predictions
and evaluation. `fashion` trains for `--epochs` epochs on `--images` images, to see that it runs, and is
compared by the report's weights alone, on all test images. The cells that students are given must run
with the blanks left blank. Fails if anything differs.
"""

import argparse
import contextlib
import io
import json
import os
import re
import sys
import tempfile
from pathlib import Path

os.environ.update(TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="-1", MPLBACKEND="Agg")

import matplotlib.pyplot as plt  # noqa: E402
import nbformat  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

from images import fashion_mnist  # noqa: E402

BLANK = {"es": "# TU CÓDIGO AQUÍ", "en": "# YOUR CODE HERE"}


def line(model):
    """The overall weight and bias of dense layers without activation."""
    weight, bias = np.eye(1), np.zeros(1)
    for layer in model.layers:
        kernel, own = layer.get_weights()
        weight, bias = weight @ kernel, bias @ kernel + own
    return float(weight[0, 0]), float(bias[0])


def predicted(model, value):
    return float(model.predict(np.array([[float(value)]]), verbose=0)[0, 0])


# What the key asks of each lesson, by the ids of its blanks: from the model and its last loss.
ASKED = {
    "celsius": {
        "corrida.perdida": lambda m, loss: loss,
        "corrida.peso": lambda m, loss: line(m)[0],
        "corrida.sesgo": lambda m, loss: line(m)[1],
        "corrida.cien": lambda m, loss: predicted(m, 100),
        "corrida.treinta-y-siete": lambda m, loss: predicted(m, 37),
        "corrida.cero": lambda m, loss: predicted(m, 0),
    },
    "celsius-hidden": {
        "comparacion.perdida-tres": lambda m, loss: loss,
        "comparacion.cien-tres": lambda m, loss: predicted(m, 100),
        "producto.peso": lambda m, loss: line(m)[0],
        "producto.sesgo": lambda m, loss: line(m)[1],
    },
    "stress": {"noventa-lpm": lambda m, loss: predicted(m, 90)},
    "stress-normalized": {"estres.noventa": lambda m, loss: predicted(m, 90)},
}


class Run:
    def __init__(self, options):
        self.options, self.failures, self.compared = options, 0, 0
        results = json.loads((options.report / "results.json").read_text(encoding="utf-8"))
        self.lessons = [lesson for lesson in results["lessons"] if lesson.get("history")]
        gift = next(options.handout.glob(f"*/*.{options.language}.gift.txt")).read_text(encoding="utf-8")
        found = re.findall(r"^::(.*?)::.*\{#(-?[\d.]+):([\d.]+)\}$", gift, re.MULTILINE)
        self.key = {name: (float(middle), float(size)) for name, middle, size in found}
        self.current, self.fits = None, 0

    def check(self, what, mine, keras, size):
        self.compared += 1
        ok = abs(mine - keras) <= size
        self.failures += not ok
        print(f"  {'ok  ' if ok else 'FAIL'} {what}: {keras:.6g}, expected {mine:.6g} ± {size:.3g}")

    def fit(self, original):
        def fit(model, x, y, epochs=1, validation_data=None, **others):
            self.current = lesson = self.lessons[self.fits]
            self.fits += 1
            name = lesson["id"]
            print(name, flush=True)
            if len(x) > 10_000:
                count, others["verbose"] = self.options.images, 0
                others["validation_data"] = tuple(part[:count] for part in validation_data)
                history = original(model, x[:count], y[:count], epochs=self.options.epochs, **others)
            else:
                history = original(model, x, y, epochs=epochs, **others)
            for blank, value in ASKED.get(name, {}).items():
                middle, size = self.key[blank]
                self.check(f"trained, {blank}", middle, value(model, history.history["loss"][-1]), size)
            self.trained = model.get_weights()
            with np.load(self.options.report / f"weights/{name}.npz") as file:
                model.set_weights([file[str(index)] for index in range(len(file.files))])
            for prediction in lesson.get("predictions", []):
                value, mine = prediction["input"][0], prediction["output"][0]
                self.check(f"our weights, prediction for {value}", mine, predicted(model, value), 1e-5 * max(1, abs(mine)))
            if len(x) <= 10_000:
                model.set_weights(self.trained)
            return history
        return fit

    def evaluate(self, original):
        def evaluate(model, x=None, y=None, **others):
            found = original(model, x, y, **{**others, "verbose": 0})
            if len(others) > 1:  # the validation of `fit`
                return found
            mine = self.current["evaluation"]
            if isinstance(found, list):
                self.check("our weights, test loss", mine["loss"], found[0], 1e-5)
                self.check("our weights, test accuracy", mine["accuracy"], found[1], 1e-7)
            else:
                middle, size = self.key["estres.prueba"]
                self.check("trained, estres.prueba", middle, found ** 0.5, size)
            return found
        return evaluate


def cells(path, kind):
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert (notebook.nbformat, len({cell.id for cell in notebook.cells})) == (4, len(notebook.cells))
    return [cell.source for cell in notebook.cells if cell.cell_type == kind]


def execute(sources, name):
    names, output = {}, io.StringIO()
    for number, source in enumerate(sources, 1):
        try:
            code = compile(source, f"{name} cell {number}", "exec")
            if "fit(" in source or "evaluate(" in source:
                exec(code, names)
            else:
                with contextlib.redirect_stdout(output):
                    exec(code, names)
        except Exception as error:
            print(f"{name}: cell {number} fails: {error}\n{source}")
            return False
        plt.close("all")
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("report", type=Path)
    parser.add_argument("handout", type=Path)
    parser.add_argument("--language", choices=["es", "en"], default="es")
    parser.add_argument("--images", type=int, default=640)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--data", type=Path, default=Path("/usr/share/datasets/fashion-mnist"))
    options = parser.parse_args()
    options.report, options.handout = options.report.resolve(), options.handout.resolve()
    words = {"es": ("estudiante", "DOCENTE"), "en": ("student", "TEACHER")}[options.language]
    student, teacher = (next(options.handout.glob(f"*/*.{word}.{options.language}.ipynb")) for word in words)
    run = Run(options)
    plt.show = lambda: None
    tf.keras.datasets.fashion_mnist.load_data = fashion_mnist(options.data)
    given = cells(student, "code")
    blanks = [source for source in given if source.startswith(BLANK[options.language])]
    assert blanks and all(source.count("\n") <= 1 for source in blanks), "a blank holds code"
    assert not any(BLANK[options.language] in source for source in cells(teacher, "code"))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        runs = execute(given, student.name)
        print(f"{student.name}: {len(given)} cells, {len(blanks)} blank")
        keras = tf.keras.Model.fit, tf.keras.Model.evaluate
        tf.keras.Model.fit, tf.keras.Model.evaluate = run.fit(keras[0]), run.evaluate(keras[1])
        tf.keras.backend.clear_session()
        runs &= execute(cells(teacher, "code"), teacher.name)
        os.chdir("/")
    if run.fits != len(run.lessons):
        print(f"{run.fits} of {len(run.lessons)} lessons were trained")
        runs = False
    print(f"{teacher.name}: {run.compared} numbers, {run.failures} differ")
    return 0 if runs and not run.failures else 1


sys.exit(main())
