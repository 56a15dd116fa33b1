"""Honest students from real Keras runs, and as many wrong ones, graded by `cuaderno class build`.

    python honest_class.py FOLDER [--students 200] [--seed 1] [--backend torch]
                                  [--program ../../.build/release/cuaderno]

Each honest student measures data of their own (20 to 110 rows, whole or decimal stress, noise of their
own), runs the cell below in Keras with a random seed, and copies what it printed with two to five
decimals: as a CSV with point or comma, as a workbook, as online text. The class is what `class new`
writes, with its default criteria. All criteria but the teacher's own must be passed by all of them, and
at least one must be failed by each wrong one: the same runs with the table of somebody else, columns
swapped, the prediction mistyped, or a loss below what any line can have. Fails if one is not.

A cell is `model.fit` for 1000 epochs, which takes some 2.5 s with Keras's PyTorch backend and 40 s with
TensorFlow's on one core; layers, loss and Adam are the same code of Keras. Runs are kept in
FOLDER/keras-BACKEND.jsonl and not made twice.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WRONG = ["other data", "swapped columns", "mistyped prediction", "impossible loss"]


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--backend", choices=["torch", "tensorflow"], default="torch")
    parser.add_argument("--program", type=Path, default=ROOT / ".build/release/cuaderno")
    parser.add_argument("--train-only", action="store_true", help="for a class to be made later")
    return parser.parse_args()


def measure(chance):
    """What one student measures: (heart rate, stress), stress within 1 and 10."""
    rows = chance.randint(20, 64) if chance.random() < 0.75 else chance.randint(65, 110)
    slope, noise = chance.uniform(0.06, 0.16), chance.uniform(0.2, 1.2)
    middle, decimals = chance.uniform(75, 95), chance.choice([0, 1])
    table = []
    for _ in range(rows):
        ppm = round(chance.gauss(middle, chance.uniform(8, 18)))
        ppm = min(150, max(48, ppm))
        stress = 5 + slope * (ppm - middle) + chance.gauss(0, noise)
        table.append((ppm, round(min(10, max(1, stress)), decimals or None)))
    return table


def run_cell(table, seed):
    """What a student runs, as the practical says."""
    import keras
    import numpy as np

    keras.utils.set_random_seed(seed)
    ppm = np.array([row[0] for row in table], dtype=float).reshape(-1, 1)
    stress = np.array([row[1] for row in table], dtype=float).reshape(-1, 1)

    normalization = keras.layers.Normalization(axis=-1)
    normalization.adapt(ppm)
    neuron = keras.layers.Dense(units=1)
    model = keras.Sequential([keras.Input(shape=(1,)), normalization, neuron])
    model.compile(optimizer=keras.optimizers.Adam(0.1), loss="mean_squared_error")
    history = model.fit(ppm, stress, epochs=1000, batch_size=64, verbose=False)

    weight, bias = neuron.get_weights()
    return {
        "prediction": float(model.predict(np.array([[90.0]]), verbose=False)[0, 0]),
        "weight": float(weight[0, 0]), "bias": float(bias[0]),
        "loss": float(history.history["loss"][-1]),
    }


def runs(options):
    """Every student's table and printed values, trained where they are not known yet."""
    path = options.folder / f"keras-{options.backend}.jsonl"
    known = [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
    with path.open("a") as file:
        for index in range(len(known), options.students):
            chance = random.Random(f"{options.seed}-{index}")
            table = measure(chance)
            run = {"table": table, "values": run_cell(table, chance.randrange(2 ** 31))}
            file.write(json.dumps(run) + "\n")
            file.flush()
            known.append(run)
    return known[:options.students]


# What is handed in

def least_loss(table):
    """The mean squared error of the least-squares line."""
    n = len(table)
    mean_x, mean_y = sum(x for x, _ in table) / n, sum(y for _, y in table) / n
    xx = sum((x - mean_x) ** 2 for x, _ in table)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in table) / xx
    return sum((mean_y + slope * (x - mean_x) - y) ** 2 for x, y in table) / n


def spoiled(kind, run, other, chance):
    """The run with one thing wrong: table and values."""
    table, values = run["table"], dict(run["values"])
    if kind == "other data":
        table = other["table"]
    elif kind == "swapped columns":
        table = [(stress, ppm) for ppm, stress in table]
    elif kind == "mistyped prediction":
        # A wrong digit where it matters, or the decimal point elsewhere. (A slip in the last digit
        # of 4.3127 is no harm, and nobody could call it one.)
        value = values["prediction"]
        values["prediction"] = chance.choice([value + 0.3, value - 0.4, value + 1, value * 10,
                                              value / 10])
    else:
        values["loss"] = least_loss(table) * chance.uniform(0.1, 0.9)
    return {"table": table, "values": values}


