/// A combined hash of several files or texts.
package enum DataHash {
  /// The hash of a single file; for several, SHA-256 over lines `NAME SHA256` sorted by the bytes
  /// of the name.
  package static func of(_ files: [(name: String, sha256: String)]) -> String {
    guard files.count != 1 else { return files[0].sha256 }
    let lines = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      .map { "\($0.name) \($0.sha256)\n" }
    return SHA256.hash(Array(lines.joined().utf8)).hexadecimal
  }

  /// SHA-256 of the texts, each preceded by its length, in hexadecimal.
  package static func of(texts: [String]) -> String {
    var hash = SHA256()
    for text in texts { hash.update(Array("\(text.utf8.count):\(text)".utf8)) }
    return hash.finish().hexadecimal
  }
}
