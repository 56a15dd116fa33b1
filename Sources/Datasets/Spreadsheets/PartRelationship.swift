/// What one part of a workbook says of another (Open Packaging Conventions, ECMA-376-2, 9.3).
struct PartRelationship {
  var id: String
  private var type: String
  /// The name of the other part in the archive.
  var target: String

  /// Whether its type is the one that ends in `name`; before that stand the addresses of the
  /// transitional or the strict format.
  func isOf(_ name: String) -> Bool { type.hasSuffix("/\(name)") }

  /// Those of a `.rels` part, whose targets are relative to `folder`.
  static func all(
    in part: [UInt8], folder: String
  ) throws(XMLReader.Malformed) -> [PartRelationship] {
    var all: [PartRelationship] = []
    try part.withXML { (reader: inout XMLReader) throws(XMLReader.Malformed) in
      while let token = try reader.next() {
        guard case .start(let name, let attributes, _) = token,
          reader.isNamed(name, "Relationship"),
          let id = reader.attribute("Id", in: attributes),
          let type = reader.attribute("Type", in: attributes),
          let target = reader.attribute("Target", in: attributes)
        else { continue }
        all.append(
          PartRelationship(
            id: try reader.string(id), type: try reader.string(type),
            target: resolved(try reader.string(target), in: folder)))
      }
    }
    return all
  }

  private static func resolved(_ target: String, in folder: String) -> String {
    var parts: [Substring] = []
    let whole = target.hasPrefix("/") ? target : folder + target
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
