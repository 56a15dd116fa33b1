import Neural

/// A map of a lesson file: the name of its section in `docs/lesson-files.md` and the keys it knows.
package struct LessonFileSection: Sendable {
  package let name: String
  package let keys: [String]

  package init(_ name: String, _ keys: [String]) {
    self.name = name
    self.keys = keys
  }

  static let notebook = Self(
    "notebook.yaml",
    ["schema", "id", "languages", "region", "title", "course", "seed", "lessons"])
  static let course = Self(
    "course",
    ["author", "institution", "program", "subject", "term", "group", "logo", "based_on"])
  static let lesson = Self(
    "lessons",
    [
      "id", "title", "data", "reference", "untrained", "initial_weights", "model", "compile", "fit",
      "predict", "figures", "exercises",
    ])
  static let table = Self(
    "data: table",
    [
      "table", "sheet", "header", "names", "decimal", "missing", "input", "target", "test", "group",
      "privacy", "columns",
    ])
  static let allInputs = Self("input", ["all", "except"])
  static let testPart = Self("test", ["fraction", "stratify", "table", "column", "value"])
  static let gaps = Self("missing", ["fill", "allow", "indicator"])
  static let column = Self(
    "columns",
    [
      "label", "unit", "range", "decimals", "aliases", "classes", "positive", "categories",
      "encoding", "rare", "missing", "missing_values", "decimal", "limits", "read",
    ])
  static let tableClass = Self("classes", ["value", "values", "es", "en"])
  static let split = Self("read", ["split", "names"])
  static let images = Self("data: images", ["images", "train", "test", "classes"])
  static let reference = Self("reference", ["kernel", "bias", "label"])
  static let untrained = Self("untrained", ["weights", "predict"])
  static let compile = Self("compile", ["optimizer", "loss", "metrics"])
  static let fit = Self(
    "fit",
    ["epochs", "batch_size", "shuffle", "validation", "validation_split", "early_stopping"])
  static let earlyStopping = Self(
    "early_stopping", ["monitor", "patience", "min_delta", "restore_best_weights"])
  static let exercise = Self(
    "exercises",
    [
      "id", "ask", "kind", "answer", "tolerance", "unit", "lines", "points", "choices", "columns",
      "rows",
    ])
  static let blank = Self("rows", ["id", "kind", "answer", "tolerance", "unit"])
  static let tolerance = Self("tolerance", ["absolute", "relative"])

  static let layers = LayerKind.allCases.map { Self($0) }
  static let optimizers = OptimizerKind.allCases.map { Self($0) }

  init(_ kind: LayerKind) {
    let options = kind.type.options.map(\.name)
    self.init(kind.rawValue, kind.type.givenWeights.isEmpty ? options : options + ["initial"])
  }

  init(_ kind: OptimizerKind) {
    self.init(kind.rawValue, kind.type.options.map(\.name))
  }

  /// The parameters of the figures that have some.
  static let figures: [Self] = StudyFigure.allCases.map { Self($0.rawValue, $0.keys) }

  /// Every map with fixed keys, in the order of the reference.
  static let all: [Self] =
    [
      notebook, course, lesson, table, allInputs, testPart, gaps, column, tableClass, split, images,
      reference, untrained,
    ] + layers + [compile]
    + optimizers + [fit, earlyStopping] + figures + [exercise, blank, tolerance]
}