def files(run, chance, folder):
    """(plugin, name, bytes) of one student's work."""
    form = chance.choice(["csv", "csv", "csv", "comma", "xlsx"])
    head = ["ppm", "stress"]
    if form == "xlsx":
        from openpyxl import Workbook

        book = Workbook()
        for row in [head] + run["table"]:
            book.active.append(list(row))
        place = folder / "book.xlsx"
        book.save(place)
        yield "file", "datos.xlsx", place.read_bytes()
        place.unlink()
    else:
        separator = ";" if form == "comma" else ","
        lines = [separator.join(str(cell) for cell in row) for row in [head] + run["table"]]
        text = "\r\n".join(lines) + "\r\n"
        yield "file", "datos.csv", (text.replace(".", ",") if form == "comma" else text).encode()
    digits = chance.randint(2, 5)
    names = [("prediccion", "prediction"), ("peso", "weight"), ("sesgo", "bias"),
             ("perdida", "loss")]
    lines = [f"{name}{{}}{run['values'][key]:.{digits}f}" for name, key in names]
    if chance.random() < 0.2:
        yield "onlinetext", "textoenlinea.html", "".join(
            f"<p>{line.format(': ')}</p>" for line in lines).encode()
    elif form == "comma":
        text = "\r\n".join(line.format(";").replace(".", ",") for line in lines)
        yield "file", "respuestas.csv", f"pregunta;respuesta\r\n{text}\r\n".encode()
    else:
        text = "\r\n".join(line.format(",") for line in lines)
        yield "file", "respuestas.csv", f"pregunta,respuesta\r\n{text}\r\n".encode()


def hand_in(options, students):
    """Asks `class new` for the class and puts list and download into it."""
    folder = options.folder / "class"
    subprocess.run(["rm", "-rf", folder], check=True)
    subprocess.run([options.program, "class", "new", folder, "--language", "es"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    head = ("Identificador,Nombre completo,Estado,Calificación,Calificación máxima,"
            "Última modificación (calificación),Comentarios de retroalimentación\n")
    (folder / "hoja.csv").write_text(head + "".join(
        f"Participante{number},Estudiante {number},Enviado,,100.00,-,\n"
        for number, _, _ in students))
    with zipfile.ZipFile(folder / "entregas.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number, _, run in students:
            for plugin, name, contents in files(run, random.Random(number), options.folder):
                archive.writestr(
                    f"Estudiante {number}_{number}_assignsubmission_{plugin}_/{name}", contents)
    return folder


def main():
    chosen = options()
    chosen.program = chosen.program.resolve()
    os.environ["KERAS_BACKEND"] = chosen.backend
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    chosen.folder.mkdir(parents=True, exist_ok=True)
    trained = runs(chosen)
    if chosen.train_only:
        return
    students = [(1001 + index, "honest", run) for index, run in enumerate(trained)]
    for index, run in enumerate(trained):
        kind = WRONG[index % len(WRONG)]
        other = trained[(index + 1) % len(trained)]
        students.append(
            (5001 + index, kind, spoiled(kind, run, other, random.Random(f"wrong-{index}"))))
    folder, report = hand_in(chosen, students), chosen.folder / "report"
    subprocess.run([chosen.program, "class", "build", folder, "--output", report, "--quiet"],
                   check=True, stdout=subprocess.DEVNULL)
    records = {record["id"]: record for record in
               json.loads((report / "class.json").read_text())["students"]}
    faults = 0
    counts = {}
    for number, kind, _ in students:
        # The teacher's own criterion is open for everybody.
        verdicts = [outcome["verdict"] for outcome in records[str(number)]["criteria"]
                    if outcome["verdict"] != "pending"]
        is_right = (all(verdict == "passed" for verdict in verdicts) and len(verdicts) > 3
                    if kind == "honest" else "failed" in verdicts)
        count = counts.setdefault(kind, [0, 0])
        count[0 if is_right else 1] += 1
        if not is_right:
            faults += 1
            print(f"{number} ({kind}): {verdicts}")
    for kind, (right, wrong) in counts.items():
        print(f"{kind}: {right} as they should, {wrong} not")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
