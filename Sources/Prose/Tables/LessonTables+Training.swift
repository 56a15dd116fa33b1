import Lessons

extension LessonTables {
  /// The epochs shown: all of a short training, otherwise 1, 2, 5, 10, 20, 50, ... and the last.
  static func shownEpochs(_ count: Int) -> [Int] {
    guard count > 20 else { return Array(1...max(1, count)) }
    var epochs: [Int] = []
    var decade = 1
    while decade <= count {
      epochs += [decade, 2 * decade, 5 * decade].filter { $0 < count }
      decade *= 10
    }
    return epochs + [count]
  }

  var history: HTMLTable {
    let epochs = Self.shownEpochs(study.epochCount)
    let series = study.result.history.series.filter { !$0.values.isEmpty }
    let cells = series.map { series in
      epochs.map { epoch in
        number(series.values[min(epoch, series.values.count) - 1], isLoss: true)
      }
    }
    return HTMLTable(
      caption: phrase(epochs.count < study.epochCount ? "caption.historyPart" : "caption.history"),
      columns: [.init(phrase("epoch"))] + series.map { .init(seriesName($0.name)) },
      rows: series.isEmpty ? [] : Self.rows([epochs.map { numbers.string($0) }] + cells))
  }

  /// Four decimals, as in Keras; scientific below a thousandth.
  private func number(_ value: Double, isLoss: Bool) -> String {
    value.magnitude > 1e-3 || value == 0
      ? numbers.string(value, decimals: 4) : numbers.scientific(value, digits: 4)
  }

  private func seriesName(_ name: String) -> String {
    let key = "tables.series.\(name)"
    return study.phrases.contains(key) ? study.phrases[key] : name
  }

  /// The line learned by the model after each epoch.
  var progress: HTMLTable? {
    let epochs = [1, 10, 50, 100, 200, 500, 1000].filter { $0 <= study.epochCount }
    let shown = epochs.last == study.epochCount ? epochs : epochs + [study.epochCount]
    let lines = shown.compactMap { study.line(at: $0) }
    guard lines.count == shown.count, let source = study.outline.table else { return nil }
    let isNeuron = study.outline.needs.contains(.neuron)
    let unit = study.unit(source.inputs[0])
    let inputs = study.training.predict
    return HTMLTable(
      caption: phrase("caption.progress"),
      columns: [
        .init(phrase("epoch")), .init(phrase(isNeuron ? "weight" : "slope")),
        .init(phrase(isNeuron ? "bias" : "intercept")), .init(phrase("lossThen")),
      ]
        + inputs.map { input in
          let text = numbers.significant(input[0])
          return .init(
            phrase("predictionFor", ["input": unit.isEmpty ? text : "\(text)\u{A0}\(unit)"]))
        },
      rows: Self.rows(
        [
          shown.map { numbers.string($0) },
          fixed(lines.map { $0.kernel[0][0] }, 4), fixed(lines.map { $0.bias[0] }, 2),
          fixed(lines.map(loss), 3),
        ] + inputs.map { input in fixed(lines.map { $0(input)[0] }, 2) }))
  }

  /// Of the weights that an epoch ends with, over the rows they were fitted to: Keras's loss of an
  /// epoch is measured before its updates and belongs to other weights.
  private func loss(_ line: LinearMap) -> Double? {
    let losses = study.fittedRows.compactMap { row -> Double? in
      let error = (line(row.input)[0] - row.target).magnitude
      return switch study.training.compile.loss {
      case .meanSquaredError: error * error
      case .meanAbsoluteError: error
      case .huber: error <= 1 ? error * error / 2 : error - 0.5
      case .binaryCrossentropy, .categoricalCrossentropy, .sparseCategoricalCrossentropy: nil
      }
    }
    return Statistics.mean(losses)
  }

