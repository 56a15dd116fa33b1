import YAML

/// Reads `data` of a lesson: a set of images, or a table by `TableDecoder`.
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
    case (.some, nil):
      let table = map.restricted(to: LessonFileSection.table.keys)
      return TableDecoder(notebook: notebook, map: table).decode()
    case (nil, .some): return images(map.restricted(to: LessonFileSection.images.keys))
    }
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
    input = data.input
    group = data.group
    columns = data.columns
    target = data.target
    train = data.train
    test = data.test
    classes = data.classes
  }
}
