"""Reads a hand-out's GIFT as Moodle does, and its Moodle XML with an XML parser, and compares the two.

    python quiz.py NOTEBOOK.DOCENTE.es.gift.txt...

Of GIFT: blank lines divide questions, `//` begins a comment, `\\` takes the meaning of `~ = # { } :`, a
choice that begins with `%...%` has a share of the points, `#` in a choice begins feedback. Every question
must have the same name, text, kind, tolerance and right choice in both files. Needs Python alone.
"""

import html
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SIGNS = "~=#{}:\\"


def hidden(text):
    """Escaped signs as private characters, which mean nothing."""
    return re.sub(r"\\([~=#{}:\\])", lambda found: chr(0xE000 + SIGNS.index(found[1])), text)


def shown(text):
    return "".join(SIGNS[ord(c) - 0xE000] if 0xE000 <= ord(c) < 0xE000 + len(SIGNS) else c for c in text)


def choice(text):
    return html.unescape(re.sub("^<p>|</p>$", "", text)).strip()


def gift(text):
    for paragraph in re.split(r"\n\s*\n", text):
        lines = [line for line in paragraph.split("\n") if not line.lstrip().startswith("//")]
        found = re.fullmatch(r"::(.*?)::\[html\]([^{}]*)\{([^{}]*)\}", hidden("\n".join(lines).strip()), re.S)
        if not found:
            assert not "".join(lines).strip(), f"no question of GIFT: {paragraph[:200]}"
            continue
        name, body, answer = shown(found[1]), shown(found[2]), found[3].strip()
        if answer == "":
            yield name, body, "essay"
        elif answer.startswith("#"):
            middle, size = map(float, answer[1:].split(":"))
            yield name, body, "numerical", middle, size
        else:
            choices = re.findall(r"[=~][^=~]*", answer)
            for text in choices:
                assert "#" not in text and not re.match(r"%-?\d{1,2}\.?\d*%", text[1:].strip()), text
            yield name, body, "multichoice", [(c[0] == "=", choice(shown(c[1:].strip()))) for c in choices]


def moodle_xml(path):
    for question in ElementTree.parse(path).getroot():
        kind = question.get("type")
        if kind == "category":
            continue
        name, body = question.find("name/text").text, question.find("questiontext/text").text
        answers = question.findall("answer")
        if kind == "essay":
            yield name, body, kind
        elif kind == "numerical":
            yield name, body, kind, float(answers[0].find("text").text), float(answers[0].find("tolerance").text)
        else:
            yield name, body, kind, [(a.get("fraction") == "100", choice(a.find("text").text)) for a in answers]


def main():
    failures = 0
    for name in sys.argv[1:]:
        first = list(gift(Path(name).read_text(encoding="utf-8")))
        second = list(moodle_xml(name.replace(".gift.txt", ".moodle.xml")))
        differing = [pair for pair in zip(first, second) if pair[0] != pair[1]]
        for pair in differing:
            print(*pair, sep="\n")
        failures += len(differing) + abs(len(first) - len(second))
        print(f"{name}: {len(first)} questions, {len(differing)} differ")
    return 1 if failures or len(sys.argv) < 2 else 0


sys.exit(main())
