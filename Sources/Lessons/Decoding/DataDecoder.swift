import YAML

/// Reads `data` of a lesson: a table or a set of images.
struct DataDecoder {
  struct Decoded {
    var source: DataSource
    var marks: TrainingMarks
  }

  let notebook: NotebookDecoder
  let node: Node

  private var reader: YAMLReader { notebook.reader }

  func decode() -> Decoded? {
    guard let map = reader.map(node, key: "data", section: nil) else { return nil }
    switch (map["table"], map["images"]) {
    case (nil, nil):
      let table = LessonFileSection.table.keys
      let images = LessonFileSection.images.keys.filter { !table.contains($0) }
      let known = map.restricted(to: table + images)
      if !known.meant.contains("table"), !known.meant.contains("images") {
        reader.report(.noSource, at: map.mark)
      }
      return nil
    case (.some, .some(let images)):
      reader.report(.twoSources, at: images.mark)
      return nil
    case (.some, nil): return table(map.restricted(to: LessonFileSection.table.keys))
    case (nil, .some): return images(map.restricted(to: LessonFileSection.images.keys))
    }
  }

  // MARK: Tables

  private func table(_ map: YAMLMap) -> Decoded? {
    var marks = TrainingMarks()
    let path = map.required("table").flatMap { notebook.file($0, key: "table") }
    marks.source = map["table"]?.value.mark
    let inputs = map.required("input").flatMap { self.inputs($0) }
    let target = map.required("target").flatMap { reader.text($0, key: "target") }
    marks.target = map["target"]?.value.mark
    if let inputs, let target, inputs.contains(target) {
      reader.report(.inputIsTarget(target), at: marks.target)
    }
    let test = map.number("test", .open, 0, 1)
    marks.test = map["test"]?.value.mark
    let named = (inputs ?? []) + (target.map { [$0] } ?? [])
    let columns = map["columns"].flatMap { self.columns($0.value, named: named) }
    guard let path, let inputs, let target else { return nil }
    return Decoded(
      source: .table(
        TableSource(
          path: path, inputs: inputs, target: target, test: test, columns: columns ?? [:],
          line: map.mark?.line ?? 1)),
      marks: marks)
  }

  /// The name of a column, or a list of several.
  private func inputs(_ node: Node) -> [String]? {
    if case .scalar = node.content { return reader.text(node, key: "input").map { [$0] } }
    if case .mapping = node.content { return reader.fail(.texts, "input", node) }
    guard let items = reader.filledList(node, key: "input", limit: NotebookLimits.inputs) else {
      return nil
    }
    var names: [String] = []
    for item in items {
      guard let name = reader.text(item, key: "input") else { return nil }
      if names.contains(name) {
        reader.report(.repeatedEntry(key: "input", value: name), at: item.mark)
      }
      names.append(name)
    }
    return names
  }

  private func columns(_ node: Node, named: [String]) -> [String: ColumnDescription]? {
    guard let all = reader.map(node, key: "columns", section: nil) else { return nil }
    // Without readable names there is nothing to hold the keys against.
    let map = named.count < 2 ? all : all.restricted(to: named, kind: .column)
    var columns: [String: ColumnDescription] = [:]
    for entry in map.entries {
      guard let column = reader.map(entry.value, key: entry.key, section: .column) else { continue }
      columns[entry.key] = description(column)
    }
    return columns
  }

  private func description(_ map: YAMLMap) -> ColumnDescription {
    ColumnDescription(
      label: map["label"].flatMap { notebook.localized($0.value, key: "label") },
      unit: map["unit"].flatMap {
        notebook.localized($0.value, key: "unit", allowsOneForAll: true)
      },
      range: map["range"].flatMap { range($0.value) },
      decimals: map.integer("decimals", in: 0...NotebookLimits.decimals),
      aliases: map["aliases"].map { aliases($0.value) } ?? [])
  }

  /// `[low, high]`.
  private func range(_ node: Node) -> ClosedRange<Double>? {
    guard case .sequence(let items) = node.content, items.count == 2 else {
      return reader.fail(.numbers, "range", node)
    }
    guard let low = reader.number(items[0], key: "range"),
      let high = reader.number(items[1], key: "range")
    else { return nil }
    guard low < high else {
      reader.report(
        .outside(
          .ascending, key: "range", value: Decimal.text(high), low: Decimal.text(low), high: ""),
        at: items[1].mark)
      return nil
    }
    return low...high
  }

  private func aliases(_ node: Node) -> [String] {
    let items = reader.list(node, key: "aliases", limit: NotebookLimits.aliases) ?? []
    return items.compactMap { reader.text($0, key: "aliases") }
  }

  // MARK: Images

  private func images(_ map: YAMLMap) -> Decoded? {
    var marks = TrainingMarks()
    let name = map.required("images").flatMap(imageName)
    marks.source = map["images"]?.value.mark
    let train = map.integer("train", in: 1...NotebookLimits.images)
    marks.train = map["train"]?.value.mark
    let test = map.integer("test", in: 1...NotebookLimits.images)
    marks.test = map["test"]?.value.mark
    marks.classes = map["classes"]?.mark
    let classes = map["classes"].flatMap { entry -> [LocalizedText]? in
      guard
        let items = reader.filledList(
          entry.value, key: "classes", limit: NotebookLimits.classes)
      else { return nil }
      return items.compactMap {
        notebook.localized($0, key: "classes", allowsOneForAll: true)
      }
    }
    guard let name else { return nil }
    return Decoded(
      source: .images(
        ImageSource(
          name: name, train: train, test: test, classes: classes, line: map.mark?.line ?? 1)),
      marks: marks)
  }

  /// The name of a folder, not a path.
  private func imageName(_ node: Node) -> String? {
    guard let name = reader.text(node, key: "images") else { return nil }
    guard !name.utf8.contains(UInt8(ascii: "/")), !name.hasPrefix("."), !name.utf8.contains(0)
    else {
      reader.report(.badImageName(name), at: node.mark)
      return nil
    }
    return name
  }
}

extension TrainingMarks {
  /// Takes over the places of the data.
  mutating func adopt(_ data: TrainingMarks?) {
    guard let data else { return }
    source = data.source
    target = data.target
    train = data.train
    test = data.test
    classes = data.classes
  }
}