  var predictions: HTMLTable {
    let found = study.result.predictions
    let target = study.outline.table?.target ?? ""
    let unit = parenthesis(study.unit(target))
    var columns = (study.outline.table?.inputs ?? []).map { HTMLTable.Column(heading($0)) }
    var cells = columns.indices.map { column in aligned(found.map { $0.input[column] }) }
    func add(_ key: String, _ values: [Double?], _ decimals: Int = 3) {
      guard values.contains(where: { $0 != nil }) else { return }
      columns.append(.init(phrase(key, ["unit": unit])))
      cells.append(fixed(values, decimals))
    }
    let isNumber = study.outline.needs.contains(.regression)
    let mine = found.map { isNumber ? $0.output.first.flatMap { Double($0.description) } : nil }
    add("network", mine)
    if !isNumber {
      let classes = found.map { LessonStudy.predictedClass($0.output) }
      columns += [
        .init(phrase("predictedClass", ["target": study.label(target)])),
        .init(phrase("probability")),
      ]
      cells += [
        classes.map { $0.map { numbers.string($0.label) } ?? "–" },
        classes.map { $0.map { numbers.share($0.probability, decimals: 1) } ?? "–" },
      ]
    }
    add("leastSquares", found.map { study.leastSquares($0.input) })
    let exact = found.map { study.reference($0.input) }
    if exact.contains(where: { $0 != nil }) {
      columns.append(.init(exactHeading + unit))
      cells.append(fixed(exact, 3))
      // The difference of the numbers as shown, so that readers who subtract them get the same.
      let shown = [mine, exact].map {
        $0.map { $0.flatMap { FixedNumber($0, decimals: 3)?.value } }
      }
      add("difference", zip(shown[0], shown[1]).map { a, b in a.flatMap { a in b.map { a - $0 } } })
    }
    if found.contains(where: \.extrapolates) {
      columns.append(.init(phrase("note"), isNumber: false))
      cells.append(found.map { $0.extrapolates ? phrase("extrapolation") : "" })
    }
    return HTMLTable(
      caption: phrase("caption.predictions"), columns: columns, rows: Self.rows(cells))
  }

  private var exactHeading: String {
    study.training.reference?.label[study.language] ?? ""
  }

  /// One table per layer: a row for each input and one for the bias; for arrays with more
  /// dimensions, their shape and range.
  var weights: [HTMLTable] {
    study.result.weights.map { layer in
      let kernel = layer.arrays.first { $0.name == "kernel" }
      guard let kernel, kernel.shape.count == 2, kernel.values.count <= 64 else {
        return summary(of: layer)
      }
      let units = kernel.shape[1]
      var rows = (0..<kernel.shape[0]).map { row in
        [phrase("fromInput", ["number": numbers.string(row + 1)])]
          + (0..<units).map { weight(kernel.values[row * units + $0]) }
      }
      if let bias = layer.arrays.first(where: { $0.name == "bias" }) {
        rows.append([phrase("bias")] + bias.values.map(weight))
      }
      return HTMLTable(
        caption: phrase("caption.weights", ["layer": layer.layer]),
        columns: [.init("", isNumber: false)]
          + (0..<units).map { .init(phrase("unit", ["number": numbers.string($0 + 1)])) },
        rows: rows, hasRowHeadings: true)
    }
  }

  private func weight(_ value: Float) -> String {
    numbers.string(Double(value.description) ?? Double(value), decimals: 4)
  }

  private func arrayLabel(_ name: String) -> String {
    let key = "figure.weights.\(name)"
    return study.phrases.contains(key) ? study.phrases[key] : name
  }

  private func summary(of layer: LayerWeights) -> HTMLTable {
    let rows = layer.arrays.filter { $0.name != "count" }.map { array -> [String] in
      let shape = array.shape.map(String.init).joined(separator: " × ")
      return [
        arrayLabel(array.name), shape, numbers.string(array.values.count),
        array.values.min().map(weight) ?? "–", array.values.max().map(weight) ?? "–",
      ]
    }
    return HTMLTable(
      caption: phrase("caption.weights", ["layer": layer.layer]),
      columns: [
        .init(phrase("array"), isNumber: false), .init(phrase("shape")), .init(phrase("count")),
        .init(phrase("min")), .init(phrase("max")),
      ], rows: rows, hasRowHeadings: true)
  }
}
