import TestSupport
import Testing

@testable import Drawing
@testable import Lessons
@testable import Pages

/// An institution's logo and theme on a sheet.
@Suite struct BrandedHandoutTests {
  private static let circle =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><circle r=\"9\"/></svg>"

  private func page(
    _ edition: HandoutEdition = .student, logo: [UInt8] = Array(circle.utf8), theme: String?,
    institution: String? = nil
  ) throws -> String {
    let folder = TemporaryFolder()
    folder.write("logo", bytes: logo)
    if let theme { folder.write("theme.css", theme) }
    var notebook = BundledHandout.notebook([
      Exercise(id: "a", ask: LocalizedText([.es: "¿?", .en: "?"]), kind: .text)
    ])
    notebook.folder = folder.path
    notebook.course.logo = "logo"
    notebook.course.institution = institution.map { LocalizedText([.es: $0, .en: $0]) }
    return try #require(
      try BundledHandout.files(edition, notebook: notebook, results: [:]).first
    ).text
  }

  static func picture(of texts: [PNGMetadata.Text]) -> [UInt8] {
    let pixels = [UInt32](repeating: 0x336699, count: 64)
    return pixels.withUnsafeBufferPointer {
      PNGEncoder(scale: 1, metadata: PNGMetadata(texts)).encode(
        $0.baseAddress!, width: 8, height: 8, stride: 8)
    }
  }

  @Test func `a picture says nothing of itself and looks the same`() throws {
    let noted = Self.picture(of: [.init("Description", "Predice 211.74")])
    let page = try page(logo: noted, theme: nil)
    let start = try #require(page.firstRange(of: "class=\"logo\" src=\"data:image/png;base64,"))
    let bytes = Base64Text.decode(String(page[start.upperBound...].prefix { $0 != "\"" }))
    let shown = try #require(PNGPicture(bytes))
    #expect(shown.texts.isEmpty && shown.scale == 1)
    #expect(shown.pixelHash() == PNGPicture(noted)?.pixelHash())
    // What is cut short stays what it was.
    let cut = Array(noted.prefix(100))
    #expect(PictureNotes.stripped(cut, .png)!.count <= cut.count)
  }

  @Test func `the institution's name says what the logo shows`() throws {
    #expect(try page(theme: nil).contains("alt=\"Logotipo de la institución\""))
    #expect(try page(theme: nil, institution: "UdeG").contains("alt=\"\">"))
  }

  @Test func `a theme's rules for dark screens never hold on a sheet`() throws {
    let page = try page(
      theme:
        "@media (PREFERS-color-scheme : dark) { b { color: red } } @media (prefers-color-scheme:light) { i {} }"
    )
    #expect(page.contains("@media (max-width: 0px) { b { color: red } }"))
    #expect(page.contains("@media (min-width: 0px) { i {} }"))
    #expect(!page.lowercased().contains("prefers-color-scheme"))
    #expect(page.contains("<body class=\"student themed\">"))
    #expect(try self.page(theme: nil).contains("<body class=\"student\">"))
  }

  @Test(.enabled(if: Browser.isInstalled, Comment(rawValue: Browser.absence)))
  func `both show on the screen, and paper stays black on white`() throws {
    let folder = TemporaryFolder()
    folder.write(
      "hoja.html",
      try page(
        .teacher,
        theme:
          ":root { --accent: #7a0019; } body { background: #123; color: #fff } h1 { color: yellow !important }"
      ))
    let browser = try Browser()
    try browser.open("\(folder.path)/hoja.html")
    func style(_ selector: String, _ property: String) throws -> String? {
      try browser.run(
        "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]",
        .string(selector), .string(property)
      ).text
    }
    #expect(try style("body", "backgroundColor") == "rgb(17, 34, 51)")
    #expect(try style("h1", "color") == "rgb(255, 255, 0)")
    #expect(try browser.run("return document.querySelector('.logo').naturalWidth").number == 40)
    #expect(try browser.console() == [])
    try browser.emulate(media: "print")
    #expect(try style("body", "backgroundColor") == "rgba(0, 0, 0, 0)")
    #expect(try style("h1", "color") == "rgb(0, 0, 0)")
  }
}
