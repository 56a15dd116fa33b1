import Neural
import YAML

/// Reads `compile`: optimizer, loss and metrics under Keras's names.
struct CompileDecoder {
  let reader: YAMLReader

  private static let losses =
    Loss.allCases.map { (name: $0.rawValue, value: $0) }
    + Loss.allCases.compactMap { loss in loss.shortName.map { (name: $0, value: loss) } }
  private static let metrics =
    Metric.allCases.map { (name: $0.rawValue, value: $0) }
    + Metric.allCases.compactMap { metric in metric.shortName.map { (name: $0, value: metric) } }

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
      return optimizer(name, mark: key.mark, options: value)
    default: return reader.fail(.optimizer, "optimizer", node)
    }
  }

  /// Keras takes the class's name in its own case or in small letters.
  private func optimizer(_ name: String, mark: Mark?, options: Node?) -> (any Optimizer)? {
    let kinds = OptimizerKind.allCases
    guard let kind = kinds.first(where: { $0.rawValue == name || $0.rawValue.lowercased() == name })
    else {
      reader.reportUnknown(.optimizer, name, among: kinds.map(\.rawValue), at: mark)
      return nil
    }
    let keys = LessonFileSection(kind).keys
    return reader.options(options, of: name, mark: mark, known: keys)
      .flatMap { reader.configured(kind.type, $0) }
  }
}
