import Lessons
import Neural
import Phrases

/// A single cell that gives the lesson's own numbers wherever it is pasted: it contains the rows,
/// the initial weights, and the order of the rows if a batch does not hold them all.
package enum StandaloneKeras {
  /// Python source; empty if the initial weights are not known.
  ///
  /// Precondition: the lesson trains on a table without held-out rows.
  package static func source(
    _ lesson: Lesson, in notebook: Notebook, _ result: LessonResult, language: Language,
    phrases: PhraseCatalogue
  ) -> String {
    let values = LessonValues(
      notebook: notebook, results: [lesson.id: result], language: language, phrases: phrases)
    guard let study = values.study(lesson.id) else { return "" }
    let lines = KerasCode(study).alone
    return lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n"
  }
}

extension KerasCode {
  var alone: [String] {
    guard let firstWeights else { return [] }
    let columns = study.training.data.tableColumns
    var lines = ["import numpy as np", "import tensorflow as tf", "", comment("alone.data")]
    for (index, column) in columns.enumerated() {
      lines += Self.wrapped(
        "\(names.columns[index]) = np.array([", study.column(column).map(Python.literal),
        "], dtype=float).reshape(-1, 1)")
    }
    if columns.count > 2 {
      let inputs = names.columns.dropLast().joined(separator: ", ")
      lines.append("\(names.allInputs(study.phrases)) = np.hstack([\(inputs)])")
    }
    lines += [""] + define + ["", comment("alone.weights")] + firstWeights
    lines += [""] + compile + [""] + aloneFit + [""]
    guard let prediction = study.result.predictions.first else { return lines }
    let row = prediction.input.map(Python.float).joined(separator: ", ")
    return lines + [
      comment(
        "alone.result", ["value": Python.float(prediction.output.first ?? 0)]),
      "print(\(names.model).predict(np.array([[\(row)]]), verbose=0))",
    ]
  }

  /// The initial weights of the trainable layers; nil if they were not recorded.
  private var firstWeights: [String]? {
    guard let found = study.arrays(at: 0), isTable else { return nil }
    var lines: [String] = []
    for (layer, arrays) in found where layer.layer is Dense {
      guard let place = study.outline.layers.firstIndex(where: { $0.name == layer.name }) else {
        return nil
      }
      let owner = names.layers[place] ?? "\(names.model).layers[\(place)]"
      let literals = zip(arrays, layer.weights).map { values, weight in
        let list = values.map(Python.float).joined(separator: ", ")
        let shape = weight.shape.map(String.init).joined(separator: ", ")
        return "np.array([\(list)]).reshape(\(shape))"
      }
      lines += Self.wrapped("\(owner).set_weights([", literals, "])")
    }
    return lines
  }

  private var aloneFit: [String] {
    let fit = training.fit
    let rows = study.rowCount
    let epochs = study.epochCount
    let order = names.model
    guard fit.shuffle, rows > fit.batchSize else {
      return [
        comment("alone.fit"),
        "\(order).fit(\(names.inputs), \(names.targets), epochs=\(epochs), "
          + "batch_size=\(fit.batchSize), shuffle=False, verbose=0)",
      ]
    }
    let scope = Python.string(study.outline.lesson.id)
    return [
      comment("alone.order"), "MASK = (1 << 64) - 1", "STEP = 0x9E3779B97F4A7C15", "",
      "def mix(v):", "    v = (v + STEP) & MASK",
      "    v = ((v ^ (v >> 30)) * 0xBF58476D1CE4E5B9) & MASK",
      "    v = ((v ^ (v >> 27)) * 0x94D049BB133111EB) & MASK", "    return v ^ (v >> 31)", "",
      "def order(epoch, count):", "    h = 0xCBF29CE484222325",
      "    for byte in \(scope).encode() + b\"\\xffshuffle\\xff\":",
      "        h = ((h ^ byte) * 0x100000001B3) & MASK",
      "    state = mix((mix((mix(\(study.result.seed)) + h) & MASK) + epoch) & MASK)",
      "    rows = list(range(count))", "    for last in range(count - 1, 0, -1):",
      "        while True:", "            product = mix(state) * (last + 1)",
      "            state = (state + STEP) & MASK",
      "            if (product & MASK) >= (1 << 64) % (last + 1):", "                break",
      "        other = product >> 64",
      "        rows[last], rows[other] = rows[other], rows[last]", "    return rows", "",
      "for epoch in range(1, \(epochs + 1)):",
      "    rows = order(epoch, len(\(names.inputs)))",
      "    for first in range(0, len(rows), \(fit.batchSize)):",
      "        batch = rows[first:first + \(fit.batchSize)]",
      "        \(order).train_on_batch(\(names.inputs)[batch], \(names.targets)[batch])",
    ]
  }
}

extension DataSource {
  /// Names of the input columns and the target; empty for images.
  fileprivate var tableColumns: [String] {
    guard case .table(let source) = self else { return [] }
    return source.inputs + [source.target]
  }
}
