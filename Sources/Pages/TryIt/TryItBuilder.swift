import Figures
import Lessons
import Neural
import Prose
import Publishing

/// Turns a lesson's network into an interactive part of the page: its weights as data, a field for
/// each input, and examples for pages without scripts.
struct TryItBuilder {
  /// The activations that `templates/report/try.js` can compute.
  static let activations: [Activation] = [
    .linear, .relu, .leakyReLU, .elu, .gelu, .sigmoid, .tanh,
  ]
  private static let exampleCount = 7

  private let context: FigureContext
  private let table: RegressionStudy
  private let function: DenseFunction

  /// nil unless it is a trained network of Dense layers on a table, with one output and few
  /// weights.
  init?(_ context: FigureContext) {
    guard let result = context.result, let table = result.regression, !table.inputs.isEmpty,
      result.history.divergence == nil, result.parameterCount < ResultsFile.weightLimit,
      context.lesson.predictsNumber,
      let function = DenseFunction(
        layers: context.lesson.layers, inputs: table.inputNames.count,
        weights: result.weights.flatMap { $0.arrays.flatMap(\.values) }),
      function.steps.allSatisfy({ Self.activations.contains($0.activation) })
    else { return nil }
    self.context = context
    self.table = table
    self.function = function
  }

  func value(anchor: String) -> TryItValue {
    let inputs = table.inputNames.indices.map { input($0, anchor: anchor) }
    return TryItValue(
      anchor: anchor,
      title: phrase("title"),
      explanation: phrase(inputs.count == 1 ? "explanationOne" : "explanationMany"),
      scale: JSONText.array([JSONText.array(function.mean), JSONText.array(function.deviation)]),
      layers: JSONText.array(
        function.steps.map { step in
          JSONText.array([
            JSONText.array(step.kernel.map { JSONText.array($0) }), JSONText.array(step.bias),
          ])
        }),
      activations: function.steps.map(\.activation.rawValue).joined(separator: " "),
      locale: context.phrases.locale(context.notebook.region),
      answer: phrase("answer", ["value": quantity(Self.blank, table.targetName)]),
      noNumber: phrase("noNumber"),
      beyond: beyond,
      leastTarget: plausible.map { Self.plain($0.lowerBound) },
      mostTarget: plausible.map { Self.plain($0.upperBound) },
      inputs: inputs,
      examples: examples.html)
  }

  /// Marks the place of a number in a sentence that the script completes.
  private static let blank = "{}"

  private func input(_ place: Int, anchor: String) -> TryItValue.Input {
    let name = table.inputNames[place]
    let values = trainingRows.map { $0[place] }
    let least = values.min()!
    let most = values.max()!
    let start = context.result?.predictions.first?.input[place] ?? (least + most) / 2
    // A little beyond the data, so that the slider can leave its range.
    let margin = (most - least) / 4
    return TryItValue.Input(
      id: "\(anchor)-\(place)", label: context.axisLabel(name),
      least: Self.plain(least), most: Self.plain(most), start: Self.plain(start),
      sliderLeast: Self.plain(min(least - margin, start)),
      sliderMost: Self.plain(max(most + margin, start)),
      sliderStep: Self.plain(Self.step((most - least) / 100)),
      outside: phrase(
        "outside",
        [
          "value": quantity(Self.blank, name), "least": context.number(least),
          "most": context.quantity(most, name), "label": context.columnLabel(name),
        ]))
  }

  private var trainingRows: [[Double]] {
    zip(table.inputs, table.isTest).filter { !$0.1 }.map(\.0)
  }

  private var plausible: ClosedRange<Double>? { table.columns[table.targetName]?.range }

  private var beyond: String? {
    plausible.map {
      phrase(
        "beyond",
        [
          "label": context.columnLabel(table.targetName), "least": context.number($0.lowerBound),
          "most": context.quantity($0.upperBound, table.targetName),
        ])
    }
  }

  /// Round inputs over the range of the data for a single input; otherwise the lesson's
  /// predictions.
  private var examples: HTMLTable {
    let rows: [[Double]]
    if table.inputNames.count == 1 {
      let values = trainingRows.map { $0[0] }
      let step = Self.step((values.max()! - values.min()!) / Double(Self.exampleCount - 1))
      let first = (values.min()! / step).rounded(.up)
      let last = (values.max()! / step).rounded(.down)
      rows = step > 0 ? stride(from: first, through: last, by: 1).map { [$0 * step] } : [[first]]
    } else {
      rows = (context.result?.predictions.map(\.input) ?? []) + trainingRows.prefix(3)
    }
    return HTMLTable(
      caption: phrase("examples"),
      columns: (table.inputNames.map(context.axisLabel)
        + [phrase("output", ["target": context.axisLabel(table.targetName)])]).map { .init($0) },
      rows: rows.map { row in
        row.map { context.number($0) } + [context.number(function.outputs(for: row)[0])]
      })
  }

  /// The largest of 1, 2, 5 times a power of ten that is at most `value`; 1 for zero.
  private static func step(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    var power = 1.0
    while power > value { power /= 10 }
    while power * 10 <= value { power *= 10 }
    return [5, 2, 1].map { $0 * power }.first { $0 <= value } ?? power
  }

  /// A number in an attribute that a script reads.
  private static func plain(_ value: Double) -> String { JSONText.number(value) }

  private func quantity(_ number: String, _ column: String) -> String {
    context.unit(of: column).map { "\(number) \($0)" } ?? number
  }

  private func phrase(_ key: String, _ arguments: [String: String] = [:]) -> String {
    context.phrases["page.try.\(key)", arguments]
  }
}

/// Numbers and lists in the syntax of scripts.
private enum JSONText {
  static func number(_ value: Double) -> String {
    value.rounded() == value && value.magnitude < 1e15 ? String(Int(value)) : String(value)
  }

  static func array(_ values: [Double]) -> String { array(values.map { number($0) }) }

  static func array(_ texts: [String]) -> String { "[" + texts.joined(separator: ",") + "]" }
}
