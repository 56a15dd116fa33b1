import Diagnostics
import Neural

/// `model.summary()` as Keras 3 prints it without a terminal: a table of 76 columns with text
/// columns at 45 % and 80 % (`keras/src/utils/summary_utils.py`, drawn by `rich`).
public struct ModelSummary: Sendable {
  private let layers: [LayerSummary]
  private let name: String

  /// Width of the text in the three columns.
  private static let widths = [31, 22, 13]

  public init(_ layers: [LayerSummary], name: String = "sequential") {
    self.layers = layers
    self.name = name
  }

  public var text: String {
    var lines = ["Model: \"\(name)\"", rule("┏", "━", "┳", "┓")]
    lines.append(row(["Layer (type)", "Output Shape", "Param #"], mark: "┃"))
    lines.append(rule("┡", "━", "╇", "┩"))
    for (index, layer) in layers.enumerated() {
      if index > 0 { lines.append(rule("├", "─", "┼", "┤")) }
      lines += rows(of: layer)
    }
    lines.append(rule("└", "─", "┴", "┘"))
    let count = KerasParameters(layers)
    let fixed = count.nonTrainableBytes
    let trained = count.trainable * 4
    lines.append(total("Total", count.total, bytes: trained + fixed))
    lines.append(total("Trainable", count.trainable, bytes: trained))
    lines.append(total("Non-trainable", count.nonTrainable, bytes: fixed))
    return lines.joined(separator: "\n") + "\n"
  }

  var html: String {
    "<pre class=\"summary\" tabindex=\"0\" translate=\"no\"><code>\(HTML.escaped(text))</code></pre>\n"
  }

  private func rule(_ start: String, _ line: String, _ cross: String, _ end: String) -> String {
    start
      + Self.widths.map { String(repeating: line, count: $0 + 2) }.joined(separator: cross)
      + end
  }

  private func row(_ cells: [String], mark: String) -> String {
    var line = mark
    for (column, width) in Self.widths.enumerated() {
      let gap = String(repeating: " ", count: max(0, width - cells[column].count))
      line += column == 2 ? " \(gap)\(cells[column]) \(mark)" : " \(cells[column])\(gap) \(mark)"
    }
    return line
  }

  /// The rows of a layer; name and shape wrap at spaces, as in rich.
  private func rows(of layer: LayerSummary) -> [String] {
    let shape = (["None"] + layer.outputShape.map(String.init)).joined(separator: ", ")
    let cells: [[String]] = [
      wrapped("\(layer.name) (\(layer.className))", width: Self.widths[0]),
      wrapped("(\(shape))", width: Self.widths[1]),
      [grouped(layer.parameterCount)],
    ]
    let height = cells.map(\.count).max() ?? 1
    return (0..<height).map { line -> String in
      let texts = cells.map { line < $0.count ? $0[line] : "" }
      return row(texts, mark: "│")
    }
  }

  private func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines.flatMap { line in
      stride(from: 0, to: max(1, line.count), by: width).map { start in
        String(line.dropFirst(start).prefix(width))
      }
    }
  }

  private func total(_ what: String, _ count: Int, bytes: Int) -> String {
    " \(what) params: \(grouped(count)) (\(Self.size(bytes)))"
  }

  private func grouped(_ count: Int) -> String { NumberStyle.english.string(count) }

  /// `readable_memory_size`: two decimals and the unit for which the number is below 1024.
  static func size(_ bytes: Int) -> String {
    var value = Double(bytes)
    var unit = "B"
    for next in ["KB", "MB", "GB", "TB"] where value >= 1024 {
      value /= 1024
      unit = next
    }
    let hundredths = Int((value * 100).rounded(.toNearestOrEven))
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) \(unit)"
  }
}

/// The parameters of a model and their size, as Keras counts them.
struct KerasParameters {
  private let layers: [LayerSummary]

  init(_ layers: [LayerSummary]) {
    self.layers = layers
  }

  var total: Int { layers.reduce(0) { $0 + $1.parameterCount } }
  var trainable: Int { layers.reduce(0) { $0 + $1.trainableCount } }
  var nonTrainable: Int { total - trainable }

  /// Four bytes per value, eight for the counter of a Normalization layer.
  var nonTrainableBytes: Int {
    nonTrainable * 4 + layers.count { $0.className == Normalization.className } * 4
  }
}
