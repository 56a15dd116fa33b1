import Lessons
import Neural
import Phrases

/// Variable names in a lesson's code: those of the original notebook (`capa`, `oculta1`, `salida`,
/// `modelo`, `historial`; in English `layer`, `hidden1`, `output`, `model`, `history`) and the
/// columns' names.
struct KerasNames {
  let model: String
  let history: String
  let result: String
  /// One variable per layer; nil for layers added without a variable.
  let layers: [String?]
  /// One variable per input column, then the target's.
  let columns: [String]
  /// The arguments of `fit`: inputs and targets.
  let inputs: String
  let targets: String
  let testInputs: String
  let testTargets: String

  init(_ study: LessonStudy) {
    func name(_ key: String) -> String { study.phrases["keras.name.\(key)"] }
    model = name("model")
    history = name("history")
    result = name("result")
    layers = Self.layers(study.outline, name: name)
    var taken: Set<String> = [
      "np", "tf", "plt", "pd", "sns", model, history, result, name("table"),
    ]
    taken.formUnion([name("test"), name("training"), name("inputs")])
    taken.formUnion(layers.compactMap { $0 })
    guard let source = study.outline.table else {
      columns = []
      inputs = "train_images"
      targets = "train_labels"
      testInputs = "test_images"
      testTargets = "test_labels"
      return
    }
    var columns: [String] = []
    for column in source.inputs + [source.target] {
      columns.append(Python.identifier(column, taken: taken.union(columns)))
    }
    self.columns = columns
    let x = columns.count == 2 ? columns[0] : name("inputs")
    let y = columns[columns.count - 1]
    let hasTest = study.testCount > 0
    inputs = hasTest ? "\(x)_\(name("training"))" : x
    targets = hasTest ? "\(y)_\(name("training"))" : y
    testInputs = "\(x)_\(name("test"))"
    testTargets = "\(y)_\(name("test"))"
  }

  /// The array of all inputs, before some are held out.
  func allInputs(_ phrases: PhraseCatalogue) -> String {
    columns.count == 2 ? columns[0] : phrases["keras.name.inputs"]
  }

  private static func layers(
    _ outline: LessonOutline, name: (String) -> String
  ) -> [String?] {
    let dense =
      outline.table == nil
      ? [] : outline.layers.indices.filter { outline.layers[$0].layer is Dense }
    return outline.layers.indices.map { index in
      if outline.layers[index].layer is Normalization { return name("normalization") }
      guard let place = dense.firstIndex(of: index) else { return nil }
      if dense.count == 1 { return name("layer") }
      return place == dense.count - 1 ? name("output") : "\(name("hidden"))\(place + 1)"
    }
  }
}
