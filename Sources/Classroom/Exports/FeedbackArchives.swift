import Archives
import Phrases

/// Students' pages in zip archives as Moodle takes them: a folder for each, named as its own
/// download names it (importziplib.php: the number after the name says whose it is).
struct FeedbackArchives {
  /// What goes to one student, and how large it is.
  struct Page {
    var student: Student
    var size: Int
    /// The size of the PDF beside the page; nil for none.
    var pdfSize: Int?
  }

  struct Archive {
    var name: String
    var pages: [Page]
  }

  let phrases: PhraseCatalogue
  /// The largest archive, in bytes.
  let limit: Int

  /// What an entry needs beside its contents: two headers, each with the name.
  private static let overhead = 76

  /// The page's name for the student: never one that a hand-in has.
  func pageName(_ ending: String) -> String {
    phrases["file.feedback"] + "-cuaderno" + ending
  }

  /// `NAME_ID_assignsubmission_file_/PAGE`. What would split the name or the path is a blank.
  func entryName(of student: Student, _ ending: String = ".html") -> String {
    let fallback = phrases["file.participant"]
    let plain = String(
      String.UnicodeScalarView(
        student.name.unicodeScalars.map { scalar in
          scalar == "_" || scalar == "/" || scalar == "\\" || scalar.properties.isCommandLike
            ? " " : scalar
        }))
    let words = plain.split(separator: " ").joined(separator: " ")
    // A name that begins with a dot or tilde hides the folder's files on unpacking.
    let shown = words.drop { ".~".contains($0) }
    // No entry's name is longer than file systems allow, whatever its characters are made of.
    var name = ""
    for character in shown.prefix(80) where name.utf8.count + String(character).utf8.count <= 160 {
      name.append(character)
    }
    return "\(name.isEmpty ? fallback : name)_\(student.id)_assignsubmission_file_/"
      + pageName(ending)
  }

  /// Archives in the order of `pages`, each as full as the limit lets it be.
  func archives(_ pages: [Page]) -> [Archive] {
    var parts: [[Page]] = []
    var size = 0
    for page in pages {
      let own =
        entrySize(page.student, ".html", page.size)
        + (page.pdfSize.map { entrySize(page.student, ".pdf", $0) } ?? 0)
      if parts.isEmpty || size + own > limit {
        parts.append([])
        size = 22
      }
      parts[parts.count - 1].append(page)
      size += own
    }
    return parts.enumerated().map { index, pages in
      Archive(name: archiveName(index + 1, of: parts.count), pages: pages)
    }
  }

  private func entrySize(_ student: Student, _ ending: String, _ contents: Int) -> Int {
    contents + 2 * entryName(of: student, ending).utf8.count + Self.overhead
  }

  /// Calls `append` with the archive's bytes, a page at a time.
  func write(
    _ archive: Archive, page: (Student) throws -> [UInt8], pdf: (Student) throws -> [UInt8],
    to append: ([UInt8]) throws -> Void
  ) throws {
    var zip = ZipWriter()
    for entry in archive.pages {
      zip.add(entryName(of: entry.student), try page(entry.student))
      if entry.pdfSize != nil {
        zip.add(entryName(of: entry.student, ".pdf"), try pdf(entry.student))
      }
      try append(zip.take())
    }
    try append(zip.finish())
  }

  private func archiveName(_ number: Int, of count: Int) -> String {
    let stem = phrases["file.feedback"]
    guard count > 1 else { return "\(stem).zip" }
    return phrases[
      "file.part", ["stem": stem, "number": String(number), "count": String(count)]] + ".zip"
  }
}

extension Unicode.Scalar.Properties {
  /// Controls, marks that turn the writing direction, and halves of nothing.
  fileprivate var isCommandLike: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
    default: false
    }
  }
}
