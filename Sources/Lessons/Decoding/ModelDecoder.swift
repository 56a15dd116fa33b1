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
      return layer(name, mark: key.mark, options: value)
    default:
      return reader.fail(.layer, "model", node)
    }
  }

  private func layer(_ name: String, mark: Mark?, options: Node?) -> Decoded? {
    guard let kind = LayerKind(rawValue: name) else {
      reader.reportUnknown(.layer, name, among: LayerKind.allCases.map(\.rawValue), at: mark)
      return nil
    }
    let keys = LessonFileSection(kind).keys
    guard let map = reader.options(options, of: name, mark: mark, known: keys),
      let layer = reader.configured(kind.type, map)
    else { return nil }
    var declaration = LayerDeclaration(layer: layer, line: mark?.line ?? 1)
    guard let initial = map.map("initial", nil) else {
      return Decoded(declaration: declaration, mark: mark, initialMarks: nil)
    }
    guard let (values, marks) = initialValues(initial, of: kind.type) else { return nil }
    declaration.initial = values
    return Decoded(declaration: declaration, mark: mark, initialMarks: marks)
  }

  /// All arrays of the layer, in get_weights() order; the marks are those of the given ones.
  private func initialValues(
    _ map: YAMLMap, of type: any Layer.Type
  ) -> (values: [[Float]], marks: TrainingMarks.Initial)? {
    let arrays = type.prototype.weightShapes(for: [1, 1, 1])
    let names = type.givenWeights.map(\.name)
    let known = map.restricted(to: names)
    var values: [[Float]] = []
    var marks = TrainingMarks.Initial()
    for weight in arrays {
      guard weight.initializer != .counter else {
        values.append([0])
        continue
      }
      guard let node = known.required(weight.name),
        let array = NestedNumbers(node, key: weight.name, reader: reader)
      else { continue }
      values.append(array.values.map { Float($0) })
      marks.shapes.append(array.shape)
      marks.marks.append(node.mark)
    }
    return values.count == arrays.count ? (values, marks) : nil
  }
}
