import Datasets
import Diagnostics
import YAML

/// Reads `data` of a lesson that has a table.
struct TableDecoder {
  let notebook: NotebookDecoder
  let map: YAMLMap

  var reader: YAMLReader { notebook.reader }

  func decode() -> DataDecoder.Decoded? {
    var marks = TrainingMarks()
    let path = map.required("table").flatMap { notebook.file($0, key: "table") }
    marks.source = map["table"]?.value.mark
    marks.input = map["input"]?.value.mark
    let selection = map.required("input").flatMap { self.selection($0) }
    let target = map.required("target").flatMap { reader.text($0, key: "target") }
    marks.target = map["target"]?.value.mark
    var inputs: [String]?
    if case .named(let names)? = selection { inputs = names }
    if let inputs, let target, inputs.contains(target) {
      reader.report(.inputIsTarget(target), at: marks.target)
    }
    let testPart = map["test"].flatMap { self.testPart($0.value) }
    marks.test = map["test"]?.value.mark
    marks.group = map["group"]?.value.mark
    marks.columns = map["columns"]?.mark
    let named = (inputs ?? []) + (target.map { [$0] } ?? []) + extraNames(testPart)
    let columns = map["columns"].flatMap { entry in
      // With ranges or `all`, which columns there are is known when the file has been read.
      self.columns(
        entry.value,
        named: inputs.map { $0.contains { ColumnRange($0) != nil } } ?? true ? [] : named)
    }
    guard let path, let selection, let target else { return nil }
    var source = TableSource(
      path: path, inputs: inputs ?? [], target: target, columns: columns ?? [:],
      line: map.mark?.line ?? 1)
    source.selection = selection
    source.testPart = testPart
    source.group = map.text("group")
    source.options = options()
    source.missing = map["missing"].flatMap { policy($0.value) }
    source.privacy = map["privacy"].flatMap { entry in
      reader.choice(
        entry.value, key: "privacy", kind: .value,
        among: TableSource.Privacy.allCases.map { ($0.rawValue, $0) })
    }
    return DataDecoder.Decoded(source: .table(source), marks: marks)
  }

  private func extraNames(_ part: TableSource.TestPart?) -> [String] {
    var names = [map["group"].flatMap { $0.value.string }].compactMap { $0 }
    if case .column(let name, _)? = part { names.append(name) }
    return names
  }

  // MARK: The file

  private func options() -> TableOptions {
    var options = TableOptions()
    if let entry = map["sheet"], let text = reader.text(entry.value, key: "sheet") {
      let isPlain =
        if case .scalar(let scalar) = entry.value.content { scalar.style == .plain } else { false }
      options.sheet = isPlain ? Int(text).map { .number($0) } ?? .name(text) : .name(text)
    }
    if map.boolean("header") == false { options.names = .numbered }
    if let entry = map["names"],
      let items = reader.filledList(entry.value, key: "names", limit: NotebookLimits.inputs)
    {
      var names: [String] = []
      for item in items {
        guard let name = reader.text(item, key: "names") else { continue }
        if names.contains(name) {
          reader.report(.repeatedEntry(key: "names", value: name), at: item.mark)
        }
        names.append(name)
      }
      options.names = .given(names)
    }
    options.decimal = decimal(map)
    return options
  }

  func decimal(_ map: YAMLMap) -> NumberMark? {
    map["decimal"].flatMap { entry in
      reader.choice(
        entry.value, key: "decimal", kind: .value, among: [("point", .point), ("comma", .comma)])
    }
  }

  // MARK: Columns that go in

  /// The name of a column, a list of several, `all`, or `{all: true, except: [...]}`.
  private func selection(_ node: Node) -> TableSource.Selection? {
    if case .scalar(let scalar) = node.content {
      if scalar.style == .plain, scalar.string == "all" { return .all(except: []) }
      return reader.text(node, key: "input").map { .named([$0]) }
    }
    if case .mapping(let entries) = node.content {
      guard entries.contains(where: { $0.key.string == "all" }) else {
        return reader.fail(.texts, "input", node)
      }
      guard let map = reader.map(node, key: "input", section: .allInputs) else { return nil }
      guard map.boolean("all") == true else { return reader.fail(.texts, "input", node) }
      let except = map["except"].flatMap { names($0.value, key: "except") }
      return .all(except: except ?? [])
    }
    return names(node, key: "input").map { .named($0) }
  }

  func names(_ node: Node, key: String) -> [String]? {
    guard let items = reader.filledList(node, key: key, limit: NotebookLimits.inputs) else {
      return nil
    }
    var names: [String] = []
    for item in items {
      guard let name = reader.text(item, key: key) else { return nil }
      if names.contains(name) {
        reader.report(.repeatedEntry(key: key, value: name), at: item.mark)
      }
      names.append(name)
    }
    return names
  }

  // MARK: Parts

  /// A share, or a map that says which rows.
  private func testPart(_ node: Node) -> TableSource.TestPart? {
    guard case .mapping = node.content else {
      return map.number("test", .open, 0, 1).map { .fraction($0, isStratified: false) }
    }
    guard let part = reader.map(node, key: "test", section: .testPart) else { return nil }
    if let entry = part["table"] {
      return notebook.file(entry.value, key: "table").map { .table($0) }
    }
    if part["column"] != nil {
      guard let name = part.text("column"),
        let value = part.required("value").flatMap({ reader.text($0, key: "value") })
      else { return nil }
      return .column(name, value: value)
    }
    guard part.required("fraction") != nil,
      let share = part.number("fraction", .open, 0, 1)
    else { return nil }
    return .fraction(share, isStratified: part.boolean("stratify") ?? false)
  }

  /// The name of a policy, or `{fill: median, allow: 0.5, indicator: true}`.
  func policy(_ node: Node) -> GapPolicy? {
    func rule(_ node: Node, key: String) -> GapPolicy.Rule? {
      reader.choice(
        node, key: key, kind: .value, among: GapPolicy.Rule.allCases.map { ($0.rawValue, $0) })
    }
    guard case .mapping = node.content else {
      return rule(node, key: "missing").map { GapPolicy($0) }
    }
    guard let map = reader.map(node, key: "missing", section: .gaps),
      let fill = map.required("fill").flatMap({ rule($0, key: "fill") })
    else { return nil }
    return GapPolicy(
      fill, allow: map.number("allow", .closed, 0, 1) ?? GapPolicy.usualAllowance,
      hasIndicator: map.boolean("indicator") ?? false)
  }
}

extension TableSource {
  /// Whether each input is named and its description asks for nothing but numbers.
  var hasPlainInputs: Bool {
    guard case .named(let names) = selection else { return false }
    return names.allSatisfy { name in
      let description = columns[name]
      return ColumnRange(name) == nil && description?.categories == nil
        && description?.encoding == nil && description?.rare == nil && description?.reading == nil
        && description?.missing?.hasIndicator != true && missing?.hasIndicator != true
    }
  }
}
