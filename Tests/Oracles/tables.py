"""Runs the pandas code of pages on tables as they come, and compares its rows and columns.

    python tables.py CUADERNO

For each kind of file a notebook with one lesson is built by the program CUADERNO; the code blocks of
its page that read the table run in one namespace, without TensorFlow, and must give the numbers that
were written into the file. Fails if any differs.
"""

import gzip
import os
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from unittest.mock import MagicMock

import numpy as np

N = 24
A = [i + 0.5 for i in range(N)]
B = [(i * 7) % 11 for i in range(N)]
Y = [3 * a - b for a, b in zip(A, B)]


class Code(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.blocks, self.inside = [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if tag == "code" and dict(attributes).get("class") == "language-python":
            self.inside = True
            self.blocks.append("")

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "code"

    def handle_data(self, data):
        if self.inside:
            self.blocks[-1] += data


def rows(sep=",", decimal=".", head="a,b,y", a=A, b=B, y=Y):
    def text(value):
        return str(value).replace(".", decimal) if isinstance(value, float) else str(value)
    return head.replace(",", sep) + "\n" + "".join(
        sep.join(map(text, row)) + "\n" for row in zip(a, b, y))


def workbook(path):
    import openpyxl
    book = openpyxl.Workbook()
    book.active.title = "Portada"
    book.active.append(["Práctica"])
    sheet = book.create_sheet("Datos")
    sheet.append(["Hospital X"])
    sheet.append(["a", "b", "y"])
    for row in zip(A, B, Y):
        sheet.append(row)
    book.save(path)


def put(values, places):
    return [places.get(i, value) for i, value in enumerate(values)]


PLAIN = (np.column_stack([A, B]), np.array(Y))
KEPT = [i for i in range(N) if i not in (3, 8)]
DROPPED = (PLAIN[0][KEPT], PLAIN[1][KEPT])
FILLED = PLAIN[0].copy()
FILLED[[3, 8], 1] = np.median([b for i, b in enumerate(B) if i not in (3, 8)])
WORDS = [("F", "M")[b % 2] for b in B]
CLASSES = [["no", "sí"][b % 2] for b in B]
DATES = [f"2024-01-{i + 1:02d}" for i in range(N)]

SITES = ["ABCD"[0 if i % 2 else 1 if i % 4 else 2 if i < 12 else 3] for i in range(N)]
FILLED_WORDS = put(WORDS, {3: max("FM", key=[w for i, w in enumerate(WORDS) if i not in (3, 8)].count),
                           8: max("FM", key=[w for i, w in enumerate(WORDS) if i not in (3, 8)].count)})

GROUPED = "a,b,y,p\n" + "".join(f"{a},{b},{y},p{i % 6}\n" for i, (a, b, y) in enumerate(zip(A, B, Y)))

# name: (bytes or writer, more of `data`, expected x and y, is of classes)
CASES = {
    "plain": (rows(), "input: [a, b]", PLAIN),
    "semicolons": (rows(";", ","), "input: [a, b]", PLAIN),
    "tabs": (rows("\t"), "input: [a, b]", PLAIN),
    "blanks": (rows("   "), "input: [a, b]", PLAIN),
    "cp1252": (rows(head="a,b,y").replace("a,", "año,", 1).encode("cp1252"), "input: [año, b]", PLAIN),
    "utf16": (rows().encode("utf-16"), "input: [a, b]", PLAIN),
    "utf16 unmarked": (rows().encode("utf-16-le"), "input: [a, b]", PLAIN),
    "gzip": (gzip.compress(rows().encode()), "input: [a, b]", PLAIN),
    "preamble": ("Equipo: X\nSerie: 7\n\n" + rows(), "input: [a, b]", PLAIN),
    "comments": ("# one, two\n" + rows() + "# end\n", "input: [a, b]", PLAIN),
    "footer": (rows() + "\nFuente: INEGI\n", "input: [a, b]", PLAIN),
    "no names": (rows().split("\n", 1)[1], "names: [a, b, y], input: [a, b]", PLAIN),
    "unused doubles": (rows(head="a,b,y").replace("a,b,y", "a,b,y,f,f", 1).replace("\n", ",1,1\n").replace(
        "f,f,1,1", "f,f"), "input: [a, b]", PLAIN),
    "thousands": (rows(b=[f'"{b + 1},005"' for b in B]), "decimal: point, input: [a, b]",
                  (np.column_stack([A, [1000 * (b + 1) + 5 for b in B]]), np.array(Y))),
    "drop": (rows(b=put(B, {3: "NA", 8: ""})), "missing: drop, input: [a, b]", DROPPED),
    "codes": (rows(b=put(B, {3: -999, 8: -999})),
              "missing: drop, columns: {b: {missing_values: [-999]}}, input: [a, b]", DROPPED),
    "median": (rows(b=put(B, {3: "sin dato", 8: ""})), "missing: median, input: [a, b]", (FILLED, np.array(Y))),
    "words": (rows(b=WORDS), "input: [a, b]",
              (np.column_stack([A, [w == "F" for w in WORDS], [w == "M" for w in WORDS]]), np.array(Y))),
    "ordinal": (rows(b=WORDS), "columns: {b: {categories: [M, F], encoding: ordinal}}, input: [a, b]",
                (np.column_stack([A, [w == "F" for w in WORDS]]), np.array(Y))),
    "classes": (rows(y=CLASSES), "input: [a, b]", (PLAIN[0], np.array([c == "sí" for c in CLASSES]))),
    "dates": (rows(b=DATES), "columns: {b: {read: days}}, input: [a, b]",
              (np.column_stack([A, range(N)]), np.array(Y))),
    "rare": (rows(b=SITES), "columns: {b: {rare: 4}}, input: [a, b]",
             (np.column_stack([A, [s == "A" for s in SITES], [s == "B" for s in SITES],
                               [s in ("C", "D") for s in SITES]]), np.array(Y))),
    "words with an indicator": (
        rows(b=put(WORDS, {3: "NA", 8: ""})),
        "missing: {fill: most_frequent, indicator: true}, input: [b]",
        (np.column_stack([[w == "F" for w in FILLED_WORDS], [w == "M" for w in FILLED_WORDS],
                          [i in (3, 8) for i in range(N)]]), np.array(Y))),
    "group": (GROUPED, "group: p, input: [a, b]", PLAIN),
    "workbook": (workbook, "input: [a, b]", PLAIN),
}

NOTEBOOK = """schema: 1
id: n
title: {{es: N, en: N}}
lessons:
  - id: l
    title: {{es: L, en: L}}
    data: {{table: {file}, target: y, {data}}}
    model: [Dense: {{units: 1, activation: {activation}}}]
    compile: {{optimizer: adam, loss: {loss}}}
    fit: {{epochs: 1{fit}}}
    figures: []
"""


def check(program, name, contents, data, expected, folder):
    file = {"gzip": "d.csv.gz", "workbook": "d.xlsx"}.get(name, "d.csv")
    path = folder / file
    if callable(contents):
        contents(path)
    else:
        path.write_bytes(contents if isinstance(contents, bytes) else contents.encode())
    is_classes = name == "classes"
    (folder / "notebook.yaml").write_text(NOTEBOOK.format(
        file=file, data=data, activation="sigmoid" if is_classes else "linear",
        loss="binary_crossentropy" if is_classes else "mean_squared_error",
        fit=", validation_split: 0.3" if name == "group" else ""))
    run = subprocess.run(
        [program, "build", str(folder), "--output", str(folder / "out"), "--language", "en"],
        capture_output=True, text=True)
    if run.returncode:
        return run.stderr
    space = {"tf": MagicMock()}
    os.chdir(folder)
    for block in Code((folder / "out/report.en.html").read_text()).blocks:
        if "Sequential" in block:
            break
        code = "\n".join(
            line for line in block.split("\n")
            if not line.startswith(("import tensorflow", "from tensorflow", "import seaborn", "sns.", "plt.", "import matplotlib")))
        exec(code, space)
    arrays = [value for value in space.values() if isinstance(value, np.ndarray) and value.ndim == 2]
    wanted = [np.asarray(expected[0], float), np.asarray(expected[1], float).reshape(-1, 1)]
    if name == "group":
        return grouped(arrays, (folder / "out/report.en.html").read_text())
    for want in wanted:
        if not any(array.shape == want.shape and np.allclose(array, want) for array in arrays):
            # A plain file is read column by column.
            columns = {array.shape: array for array in arrays}
            return f"no array like {want[:4].tolist()} among {[(k, v[:4].tolist()) for k, v in columns.items()]}"
    return None


def grouped(arrays, page):
    """The rows that Keras takes from the end are whole groups, and all rows are there."""
    x = next(array for array in arrays if array.shape == (N, 2))
    share = float(page.split("validation_split=")[1].split(")")[0].split(",")[0])
    first = int(N * (1 - share))
    groups = [{A.index(row[0]) % 6 for row in part} for part in (x[:first], x[first:])]
    if groups[0] & groups[1] or sorted(map(tuple, x)) != sorted(zip(A, B)):
        return f"groups on both sides: {groups}"
    return None


def main():
    program, failures = str(Path(sys.argv[1]).resolve()), 0
    for name, (contents, data, expected) in CASES.items():
        with tempfile.TemporaryDirectory() as folder:
            try:
                fault = check(program, name, contents, data, expected, Path(folder))
            except Exception as error:  # noqa: BLE001
                fault = repr(error)
            os.chdir("/")
        print(f"{name}: {fault or 'same rows and columns'}")
        failures += fault is not None
    sys.exit(failures > 0)


if __name__ == "__main__":
    main()
