import Archives

/// An SVG without what nobody sees: comments, `metadata`, `title`, `desc`, scripts (which never run in
/// an image), and the elements and attributes that editors add, which hold names, paths and dates.
/// Pictures within it lose theirs too.
struct SVGNotes {
  private let bytes: [UInt8]
  private var place = 0
  private var kept: [UInt8] = []
  /// The prefix of the root element: its own are no editor's.
  private var prefix: [UInt8]?
  /// How many elements are open, and how many were when one began that is left out.
  private var depth = 0
  private var hiddenDepth: Int?

  /// nil for what is no well-formed document: no browser shows it.
  static func stripped(_ bytes: [UInt8]) -> [UInt8]? {
    var notes = SVGNotes(bytes)
    return notes.run() ? notes.kept : nil
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func run() -> Bool {
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        keep(bytes[place..<end])
        place = end
        continue
      }
      guard markup() else { return false }
    }
    return depth == 0 && prefix != nil
  }

  private mutating func keep(_ part: some Sequence<UInt8>) {
    if hiddenDepth == nil { kept += part }
  }

  private mutating func markup() -> Bool {
    if begins("<!--") { return skip(past: "-->", isKept: false) }
    if begins("<![CDATA[") { return skip(past: "]]>", isKept: true) }
    // The first line says how the bytes are to be read; other instructions are for other programs.
    if begins("<?") { return skip(past: "?>", isKept: begins("<?xml ")) }
    if begins("<!") { return documentType() }
    return begins("</") ? endTag() : startTag()
  }

  private func begins(_ text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  private mutating func skip(past end: String, isKept: Bool) -> Bool {
    guard let found = bytes[place...].firstRange(of: Array(end.utf8)) else { return false }
    if isKept { keep(bytes[place..<found.upperBound]) }
    place = found.upperBound
    return true
  }

  /// Editors define entities in it, which attributes use; its comments go.
  private mutating func documentType() -> Bool {
    var nesting = 0
    while place < bytes.count {
      if begins("<!--") {
        guard skip(past: "-->", isKept: false) else { return false }
        continue
      }
      let byte = bytes[place]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        guard let end = bytes[(place + 1)...].firstIndex(of: byte) else { return false }
        keep(bytes[place...end])
        place = end + 1
        continue
      }
      keep([byte])
      place += 1
      if byte == UInt8(ascii: "<") { nesting += 1 }
      if byte == UInt8(ascii: ">") { nesting -= 1 }
      if nesting == 0 { return true }
    }
    return false
  }

  private mutating func endTag() -> Bool {
    guard let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")), depth > 0 else {
      return false
    }
    depth -= 1
    keep(bytes[place...end])
    if hiddenDepth == depth { hiddenDepth = nil }
    place = end + 1
    return true
  }

  private mutating func startTag() -> Bool {
    place += 1
    let name = word()
    guard !name.isEmpty else { return false }
    if prefix == nil { prefix = Self.split(name).prefix }
    if hiddenDepth == nil, isNote(element: name) { hiddenDepth = depth }
    keep([UInt8(ascii: "<")] + name)
    while true {
      let start = place
      skipBlanks()
      guard place < bytes.count else { return false }
      if bytes[place] == UInt8(ascii: ">") {
        place += 1
        keep([UInt8(ascii: ">")])
        depth += 1
        return true
      }
      if begins("/>") {
        place += 2
        keep("/>".utf8)
        if hiddenDepth == depth { hiddenDepth = nil }
        return true
      }
      guard attribute(from: start) else { return false }
    }
  }

  private mutating func attribute(from start: Int) -> Bool {
    let name = word()
    let nameEnd = place
    skipBlanks()
    guard !name.isEmpty, begins("=") else { return false }
    place += 1
    skipBlanks()
    guard place < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[place]),
      let end = bytes[(place + 1)...].firstIndex(of: bytes[place])
    else { return false }
    let quote = bytes[place]
    let value = bytes[(place + 1)..<end]
    place = end + 1
    guard !isNote(attribute: name) else { return true }
    guard let picture = Self.picture(value) else {
      keep(bytes[start..<place])
      return true
    }
    keep(bytes[start..<nameEnd] + [UInt8(ascii: "="), quote] + picture + [quote])
    return true
  }

  private mutating func skipBlanks() {
    while place < bytes.count, bytes[place] <= 32 { place += 1 }
  }

  private mutating func word() -> ArraySlice<UInt8> {
    let start = place
    while place < bytes.count, bytes[place] > 32, !"<>/=\"'".utf8.contains(bytes[place]) {
      place += 1
    }
    return bytes[start..<place]
  }

  private func isNote(element name: ArraySlice<UInt8>) -> Bool {
    let (prefix, local) = Self.split(name)
    guard prefix.isEmpty || prefix == self.prefix || prefix == Array("svg".utf8) else {
      return true
    }
    return ["metadata", "title", "desc", "script"].contains { local.elementsEqual($0.utf8) }
  }

  private func isNote(attribute name: ArraySlice<UInt8>) -> Bool {
    let (prefix, local) = Self.split(name)
    if prefix.isEmpty {
      return local.starts(with: "data-".utf8) || local.starts(with: "aria-".utf8)
    }
    if prefix == Array("xlink".utf8) { return local.elementsEqual("title".utf8) }
    return !["xml", "xmlns"].contains { prefix.elementsEqual($0.utf8) } && prefix != self.prefix
  }

  private static func split(
    _ name: ArraySlice<UInt8>
  ) -> (prefix: [UInt8], local: ArraySlice<UInt8>) {
    guard let colon = name.firstIndex(of: UInt8(ascii: ":")) else { return ([], name) }
    return (Array(name[..<colon]), name[(colon + 1)...])
  }

  /// The value of an attribute that holds a whole picture, without that picture's notes; nil for any
  /// other value.
  private static func picture(_ value: ArraySlice<UInt8>) -> [UInt8]? {
    for kind in [PictureNotes.Kind.png, .jpeg] {
      let start = Array("data:\(kind.rawValue);base64,".utf8)
      guard value.starts(with: start) else { continue }
      // Lines end in references, because an attribute would turn a line end into a blank.
      let text = ["&#10;", "&#13;", "&#xA;", "&#xD;"].reduce(
        String(decoding: value.dropFirst(start.count), as: UTF8.self)
      ) { $0.replacing($1, with: "") }
      return PictureNotes.stripped(Base64.decode(text), kind).map {
        start + Array(Base64.encode($0).utf8)
      }
    }
    return nil
  }
}
