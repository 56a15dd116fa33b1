import Diagnostics
import Lessons
import Phrases
import YAML

/// Reads one criterion of class.yaml.
struct CriterionDecoder {
  let reader: YAMLReader
  let texts: NotebookDecoder
  /// Whether a table is handed in at all.
  let asksTable: Bool

  static let section = LessonFileSection(
    "criteria", ["id", "points", "check", "manual", "at_least", "of", "tolerance", "slip", "say"])
  private static let checks = [
    "readable", "rows", "ranges", "columns", "claim", "consistent", "manual",
  ]

  func decode(_ node: Node) -> Criterion? {
    guard let map = reader.map(node, key: "criteria", section: Self.section) else { return nil }
    let id = map.required("id").flatMap { texts.identifier($0, key: "id") }
    let points = map.required("points").flatMap { _ in self.number(map, "points") }
    let slip = points.flatMap { self.number(map, "slip", most: $0.value) } ?? .zero
    guard let check = check(map) else { return nil }
    refuseForeign(map, check)
    if !asksTable, needsTable(check) {
      reader.report(
        .other(Message("class.file.needsTable", ["check": Criterion.name(of: check)])),
        at: map.mark)
    }
    let say = map["say"].flatMap { texts.localized($0.value, key: "say", allowsOneForAll: true) }
    if let say, let entry = map["say"] { checkPlaceholders(say, of: check, at: entry.value) }
    guard let id, let points else { return nil }
    return Criterion(id: id, points: points, check: check, say: say, slip: slip)
  }

  private func number(
    _ map: YAMLMap, _ key: String, most: Double = NotebookLimits.points
  ) -> Points? {
    guard let value = map.number(key, .closed, 0, most) else { return nil }
    if let points = Points(value) { return points }
    reader.report(
      .other(Message("class.file.notThousandths", ["key": key])), at: map[key]?.value.mark)
    return nil
  }

  private func check(_ map: YAMLMap) -> Criterion.Check? {
    if map["check"] == nil, map.boolean("manual") == true { return .manual }
    guard
      let node = map.required("check"),
      let name = reader.choice(
        node, key: "check", kind: .value, among: Self.checks.map { ($0, $0) })
    else { return nil }
    switch name {
    case "readable": return .readable
    case "rows":
      guard map.required("at_least") != nil else { return nil }
      return map.integer("at_least", in: 1...ClassDecoder.rowLimit).map { .rows(atLeast: $0) }
    case "ranges": return .ranges
    case "columns": return .columns
    case "claim": return claim(map)
    case "consistent": return .consistent
    default: return .manual
    }
  }

  private func claim(_ map: YAMLMap) -> Criterion.Check? {
    guard let node = map.required("of"),
      let quantity = reader.choice(
        node, key: "of", kind: .value, among: Criterion.Quantity.allCases.map { ($0.rawValue, $0) })
    else { return nil }
    guard let entry = map["tolerance"] else { return .claim(quantity, .seeds) }
    return texts.tolerance(entry.value).map { .claim(quantity, $0) }
  }

  /// Reports options that belong to another check.
  private func refuseForeign(_ map: YAMLMap, _ check: Criterion.Check) {
    let own: [String] =
      switch check {
      case .rows: ["at_least"]
      case .claim: ["of", "tolerance", "slip"]
      case .readable, .ranges, .columns, .consistent, .manual: []
      }
    for key in ["at_least", "of", "tolerance", "slip"] where !own.contains(key) {
      if let entry = map[key] {
        reader.report(.noOptions(of: Criterion.name(of: check), key: key), at: entry.mark)
      }
    }
  }

  private func needsTable(_ check: Criterion.Check) -> Bool {
    check != .manual
  }

  private func checkPlaceholders(_ say: LocalizedText, of check: Criterion.Check, at node: Node) {
    let known = Criterion.placeholders(of: check)
    for language in texts.languages {
      for name in PhraseCatalogue.placeholders(in: say[language]) where !known.contains(name) {
        reader.report(
          .other(
            Message(
              "class.file.unknownPlaceholder",
              [
                "name": name, "check": Criterion.name(of: check),
                "known": known.joined(separator: ", "),
              ])), at: node.mark)
      }
    }
  }
}
