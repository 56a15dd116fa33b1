import Prose

/// What may be shown to students: everything that follows from the lesson file and the data, and no
/// training result.
enum StudentKnowledge {
  /// Names of values, as in `ValueRule` patterns.
  private static let values: Set<String> = [
    "rows", "rows.training", "rows.test", "epochs", "batch_size", "learning_rate", "layer.N.name",
    "untrained.input", "untrained.weight", "untrained.bias", "reference.slope",
    "reference.intercept", "row.I.COL", "column.COL.min", "column.COL.max", "column.COL.mean",
    "column.COL.deviation", "input.label", "input.unit", "target.label", "target.unit",
    "class.N.name", "class.count.min", "class.count.max", "chance",
  ]

  private static let facts: Set<String> = [
    "has_test", "small_sample", "extrapolates.INPUT", "rounded_table", "exact_table",
    "linear_network", "substitute_images", "balanced_classes",
  ]

  private static let figures: Set<String> = [
    "paradigms", "samples", "histogram", "correlation", "pairs", "scatter", "pixels", "network",
  ]

  private static let tables: Set<String> = ["data", "head", "describe", "description"]

  /// Precondition: the name exists in the lesson.
  static func mayKnow(value name: String, in lesson: String, _ names: LessonNames) -> Bool {
    guard let (owner, inner) = names.resolve(name, in: lesson), let outline = names.outline(owner)
    else { return false }
    // Names without a rule are titles and the seed.
    guard let rule = LessonNames.value(inner, outline)?.rule else { return true }
    return values.contains(rule.pattern.text)
  }

  static func mayKnow(fact name: String, in lesson: String, _ names: LessonNames) -> Bool {
    guard let (owner, inner) = names.resolve(name, in: lesson), let outline = names.outline(owner),
      let rule = LessonNames.fact(String(inner.dropFirst(6)), outline)?.rule
    else { return false }
    return facts.contains(rule.pattern.text)
  }

  /// Whether students may see a figure; it is drawn for them without training results.
  static func maySee(figure name: String) -> Bool { figures.contains(name) }
  static func maySee(table name: String) -> Bool { tables.contains(name) }
}
