import Lessons

/// A dotted name with parameters, such as `predict.at.E.INPUT`.
///
/// `E` is an epoch from 1; `L R C I N` are counted from 0 (layer, row, column, unit, class or layer
/// of any kind); `INPUT` is one of the lesson's `predict` inputs as written, `COL` a column of its
/// table, `X` a number.
package struct NamePattern: Sendable {
  private enum Segment: Sendable {
    case literal(String)
    case epoch
    case layer
    case index
    case input
    case column
    case number
  }

  package let text: String
  private let segments: [Segment]

  init(_ text: String) {
    self.text = text
    segments = text.split(separator: ".").map { part in
      switch part {
      case "E": .epoch
      case "L": .layer
      case "R", "C", "I", "N": .index
      case "INPUT": .input
      case "COL": .column
      case "X": .number
      default: .literal(String(part))
      }
    }
  }

  /// The parameters of `name`, if it matches the pattern in the lesson.
  func match(_ name: String, in outline: LessonOutline) -> NameArguments? {
    // The first word rules out most patterns.
    if case .literal(let first)? = segments.first, !name.utf8.starts(with: first.utf8) {
      return nil
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    // Patterns have at most seven parts; column names may add some dots.
    guard parts.count <= 32 else { return nil }
    let found = match(segments[...], parts[...], NameArguments(), outline)
    return found.flatMap { isThere($0, in: outline) ? $0 : nil }
  }

  /// Whether the name's indices are inside the kernel or bias.
  private func isThere(_ found: NameArguments, in outline: LessonOutline) -> Bool {
    guard !found.indices.isEmpty, case .literal(let first)? = segments.first,
      first == "weight" || first == "bias"
    else { return true }
    let weights = outline.kernelLayers[found.layer].weights
    let array = weights.first { $0.name == (first == "weight" ? "kernel" : "bias") }
    guard let shape = array?.shape, shape.count == found.indices.count else { return false }
    // While the size of the images is not known, only the last dimension is sure.
    let sure = outline.model?.inputShape == nil ? 1 : shape.count
    return zip(shape, found.indices).suffix(sure).allSatisfy { $0 > $1 }
  }

  private func match(
    _ segments: ArraySlice<Segment>, _ parts: ArraySlice<String>, _ found: NameArguments,
    _ outline: LessonOutline
  ) -> NameArguments? {
    guard let segment = segments.first else { return parts.isEmpty ? found : nil }
    guard let part = parts.first else { return nil }
    let rest = segments.dropFirst()
    var found = found
    switch segment {
    case .literal(let text):
      guard part == text else { return nil }
    case .epoch:
      guard let epoch = Self.integer(part), epoch >= 1 else { return nil }
      found.epoch = epoch
    case .layer:
      guard let layer = Self.layer(part, outline) else { return nil }
      found.layer = layer
    case .index:
      guard let index = Self.integer(part) else { return nil }
      found.indices.append(index)
    case .input, .column, .number:
      return matchLong(segment, rest, parts, found, outline)
    }
    return match(rest, parts.dropFirst(), found, outline)
  }

  /// Matches values that may contain dots, with as few parts as possible.
  private func matchLong(
    _ segment: Segment, _ rest: ArraySlice<Segment>, _ parts: ArraySlice<String>,
    _ found: NameArguments, _ outline: LessonOutline
  ) -> NameArguments? {
    for count in 1...parts.count {
      let text = parts.prefix(count).joined(separator: ".")
      var found = found
      switch segment {
      case .input:
        guard let input = Self.input(text, outline) else { continue }
        found.input = input
      case .column:
        guard let source = outline.table, (source.inputs + [source.target]).contains(text) else {
          continue
        }
        found.column = text
      default:
        guard let number = Double(text), number.isFinite else { continue }
        found.number = number
      }
      if let match = match(rest, parts.dropFirst(count), found, outline) { return match }
    }
    return nil
  }

  private static func integer(_ text: String) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// The index of a layer with a kernel, given by number or by Keras' name.
  private static func layer(_ text: String, _ outline: LessonOutline) -> Int? {
    let layers = outline.kernelLayers
    if let index = integer(text) { return layers.indices.contains(index) ? index : nil }
    return layers.firstIndex { $0.name == text }
  }

  private static func input(_ text: String, _ outline: LessonOutline) -> [Double]? {
    let values = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    return outline.lesson.training?.predict.first { $0.map(Optional.some) == values }
  }

  /// The names of this form that can be suggested: with each input, column and kernel layer, and
  /// the epochs or numbers of `wrong`.
  func examples(in outline: LessonOutline, like wrong: String) -> [String] {
    let numbers = wrong.split(separator: ".").filter { Double($0) != nil }.map(String.init)
    var names = [""]
    for segment in segments {
      let choices: [String] =
        switch segment {
        case .literal(let text): [text]
        case .epoch, .number: [numbers.first ?? "1"]
        case .layer: outline.kernelLayers.indices.map(String.init)
        case .index: Array(Set(["0"] + numbers)).sorted()
        case .input: (outline.lesson.training?.predict ?? []).map(Prediction.name(of:))
        case .column: (outline.table?.inputs ?? []) + [outline.table?.target ?? ""]
        }
      names = names.flatMap { name in
        choices.prefix(8).map { name.isEmpty ? $0 : "\(name).\($0)" }
      }
      if names.count > 512 { names = Array(names.prefix(512)) }
    }
    return names.filter { match($0, in: outline) != nil }
  }
}

/// The parameters of a name.
package struct NameArguments: Sendable {
  var epoch = 1
  package var layer = 0
  package var indices: [Int] = []
  package var input: [Double] = []
  var column = ""
  var number = 0.0
}
