import Lessons

/// The columns of a lesson's table as people know them: an input of words is one column, whatever
/// number of numbers it becomes.
struct DataColumns {
  enum Content {
    case numbers([Double])
    /// How many rows have each word.
    case words([(word: String, count: Int)])
  }

  struct Column {
    /// For programs.
    var name: String
    var label: String
    var content: Content

    var numbers: [Double]? {
      if case .numbers(let values) = content { values } else { nil }
    }
  }

  private(set) var columns: [Column] = []
  /// The rows of each class of the target; nil where it is a number.
  private(set) var classes: [(name: String, rows: [Int])]?

  init(_ context: FigureContext) {
    let study = context.study
    let features = context.lesson.tableSource?.plan?.features ?? []
    let isKnown = features.count == study.inputNames.count
    for index in study.inputNames.indices {
      let values = study.inputs.map { $0[index] }
      let name = study.inputNames[index]
      guard isKnown else {
        columns.append(
          Column(name: name, label: context.axisLabel(name), content: .numbers(values)))
        continue
      }
      switch features[index].encoding {
      case .indicator: continue
      case .category, .rare:
        let words = features[index].encoding.words
        let entry = (word: words.joined(separator: " + "), count: values.count { $0 == 1 })
        if index > 0, features[index - 1].column == features[index].column,
          case .words(let before)? = columns.last?.content
        {
          columns[columns.count - 1].content = .words(before + [entry])
        } else {
          let header = features[index].header
          columns.append(
            Column(name: header, label: context.axisLabel(header), content: .words([entry])))
        }
      case .number, .ordinal, .calendar, .part:
        columns.append(
          Column(name: name, label: context.axisLabel(name), content: .numbers(values)))
      }
    }
    add(target: study, context)
  }

  private mutating func add(target study: RegressionStudy, _ context: FigureContext) {
    var target = Column(
      name: study.targetName, label: context.axisLabel(study.targetName),
      content: .numbers(study.targets))
    if Self.isOfClasses(context.lesson) {
      let known = context.lesson.tableSource?.plan?.classes ?? []
      let highest = Int(study.targets.max() ?? 0)
      let classes = (0...max(0, highest, known.count - 1)).map { code in
        (
          name: code < known.count ? known[code].label[context.language] : String(code),
          rows: study.targets.indices.filter { study.targets[$0] == Double(code) }
        )
      }
      self.classes = classes
      target.content = .words(classes.map { ($0.name, $0.rows.count) })
    }
    columns.append(target)
  }

  /// Those of numbers.
  var ofNumbers: [Column] { columns.filter { $0.numbers != nil } }

  static func isOfClasses(_ lesson: Lesson) -> Bool {
    lesson.training.map { $0.compile.loss.kind != .numbers } ?? false
  }

  /// Whether a lesson's table has two columns of numbers or more.
  static func hasSeveralNumbers(_ lesson: Lesson) -> Bool {
    guard let source = lesson.tableSource else { return false }
    let inputs =
      source.plan?.features.count {
        switch $0.encoding {
        case .number, .ordinal, .calendar, .part: true
        case .category, .rare, .indicator: false
        }
      } ?? source.inputs.count
    return inputs + (isOfClasses(lesson) ? 0 : 1) > 1
  }
}
