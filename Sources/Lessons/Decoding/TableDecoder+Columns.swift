import Datasets
import Diagnostics
import YAML

/// What is said of columns.
extension TableDecoder {
  func columns(_ node: Node, named: [String]) -> [String: ColumnDescription]? {
    guard let all = reader.map(node, key: "columns", section: nil) else { return nil }
    let splits = all.entries.contains { entry in
      if case .mapping(let mapping) = entry.value.content {
        mapping.contains { $0.key.string == "read" }
      } else {
        false
      }
    }
    // Without readable names there is nothing to hold the keys against.
    let map = named.count < 2 || splits ? all : all.restricted(to: named, kind: .column)
    var columns: [String: ColumnDescription] = [:]
    for entry in map.entries {
      guard let column = reader.map(entry.value, key: entry.key, section: .column) else { continue }
      columns[entry.key] = description(column)
    }
    return columns
  }

  private func description(_ map: YAMLMap) -> ColumnDescription {
    var description = ColumnDescription(
      label: map["label"].flatMap { notebook.localized($0.value, key: "label") },
      unit: map["unit"].flatMap {
        notebook.localized($0.value, key: "unit", allowsOneForAll: true)
      },
      range: map["range"].flatMap { range($0.value) },
      decimals: map.integer("decimals", in: 0...NotebookLimits.decimals),
      aliases: map["aliases"].map { aliases($0.value) } ?? [])
    description.classes = map["classes"].flatMap { classes($0.value) }
    description.positive = map.text("positive")
    description.categories = map["categories"].flatMap { names($0.value, key: "categories") }
    description.encoding = map["encoding"].flatMap { entry in
      reader.choice(
        entry.value, key: "encoding", kind: .value,
        among: CategoryEncoding.allCases.map { ($0.rawValue, $0) })
    }
    description.rare = map.integer("rare", in: 2...NotebookLimits.rareRows)
    description.missing = map["missing"].flatMap { policy($0.value) }
    description.missingValues =
      map["missing_values"].flatMap { names($0.value, key: "missing_values") } ?? []
    description.decimal = decimal(map)
    description.limits = map["limits"].flatMap { entry in
      reader.choice(
        entry.value, key: "limits", kind: .value,
        among: LimitPolicy.allCases.map { ($0.rawValue, $0) })
    }
    description.reading = map["read"].flatMap { reading($0.value) }
    return description
  }

  /// `days`, `hours`, `month`, or `{split: "/", names: [a, b]}`.
  private func reading(_ node: Node) -> ColumnReadingRule? {
    guard case .mapping = node.content else {
      return reader.choice(
        node, key: "read", kind: .value,
        among: CalendarReading.allCases.map { ($0.rawValue, $0) }
      ).map { .calendar($0) }
    }
    guard let map = reader.map(node, key: "read", section: .split),
      let separator = map.required("split").flatMap({ reader.text($0, key: "split") }),
      let names = map.required("names").flatMap({ self.names($0, key: "names") })
    else { return nil }
    return .split(separator: separator, names: names)
  }

  /// A word, or a map with the words of the file and of people.
  private func classes(_ node: Node) -> [TableClass]? {
    guard
      let items = reader.filledList(node, key: "classes", limit: NotebookLimits.classes)
    else { return nil }
    var found: [TableClass] = []
    for item in items {
      guard let one = oneClass(item) else { continue }
      for value in one.values where found.contains(where: { $0.values.contains(value) }) {
        reader.report(.repeatedEntry(key: "classes", value: value), at: item.mark)
      }
      found.append(one)
    }
    return found
  }

  private func oneClass(_ node: Node) -> TableClass? {
    guard case .mapping = node.content else {
      return reader.text(node, key: "classes").map {
        TableClass(values: [$0], label: LocalizedText(plain: $0))
      }
    }
    guard let map = reader.map(node, key: "classes", section: .tableClass) else { return nil }
    let values: [String]
    if let entry = map["values"] {
      guard let several = names(entry.value, key: "values") else { return nil }
      values = several
    } else {
      guard let value = map.required("value").flatMap({ reader.text($0, key: "value") }) else {
        return nil
      }
      values = [value]
    }
    let plain = values.joined(separator: " + ")
    return TableClass(
      values: values,
      label: LocalizedText(Language.allCases) { map.text($0.rawValue) ?? plain })
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
}
