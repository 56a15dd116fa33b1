import YAML

/// Reads `figures`: names, or `name: {parameter: value}` for the figures that have parameters.
struct FigureDecoder {
  let notebook: NotebookDecoder

  private var reader: YAMLReader { notebook.reader }

  /// At most so many learning rates can be told apart in one panel.
  static let rateLimit = 6
  static let seedRange = 2...50

  func decode(_ node: Node) -> [FigureRequest]? {
    guard let items = reader.list(node, key: "figures", limit: NotebookLimits.figures) else {
      return nil
    }
    var requests: [FigureRequest] = []
    for item in items {
      guard let request = request(item) else { continue }
      if requests.contains(where: { $0.name == request.name }) {
        reader.report(.repeatedEntry(key: "figures", value: request.name), at: item.mark)
        continue
      }
      requests.append(request)
    }
    return requests
  }

  private func request(_ item: Node) -> FigureRequest? {
    var name = item
    var options: Node?
    if case .mapping(let mapping) = item.content {
      guard mapping.count == 1, let (key, value) = mapping.first else {
        return reader.fail(.figure, "figures", item)
      }
      name = key
      options = reader.isNull(value) ? nil : value
    } else if case .sequence = item.content {
      return reader.fail(.figure, "figures", item)
    }
    guard let text = notebook.identifier(name, key: "figures") else { return nil }
    var request = FigureRequest(
      name: text, line: name.mark.line, column: name.mark.column)
    if let options {
      guard let parameters = parameters(of: text, options, at: name.mark) else { return nil }
      request.parameters = parameters
    }
    return request
  }

  private func parameters(of name: String, _ node: Node, at mark: Mark?) -> FigureParameters? {
    guard let map = reader.map(node, key: name, section: nil) else { return nil }
    if map.entries.isEmpty { return FigureParameters() }
    guard let figure = StudyFigure(rawValue: name) else {
      reader.reportUnknown(
        .figure, name, among: StudyFigure.allCases.map(\.rawValue), at: mark)
      return nil
    }
    let known = map.restricted(to: figure.keys, kind: .figureParameter)
    guard figure == .learningRates else {
      return FigureParameters(seeds: known.integer("seeds", in: Self.seedRange))
    }
    let sweeps = known.entries.compactMap { entry in
      StudiedOptimizer(rawValue: entry.key).flatMap { optimizer in
        rates(entry.value, key: entry.key).map { OptimizerRates(optimizer, $0) }
      }
    }
    return FigureParameters(rates: sweeps.isEmpty ? nil : sweeps)
  }

  private func rates(_ node: Node, key: String) -> [Float]? {
    guard let items = reader.filledList(node, key: key, limit: Self.rateLimit) else { return nil }
    var rates: [Float] = []
    for item in items {
      guard let value = reader.number(item, key: key) else { continue }
      let rate = Float(value)
      guard value > 0, rate > 0 else {
        reader.report(
          .outside(.above, key: key, value: item.string ?? "", low: "0", high: "0"), at: item.mark)
        continue
      }
      if rates.contains(rate) {
        reader.report(.repeatedEntry(key: key, value: item.string ?? ""), at: item.mark)
        continue
      }
      rates.append(rate)
    }
    return rates
  }
}
