import Diagnostics
import Neural
import YAML

/// Reads one lesson of notebook.yaml.
struct LessonDecoder {
  let notebook: NotebookDecoder
  let map: YAMLMap

  private var reader: YAMLReader { notebook.reader }

  /// Keys that mean nothing in a lesson that does not train.
  private static let trainingKeys = ["predict", "reference", "untrained", "initial_weights"]

  /// - Parameter exercises: the exercises of earlier lessons; ids are unique in the notebook.
  func decode(after exercises: [Exercise]) -> Lesson? {
    let earlier = exercises
    let id = map.required("id").flatMap { notebook.identifier($0, key: "id") }
    let title = map.required("title").flatMap { notebook.localized($0, key: "title") }
    let training = self.training()
    let figures = map["figures"].flatMap {
      FigureDecoder(notebook: notebook).decode($0.value)
    }
    let exercises = map["exercises"].map { self.exercises($0.value, after: earlier) }
    guard let id, let title else { return nil }
    return Lesson(
      id: id, title: title, training: training, figures: figures, exercises: exercises ?? [],
      line: map.mark?.line ?? 1)
  }

  private func training() -> Training? {
    let parts = ["data", "model", "compile", "fit"]
    let missing = parts.filter { map[$0] == nil }
    guard missing.isEmpty else {
      if missing.count < parts.count {
        for part in missing where !map.meant.contains(part) {
          reader.report(.incompleteTraining(missing: part), at: map.mark)
        }
        // Decode what is there all the same, to report its own mistakes.
        _ = map["data"].flatMap { DataDecoder(notebook: notebook, node: $0.value).decode() }
        _ = map["model"].map { ModelDecoder(reader: reader).decode($0.value) }
      } else {
        for key in Self.trainingKeys {
          if let entry = map[key] { reader.report(.needsTraining(key), at: entry.mark) }
        }
      }
      return nil
    }
    var marks = TrainingMarks()
    let data = map["data"].flatMap {
      DataDecoder(notebook: notebook, node: $0.value).decode()
    }
    marks.adopt(data?.marks)
    let model = map["model"].flatMap { ModelDecoder(reader: reader).decode($0.value) }
    marks.model = map["model"]?.mark
    marks.layers = model?.map(\.mark) ?? []
    marks.initial = model?.map(\.initialMarks) ?? []
    let compile = map["compile"].flatMap {
      CompileDecoder(reader: reader).decode($0.value, marks: &marks)
    }
    let fit = map["fit"].flatMap { FitDecoder(reader: reader).decode($0.value, marks: &marks) }
    let initialWeights = map["initial_weights"].flatMap { entry in
      marks.initialWeights = entry.value.mark
      return notebook.file(entry.value, key: "initial_weights")
    }
    // How many numbers go in is known where columns are named one by one and hold numbers.
    let inputs: Int? =
      if case .table(let source)? = data?.source, source.hasPlainInputs {
        source.inputs.count
      } else {
        nil
      }
    let isImages = if case .images? = data?.source { true } else { false }
    for key in ["predict", "reference", "untrained"] where isImages {
      if let entry = map[key] { reader.report(.needsTable(key), at: entry.mark) }
    }
    marks.predict = map["predict"]?.value.mark
    let isTable = if case .table? = data?.source { true } else { false }
    let asked = isTable ? map["predict"].flatMap { self.texts($0.value, inputs) } : nil
    let predict =
      isImages || asked != nil
      ? [] : map["predict"].flatMap { self.rows($0.value, "predict", inputs) } ?? []
    let reference =
      isImages ? nil : map.map("reference", .reference).flatMap { self.law($0, inputs) }
    let untrained =
      isImages
      ? nil : map.map("untrained", .untrained).flatMap { self.untrained($0, inputs, &marks) }
    guard let data, let model, let compile, let fit else { return nil }
    var training = Training(
      data: data.source, model: model.map(\.declaration), compile: compile, fit: fit,
      predict: predict, reference: reference, untrained: untrained,
      initialWeights: initialWeights)
    training.marks = marks
    training.asked = asked
    TrainingCheck(reader: reader).check(training)
    return training
  }

