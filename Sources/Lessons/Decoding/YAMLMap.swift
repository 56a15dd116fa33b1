import YAML

/// A map of a YAML file, read key by key. Accessors give nil for an absent key and for a bad value;
/// the latter is reported.
package struct YAMLMap {
  package struct Entry {
    package var key: String
    package var mark: Mark?
    package var value: Node
  }

  package let reader: YAMLReader
  /// The key under which the map stands.
  package let name: String
  package let mark: Mark?
  package let entries: [Entry]
  /// Known keys that unknown ones were probably meant to be; that they are absent is no news.
  var meant: [String] = []

  package subscript(key: String) -> Entry? {
    entries.first { $0.key.utf8.elementsEqual(key.utf8) }
  }

  /// The map without the keys that are not among `keys`; those are reported.
  package func restricted(to keys: [String], kind: NameKind = .key) -> YAMLMap {
    var kept: [Entry] = []
    var meant: [String] = []
    for entry in entries {
      if keys.contains(where: { $0.utf8.elementsEqual(entry.key.utf8) }) {
        kept.append(entry)
      } else if keys.isEmpty {
        reader.report(.noOptions(of: name, key: entry.key), at: entry.mark)
      } else {
        let known = reader.reportUnknown(kind, entry.key, among: keys, at: entry.mark)
        if let known { meant.append(known) }
      }
    }
    return YAMLMap(reader: reader, name: name, mark: mark, entries: kept, meant: meant)
  }

  /// The value of a key that must be there.
  package func required(_ key: String) -> Node? {
    if let entry = self[key] { return entry.value }
    if !meant.contains(key) { reader.report(.missingKey(key, of: name), at: mark) }
    return nil
  }

  package func text(_ key: String) -> String? {
    self[key].flatMap { reader.text($0.value, key: key) }
  }

  package func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    self[key].flatMap { reader.integer($0.value, key: key, in: range) }
  }

  package func boolean(_ key: String) -> Bool? {
    self[key].flatMap { reader.boolean($0.value, key: key) }
  }

  package func number(_ key: String) -> Double? {
    self[key].flatMap { reader.number($0.value, key: key) }
  }

  /// A number inside an interval whose ends count as `bounds` says.
  package func number(_ key: String, _ bounds: Bounds, _ low: Double, _ high: Double) -> Double? {
    guard let entry = self[key], let value = reader.number(entry.value, key: key) else {
      return nil
    }
    let isInside =
      switch bounds {
      case .closed: (low...high).contains(value)
      case .open: value > low && value < high
      case .halfOpen: value >= low && value < high
      case .above, .ascending: value > low
      }
    guard isInside else {
      reader.report(
        .outside(
          bounds, key: key, value: entry.value.string ?? "", low: Decimal.text(low),
          high: Decimal.text(high)), at: entry.value.mark)
      return nil
    }
    return value
  }

  /// The map under `key`, with the keys of `section`.
  package func map(_ key: String, _ section: LessonFileSection?) -> YAMLMap? {
    self[key].flatMap { reader.map($0.value, key: key, section: section) }
  }
}
