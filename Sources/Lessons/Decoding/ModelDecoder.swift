import Neural
import YAML

/// Reads `model`: a list of layers under Keras's names.
struct ModelDecoder {
  struct Decoded {
    var declaration: LayerDeclaration
    var mark: Mark?
    var initialMarks: TrainingMarks.Initial?
  }

  let reader: YAMLReader

  func decode(_ node: Node) -> [Decoded]? {
    guard let items = reader.filledList(node, key: "model", limit: NotebookLimits.layers) else {
      return nil
    }
    let layers = items.compactMap(layer)
    return layers.count == items.count ? layers : nil
  }

  /// `Name: {option: value}`, or the bare name.
  private func layer(_ node: Node) -> Decoded? {
    switch node.content {
    case .scalar:
      guard let name = reader.text(node, key: "model") else { return nil }
      return layer(name, mark: node.mark, options: nil)
    case .mapping(let mapping):
      guard let (key, value) = mapping.first, let name = key.string else {
        return reader.fail(.layer, "model", node)
      }
      guard mapping.count == 1 else {
        reader.report(.severalLayersInOneItem, at: node.mark)
        return nil
      }
      return layer(name, mark: key.mark, options: reader.isNull(value) ? nil : value)
    default:
      return reader.fail(.layer, "model", node)
    }
  }

  private func layer(_ name: String, mark: Mark?, options: Node?) -> Decoded? {
    guard let section = LessonFileSection.layers.first(where: { $0.name == name }) else {
      reader.reportUnknown(
        .layer, name, among: LessonFileSection.layers.map(\.name), at: mark)
      return nil
    }
    let map: YAMLMap
    if let options {
      guard let read = reader.map(options, key: name, section: section) else { return nil }
      map = read
    } else {
      map = YAMLMap(reader: reader, name: name, mark: mark, entries: [])
    }
    guard let layer = layer(named: name, map) else { return nil }
    var declaration = LayerDeclaration(layer: layer, line: mark?.line ?? 1)
    guard let initial = map.map("initial", nil) else {
      return Decoded(declaration: declaration, mark: mark, initialMarks: nil)
    }
    guard let (values, marks) = initialValues(initial, of: layer) else { return nil }
    declaration.initial = values
    return Decoded(declaration: declaration, mark: mark, initialMarks: marks)
  }

  private func layer(named name: String, _ map: YAMLMap) -> (any Layer)? {
    switch name {
    case Dense.className:
      let units = map.required("units").flatMap {
        reader.integer($0, key: "units", in: 1...NotebookLimits.units)
      }
      let activation = self.activation(map)
      return units.map { Dense(units: $0, activation: activation) }
    case Conv2D.className:
      let filters = map.required("filters").flatMap {
        reader.integer($0, key: "filters", in: 1...NotebookLimits.filters)
      }
      let kernel = map.required("kernel_size").flatMap { size($0, "kernel_size") }
      let strides = size(map, "strides")
      let padding = self.padding(map)
      let activation = self.activation(map)
      guard let filters, let kernel else { return nil }
      return Conv2D(
        filters: filters, kernelSize: kernel, strides: strides ?? Size2D(1), padding: padding,
        activation: activation)
    case MaxPooling2D.className:
      return MaxPooling2D(
        poolSize: size(map, "pool_size") ?? Size2D(2), strides: size(map, "strides"),
        padding: padding(map))
    case AveragePooling2D.className:
      return AveragePooling2D(
        poolSize: size(map, "pool_size") ?? Size2D(2), strides: size(map, "strides"),
        padding: padding(map))
    case GlobalAveragePooling2D.className: return GlobalAveragePooling2D()
    case Flatten.className: return Flatten()
    case Dropout.className:
      guard map.required("rate") != nil, let rate = map.number("rate", .halfOpen, 0, 1) else {
        return nil
      }
      return Dropout(rate: min(Float(rate), Float(1).nextDown))
    case BatchNormalization.className:
      let momentum = map.number("momentum", .halfOpen, 0, 1)
      let epsilon = map.number("epsilon", .above, 0, 0)
      return BatchNormalization(
        momentum: momentum ?? 0.99, epsilon: epsilon.map { Float($0) } ?? 1e-3)
    default: return Normalization()
    }
  }

  // MARK: Options

  private func activation(_ map: YAMLMap) -> Activation {
    map["activation"].flatMap {
      reader.choice(
        $0.value, key: "activation", kind: .activation,
        among: Activation.allCases.map { (name: $0.rawValue, value: $0) })
    } ?? .linear
  }

  private func padding(_ map: YAMLMap) -> Padding {
    map["padding"].flatMap {
      reader.choice(
        $0.value, key: "padding", kind: .padding,
        among: Padding.allCases.map { (name: $0.rawValue, value: $0) })
    } ?? .valid
  }

  private func size(_ map: YAMLMap, _ key: String) -> Size2D? {
    map[key].flatMap { size($0.value, key) }
  }

  /// A side, or height and width.
  private func size(_ node: Node, _ key: String) -> Size2D? {
    let range = 1...NotebookLimits.window
    switch node.content {
    case .scalar: return reader.integer(node, key: key, in: range).map { Size2D($0) }
    case .sequence(let items) where items.count == 2:
      let sides = items.compactMap { reader.integer($0, key: key, in: range) }
      return sides.count == 2 ? Size2D(sides[0], sides[1]) : nil
    default: return reader.fail(.size, key, node)
    }
  }

  /// All arrays of the layer, in get_weights() order.
  private func initialValues(
    _ map: YAMLMap, of layer: any Layer
  ) -> (values: [[Float]], marks: TrainingMarks.Initial)? {
    // Names do not depend on the input's shape.
    let names = layer.weightShapes(for: [1, 1, 1]).map(\.name)
    let known = map.restricted(to: names)
    var values: [[Float]] = []
    var marks = TrainingMarks.Initial()
    for name in names {
      guard let node = known.required(name),
        let array = NestedNumbers(node, key: name, reader: reader)
      else { continue }
      values.append(array.values.map { Float($0) })
      marks.shapes.append(array.shape)
      marks.marks.append(node.mark)
    }
    return values.count == names.count ? (values, marks) : nil
  }
}
