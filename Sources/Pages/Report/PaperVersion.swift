import Archives
import Paper

/// What decides the bytes of a PDF besides its document, our own code and what figures are drawn with.
public enum PaperVersion {
  private static let sizeLimit = 16 << 20

  /// The same text as long as no font, dictionary or library changes.
  public static func current() throws -> String {
    try
      ([PaperPress.libraryVersion]
      + PaperPress.files().map { path in
        SHA256.hash(try Files.read(path, limit: sizeLimit)).hexadecimal
      }).joined(separator: "\n")
  }
}
