import YAML

/// Numbers in nested lists of equal length, as arrays are written in a lesson file.
struct NestedNumbers {
  /// Lengths from the outermost list to the innermost.
  var shape: [Int]
  /// Row by row: the last index runs fastest.
  var values: [Double]

  init?(_ node: Node, key: String, reader: YAMLReader) {
    guard let items = reader.filledList(node, key: key, limit: NotebookLimits.fileBytes) else {
      return nil
    }
    shape = [items.count]
    values = []
    guard case .sequence = items[0].content else {
      let numbers = items.compactMap { reader.number($0, key: key) }
      guard numbers.count == items.count else { return nil }
      values = numbers
      return
    }
    var inner: [Int]?
    for item in items {
      guard let nested = NestedNumbers(item, key: key, reader: reader) else { return nil }
      if let inner, inner != nested.shape {
        reader.report(.ragged(key), at: item.mark)
        return nil
      }
      inner = nested.shape
      values += nested.values
    }
    shape += inner ?? []
  }
}
