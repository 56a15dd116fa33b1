import Yams

/// Flattens a YAML file of nested maps of texts to dotted keys.
struct PhraseReader {
  let path: String

  func entries(of bytes: [UInt8]) throws(TemplateError) -> [(key: String, text: String)] {
    guard let yaml = String(validating: bytes, as: UTF8.self) else {
      throw .notUTF8(path: path)
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw invalid(error)
    } catch {
      throw .invalidYAML(path: path, line: 1, column: 1, problem: String(describing: error))
    }
    var entries: [(key: String, text: String)] = []
    if let root { try collect(root, key: "", into: &entries) }
    return entries
  }

  private func collect(
    _ node: Node, key: String, into entries: inout [(key: String, text: String)]
  ) throws(TemplateError) {
    switch node {
    case .scalar(let scalar):
      guard !key.isEmpty else { throw notText(node, key) }
      entries.append((key, scalar.string))
    case .mapping(let mapping):
      for (name, value) in mapping {
        guard let name = name.scalar?.string else { throw notText(name, key) }
        try collect(value, key: key.isEmpty ? name : "\(key).\(name)", into: &entries)
      }
    default:
      throw notText(node, key)
    }
  }

  private func notText(_ node: Node, _ key: String) -> TemplateError {
    .notText(path: path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, key: key)
  }

  private func invalid(_ error: YamlError) -> TemplateError {
    let (mark, problem): (Mark?, String) =
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        (mark, problem)
      case .duplicatedKeysInMapping(let keys, let context):
        (context.mark, "duplicate key " + keys.joined(separator: ", "))
      default:
        (nil, String(describing: error))
      }
    return .invalidYAML(
      path: path, line: mark?.line ?? 1, column: mark?.column ?? 1, problem: problem)
  }
}
