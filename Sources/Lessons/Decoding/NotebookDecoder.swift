import Diagnostics
import YAML

/// Turns the nodes of notebook.yaml into a `Notebook`; every mistake goes to the reader.
package struct NotebookDecoder {
  package let reader: YAMLReader
  package let folder: String
  /// Those every text of the notebook must be in.
  package var languages: [Language] = []
  /// The languages that a notebook may be written in.
  var knownLanguages = Language.allCases

  package init(reader: YAMLReader, folder: String) {
    self.reader = reader
    self.folder = folder
  }

  /// The notebook, as far as it could be read: whole where the reader has no errors.
  mutating func decode(_ root: Node) -> Notebook? {
    guard let map = reader.map(root, key: "notebook.yaml", section: .notebook) else { return nil }
    checkSchema(map)
    let id = map.required("id").flatMap { identifier($0, key: "id") }
    languages = declaredLanguages(map)
    let title = map.required("title").flatMap { localized($0, key: "title") }
    let regions: [(name: String, value: Region)] = [("MX", .mx), ("ES", .es)]
    let region = map["region"].flatMap {
      reader.choice($0.value, key: "region", kind: .region, among: regions)
    }
    let seed = map.integer("seed", in: 0...NotebookLimits.seed)
    let course = map.map("course", .course).map { self.course($0) }
    let lessons = map.required("lessons").map { self.lessons($0) }
    guard let id, let title, let lessons else { return nil }
    return Notebook(
      folder: folder, id: id, languages: languages, region: region ?? .mx, title: title,
      course: course ?? Course(), seed: seed.map(UInt64.init) ?? 7, lessons: lessons)
  }

  package func checkSchema(_ map: YAMLMap) {
    guard let node = map.required("schema"), let text = reader.text(node, key: "schema") else {
      return
    }
    if text != "1" { reader.report(.schema(text), at: node.mark) }
  }

  /// `languages`, by default those of the title.
  private func declaredLanguages(_ map: YAMLMap) -> [Language] {
    guard let entry = map["languages"] else { return languagesOfTitle(map) }
    guard let items = reader.list(entry.value, key: "languages", limit: 16) else {
      return languagesOfTitle(map)
    }
    if items.isEmpty { reader.report(.noLanguage, at: entry.value.mark) }
    var found: [Language] = []
    let known = knownLanguages.map { (name: $0.rawValue, value: $0) }
    for item in items {
      guard
        let language = reader.choice(item, key: "languages", kind: .language, among: known)
      else { continue }
      if found.contains(language) {
        reader.report(
          .repeatedEntry(key: "languages", value: language.rawValue), at: item.mark)
      } else {
        found.append(language)
      }
    }
    return found
  }

  package func languagesOfTitle(_ map: YAMLMap) -> [Language] {
    guard let title = map["title"]?.value else { return [] }
    guard case .mapping(let texts) = title.content else {
      if case .scalar = title.content, !reader.isNull(title) {
        reader.report(.noLanguage, at: title.mark)
      }
      return []
    }
    return knownLanguages.filter { language in
      texts.contains { $0.key.string == language.rawValue }
    }
  }

  private func course(_ map: YAMLMap) -> Course {
    func text(_ key: String) -> LocalizedText? {
      map[key].flatMap { localized($0.value, key: key, allowsOneForAll: true) }
    }
    var course = Course()
    course.author = text("author")
    course.institution = text("institution")
    course.program = text("program")
    course.subject = text("subject")
    course.term = text("term")
    course.group = text("group")
    course.basedOn = text("based_on")
    course.logo = map["logo"].flatMap { file($0.value, key: "logo") }
    return course
  }

  private func lessons(_ node: Node) -> [Lesson] {
    let items =
      reader.filledList(node, key: "lessons", limit: NotebookLimits.lessons) ?? []
    var lines: [(id: String, line: Int)] = []
    var lessons: [Lesson] = []
    for item in items {
      guard let map = reader.map(item, key: "lessons", section: .lesson) else { continue }
      let lesson = LessonDecoder(notebook: self, map: map)
        .decode(after: lessons.flatMap(\.exercises))
      if let entry = map["id"], let id = lesson?.id {
        if let first = lines.first(where: { $0.id == id }) {
          reader.report(.repeatedIdentifier(id, firstLine: first.line), at: entry.value.mark)
        }
        lines.append((id, entry.value.mark.line))
      }
      if let lesson { lessons.append(lesson) }
    }
    return lessons
  }

  // MARK: Values that need the notebook

  /// `[a-z0-9-]+`: part of file names, anchors and addresses.
  package func identifier(_ node: Node, key: String) -> String? {
    guard let text = reader.text(node, key: key) else { return nil }
    let allowed = text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
    guard allowed, text.utf8.count <= 64 else {
      reader.report(
        .badIdentifier(key: key, value: text.shortened(to: 80, ending: "")), at: node.mark)
      return nil
    }
    return text
  }

  /// A text in every language of the notebook; one plain text where there is one language, or where
  /// it may be the same in all.
  package func localized(_ node: Node, key: String, allowsOneForAll: Bool = false) -> LocalizedText?
  {
    if case .scalar = node.content {
      guard let text = reader.text(node, key: key) else { return nil }
      guard allowsOneForAll || languages.count < 2 else {
        reader.report(
          .oneTextForSeveralLanguages(key: key, languages: languages.map(\.rawValue)),
          at: node.mark)
        return nil
      }
      return LocalizedText(knownLanguages) { _ in text }
    }
    guard
      let map = reader.map(node, key: key, section: nil)?
        .restricted(to: knownLanguages.map(\.rawValue), kind: .language)
    else { return nil }
    for language in languages where map[language.rawValue] == nil {
      reader.report(
        .missingLanguage(key: key, language: language.rawValue), at: map.mark)
    }
    return LocalizedText(knownLanguages) { map.text($0.rawValue) }
  }

  /// `seeds`, `{absolute: 0.5}` or `{relative: 0.02}`.
  package func tolerance(_ node: Node) -> Exercise.Tolerance? {
    if case .scalar = node.content {
      let known: [(name: String, value: Exercise.Tolerance)] = [("seeds", .seeds)]
      return reader.choice(node, key: "tolerance", kind: .tolerance, among: known)
    }
    guard let map = reader.map(node, key: "tolerance", section: .tolerance) else { return nil }
    if let value = map.number("absolute", .closed, 0, 1e9) { return .absolute(value) }
    if let value = map.number("relative", .closed, 0, 1) { return .relative(value) }
    if map.entries.isEmpty { reader.report(.missingKey("absolute", of: "tolerance"), at: map.mark) }
    return nil
  }

  /// The path of a file that is there and inside the folder.
  func file(_ node: Node, key: String) -> String? {
    guard let path = reader.text(node, key: key) else { return nil }
    if let problem = NotebookFolder.problem(with: path, in: folder) {
      reader.report(problem, at: node.mark)
    }
    return path
  }
}
