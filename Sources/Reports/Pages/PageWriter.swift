import Lessons

/// The pages of a report: index.html with every language, and one file for each language alone.
struct PageWriter {
  let content: ReportContent
  let phrases: [Language: PhraseCatalogue]
  let templates: PageTemplates
  let figures: [DrawnFigure]

  func pages() -> [(name: String, html: String)] {
    let languages = content.languages
    var pages = [("index.html", html(languages, kind: .linked))]
    for language in languages { pages.append((language.pageName, html([language], kind: .alone))) }
    return pages
  }

  private func html(_ languages: [Language], kind: EditionBuilder.Kind) -> String {
    let isSwitched = languages.count > 1
    let editions = languages.map { language in
      EditionBuilder(
        content: content, language: language, kind: kind, phrases: phrases[language]!,
        templates: templates, figures: figures.filter { $0.language == language }
      ).edition(isFirst: language == languages[0])
    }
    var scripts: [String] = []
    if isSwitched { scripts.append(templates.switchScript) }
    if editions.contains(where: \.hasTrial) { scripts.append(templates.tryScript) }
    let theme = content.branding.theme
    let page = PageValue(
      locale: editions[0].locale,
      title: editions[0].title,
      policy: templates.policy(scripts: scripts, theme: theme),
      generator: "Cuaderno \(Program.version)",
      provenance: PageValue.Provenance(
        notebook: content.notebook.id, seed: String(content.notebook.seed),
        data: DataHash.of(content.inputs.map { ($0.name, $0.sha256) }),
        only: content.only?.joined(separator: ",")),
      style: templates.style,
      theme: theme,
      scripts: scripts,
      paper: content.notebook.region == .mx ? "letter" : "a4",
      isSwitched: isSwitched,
      switchLegend: languages.map { phrases[$0]!["page.language"] }.joined(separator: " / "),
      editions: editions)
    return PageSeal.sealed(templates.render("page", page))
  }
}
