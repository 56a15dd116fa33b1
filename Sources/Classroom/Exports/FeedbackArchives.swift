import Archives
import Lessons

/// Students' pages in zip archives as Moodle takes them: a folder for each, named as its own
/// download names it (importziplib.php: the number after the name says whose it is).
struct FeedbackArchives {
  let language: Language
  /// Of one archive, in bytes.
  let limit: Int

  /// What an entry needs beside its contents: two headers, each with the name.
  private static let overhead = 76

  /// The page's name for the student: never one that a hand-in has.
  func pageName(_ ending: String) -> String {
    (language == .es ? "retroalimentacion-cuaderno" : "feedback-cuaderno") + ending
  }

  /// `NAME_ID_assignsubmission_file_/PAGE`. What would split the name or the path is a blank.
  func entryName(of student: Student, _ ending: String = ".html") -> String {
    let fallback = language == .es ? "Participante" : "Participant"
    let plain = String(
      String.UnicodeScalarView(
        student.name.unicodeScalars.map { scalar in
          scalar == "_" || scalar == "/" || scalar == "\\" || scalar.properties.isCommandLike
            ? " " : scalar
        }))
    let words = plain.split(separator: " ").joined(separator: " ")
    // A name that begins with a dot or tilde hides the folder's files on unpacking.
    let shown = words.drop { ".~".contains($0) }
    let name = String(shown.prefix(80))
    return "\(name.isEmpty ? fallback : name)_\(student.id)_assignsubmission_file_/"
      + pageName(ending)
  }

  /// Archives in the order of `pages`, each as full as the limit lets it be.
  ///
  /// - Parameter pdf: what goes beside a student's page, in the same archive; nil for nothing.
  func archives(
    _ pages: [(student: Student, contents: [UInt8])], pdf: (Student) -> [UInt8]? = { _ in nil }
  ) -> [(name: String, bytes: [UInt8])] {
    var parts: [[(name: String, contents: [UInt8])]] = []
    var size = 0
    for page in pages {
      var entries = [(name: entryName(of: page.student), contents: page.contents)]
      if let pdf = pdf(page.student) { entries.append((entryName(of: page.student, ".pdf"), pdf)) }
      let own = entries.reduce(0) {
        $0 + $1.contents.count + 2 * $1.name.utf8.count + Self.overhead
      }
      if parts.isEmpty || size + own > limit {
        parts.append([])
        size = 22
      }
      parts[parts.count - 1] += entries
      size += own
    }
    return parts.enumerated().map { index, entries in
      (archiveName(index + 1, of: parts.count), ZipWriter.archive(entries))
    }
  }

  private func archiveName(_ number: Int, of count: Int) -> String {
    let stem = language == .es ? "retroalimentacion" : "feedback"
    guard count > 1 else { return "\(stem).zip" }
    return "\(stem)-\(number)-\(language == .es ? "de" : "of")-\(count).zip"
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
