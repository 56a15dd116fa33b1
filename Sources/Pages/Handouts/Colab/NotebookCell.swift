import Publishing

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
