import Diagnostics
import YAML

/// Flattens nested YAML maps of texts to dotted keys.
package struct PhraseReader {
  let path: String

  package init(path: String) {
    self.path = path
  }

  package func entries(of bytes: [UInt8]) throws(TemplateError) -> [(key: String, text: String)] {
    let root: Node?
    do {
      root = try Node(yaml: bytes)
    } catch {
      throw invalid(error)
    }
    var entries: [(key: String, text: String)] = []
    if let root { try collect(root, key: "", into: &entries) }
    return entries
  }

  private func collect(
    _ node: Node, key: String, into entries: inout [(key: String, text: String)]
  ) throws(TemplateError) {
    switch node.content {
    case .scalar(let scalar) where !key.isEmpty:
      entries.append((key, scalar.string))
    case .mapping(let pairs):
      for (name, value) in pairs {
        guard let text = name.string else { throw notText(name, key) }
        try collect(value, key: key.isEmpty ? text : "\(key).\(text)", into: &entries)
      }
    case .scalar, .sequence:
      throw notText(node, key)
    }
  }

  private func notText(_ node: Node, _ key: String) -> TemplateError {
    .notText(path: path, line: node.mark.line, column: node.mark.column, key: key)
  }

  private func invalid(_ error: YAMLError) -> TemplateError {
    let problem: String
    switch error.problem {
    case .notUTF8: return .notUTF8(path: path)
    case .controlCharacter(let scalar): problem = scalar.code
    case .unsupported(_, let text): problem = text
    case .tooDeep: problem = "> \(Node.depthLimit)"
    case .repeatedKey(let key): problem = "duplicate key " + key
    case .severalDocuments: problem = "---"
    case .syntax(_, let phrase): problem = phrase
    }
    return .invalidYAML(
      path: path, line: error.mark.line, column: error.mark.column, problem: problem)
  }
}
