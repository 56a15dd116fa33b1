import TestSupport
import Testing

/// An institution's logo and colours, from the folder to the screen.
@Suite struct BrandedPageTests {
  private let folder = TemporaryFolder()
  private let cache = TemporaryFolder()

  /// - Parameters:
  ///   - theme: of theme.css; nil for none.
  ///   - logo: the text of logo.svg.
  private func build(theme: String?, logo: String, language: String = "es_MX.UTF-8")
    -> Shell.Outcome
  {
    folder.write(
      "curso/notebook.yaml",
      """
      schema: 1
      id: curso
      title: {es: "Mi curso"}
      course: {logo: logo.svg}
      lessons:
        - {id: inicio, title: {es: "Inicio"}}
      """)
    folder.write("curso/inicio.es.md", "Hola.\n")
    folder.write("curso/logo.svg", logo)
    if let theme { folder.write("curso/theme.css", theme) }
    return Shell(folder: folder).run(["curso"], language: language, cache: cache)
  }

  private static let circle =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\"><circle r=\"9\"/></svg>"

  @Test(.enabled(if: Browser.isInstalled, Comment(rawValue: Browser.absence)))
  func logoAndThemeShow() throws {
    let outcome = build(theme: ":root { --accent: #7a0019; }\n", logo: Self.circle)
    #expect(outcome.code == 0, "\(outcome.errors)")
    let browser = try Browser()
    try browser.open("\(folder.path)/output/curso/index.html")
    #expect(
      try browser.run(
        "return getComputedStyle(document.querySelector('.masthead')).borderBottomColor"
      ).text == "rgb(122, 0, 25)")
    #expect(try browser.run("return document.querySelector('.logo').naturalWidth").number == 40)
    #expect(
      try browser.run("return document.querySelector('.logo').alt").text
        == "Logotipo de la institución")
    #expect(try browser.console() == [])
  }

  @Test func bothAreInputsOfTheReport() {
    _ = build(theme: "p { color: black }", logo: Self.circle)
    let manifest = folder.contents["output/curso/manifest.json"] ?? ""
    #expect(manifest.contains("\"logo.svg\": ") && manifest.contains("\"theme.css\": "))
    #expect(build(theme: "p { color: black }", logo: Self.circle).output.contains("No hay cambios"))
    _ = build(theme: "p { color: blue }", logo: Self.circle)
    #expect(folder.contents["output/curso/index.html"]?.contains("p { color: blue }") == true)
  }

  @Test(arguments: [
    (
      "p {}\nb { background: URL(x) }", "es_MX.UTF-8",
      "curso/theme.css:2: «url(» no se admite en theme.css: un informe no carga nada de fuera. Deja solo colores, letras y medidas."
    ),
    (
      "@import 'x';", "en_US.UTF-8",
      "curso/theme.css:1: “@import” is not allowed in theme.css: a report loads nothing from elsewhere. Leave only colours, fonts and measures."
    ),
    (
      "</style><script>", "en_US.UTF-8",
      "curso/theme.css:1: “<” is not allowed in theme.css: a report loads nothing from elsewhere. Leave only colours, fonts and measures."
    ),
    (
      "a { background: ur\\6c(x) }", "en_US.UTF-8",
      "curso/theme.css:1: “\\” is not allowed in theme.css: a report loads nothing from elsewhere. Leave only colours, fonts and measures."
    ),
    (
      String(repeating: " ", count: 16 << 10) + "b", "es_MX.UTF-8",
      "curso/theme.css: Este archivo pasa de 16 KiB. Usa una imagen o una hoja de estilo más pequeña."
    ),
  ])
  func aThemeThatReachesOutIsRefused(theme: String, language: String, sentence: String) {
    let outcome = build(theme: theme, logo: Self.circle, language: language)
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(folder.contents["output/curso/index.html"] == nil)
  }

  @Test(arguments: [
    (
      "GIF89a", "es_MX.UTF-8",
      "curso/logo.svg: Este logotipo no es una imagen PNG, JPEG ni SVG. Guárdalo en uno de esos formatos."
    ),
    (
      "", "en_US.UTF-8",
      "curso/logo.svg: This logo is no PNG, JPEG or SVG picture. Save it as one of these."
    ),
    (
      "<svg>" + String(repeating: " ", count: 512 << 10), "en_US.UTF-8",
      "curso/logo.svg: This file is larger than 512 KiB. Use a smaller picture or style sheet."
    ),
  ])
  func aLogoThatIsNoPictureIsRefused(logo: String, language: String, sentence: String) {
    let outcome = build(theme: nil, logo: logo, language: language)
    #expect(outcome.code == 65)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }
}