  // MARK: Numbers for the model

  /// Rows of `width` numbers; a plain number is a row of one.
  private func rows(_ node: Node, _ key: String, _ width: Int?) -> [[Double]]? {
    guard let items = reader.list(node, key: key, limit: NotebookLimits.predictions) else {
      return nil
    }
    return items.compactMap { item -> [Double]? in
      let row: [Double]
      if case .sequence = item.content {
        guard let items = reader.list(item, key: key, limit: NotebookLimits.inputs) else {
          return nil
        }
        row = items.compactMap { reader.number($0, key: key) }
        guard row.count == items.count else { return nil }
      } else if case .mapping = item.content {
        return reader.fail(.numbers, key, item)
      } else {
        guard let value = reader.number(item, key: key) else { return nil }
        row = [value]
      }
      if let width, row.count != width {
        reader.report(.predictWidth(expected: width, found: row.count), at: item.mark)
      }
      return row
    }
  }

  /// Rows of texts, where how many numbers go in is known when the table has been read: words are among
  /// the inputs, or columns that are not named one by one. nil for plain rows of numbers.
  private func texts(_ node: Node, _ width: Int?) -> [[String]]? {
    guard width == nil, case .sequence(let items) = node.content,
      items.count <= NotebookLimits.predictions
    else { return nil }
    var rows: [[String]] = []
    for item in items {
      var nodes = [item]
      if case .sequence(let several) = item.content { nodes = several }
      guard nodes.count <= NotebookLimits.inputs else { return nil }
      var row: [String] = []
      for node in nodes {
        guard let text = node.string, !reader.isNull(node) else { return nil }
        row.append(text)
      }
      rows.append(row)
    }
    return rows
  }

  private func law(_ map: YAMLMap, _ inputs: Int?) -> Reference? {
    func array(_ key: String, expected: [Int]?) -> [Double]? {
      guard let node = map.required(key),
        let array = NestedNumbers(node, key: key, reader: reader)
      else { return nil }
      if let expected, array.shape != expected {
        reader.report(
          .referenceShape(key: key, expected: expected, found: array.shape), at: node.mark)
        return nil
      }
      return array.values
    }
    let kernel = array("kernel", expected: inputs.map { [$0, 1] })
    let bias = array("bias", expected: [1])
    let label = map.required("label").flatMap { notebook.localized($0, key: "label") }
    guard let kernel, let bias, let label else { return nil }
    return Reference(kernel: kernel.map { [$0] }, bias: bias, label: label)
  }

  private func untrained(
    _ map: YAMLMap, _ inputs: Int?, _ marks: inout TrainingMarks
  ) -> UntrainedExample? {
    let arrays = map.required("weights").flatMap { node -> [NestedNumbers]? in
      marks.untrainedList = node.mark
      guard
        let items = reader.filledList(node, key: "weights", limit: NotebookLimits.layers * 4)
      else { return nil }
      marks.untrained.marks = items.map(\.mark)
      let arrays = items.compactMap { NestedNumbers($0, key: "weights", reader: reader) }
      return arrays.count == items.count ? arrays : nil
    }
    let predict = map.required("predict").flatMap { self.rows($0, "predict", inputs) }
    guard let arrays, let predict else { return nil }
    marks.untrained.shapes = arrays.map(\.shape)
    return UntrainedExample(weights: arrays.map { $0.values.map { Float($0) } }, predict: predict)
  }

  // MARK: Exercises

  private func exercises(_ node: Node, after earlier: [Exercise]) -> [Exercise] {
    let items = reader.list(node, key: "exercises", limit: NotebookLimits.exercises) ?? []
    var exercises: [Exercise] = []
    for item in items {
      guard let map = reader.map(item, key: "exercises", section: .exercise),
        let exercise = ExerciseDecoder(notebook: notebook, map: map).decode()
      else { continue }
      if let first = (earlier + exercises).first(where: { $0.id == exercise.id }) {
        reader.report(
          .repeatedIdentifier(exercise.id, firstLine: first.line), at: map["id"]?.value.mark)
      }
      exercises.append(exercise)
    }
    return exercises
  }
}
