import Archives
import Lessons
import Phrases
import Prose

/// Converts a hand-out's text to cells: Markdown between the placed items.
struct ColabWriter {
  let content: HandoutContent
  let language: Language
  let phrases: PhraseCatalogue
  let values: LessonValues

  private var cells: [NotebookCell] = []
  private var markdown = ""
  private var questionCount = 0
  private var placed: Set<String> = []
  /// The lessons whose table a cell has written to a file.
  private var tables: Set<String> = []

  init(
    content: HandoutContent, language: Language, phrases: PhraseCatalogue, values: LessonValues
  ) {
    self.content = content
    self.language = language
    self.phrases = phrases
    self.values = values
  }

  mutating func cells(_ text: HandoutText) -> [NotebookCell] {
    markdown = heading
    for (place, part) in text.text.unicodeScalars.split(
      separator: Markdown.slotMark, omittingEmptySubsequences: false
    ).enumerated() {
      if place % 2 == 0 {
        markdown += String(part)
      } else if part.first == SlotText.blockKind, let index = Int(String(part.dropFirst())) {
        insert(text.blocks[index], text.exercises)
      } else if let index = Int(String(part.dropFirst())) {
        markdown += MarkdownText.escaped(text.values[index])
      }
    }
    flush()
    return cells
  }

  private var heading: String {
    let title = MarkdownText.escaped(content.notebook.title[language])
    let edition =
      content.edition == .teacher
      ? "**\(phrases["handout.stamp"])**" : phrases["handout.edition.student"]
    return "# \(title)\n\n\(edition)\n\n"
  }

  private mutating func flush() {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let filled = lines.drop { $0.allSatisfy(\.isWhitespace) }
    let text = filled.reversed().drop { $0.allSatisfy(\.isWhitespace) }.reversed()
    markdown = ""
    guard !text.isEmpty else { return }
    cells.append(NotebookCell(kind: .markdown, source: text.joined(separator: "\n")))
  }

  private mutating func add(code: String) {
    flush()
    cells.append(NotebookCell(kind: .code, source: code))
  }

  private mutating func insert(_ block: HandoutText.Block, _ placedOneByOne: Set<String>) {
    guard case .place(let directive, let id) = block else { return }
    switch directive {
    case .figure(let name): figure(name, in: id)
    case .table, .summary:
      markdown += "\n" + ProseRenderer(values: values).block(directive, lesson: id) + "\n"
    case .keras(let name): code([name], in: id)
    case .handout(let inner):
      switch inner {
      case .exercise(let exercise): exercises([exercise])
      case .exercises:
        let own = content.notebook.lessons.first { $0.id == id }?.exercises ?? []
        exercises(own.map(\.id).filter { !placedOneByOne.contains($0) })
      case .code(let parts): code(parts, in: id)
      case .todo(let parts): todo(parts, in: id)
      // A notebook needs no space to write in.
      case .sketch, .lines, .page, .lesson, .column: break
      }
    }
  }

  private mutating func figure(_ name: String, in lesson: String) {
    let drawn = content.figures.first {
      $0.lesson == lesson && $0.figure.name == name && $0.language == language
    }
    guard let drawn else { return }
    let alt = MarkdownText.escaped(drawn.figure.alt)
    markdown +=
      "\n![\(alt)](data:image/png;base64,\(Base64.encode(drawn.png)))\n\n\(MarkdownText.escaped(drawn.figure.caption))\n"
  }

  private mutating func code(_ parts: [String], in lesson: String) {
    guard let study = values.study(lesson) else { return }
    for name in parts {
      guard let part = KerasPart(rawValue: name) else { continue }
      if part == .data { writeTable(study) }
      let code = KerasCode(study).cell(part).code
      if !code.isEmpty { add(code: code.joined(separator: "\n")) }
    }
  }

  /// Adds a cell that writes the lesson's CSV, so that the notebook needs no other file.
  private mutating func writeTable(_ study: LessonStudy) {
    guard KerasCode(study).readsFile, case .table(let source) = study.training.data,
      tables.insert(source.path).inserted, let table = study.regression
    else { return }
    let names = source.inputs + [source.target]
    var rows = [names.map(Self.cell).joined(separator: ",")]
    for (inputs, target) in zip(table.inputs, table.targets) {
      rows.append((inputs + [target]).map(Python.literal).joined(separator: ","))
    }
    let folder = source.path.split(separator: "/").dropLast().joined(separator: "/")
    let make = folder.isEmpty ? "" : "os.makedirs(\(Python.string(folder)), exist_ok=True)\n"
    let text = rows.map(Self.pythonLine).joined(separator: "\n")
    add(
      code:
        "\(folder.isEmpty ? "" : "import os\n\n")\(make)with open(\(Python.string(source.path)), \"w\", encoding=\"utf-8\") as file:\n    file.write(\"\"\"\\\n\(text)\n\"\"\")"
    )
  }

  private static func cell(_ name: String) -> String {
    name.contains { ",;\"\n".contains($0) }
      ? "\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
      : name
  }

  /// A line of a Python string in triple quotes.
  private static func pythonLine(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  /// For students, an empty cell for each step.
  private mutating func todo(_ parts: [String], in lesson: String) {
    guard content.edition == .student else { return code(parts, in: lesson) }
    for part in parts {
      let step = phrases["handout.step.\(part)"]
      add(code: "# \(phrases["handout.yourCode"]): \(step)\n")
    }
  }

  private mutating func exercises(_ ids: [String]) {
    let key = AnswerKey(values: values, printed: content.printed)
    for lesson in content.notebook.lessons {
      for exercise in lesson.exercises where ids.contains(exercise.id) {
        guard placed.insert(exercise.id).inserted else { continue }
        questionCount += 1
        flush()
        markdown = ExerciseMarkdown(key: key, phrases: phrases, edition: content.edition)
          .text(exercise, lesson: lesson.id, number: questionCount)
        flush()
      }
    }
  }
}
