"""Writes the workbooks of Tests/DatasetsTests/Fixtures with openpyxl.

    pip install -r requirements.txt
    python spreadsheets.py

`calc.xlsx`, `calc.ods` and `calc.xls` are what LibreOffice makes of calc.csv:

    soffice --headless --convert-to xlsx calc.csv      # and ods, and xls

Workbooks carry the time at which they were made, so a second run gives other bytes.
"""

import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

FOLDER = Path(__file__).resolve().parent.parent / "DatasetsTests" / "Fixtures"


def save(book, name):
    book.save(FOLDER / f"{name}.xlsx")


def measurements():
    """What a teacher keeps: a title, an empty row, an empty first column, formatted cells."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Mediciones"
    sheet["B1"] = "Grupo 3B, marzo"
    sheet["B3"], sheet["C3"], sheet["D3"] = "Frecuencia cardíaca", "Estrés", "Comentario"
    rows = [(72, 3.5, "en reposo"), (98.25, 0.3, None), (1234.567, 1e-05, "a < b & \"c\"")]
    for number, row in enumerate(rows, start=4):
        for column, value in zip("BCD", row):
            if value is not None:
                sheet[f"{column}{number}"] = value
    sheet["B6"].number_format = "#,##0.00"
    sheet["Z40"].number_format = "0.0"
    book.create_sheet("Notas")["A1"] = "no se lee"
    save(book, "measurements")


def kinds():
    """A cell of every kind in the column `valor`."""
    book = Workbook(iso_dates=False)
    sheet = book.active
    sheet.append(["que", "valor"])
    cells = [
        ("entero", 7, None),
        ("texto que es número", "1,5", None),
        ("porcentaje", 0.45, "0%"),
        ("fecha", datetime.date(2024, 1, 5), None),
        ("fecha y hora", datetime.datetime(2024, 1, 5, 13, 30), None),
        ("hora", datetime.time(6, 45), None),
        ("verdadero", True, None),
        ("fórmula", "=B2*2", None),
        ("error", "#DIV/0!", None),
        ("texto con formato", CellRichText("a", TextBlock(InlineFont(b=True), "b"), "c"), None),
        ("vacía", None, "0.00"),
    ]
    for number, (name, value, number_format) in enumerate(cells, start=2):
        sheet.cell(number, 1, name)
        cell = sheet.cell(number, 2, value)
        if number_format:
            cell.number_format = number_format
    save(book, "kinds")


def hidden():
    """A hidden first sheet, a chart, and days that count from 1904."""
    from openpyxl.chart import ScatterChart
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.title = "Oculta"
    book.active["A1"] = "no se lee"
    book.active.sheet_state = "hidden"
    book.create_chartsheet("Gráfica").add_chart(ScatterChart())
    sheet = book.create_sheet("Datos & más")
    sheet.append(["x", "y", "día"])
    sheet.append([1, 2, datetime.date(2024, 2, 29)])
    save(book, "hidden")


if __name__ == "__main__":
    measurements()
    kinds()
    hidden()
