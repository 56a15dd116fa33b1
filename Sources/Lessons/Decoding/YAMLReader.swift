import Diagnostics
import YAML

/// Reads typed values from the nodes of a YAML file and collects every mistake on the way.
///
/// A scalar is the text it was written as: `no`, `3.10` and `2024-01-01` are not reinterpreted.
package final class YAMLReader {
  package let path: String
  private var errors: [NotebookError] = []

  package init(path: String) {
    self.path = path
  }

  /// The errors in the order of the file; those of one place in the order in which they were found.
  package var orderedErrors: [NotebookError] {
    func key(_ error: NotebookError) -> (Int, Int) {
      (error.location.line ?? 0, error.location.column ?? 0)
    }
    return errors.enumerated().sorted {
      let (left, right) = (key($0.element), key($1.element))
      return left == right ? $0.offset < $1.offset : left < right
    }.map(\.element)
  }

  package var hasErrors: Bool { !errors.isEmpty }

  package func report(_ problem: NotebookProblem, at mark: Mark?) {
    errors.append(
      NotebookError(problem, at: Place(path, line: mark?.line, column: mark?.column)))
  }

  package func report(_ problem: ShapeProblem, at mark: Mark?) {
    report(.shape(problem), at: mark)
  }

  // MARK: Scalars

  /// Any text that is not blank; `null` and `~` are nothing.
  package func text(_ node: Node, key: String) -> String? {
    guard case .scalar(let scalar) = node.content else {
      return fail(.text, key, node)
    }
    guard !isNull(scalar), !scalar.string.allSatisfy(\.isWhitespace) else {
      report(.missingValue(key), at: node.mark)
      return nil
    }
    return scalar.string
  }

  /// A decimal number, finite as Float as well.
  package func number(_ node: Node, key: String) -> Double? {
    guard let scalar = plainScalar(node, key: key, expecting: .number) else { return nil }
    guard let value = Decimal.number(scalar.string) else {
      if Decimal.hasDecimalComma(scalar.string) {
        report(.decimalComma(key: key, value: scalar.string), at: node.mark)
        return nil
      }
      return fail(.number, key, node)
    }
    guard Float(value).isFinite else {
      report(
        .outside(.closed, key: key, value: scalar.string, low: "-3.4e38", high: "3.4e38"),
        at: node.mark)
      return nil
    }
    return value
  }

  package func integer(_ node: Node, key: String, in range: ClosedRange<Int>) -> Int? {
    guard let scalar = plainScalar(node, key: key, expecting: .integer) else { return nil }
    guard Decimal.isInteger(scalar.string) else { return fail(.integer, key, node) }
    guard let value = Int(scalar.string), range.contains(value) else {
      report(
        .outside(
          .closed, key: key, value: scalar.string, low: String(range.lowerBound),
          high: String(range.upperBound)), at: node.mark)
      return nil
    }
    return value
  }

  package func boolean(_ node: Node, key: String) -> Bool? {
    guard let scalar = plainScalar(node, key: key, expecting: .boolean) else { return nil }
    switch scalar.string {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return fail(.boolean, key, node)
    }
  }

  /// The value of `name` among `known`; reports the likely one otherwise.
  package func choice<Value>(
    _ node: Node, key: String, kind: NameKind, among known: [(name: String, value: Value)]
  ) -> Value? {
    guard let name = text(node, key: key) else { return nil }
    if let found = known.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
      return found.value
    }
    reportUnknown(kind, name, among: known.map(\.name), at: node.mark)
    return nil
  }

  /// Gives the name that was probably meant.
  @discardableResult
  package func reportUnknown(
    _ kind: NameKind, _ name: String, among known: [String], at mark: Mark?
  ) -> String? {
    // No known name is near a text of that length, and nobody wants to read it whole.
    let shown = name.shortened(to: 80, ending: "...")
    let suggestion = nearest(to: shown, among: known)
    report(.unknown(kind, shown, suggestion: suggestion, known: known), at: mark)
    return suggestion
  }

  private func plainScalar(_ node: Node, key: String, expecting: Expectation) -> Node.Scalar? {
    guard case .scalar(let scalar) = node.content else { return fail(expecting, key, node) }
    guard !isNull(scalar) else {
      report(.missingValue(key), at: node.mark)
      return nil
    }
    guard scalar.style == .plain else { return fail(expecting, key, node) }
    return scalar
  }

  package func isNull(_ node: Node) -> Bool {
    if case .scalar(let scalar) = node.content { isNull(scalar) } else { false }
  }

  private func isNull(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  // MARK: Collections

  /// The items of a list, at most `limit`.
  package func list(_ node: Node, key: String, limit: Int) -> [Node]? {
    guard case .sequence(let sequence) = node.content else {
      if isNull(node) {
        report(.missingValue(key), at: node.mark)
        return nil
      }
      return fail(.list, key, node)
    }
    guard sequence.count <= limit else {
      report(.tooMany(key: key, count: sequence.count, limit: limit), at: node.mark)
      return nil
    }
    return Array(sequence)
  }

  /// The items of a list that is not empty.
  package func filledList(_ node: Node, key: String, limit: Int) -> [Node]? {
    guard let items = list(node, key: key, limit: limit) else { return nil }
    guard !items.isEmpty else {
      report(.emptyList(key), at: node.mark)
      return nil
    }
    return items
  }

  /// A map with the keys of `section`, or with any keys where it is nil.
  package func map(_ node: Node, key: String, section: LessonFileSection?) -> YAMLMap? {
    guard case .mapping(let mapping) = node.content else {
      if isNull(node) {
        report(.missingValue(key), at: node.mark)
        return nil
      }
      return fail(.map, key, node)
    }
    var entries: [YAMLMap.Entry] = []
    for (keyNode, value) in mapping {
      guard case .scalar(let scalar) = keyNode.content else {
        report(.keyIsNotText, at: keyNode.mark)
        continue
      }
      entries.append(YAMLMap.Entry(key: scalar.string, mark: keyNode.mark, value: value))
    }
    let map = YAMLMap(reader: self, name: key, mark: node.mark, entries: entries)
    return section.map { map.restricted(to: $0.keys) } ?? map
  }

  /// Reports that `node` is not what was expected.
  package func fail<Value>(_ expected: Expectation, _ key: String, _ node: Node) -> Value? {
    report(.expected(expected, key: key, found: excerpt(node)), at: node.mark)
    return nil
  }

  /// What stands there, short enough for a sentence.
  private func excerpt(_ node: Node) -> String {
    switch node.content {
    case .scalar(let scalar):
      let shown = scalar.string.shortened(to: 40, ending: "...")
      return scalar.style == .plain ? shown : "\"\(shown)\""
    case .sequence: return "[...]"
    case .mapping: return "{...}"
    }
  }
}
