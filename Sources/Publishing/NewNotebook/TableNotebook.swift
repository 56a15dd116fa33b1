import Archives
import Datasets
import Diagnostics
import Lessons

/// The files of a first notebook for a table: a commented notebook.yaml of at most 30 lines, the table,
/// and prose that describes it.
public struct TableNotebook {
  public let proposal: TableProposal
  private let name: String
  private let bytes: [UInt8]
  private let language: Language
  private let say: (Message) -> String

  private static let lesson = "modelo"

  /// - Parameter say: a message in the notebook's language.
  public init(
    table path: String, target: String, language: Language, say: @escaping (Message) -> String
  ) throws {
    bytes = try Files.read(path, limit: Table.fileSizeLimit)
    name = FileTree.name(of: path)
    self.language = language
    self.say = say
    var options = TableOptions()
    options.used = [[target]]
    proposal = try TableProposal(
      Table.read(bytes: bytes, path: path, options: options), target: target)
  }

  func files(id: String, title: String) -> [(name: String, bytes: [UInt8])] {
    let code = language.rawValue
    let prose = say(Message("new.table.prose", ["target": proposal.target]))
    return [
      ("notebook.yaml", Array(yaml(id: id, title: title).utf8)), (name, bytes),
      ("\(Self.lesson).\(code).md", Array("\(prose)\n\n{{table description}}\n".utf8)),
    ]
  }

  /// What was decided, a sentence each, also as comments.
  public var decisions: [String] {
    var decisions = [say(goal)]
    if !proposal.left.isEmpty {
      let columns = proposal.left.map { column, reason in
        "\(column) (\(say(Message("new.table.reason.\(reason.rawValue)"))))"
      }
      decisions.append(
        say(Message("new.table.left", ["columns": columns.joined(separator: ", ")])))
    }
    if let missing = proposal.missing {
      decisions.append(
        say(
          Message(
            "new.table.missing.\(missing.rawValue)",
            ["count": "\(proposal.gapRows)", "rows": "\(proposal.rowCount)"])))
    }
    return decisions
  }

  private var goal: Message {
    switch proposal.goal {
    case .number: Message("new.table.number", ["target": proposal.target])
    case .classes(let count):
      Message("new.table.classes", ["target": proposal.target, "count": "\(count)"])
    }
  }

  private func yaml(id: String, title: String) -> String {
    let code = language.rawValue
    func text(_ text: String) -> String { "{\(code): \(NotebookText.quoted(text))}" }
    let isOfClasses = proposal.goal != .number
    let heading = say(Message("new.table.title", ["target": proposal.target]))
    let left = proposal.left.map { NotebookText.quoted($0.column) }.joined(separator: ", ")
    let test = isOfClasses ? "{fraction: 0.2, stratify: true}" : "0.2"
    var lines = ["schema: 1", "id: \(id)", "languages: [\(code)]", "title: \(text(title))"]
    lines += decisions.map { "# \($0.visibleLine)" }
    lines += [
      "lessons:",
      "  - id: \(Self.lesson)",
      "    title: \(text(heading))",
      "    data:",
      "      table: \(NotebookText.quoted(name))",
      "      input: \(left.isEmpty ? "all" : "{all: true, except: [\(left)]}")",
      "      target: \(NotebookText.quoted(proposal.target))",
    ]
    if let missing = proposal.missing { lines.append("      missing: \(missing.rawValue)") }
    lines.append("      test: \(test)")
    lines += [
      "    model:", "      - Normalization: {}", "      - Dense: {units: 8, activation: relu}",
    ]
    switch proposal.goal {
    case .number:
      lines += ["      - Dense: {units: 1}", compile("mean_squared_error")]
    case .classes(2):
      lines += [
        "      - Dense: {units: 1, activation: sigmoid}",
        compile("binary_crossentropy", "metrics: [accuracy]"),
      ]
    case .classes(let count):
      lines += [
        "      - Dense: {units: \(count), activation: softmax}",
        compile("sparse_categorical_crossentropy", "metrics: [accuracy]"),
      ]
    }
    lines.append("    fit: {epochs: 100}")
    lines.append("    figures: [\(figures.joined(separator: ", "))]")
    return lines.joined(separator: "\n") + "\n"
  }

  private func compile(_ loss: String, _ more: String...) -> String {
    let keys = ["optimizer: {Adam: {learning_rate: 0.01}}", "loss: \(loss)"] + more
    return "    compile: {\(keys.joined(separator: ", "))}"
  }

  private var figures: [String] {
    let isOfClasses = proposal.goal != .number
    let hasPairs = proposal.numberCount + (isOfClasses ? 0 : 1) > 1
    return ["histogram"] + (hasPairs ? ["correlation", "pairs"] : []) + ["loss"]
      + (isOfClasses ? ["accuracy"] : ["residuals"])
  }
}
