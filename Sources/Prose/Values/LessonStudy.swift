import Diagnostics
import Lessons
import Neural
import Phrases

/// A trained lesson with its outline and result: the input of values and facts.
package struct LessonStudy: Sendable {
  package let outline: LessonOutline
  package let result: LessonResult
  /// The result of the sibling lesson, if the outline names one.
  let sibling: LessonResult?
  let language: Language
  let phrases: PhraseCatalogue
  let numbers: NumberStyle

  package var training: Training { outline.lesson.training! }
  package var regression: RegressionStudy? { result.regression }
  var classification: ClassificationStudy? { result.classification }

  // MARK: History

  /// The value of a series at an epoch (from 1), or at the last one if training was shorter.
  func series(_ name: String, at epoch: Int) -> Double? {
    guard let values = result.history[name], !values.isEmpty else { return nil }
    return values[min(epoch, values.count) - 1]
  }

  func last(_ name: String) -> Double? { result.history[name]?.last }

  /// From when on `part` of the drop from the first loss to the last has happened.
  func settling(_ part: Double) -> LossCurve.Arrival? { Self.curve(of: result)?.settling(part) }

  /// From when on the loss is below `level`.
  func arrival(below level: Double) -> LossCurve.Arrival? {
    Self.curve(of: result)?.arrival(below: level)
  }

  /// Nil where the training diverged: it stays nowhere.
  static func curve(of result: LessonResult) -> LossCurve? {
    result.history.divergence == nil ? result.history["loss"].map(LossCurve.init) : nil
  }

  /// The epoch with the smallest validation loss; the first on ties.
  var bestEpoch: Int? {
    guard let values = result.history["val_loss"], let least = values.min() else { return nil }
    return values.firstIndex(of: least).map { $0 + 1 }
  }

  // MARK: Weights

  /// All arrays in get_weights() order: the final ones, or those after an epoch (0 for before
  /// training).
  func weights(at epoch: Int? = nil) -> [[Float]]? {
    let final = result.weights.flatMap(\.arrays)
    guard let epoch else { return final.map(\.values) }
    guard let trajectory = result.trajectory, !trajectory.isEmpty else { return nil }
    let values = trajectory[min(epoch, trajectory.count - 1)]
    let isFixed = outline.layers.flatMap(\.weights).map { !$0.isTrainable }
    let sizes = final.map(\.values.count)
    let isWhole = values.count == sizes.reduce(0, +)
    guard isFixed.count == sizes.count else { return nil }
    var at = 0
    return final.indices.map { index in
      // A trajectory has only the trainable parameters; the others keep their final values.
      if !isWhole && isFixed[index] { return final[index].values }
      let end = min(at + sizes[index], values.count)
      defer { at = end }
      return Array(values[at..<end])
    }
  }

  /// The arrays of the layers that have some, by layer.
  func arrays(at epoch: Int? = nil) -> [(layer: PlacedLayer, arrays: [[Float]])]? {
    guard let all = weights(at: epoch) else { return nil }
    var at = 0
    var found: [(layer: PlacedLayer, arrays: [[Float]])] = []
    for layer in outline.layers where !layer.weights.isEmpty {
      guard at + layer.weights.count <= all.count else { return nil }
      found.append((layer, Array(all[at..<at + layer.weights.count])))
      at += layer.weights.count
    }
    return found
  }

  /// An entry of a Dense kernel; `layer` counts the layers with a kernel.
  func kernel(_ layer: Int, _ row: Int, _ column: Int, at epoch: Int? = nil) -> Float? {
    guard let found = arrays(at: epoch)?.filter(\.layer.hasKernel), found.indices.contains(layer),
      let shape = found[layer].layer.weights.first?.shape, shape.count == 2, row < shape[0],
      column < shape[1]
    else { return nil }
    return found[layer].arrays[0][row * shape[1] + column]
  }

  func bias(_ layer: Int, _ unit: Int, at epoch: Int? = nil) -> Float? {
    guard let found = arrays(at: epoch)?.filter(\.layer.hasKernel), found.indices.contains(layer),
      found[layer].arrays.count > 1, unit < found[layer].arrays[1].count
    else { return nil }
    return found[layer].arrays[1][unit]
  }

  /// The network as one linear map in the data's own units; nil if it is not linear.
  func line(at epoch: Int? = nil) -> LinearMap? {
    guard outline.needs.contains(.linear), let found = arrays(at: epoch) else { return nil }
    return Self.line(found)
  }

  static func line(
    _ layers: [(layer: PlacedLayer, arrays: [[Float]])]
  ) -> LinearMap? {
    layers.reduce(nil) { before, next in
      let values = next.arrays.map { $0.map(Double.init) }
      var map: LinearMap
      if next.layer.layer is Normalization {
        map = .normalization(
          mean: values[0], deviation: values[1].map { max($0.squareRoot(), 1e-7) })
      } else {
        let units = next.layer.output[0]
        map = LinearMap(
          kernel: stride(from: 0, to: values[0].count, by: units).map {
            Array(values[0][$0..<$0 + units])
          }, bias: values[1])
      }
      if let before { map = before.then(map) }
      return map
    }
  }

  /// Mean and deviation of the Normalization layer's first feature.
  var normalization: (mean: Double, deviation: Double)? {
    guard let found = arrays()?.first(where: { $0.layer.layer is Normalization }) else {
      return nil
    }
    return (Double(found.arrays[0][0]), max(Double(found.arrays[1][0]).squareRoot(), 1e-7))
  }

  // MARK: Predictions and data

  func prediction(_ input: [Double]) -> Prediction? {
    result.predictions.first { $0.input == input }
  }

  func predicted(_ input: [Double]) -> Double? {
    prediction(input)?.output.first.map(Double.init)
  }

  func predictedClass(_ input: [Double]) -> (label: Int, probability: Double)? {
    prediction(input).flatMap { Self.predictedClass($0.output) }
  }

  /// The class with the highest probability, the first of equals; of one output, which is the
  /// probability of class 1, 1 above a half as for Keras's accuracy. Nil for what is no number.
  static func predictedClass(_ output: [Float]) -> (label: Int, probability: Double)? {
    guard let first = output.first, output.allSatisfy(\.isFinite) else { return nil }
    guard output.count > 1 else {
      return first > 0.5 ? (1, Double(first)) : (0, 1 - Double(first))
    }
    let label = output.indices.max {
      output[$0] < output[$1] || output[$0] == output[$1] && $0 > $1
    }
    return label.map { ($0, Double(output[$0])) }
  }

  func reference(_ input: [Double]) -> Double? {
    guard let law = training.reference, law.kernel.count == input.count, let bias = law.bias.first
    else { return nil }
    return zip(law.kernel, input).reduce(bias) { $0 + ($1.0.first ?? 0) * $1.1 }
  }

  func leastSquares(_ input: [Double]) -> Double? { regression?.leastSquares.map { $0(input) } }

  /// All values of a column, by name.
  func column(_ name: String) -> [Double] {
    guard let table = regression else { return [] }
    // The outline and the study use the column names of the lesson file.
    if let index = table.inputNames.firstIndex(of: name) { return table.inputs.map { $0[index] } }
    return table.targets
  }

  var trainingRows: [(input: [Double], target: Double)] { rows { !$0 } }

  /// Those without the ones that a validation split takes: what the weights were fitted to.
  var fittedRows: [(input: [Double], target: Double)] { Array(trainingRows.prefix(fittedCount)) }

  /// Indices of the test rows where there are some, else of the fitted ones.
  var evaluationPlaces: [Int] {
    guard let table = regression else { return [] }
    let test = table.isTest.indices.filter { table.isTest[$0] }
    return test.isEmpty
      ? Array(table.isTest.indices.filter { !table.isTest[$0] }.prefix(fittedCount)) : test
  }

  private func rows(_ isWanted: (Bool) -> Bool) -> [(input: [Double], target: Double)] {
    guard let table = regression else { return [] }
    return table.targets.indices.filter { isWanted(table.isTest[$0]) }
      .map { (table.inputs[$0], table.targets[$0]) }
  }

  /// The range of the targets over all rows.
  var spread: Double {
    guard let targets = regression?.targets, let least = targets.min(), let most = targets.max()
    else { return 0 }
    return most - least
  }

  /// What counts as the same prediction: half a hundredth of the targets' spread, or the rounding
  /// of a Float where they are all alike.
  var closeness: Double {
    max(0.005 * spread, 1e-5 * (regression?.targets.map(\.magnitude).max() ?? 0))
  }
}
