import Archives
import Figures
import Lessons
import Paper
import Phrases
import Publishing
import Threads

/// Writes the pages of a report: index.html with every language, and one file per language.
struct PageWriter {
  let content: ReportContent
  let phrases: [Language: PhraseCatalogue]
  let templates: PageTemplates
  let figures: [DrawnFigure]

  /// The pages in the order of the report's contents; rendered on several threads.
  func pages() -> [(name: String, html: String)] {
    let languages = content.languages
    let jobs = languages.map { ($0, EditionBuilder.Kind.linked) } + languages.map { ($0, .alone) }
    let all = ParallelWork.map(count: jobs.count) { index in
      let (language, kind) = jobs[index]
      return EditionBuilder(
        content: content, language: language, kind: kind, phrases: phrases[language]!,
        templates: templates, figures: figures.filter { $0.language == language }
      ).edition(isFirst: kind == .alone || language == languages[0])
    }
    return [("index.html", html(languages, all.prefix(languages.count)))]
      + zip(languages, all.suffix(languages.count)).map { language, edition in
        (phrases[language]!.pageName, html([language], [edition]))
      }
  }

  private func html(_ languages: [Language], _ editions: some Sequence<EditionValue>) -> String {
    let isSwitched = languages.count > 1
    let editions = Array(editions)
    var scripts: [String] = []
    if isSwitched { scripts.append(templates.switchScript) }
    if editions.contains(where: \.hasTrial) { scripts.append(templates.tryScript) }
    let switchStyle = isSwitched ? Self.switchStyle(languages) : nil
    let theme = content.branding.theme
    let page = PageValue(
      locale: editions[0].locale,
      title: editions[0].title,
      policy: templates.policy(scripts: scripts, styles: [switchStyle, theme]),
      generator: Program.generator,
      provenance: PageValue.Provenance(
        notebook: content.notebook.id, seed: String(content.notebook.seed),
        data: DataHash.of(content.inputs.map { ($0.name, $0.sha256) }),
        only: content.only?.joined(separator: ",")),
      style: templates.style,
      switchStyle: switchStyle,
      theme: theme,
      scripts: scripts,
      paper: PageFormat(content.notebook.region).rawValue,
      isSwitched: isSwitched,
      switchLegend: languages.map { phrases[$0]!["page.language"] }.joined(separator: " / "),
      editions: editions)
    return PageSeal.sealed(templates.render("page", page))
  }

  /// Shows only the chosen language; a browser without `:has()` shows all.
  private static func switchStyle(_ languages: [Language]) -> String {
    languages.flatMap { chosen in
      languages.filter { $0 != chosen }.map {
        ":root:has(#language-\(chosen.rawValue):checked) .in-\($0.rawValue)"
      }
    }.joined(separator: ",\n") + " { display: none; }"
  }
}
