/// Whose a file of the download is, as its path says.
struct SubmissionOwner: Equatable {
  let id: String
  /// Text typed into the platform's page, not an uploaded file.
  let isOnlineText: Bool
  let isLate: Bool
  /// The path within the student's own work.
  let path: [[UInt8]]
}

/// Reads the names that platforms give to handed-in files.
struct OwnerReader {
  private let kind: Roster.Kind
  /// Codes and e-mail addresses of a plain list in lower case, the longest first.
  private let codes: [(text: [UInt8], id: String)]

  init(_ roster: Roster) {
    kind = roster.kind
    var codes: [(text: [UInt8], id: String)] = []
    for student in roster.students {
      for code in [student.id, student.email] where !code.isEmpty {
        codes.append((Array(code.lowercased().utf8), student.id))
      }
    }
    codes.sort { a, b in
      if a.text.count != b.text.count { return a.text.count > b.text.count }
      return a.text.lexicographicallyPrecedes(b.text)
    }
    self.codes = codes
  }

  /// The outermost part that names somebody decides: what a student named is inside it.
  func owner(of parts: [[UInt8]]) -> SubmissionOwner? {
    for (index, part) in parts.enumerated() {
      let rest = Array(parts[(index + 1)...])
      let found =
        switch kind {
        case .moodle: moodle(part, rest)
        case .canvas: canvas(part, rest)
        case .plain: plain(part, rest)
        }
      if let found { return found }
    }
    return nil
  }

  /// `Full name_48213_assignsubmission_file_`, with the file's own name behind it where the download
  /// has no folders. The third piece is Moodle's, whatever the language of the site.
  private func moodle(_ part: [UInt8], _ rest: [[UInt8]]) -> SubmissionOwner? {
    let pieces = part.split(
      separator: UInt8(ascii: "_"), maxSplits: 4, omittingEmptySubsequences: false)
    guard pieces.count >= 4, let id = digits(pieces[1]),
      pieces[2].elementsEqual("assignsubmission".utf8)
    else { return nil }
    let isOnlineText = pieces[3].elementsEqual("onlinetext".utf8)
    guard isOnlineText || pieces[3].elementsEqual("file".utf8) else { return nil }
    let own = pieces.count > 4 && !pieces[4].isEmpty ? [Array(pieces[4])] : []
    return SubmissionOwner(id: id, isOnlineText: isOnlineText, isLate: false, path: own + rest)
  }

  /// `lopezana_3143_207797_datos.csv`, `lopezana_LATE_3143_207797_datos.csv`.
  private func canvas(_ part: [UInt8], _ rest: [[UInt8]]) -> SubmissionOwner? {
    let pieces = part.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    let isLate = pieces.count > 1 && pieces[1].elementsEqual("LATE".utf8)
    let first = isLate ? 2 : 1
    guard pieces.count > first + 1, let id = digits(pieces[first]) else { return nil }
    let hasAttachment = digits(pieces[first + 1]) != nil
    let isText = pieces[first + 1].elementsEqual("text.html".utf8)
    guard hasAttachment || isText else { return nil }
    let name = Array(pieces[(first + (hasAttachment ? 2 : 1))...].joined(separator: [95]))
    return SubmissionOwner(
      id: id, isOnlineText: isText, isLate: isLate, path: name.isEmpty ? rest : [name] + rest)
  }

  /// A folder or file whose name begins with a code of the list and then with no letter or digit.
  private func plain(_ part: [UInt8], _ rest: [[UInt8]]) -> SubmissionOwner? {
    let lower = part.map { 65...90 ~= $0 ? $0 | 0x20 : $0 }
    guard
      let code = codes.first(where: { code in
        lower.starts(with: code.text) && !Self.isWord(lower.dropFirst(code.text.count).first)
      })
    else { return nil }
    var own = part.dropFirst(code.text.count)
    if !rest.isEmpty { own = [] }
    while let first = own.first, "_- ".utf8.contains(first) { own = own.dropFirst() }
    // `A01.csv` has no other name.
    let name = own.first == UInt8(ascii: ".") ? part[...] : own
    return SubmissionOwner(
      id: code.id, isOnlineText: false, isLate: false,
      path: (name.isEmpty ? (rest.isEmpty ? [part] : []) : [Array(name)]) + rest)
  }

  private static func isWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return 48...57 ~= byte || 97...122 ~= byte || byte >= 0x80
  }

  private func digits(_ piece: ArraySlice<UInt8>) -> String? {
    guard (1...18).contains(piece.count), piece.allSatisfy({ 48...57 ~= $0 }) else { return nil }
    return String(decoding: piece, as: UTF8.self)
  }
}
