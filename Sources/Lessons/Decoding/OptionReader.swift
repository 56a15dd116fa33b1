import Neural
import YAML

/// Reads a layer or an optimizer by the settings that the engine declares for it.
extension YAMLReader {
  /// The options that `node` holds for `name`; none if there is no node.
  func options(_ node: Node?, of name: String, mark: Mark?, known: [String]) -> YAMLMap? {
    guard let node, !isNull(node) else {
      return YAMLMap(reader: self, name: name, mark: mark, entries: [])
    }
    return map(node, key: name, section: LessonFileSection(name, known))
  }

  /// Nil if a required option is missing or wrong; other mistakes are reported alone.
  func configured<Value: Configurable>(_ type: Value.Type, _ map: YAMLMap) -> Value? {
    var value = type.prototype
    var isWhole = true
    for setting in type.settings {
      let option = setting.option
      switch option.standard {
      case .required:
        if let node = map.required(option.name), let found = self.value(node, of: option, map) {
          setting.set(&value, found)
        } else {
          isWhole = false
        }
      case .value:
        if let node = map[option.name]?.value, let found = self.value(node, of: option, map) {
          setting.set(&value, found)
        }
      case .sameAs(let other):
        if let node = map[option.name]?.value {
          if let found = self.value(node, of: option, map) { setting.set(&value, found) }
        } else if let model = type.settings.first(where: { $0.option.name == other }) {
          setting.set(&value, model.value(value))
        }
      }
    }
    return isWhole ? value : nil
  }

  private func value(_ node: Node, of option: Option, _ map: YAMLMap) -> OptionValue? {
    let key = option.name
    switch option.type {
    case .integer(let range): return integer(node, key: key, in: range).map { .integer($0) }
    case .fraction:
      return map.number(key, .halfOpen, 0, 1).map { .double(min($0, Double(Float(1).nextDown))) }
    case .positive: return map.number(key, .above, 0, 0).map { .double($0) }
    case .boolean: return boolean(node, key: key).map { .boolean($0) }
    case .size(let range): return size(node, key, range).map { .size($0) }
    case .activation:
      return choice(
        node, key: key, kind: .activation,
        among: Activation.allCases.map { (name: $0.rawValue, value: .activation($0)) })
    case .padding:
      return choice(
        node, key: key, kind: .padding,
        among: Padding.allCases.map { (name: $0.rawValue, value: .padding($0)) })
    }
  }

  /// A side, or height and width.
  private func size(_ node: Node, _ key: String, _ range: ClosedRange<Int>) -> Size2D? {
    switch node.content {
    case .scalar: return integer(node, key: key, in: range).map { Size2D($0) }
    case .sequence(let items) where items.count == 2:
      let sides = items.compactMap { integer($0, key: key, in: range) }
      return sides.count == 2 ? Size2D(sides[0], sides[1]) : nil
    default: return fail(.size, key, node)
    }
  }
}
