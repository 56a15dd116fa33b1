import Archives
import Testing

@testable import Figures

/// docs/figures.md lists what there is, and shows it.
@Suite struct FigureDocsTests {
  private static let root: String = {
    let file = #filePath
    return String(file[..<file.firstRange(of: "/Tests/FiguresTests/")!.lowerBound])
  }()

  private static func text(_ path: String) throws -> String {
    String(decoding: try Files.read("\(root)/\(path)", limit: 1 << 20), as: UTF8.self)
  }

  @Test(arguments: FigureCatalogue.names)
  func everyFigureIsListedAndShown(_ name: String) throws {
    let page = try Self.text("docs/figures.md")
    #expect(page.contains("\n| `\(name)` | "), "docs/figures.md has no row for \(name)")
    let hint = "add \(name) to docs/gallery/notebook.yaml, run scripts/figure-pictures and show it"
    #expect(page.contains("![\(name)](figures/\(name).png)"), "\(hint)")
    let picture = try? Files.read("\(Self.root)/docs/figures/\(name).png", limit: 100_000)
    #expect(picture?.starts(with: [137, 80, 78, 71]) == true, "\(hint)")
    let gallery = try Self.text("docs/gallery/notebook.yaml")
    #expect(gallery.contains(name), "\(hint)")
  }

  @Test func thePicturesAreSmall() throws {
    let sizes = try FigureCatalogue.names.map {
      try Files.read("\(Self.root)/docs/figures/\($0).png", limit: 100_000).count
    }
    #expect(sizes.reduce(0, +) < 500_000)
  }
}
