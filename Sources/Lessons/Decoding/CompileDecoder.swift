import Neural
import YAML

/// Reads `compile`: optimizer, loss and metrics under Keras's names.
struct CompileDecoder {
  let reader: YAMLReader

  private static let losses =
    Loss.allCases.map { (name: $0.rawValue, value: $0) }
    + [(name: "mse", value: .meanSquaredError), (name: "mae", value: .meanAbsoluteError)]
  private static let metrics =
    Metric.allCases.map { (name: $0.rawValue, value: $0) }
    + [(name: "mae", value: .meanAbsoluteError)]

  func decode(_ node: Node, marks: inout TrainingMarks) -> Compile? {
    guard let map = reader.map(node, key: "compile", section: .compile) else { return nil }
    let optimizer = map.required("optimizer").flatMap { self.optimizer($0) }
    let loss = map.required("loss").flatMap {
      reader.choice($0, key: "loss", kind: .loss, among: Self.losses)
    }
    marks.loss = map["loss"]?.value.mark
    var metrics: [Metric] = []
    if let entry = map["metrics"] {
      for item in reader.list(entry.value, key: "metrics", limit: 16) ?? [] {
        guard
          let metric = reader.choice(item, key: "metrics", kind: .metric, among: Self.metrics)
        else { continue }
        if metrics.contains(metric) {
          reader.report(.repeatedEntry(key: "metrics", value: metric.rawValue), at: item.mark)
        } else {
          metrics.append(metric)
          marks.metrics.append(item.mark)
        }
      }
    }
    guard let optimizer, let loss else { return nil }
    return Compile(optimizer: optimizer, loss: loss, metrics: metrics)
  }

  /// A name, or `Name: {option: value}`.
  private func optimizer(_ node: Node) -> (any Optimizer)? {
    switch node.content {
    case .scalar:
      guard let name = reader.text(node, key: "optimizer") else { return nil }
      return optimizer(name, mark: node.mark, options: nil)
    case .mapping(let mapping) where mapping.count == 1:
      guard let (key, value) = mapping.first, let name = key.string else { return nil }
      return optimizer(name, mark: key.mark, options: reader.isNull(value) ? nil : value)
    default: return reader.fail(.optimizer, "optimizer", node)
    }
  }

  /// Keras takes the class's name in its own case or in small letters.
  private func optimizer(_ name: String, mark: Mark?, options: Node?) -> (any Optimizer)? {
    let section = LessonFileSection.optimizers.first {
      $0.name == name || $0.name.lowercased() == name
    }
    guard let section else {
      reader.reportUnknown(
        .optimizer, name, among: LessonFileSection.optimizers.map(\.name), at: mark)
      return nil
    }
    var map = YAMLMap(reader: reader, name: name, mark: mark, entries: [])
    if let options {
      guard let read = reader.map(options, key: name, section: section) else { return nil }
      map = read
    }
    func positive(_ key: String, _ standard: Float) -> Float {
      map.number(key, .above, 0, 0).map { Float($0) } ?? standard
    }
    // Below 1 as a Float32 as well; Double, because Keras takes `1 - beta` in Double.
    func decay(_ key: String, _ standard: Double) -> Double {
      map.number(key, .halfOpen, 0, 1).map { min($0, Double(Float(1).nextDown)) } ?? standard
    }
    switch section.name {
    case Adam.className:
      return Adam(
        learningRate: positive("learning_rate", 0.001), beta1: decay("beta_1", 0.9),
        beta2: decay("beta_2", 0.999), epsilon: positive("epsilon", 1e-7))
    case SGD.className:
      return SGD(
        learningRate: positive("learning_rate", 0.01), momentum: Float(decay("momentum", 0)),
        nesterov: map.boolean("nesterov") ?? false)
    default:
      return RMSprop(
        learningRate: positive("learning_rate", 0.001), rho: decay("rho", 0.9),
        momentum: Float(decay("momentum", 0)), epsilon: positive("epsilon", 1e-7))
    }
  }
}
