import Diagnostics
import Phrases

/// The teacher's page: what needs eyes first, then everybody.
struct SummaryPage {
  private let summary: ClassSummary
  private let figures: [SummaryFigure]
  private var plan: ClassPlan { summary.plan }
  private var phrases: PhraseCatalogue { plan.phrases }

  init(_ summary: ClassSummary, figures: [SummaryFigure]) {
    self.summary = summary
    self.figures = figures
  }

  struct Value {
    struct Item {
      var label: String
      var value: String
    }

    struct Person {
      var id: String
      var name: String
      var state: String
      var grade: String
      var hasReport: Bool
      var report: String
      var reportLabel: String
      var hasPlot: Bool
      var plot: String
      var plotAlt: String
      var reasons: [String]
      var criteria: String
    }

    struct Picture {
      var source: String
      var width: Int
      var height: Int
      var alt: String
      var caption: String
      var title: String
    }

    struct Labels {
      var plot: String
      var name: String
      var id: String
      var grade: String
      var state: String
      var reasons: String
      var criteria: String
    }

    var head: ClassPageHead
    var title: String
    var heading: String
    var stamp: String
    var overviewTitle: String
    var overview: [Item]
    var notices: [String]
    var attentionTitle: String
    var attentionNone: String?
    var hasAttention: Bool
    var attention: [Person]
    var pictures: [Picture]
    var hasItems: Bool
    var itemsTitle: String
    var items: [Item]
    var allTitle: String
    var people: [Person]
    var peopleLabel: String
    var labels: Labels
    var hasMissing: Bool
    var missingTitle: String
    var missing: [Item]
    var decisions: String
  }

  var html: String { plan.templates.render("summary", value) }

  private var value: Value {
    let attention = summary.attention
    let missing = summary.records.filter { $0.status == .missing }
    return Value(
      head: ClassPageHead(plan), title: phrases["summary.title"],
      heading: plan.description.title[plan.language], stamp: phrases["summary.stamp"],
      overviewTitle: phrases["summary.overview"], overview: overview, notices: notices,
      attentionTitle: phrases["summary.attention"],
      attentionNone: attention.isEmpty ? phrases["summary.attentionNone"] : nil,
      hasAttention: !attention.isEmpty, attention: attention.map(person), pictures: pictures,
      hasItems: !items.isEmpty, itemsTitle: phrases["summary.items"], items: items,
      allTitle: phrases["summary.all"],
      people: summary.records.filter { $0.status != .missing }.map(person),
      peopleLabel: phrases["summary.peopleLabel"], labels: labels, hasMissing: !missing.isEmpty,
      missingTitle: phrases["summary.missingTitle"],
      missing: missing.map { Value.Item(label: $0.id, value: $0.name.visibleLine) },
      decisions: phrases[
        "summary.decisions", ["file": plan.phrases["file.decisions"]]])
  }

  private var labels: Value.Labels {
    func label(_ key: String) -> String { phrases["summary.columns.\(key)"] }
    return Value.Labels(
      plot: label("plot"), name: label("name"), id: label("id"), grade: label("grade"),
      state: label("state"), reasons: label("reasons"), criteria: label("criteria"))
  }

  private var overview: [Value.Item] {
    let records = summary.records
    func item(_ key: String, _ count: Int) -> Value.Item? {
      count > 0 || key == "listed" || key == "handedIn"
        ? Value.Item(label: phrases["summary.\(key)"], value: plan.numbers.string(count)) : nil
    }
    return [
      item("listed", records.count),
      item("handedIn", records.count { !$0.files.isEmpty || $0.status == .failed }),
      item("graded", summary.count(.graded)), item("partial", summary.count(.partial)),
      item("broken", summary.count(.broken) + summary.count(.failed)),
      item("missing", summary.count(.missing)), item("excused", summary.count(.excused)),
      item("late", records.count(where: \.isLate)),
    ].compactMap { $0 }
  }

  private var notices: [String] {
    var notices: [String] = []
    let strangers = summary.inputs.submissions.strangers
    if !strangers.isEmpty {
      notices.append(
        phrases["summary.strangers", ["ids": Self.some(strangers)]])
    }
    let unclaimed = summary.inputs.submissions.unclaimed
    if !unclaimed.isEmpty {
      notices.append(phrases["summary.unclaimed", ["names": Self.some(unclaimed)]])
    }
    return notices
  }

  /// How a criterion did in the whole class.
  private var items: [Value.Item] {
    summary.items.map { item in
      let numbers = plan.numbers
      var text = phrases[
        "summary.item",
        [
          "passed": numbers.string(item.full), "count": numbers.string(item.count),
          "mean": numbers.significant(item.mean, digits: 3),
          "maximum": item.maximum.text(numbers),
        ]]
      if let discrimination = item.discrimination {
        text +=
          phrases[
            "summary.itemDiscrimination", ["value": numbers.string(discrimination, decimals: 2)]]
      }
      if let wrong = item.commonestWrong {
        text +=
          phrases[
            "summary.itemWrong", ["answer": wrong.answer, "count": numbers.string(wrong.count)]]
      }
      return Value.Item(label: item.criterion, value: text)
    }
  }

  private static func some(_ texts: [String]) -> String {
    texts.prefix(20).joined(separator: ", ") + (texts.count > 20 ? ", …" : "")
  }

  private var pictures: [Value.Picture] {
    figures.map { figure in
      Value.Picture(
        source: figure.name, width: Int(figure.picture.width), height: Int(figure.picture.height),
        alt: figure.alt, caption: figure.caption, title: figure.picture.title ?? "")
    }
  }

  private func person(_ record: StudentRecord) -> Value.Person {
    let folder = "\(PublishedClass.folder)/\(record.id)"
    let report = record.files.first { $0.hasSuffix(".html") }
    let plot = record.files.first { $0.hasSuffix(".png") }
    let numbers = plan.numbers
    let given = record.criteria.compactMap(\.points).sum()
    let grade =
      record.grade.map {
        phrases[
          "summary.gradeOf",
          [
            "grade": $0.text(numbers),
            "maximum": record.gradeMaximum.text(numbers),
          ]]
      }
      ?? (record.status == .partial
        ? phrases[
          "summary.soFar",
          [
            "points": given.text(numbers),
            "maximum": record.maximum.text(numbers),
          ]] : phrases["summary.noGrade"])
    return Value.Person(
      id: record.id, name: record.name.visibleLine,
      state: phrases["summary.state.\(record.status.rawValue)"], grade: grade,
      hasReport: report != nil, report: report.map { "\(folder)/\($0)" } ?? "",
      reportLabel: phrases["summary.report"], hasPlot: plot != nil,
      plot: plot.map { "\(folder)/\($0)" } ?? "",
      plotAlt: phrases["summary.plotAlt", ["id": record.id]],
      reasons: record.flags.map(\.text),
      criteria: record.criteria.map { criterion in
        let points = criterion.points.map { $0.text(numbers) } ?? "–"
        return "\(criterion.id) \(points)/\(criterion.maximum.text(numbers))"
      }.joined(separator: " · "))
  }
}
