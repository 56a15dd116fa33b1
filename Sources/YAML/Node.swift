/// A line and a column of a YAML file, both counted from 1. Columns count characters, not bytes.
package struct Mark: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// One value of a YAML file with the place where it begins.
///
/// A scalar stays the text that was written: `no`, `3.10` and `2024-01-01` are never taken for
/// anything else. Maps keep the order of the file.
///
///     let root = try Node(yaml: Array("seed: 7".utf8))
///     if case .mapping(let pairs) = root?.content { print(pairs[0].value.string ?? "") }  // 7
package struct Node: Sendable {
  package struct Scalar: Sendable {
    package var string: String
    package var style: Style
  }

  /// How a scalar is written: as it is, in quotes, or as the lines below `|` or `>`.
  package enum Style: Sendable {
    case plain, quoted, block
  }

  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([(key: Node, value: Node)])
  }

  package let content: Content
  package let mark: Mark

  /// The text of a scalar; nil for a list or a map.
  package var string: String? {
    if case .scalar(let scalar) = content { scalar.string } else { nil }
  }
}
