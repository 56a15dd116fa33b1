import Lessons
import Phrases
import Prose
import Publishing

/// A hand-out as a Jupyter notebook for Colab: the same text, with the code in cells.
struct ColabNotebook {
  private let cells: [NotebookCell]
  private let title: String

  init(content: HandoutContent, language: Language, phrases: PhraseCatalogue) {
    let values = LessonValues(
      notebook: content.notebook, results: content.results, language: language, phrases: phrases)
    let text = HandoutText(
      content.prose.templates(language, content.edition), values: values, edition: content.edition,
      isNotebook: true)
    var writer = ColabWriter(
      content: content, language: language, phrases: phrases, values: values)
    title = content.notebook.title[language]
    cells = writer.cells(text)
  }

  /// The notebook in nbformat 4.5, indented as Jupyter does.
  func bytes() -> [UInt8] {
    let language: JSONValue = .object(["name": .string("python")])
    return JSONWriter.bytes(
      .object([
        "cells": .array(cells.enumerated().map { $1.json(number: $0 + 1) }),
        "metadata": .object([
          "colab": .object(["provenance": .array([])]),
          "kernelspec": .object([
            "display_name": .string("Python 3"), "language": .string("python"),
            "name": .string("python3"),
          ]),
          "language_info": language,
          "title": .string(title),
        ]),
        "nbformat": .integer(4),
        "nbformat_minor": .integer(5),
      ]))
  }
}

/// A cell of a Jupyter notebook.
struct NotebookCell {
  enum Kind: String {
    case markdown, code
  }

  var kind: Kind
  var source: String

  /// - Parameter number: its position in the notebook, from 1, which is its id.
  func json(number: Int) -> JSONValue {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let source = lines.enumerated().map { index, line in
      JSONValue.string(String(line) + (index < lines.count - 1 ? "\n" : ""))
    }
    let isCode = kind == .code
    return .object([
      "cell_type": .string(kind.rawValue),
      "execution_count": isCode ? .null : nil,
      "id": .string("cuaderno-\(number)"),
      "metadata": .object([]),
      "outputs": isCode ? .array([]) : nil,
      "source": .array(source),
    ])
  }
}
