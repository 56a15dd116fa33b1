import Neural

/// What the data say of the model and of how it is to be trained.
struct TrainingRules {
  let table: LintedTable

  var advice: [Advice] {
    fewRows + sortedSplit + sortedClasses + missingClasses + oneSidedParts + extrapolations
  }

  private var training: Training { table.training }

  /// The rows that are trained on, and those that `validation_split` takes, in order.
  private var parts: (training: ArraySlice<Int>, validation: ArraySlice<Int>) {
    let rows = table.trainingRows
    guard case .split(let fraction) = training.fit.validation else { return (rows[...], []) }
    let count = LabelledSamples.trainingCount(of: rows.count, splitting: fraction)
    return (rows[..<count], rows[count...])
  }

  // MARK: Rows and parameters

  private var fewRows: [Advice] {
    let rows = parts.training.count
    let parameters = freedom
    guard rows < parameters else { return [] }
    return [
      Advice(
        .fewRows, lesson: table.lesson, at: table.place(of: training.marks.model?.line),
        [
          "rows": LocalizedText(plain: String(rows)),
          "parameters": LocalizedText(plain: String(parameters)),
        ])
    ]
  }

  /// How many numbers of the model the data have to decide. Layers without activation are one
  /// weighted sum together, however many parameters they have.
  private var freedom: Int {
    let dense = training.model.compactMap { $0.layer as? Dense }
    let outputs = dense.last?.units ?? 1
    let hidden = dense.dropLast()
    let width = table.source.inputs.count
    guard hidden.contains(where: { $0.activation != .linear }) else {
      // A narrow layer lets less through.
      let rank = hidden.reduce(min(width, outputs)) { min($0, $1.units) }
      return rank * (width + outputs - rank) + outputs
    }
    return ModelOutline(training).layers.reduce(0) { $0 + $1.trainableCount }
  }

  // MARK: The split

  /// The rows are in the order of an input, and `validation_split` takes the last ones.
  private var sortedSplit: [Advice] {
    let (training, validation) = parts
    guard !validation.isEmpty, training.count > 1 else { return [] }
    for column in table.source.inputs.indices {
      let values = (training + validation).map { table.value($0, column) }
      let pairs = zip(values, values.dropFirst())
      guard values.first != values.last,
        pairs.allSatisfy({ $0 <= $1 }) || pairs.allSatisfy({ $0 >= $1 })
      else { continue }
      return [
        Advice(
          .sortedSplit, lesson: table.lesson,
          at: table.place(of: self.training.marks.validation?.line),
          [
            "column": LocalizedText(plain: table.names[column]),
            "count": LocalizedText(plain: String(validation.count)),
            "first": table.text(table.value(validation.first!, column), column),
            "last": table.text(table.value(validation.last!, column), column),
          ])
      ]
    }
    return []
  }

  /// The rows are in the order of their classes, and `validation_split` takes the last ones.
  private var sortedClasses: [Advice] {
    let (training, validation) = parts
    guard self.training.compile.loss.kind != .numbers, !validation.isEmpty else { return [] }
    let codes = (training + validation).map { table.targets[$0] }
    let pairs = zip(codes, codes.dropFirst())
    guard codes.first != codes.last,
      pairs.allSatisfy({ $0 <= $1 }) || pairs.allSatisfy({ $0 >= $1 })
    else { return [] }
    return [
      Advice(
        .sortedClasses, lesson: table.lesson,
        at: table.place(of: self.training.marks.validation?.line),
        [
          "column": LocalizedText(plain: table.source.target),
          "count": LocalizedText(plain: String(validation.count)),
        ])
    ]
  }

  /// A test or validation part that lacks a class that training has, in rows enough to expect some.
  private var oneSidedParts: [Advice] {
    guard training.compile.loss.kind != .numbers, sortedClasses.isEmpty else { return [] }
    let (own, validation) = parts
    let counts = Dictionary(grouping: own.map { table.targets[$0] }) { $0 }.mapValues(\.count)
    let test = table.testRows
    var advice: [Advice] = []
    for (rows, mark) in [
      (Array(validation), training.marks.validation), (test, training.marks.test),
    ]
    where !rows.isEmpty {
      let present = Set(rows.map { table.targets[$0] })
      for code in counts.keys.sorted() where !present.contains(code) {
        let expected = Double(counts[code]!) / Double(own.count) * Double(rows.count)
        guard expected >= 3 else { continue }
        advice.append(
          Advice(
            .oneSidedPart, lesson: table.lesson, at: table.place(of: mark?.line),
            [
              "class": LocalizedText(plain: table.className(code)),
              "column": LocalizedText(plain: table.source.target),
              "count": LocalizedText(plain: String(rows.count)),
            ]))
      }
    }
    return advice
  }

  private var missingClasses: [Advice] {
    let count: Int
    switch training.compile.loss.kind {
    case .numbers: return []
    case .yesOrNo: count = 2
    case .classes: count = training.outputUnits ?? 0
    }
    let present = Set(parts.training.map { table.targets[$0] })
    let missing = (0..<count).filter { !present.contains(Double($0)) }
    guard let first = missing.first else { return [] }
    return [
      Advice(
        .missingClass, lesson: table.lesson, at: table.place(of: training.marks.model?.line),
        [
          "class": LocalizedText(plain: table.className(Double(first))),
          "column": LocalizedText(plain: table.source.target),
          "count": LocalizedText(plain: String(missing.count)),
        ])
    ]
  }

  // MARK: Predictions

  private var extrapolations: [Advice] {
    table.source.inputs.indices.flatMap { column -> [Advice] in
      let values = parts.training.map { table.value($0, column) }
      guard let low = values.min(), let high = values.max() else { return [] }
      let outside = training.predict.map { $0[column] }.filter { $0 < low || $0 > high }
      guard !outside.isEmpty else { return [] }
      let texts = outside.map { table.text($0, column) }
      return [
        Advice(
          .extrapolation, lesson: table.lesson,
          at: table.place(of: training.marks.predict?.line),
          [
            "column": LocalizedText(plain: table.names[column]),
            "values": .joined(texts, separator: ", "),
            "low": LocalizedText(plain: Decimal.text(low)), "high": table.text(high, column),
          ])
      ]
    }
  }
}
