import Diagnostics
import Lessons
import YAML

/// Turns the nodes of class.yaml into a `ClassDescription`; every mistake goes to the reader.
struct ClassDecoder {
  let reader: YAMLReader
  let folder: String
  private var texts: NotebookDecoder

  static let criteriaLimit = 50
  static let rowLimit = 100_000

  static let section = LessonFileSection(
    "class.yaml",
    [
      "schema", "title", "language", "notebook", "lesson", "hand_in", "data", "roster",
      "submissions", "grade", "predict", "answers", "criteria",
    ])
  static let handIn = LessonFileSection("hand_in", ["table", "answers"])
  static let grade = LessonFileSection("grade", ["maximum", "decimals", "missing", "late"])
  static let late = LessonFileSection("late", ["per_day", "at_most", "grace_minutes"])
  static let answers = LessonFileSection(
    "answers", Criterion.Quantity.allCases.map(\.rawValue))

  init(reader: YAMLReader, folder: String) {
    self.reader = reader
    self.folder = folder
    texts = NotebookDecoder(reader: reader, folder: folder)
  }

  mutating func decode(_ root: Node) -> ClassDescription? {
    guard let map = reader.map(root, key: "class.yaml", section: Self.section) else { return nil }
    texts.checkSchema(map)
    texts.languages = texts.languagesOfTitle(map)
    let languages = texts.languages
    let title = map.required("title").flatMap { texts.localized($0, key: "title") }
    let language =
      map["language"].flatMap { entry in
        reader.choice(
          entry.value, key: "language", kind: .language,
          among: Language.allCases.map { ($0.rawValue, $0) })
      } ?? languages.first ?? .es
    // Sentences are needed in the language of the reports alone.
    texts.languages = [language]
    let notebook = map.text("notebook") ?? "practica-tensorflow"
    let lesson = map.required("lesson").flatMap { reader.text($0, key: "lesson") }
    let handIn = map.required("hand_in").flatMap {
      reader.map($0, key: "hand_in", section: Self.handIn)
    }
    let table = handIn.map { patterns($0, "table") } ?? []
    let answers = handIn.map { patterns($0, "answers") } ?? []
    let roster = map.required("roster").flatMap { reader.text($0, key: "roster") }
    let submissions = map.required("submissions").flatMap { reader.text($0, key: "submissions") }
    let names = answerNames(map.map("answers", Self.answers))
    let criteria = map.required("criteria").map { self.criteria($0, asksTable: !table.isEmpty) }
    let sharesData: Bool? = choice(map, "data", ["own": false, "shared": true])
    let predict = map["predict"].flatMap { numbers($0.value) }
    let grading = grading(map.map("grade", Self.grade))
    guard let title, let lesson, let roster, let submissions, let criteria else { return nil }
    return ClassDescription(
      folder: folder, title: title, language: language, notebook: notebook, lesson: lesson,
      table: table, answers: answers, sharesData: sharesData ?? false,
      roster: FilePattern(roster), submissions: FilePattern(submissions), grading: grading,
      predict: predict, answerNames: names, criteria: criteria)
  }

  /// One pattern or a list of them.
  private func patterns(_ map: YAMLMap, _ key: String) -> [FilePattern] {
    guard let entry = map[key] else { return [] }
    if case .scalar = entry.value.content { return map.text(key).map { [FilePattern($0)] } ?? [] }
    let items = reader.filledList(entry.value, key: key, limit: 16) ?? []
    return items.compactMap { reader.text($0, key: key) }.map(FilePattern.init)
  }

  /// One number, or one for each input column.
  private func numbers(_ node: Node) -> [Double]? {
    if case .scalar = node.content { return reader.number(node, key: "predict").map { [$0] } }
    let items = reader.filledList(node, key: "predict", limit: NotebookLimits.inputs) ?? []
    return items.compactMap { reader.number($0, key: "predict") }
  }

  private func choice<Value>(
    _ map: YAMLMap, _ key: String, _ known: KeyValuePairs<String, Value>
  ) -> Value? {
    map[key].flatMap { entry in
      reader.choice(
        entry.value, key: key, kind: .value, among: known.map { (name: $0.key, value: $0.value) })
    }
  }

  private func grading(_ map: YAMLMap?) -> ClassDescription.Grading {
    var maximum: Points?
    if let entry = map?["maximum"], entry.value.string != "worksheet" {
      let number = map?.number("maximum", .closed, 0.01, NotebookLimits.points)
      maximum = number.flatMap { Points($0) }
      if number != nil, maximum == nil {
        reader.report(
          .other(Message("class.file.notThousandths", ["key": "maximum"])), at: entry.value.mark)
      }
    }
    // Nothing missing is ever graded 0, so `blank` is all there is.
    let _: Bool? = map.flatMap { choice($0, "missing", ["blank": true]) }
    return ClassDescription.Grading(
      maximum: maximum, decimals: map?.integer("decimals", in: 0...Points.decimals) ?? 1,
      late: map.flatMap(late) ?? .flag)
  }

  /// `flag`, `ignore`, or points for each day.
  private func late(_ map: YAMLMap) -> LatePolicy? {
    guard let entry = map["late"] else { return nil }
    if case .scalar = entry.value.content {
      return choice(map, "late", ["flag": LatePolicy.flag, "ignore": .ignore])
    }
    guard let map = reader.map(entry.value, key: "late", section: Self.late),
      let perDay = points(map, "per_day"), let atMost = points(map, "at_most")
    else { return nil }
    let grace = map["grace_minutes"] == nil ? 0 : map.integer("grace_minutes", in: 0...10_080)
    return grace.map { .penalty(perDay: perDay, atMost: atMost, graceMinutes: $0) }
  }

  private func points(_ map: YAMLMap, _ key: String) -> Points? {
    guard map.required(key) != nil,
      let value = map.number(key, .closed, 0.001, NotebookLimits.points)
    else { return nil }
    if let points = Points(value) { return points }
    reader.report(
      .other(Message("class.file.notThousandths", ["key": key])), at: map[key]?.value.mark)
    return nil
  }

  private func answerNames(_ map: YAMLMap?) -> [Criterion.Quantity: [String]] {
    var names: [Criterion.Quantity: [String]] = [:]
    for quantity in Criterion.Quantity.allCases {
      if let name = map?.text(quantity.rawValue) { names[quantity] = [name] }
    }
    return names
  }

  private func criteria(_ node: Node, asksTable: Bool) -> [Criterion] {
    let items = reader.filledList(node, key: "criteria", limit: Self.criteriaLimit) ?? []
    var lines: [(id: String, line: Int)] = []
    var criteria: [Criterion] = []
    for item in items {
      let decoder = CriterionDecoder(reader: reader, texts: texts, asksTable: asksTable)
      guard let criterion = decoder.decode(item) else { continue }
      if let first = lines.first(where: { $0.id.utf8.elementsEqual(criterion.id.utf8) }) {
        reader.report(.repeatedIdentifier(criterion.id, firstLine: first.line), at: item.mark)
      }
      lines.append((criterion.id, item.mark.line))
      criteria.append(criterion)
    }
    return criteria
  }
}
