import Lessons
import Neural

/// The Keras 3 code of a lesson in steps, with its output, from the lesson file and the result.
/// Inputs always have rank 2, because Keras refuses to mix ranks in one model.
///
/// Times that Keras prints next to its progress differ from run to run and are replaced by `…`.
package struct KerasCode {
  /// Larger tables are read from their file instead of being written out.
  static let literalRowLimit = 20

  let study: LessonStudy
  let names: KerasNames

  package init(_ study: LessonStudy) {
    self.study = study
    names = KerasNames(study)
  }

  var training: Training { study.training }
  var isTable: Bool { study.outline.table != nil }
  /// Whether the table has held-out rows.
  var hasTest: Bool { isTable && study.testCount > 0 }
  package var readsFile: Bool { isTable && study.rowCount > Self.literalRowLimit }

  func phrase(_ key: String, _ arguments: [String: String] = [:]) -> String {
    study.phrases["keras.\(key)", arguments]
  }

  func comment(_ key: String, _ arguments: [String: String] = [:]) -> String {
    "# " + phrase(key, arguments)
  }

  func printed(_ key: String, _ arguments: [String: String] = [:]) -> String {
    "print(\(Python.string(phrase(key, arguments))))"
  }

  /// Source and, where it prints something, its output. Of a training that diverged nothing is known
  /// to print: Keras goes on with numbers that are none.
  package func cell(_ part: KerasPart) -> (code: [String], output: [String]) {
    let cell = wholeCell(part)
    switch part {
    case .fit, .predict, .weights, .evaluate:
      return study.result.history.divergence == nil ? cell : (cell.code, [])
    case .imports, .data, .prepare, .look, .define, .summary, .compile, .plot: return cell
    }
  }

  private func wholeCell(_ part: KerasPart) -> (code: [String], output: [String]) {
    switch part {
    case .imports: (imports, [])
    case .data: data
    case .prepare: prepare
    case .look: (look, [])
    case .define: (define, [])
    case .summary: (["\(names.model).summary()"], [])
    case .compile: (compile, [])
    case .fit: fit
    case .plot: (plot, [])
    case .predict: predict
    case .weights: weights
    case .evaluate: evaluate
    }
  }

  func html(_ part: KerasPart) -> String {
    let (code, output) = cell(part)
    guard !code.isEmpty else { return "" }
    var html = HTMLWriter.code(code.joined(separator: "\n") + "\n", language: "python") + "\n"
    if !output.isEmpty {
      let text = HTML.escaped(output.joined(separator: "\n") + "\n")
      html += "<pre class=\"output\" translate=\"no\"><samp>\(text)</samp></pre>\n"
    }
    return html
  }

  private var imports: [String] {
    var lines = ["import numpy as np", "import tensorflow as tf"]
    lines.append("import matplotlib.pyplot as plt")
    if readsFile { lines += ["import pandas as pd", "import seaborn as sns"] }
    let seed = String(study.result.seed)
    return lines + ["", comment("seed", ["seed": seed]), "tf.keras.utils.set_random_seed(\(seed))"]
  }

  var compile: [String] {
    var lines = ["\(names.model).compile(", "    optimizer=\(optimizer),"]
    lines.append("    loss=\(Python.string(training.compile.loss.rawValue)),")
    if !training.compile.metrics.isEmpty {
      let metrics = training.compile.metrics.map { Python.string($0.rawValue) }
      lines.append("    metrics=[\(metrics.joined(separator: ", "))],")
    }
    return lines + [")"]
  }

  private var optimizer: String {
    Self.call("tf.keras.optimizers", training.compile.optimizer)
  }

  private var plot: [String] {
    let history = names.history
    guard training.compile.metrics.contains(.accuracy) else {
      return [
        "plt.plot(\(history).history[\"loss\"])",
        "plt.xlabel(\(Python.string(phrase("epochAxis"))))",
        "plt.ylabel(\(Python.string(phrase("lossAxis", ["unit": squaredUnit]))))",
        "plt.show()",
      ]
    }
    var lines = [
      "plt.plot(\(history).history[\"accuracy\"], label=\(Python.string(phrase("training"))))"
    ]
    if training.fit.validation != .none {
      lines.append(
        "plt.plot(\(history).history[\"val_accuracy\"], label=\(Python.string(phrase("validation"))))"
      )
    }
    return lines + [
      "plt.xlabel(\(Python.string(phrase("epochAxisImages"))))",
      "plt.ylabel(\(Python.string(phrase("accuracyAxis"))))", "plt.ylim([0, 1])",
      "plt.legend(loc=\"lower right\")", "plt.show()",
    ]
  }

  private var squaredUnit: String {
    guard training.compile.loss == .meanSquaredError, let source = study.outline.table else {
      return ""
    }
    let unit = study.unit(source.target)
    return unit.isEmpty ? "" : " (\(unit)²)"
  }
}
