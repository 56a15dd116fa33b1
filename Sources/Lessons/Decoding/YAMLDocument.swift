import Diagnostics
import YAML

/// The bytes of a YAML file as one tree of nodes with their places.
package enum YAMLDocument {
  package static func root(of bytes: [UInt8], path: String) throws(NotebookError) -> Node {
    let root: Node?
    do {
      root = try Node(yaml: bytes)
    } catch {
      throw NotebookError(
        problem(error.problem),
        at: Place(path, line: error.mark.line, column: error.mark.column))
    }
    guard let root else { throw NotebookError(.empty, at: Place(path)) }
    return root
  }

  private static func problem(_ problem: YAMLError.Problem) -> NotebookProblem {
    switch problem {
    case .notUTF8: .notUTF8
    case .controlCharacter(let scalar): .controlCharacter(code: scalar.code)
    case .unsupported(let feature, let text): .unsupported(feature, text: text)
    case .tooDeep: .tooDeep(limit: Node.depthLimit)
    case .repeatedKey(let key): .repeatedKey(key)
    case .severalDocuments: .severalDocuments
    case .syntax(let mistake, phrase: _): .syntax(mistake)
    }
  }
}
