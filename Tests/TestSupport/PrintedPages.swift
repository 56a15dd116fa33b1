import Glibc

/// A PDF as poppler reads it: the text and the pictures of each page.
public struct PrintedPages {
  public static let isInstalled = access("/usr/bin/pdfimages", X_OK) == 0
  public static let absence = "skipped: the package poppler-utils is missing"

  public let texts: [String]
  /// How many pictures each page has.
  public let pictureCounts: [Int]
  /// What `pdfinfo` says.
  public let information: String
  /// The tree of elements with the text of each, as `pdfinfo` prints it.
  public let structure: String
  /// A line for each font.
  public let fonts: [String]

  public init(pdf: [UInt8]) {
    let folder = TemporaryFolder()
    folder.write("page.pdf", bytes: pdf)
    let path = "\(folder.path)/page.pdf"
    // A form feed ends each page.
    texts = ChildProcess.output(of: ["/usr/bin/pdftotext", "-layout", path, "-"])
      .split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast().map(String.init)
    let numbers = ChildProcess.output(of: ["/usr/bin/pdfimages", "-list", path])
      .split(separator: "\n").filter { $0.contains(" image ") }
      .compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }
    pictureCounts = texts.indices.map { page in numbers.count { $0 == page + 1 } }
    information = ChildProcess.output(of: ["/usr/bin/pdfinfo", path])
    structure = ChildProcess.output(of: ["/usr/bin/pdfinfo", "-struct-text", path])
    fonts = ChildProcess.output(of: ["/usr/bin/pdffonts", path]).split(separator: "\n").dropFirst(2)
      .map(String.init)
  }

  /// Pages that have more pictures than captions or fewer: a figure cut in two would be a picture on
  /// each of two pages, or away from its caption.
  public var brokenPages: [Int] {
    texts.indices.filter { page in
      texts[page].matches(of: #/(?:Figura|Figure) \d+\. /#).count != pictureCounts[page]
    }.map { $0 + 1 }
  }
}
