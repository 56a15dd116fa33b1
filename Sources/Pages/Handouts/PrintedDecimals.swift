import Lessons
import Prose

/// With how few decimals a notebook's pages and code show a value: an answer copied from them is
/// right, so half a unit of the last one is always accepted.
struct PrintedDecimals: Sendable {
  /// By lesson and name; of a percentage those of the fraction.
  private var decimals: [String: Int] = [:]

  init() {}

  /// Of everything that a reader sees: the lessons' prose, the sheets, questions and answers, and the
  /// generated code.
  init(_ notebook: Notebook, _ prose: NotebookProse, _ sheets: [ProseTemplate]) {
    let names = LessonNames(notebook)
    for lesson in notebook.lessons {
      for language in notebook.languages {
        if let template = prose.template(lesson.id, language) { add(template, lesson.id, names) }
      }
      for text in lesson.exercises.flatMap(\.texts).flatMap(\.texts) {
        guard let template = try? ProseTemplate.parse(text, path: "") else { continue }
        add(template, lesson.id, names)
      }
      addCode(of: lesson)
    }
    for sheet in sheets { addSheet(sheet, notebook, names) }
  }

  private mutating func add(_ template: ProseTemplate, _ lesson: String, _ names: LessonNames) {
    var tags: [ValueTag] = []
    template.visit(template.nodes) { if case .value(let tag) = $0 { tags.append(tag) } }
    for tag in tags { add(tag, lesson, names) }
  }

  private mutating func add(_ tag: ValueTag, _ lesson: String, _ names: LessonNames) {
    guard let shown = tag.format?.decimals, let (owner, name) = names.resolve(tag.name, in: lesson)
    else { return }
    add(shown, name, owner)
  }

  private mutating func add(_ shown: Int, _ name: String, _ lesson: String) {
    let key = Self.key(name, lesson)
    decimals[key] = min(decimals[key] ?? shown, shown)
  }

  /// A sheet names the lesson to which its values belong, from there on.
  private mutating func addSheet(
    _ sheet: ProseTemplate, _ notebook: Notebook, _ names: LessonNames
  ) {
    var lesson = notebook.lessons.first?.id ?? ""
    var found: [(ValueTag, String)] = []
    sheet.visit(sheet.nodes) { node in
      switch node {
      case .value(let tag): found.append((tag, lesson))
      case .directive(let directive):
        if case .handout(.lesson(let id)) = directive.kind { lesson = id }
      case .text, .section: break
      }
    }
    for (tag, lesson) in found { add(tag, lesson, names) }
  }

  /// What `predict` and `evaluate` print of a table.
  private mutating func addCode(of lesson: Lesson) {
    guard let training = lesson.training else { return }
    add(3, "evaluation.loss", lesson.id)
    add(3, "evaluation.accuracy", lesson.id)
    guard case .table(let source) = training.data, let input = training.predict.first,
      training.compile.loss.kind == .numbers
    else { return }
    add(
      source.columns[source.target]?.decimals ?? 2, "predict.\(Prediction.name(of: input))",
      lesson.id)
  }

  private static func key(_ name: String, _ lesson: String) -> String { "\(lesson)\u{0}\(name)" }

  /// How far from the value an answer may be for that alone; of a share of some cases also one case.
  func room(of tag: ValueTag?, in lesson: String, _ values: LessonValues) -> Double {
    guard let tag, let (owner, name) = values.names.resolve(tag.name, in: lesson) else { return 0 }
    var room = 0.0
    if let shown = [decimals[Self.key(name, owner)], tag.format?.decimals].compactMap({ $0 }).min()
    {
      room = (0..<shown).reduce(0.5) { half, _ in half / 10 }
    }
    if let cases = values.study(owner)?.cases(of: name), cases > 0 {
      room = max(room, 1 / Double(cases))
    }
    return if case .percent = tag.format { 100 * room } else { room }
  }
}

extension ValueFormat {
  /// Nil where it shows every digit.
  fileprivate var decimals: Int? {
    switch self {
    case .fixed(let count), .signed(let count): count
    case .percent(let count): count + 2
    case .float32, .plain: nil
    }
  }
}
