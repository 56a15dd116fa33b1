import Archives
import TestSupport
import Testing

@testable import Drawing
@testable import Figures
@testable import Lessons
@testable import Pages
@testable import Phrases
@testable import Publishing

/// Nothing that students get gives an answer away.
@Suite struct StudentFolderTests {
  private static func bundled() throws -> LeakSearch {
    try LeakSearch(BundledHandout.notebook, BundledHandout.results)
  }

  @Test(arguments: [HandoutFormat.html, .ipynb])
  func `no answer and no trained number is in it`(format: HandoutFormat) throws {
    let files = try BundledHandout.files(.student, format)
    #expect(files.count == 2)
    let search = try Self.bundled()
    #expect(search.count > 100)
    let leaks = search.leaks(in: files)
    #expect(leaks == [])
    for file in files { #expect(LeakSearch.parts(file.text).metadata.count >= 5) }
  }

  @Test func `its pictures show none`() throws {
    let leaks = try Self.bundled().leaksInPictures()
    #expect(leaks == [])
  }

  @Test func `the search finds what teachers get`() throws {
    let found = try Self.bundled().leaks(in: BundledHandout.files(.teacher))
    #expect(found.count > 60)
    for what in [
      "corrida.peso", "primer-paso", "celsius prediction", "fashion accuracy", "data hash",
    ] { #expect(found.contains { $0.contains(what) }, "\(what)") }
  }

  /// Notebooks that somebody else writes: those that `cuaderno new` starts, with a logo that tells a
  /// result, and one of exercises of every kind and of a network with hidden layers.
  @Test(arguments: ["new/es", "new/en", "odd"])
  func `another notebook's folder gives nothing away`(name: String) throws {
    let folder = TemporaryFolder()
    let source = "\(templatesFolder)/\(name)"
    if name == "odd" {
      folder.write("notebook.yaml", Self.odd)
      folder.write("datos.csv", "x;y\n1;3,5\n2;5,25\n3;7,125\n4;8,75\n5;11,5\n6;13\n")
    } else {
      for file in try FileTree.names(in: source) {
        folder.write(file, bytes: try Files.read("\(source)/\(file)", limit: 1 << 20))
      }
    }
    folder.write("theme.css", ":root { --accent: #7a0019; }")
    var notebook = try Notebook.load(folder: folder.path)
    let prepared = try notebook.prepare()
    let results = Dictionary(
      uniqueKeysWithValues: prepared.lessons.map {
        ($0.lesson.id, LessonRunner.run($0, seed: notebook.seed, threads: 2)!.result)
      })
    let result = try #require(results.values.first { !$0.predictions.isEmpty })
    let text = "Predice \(result.predictions[0].output[0])"
    folder.write("logo.png", bytes: BrandedHandoutTests.picture(of: [.init("Comment", text)]))
    notebook.course.logo = "logo.png"
    let search = try LeakSearch(notebook, results)
    #expect(search.count > 5)
    for format in [HandoutFormat.html, .ipynb] {
      let files = try BundledHandout.files(.student, format, notebook: notebook, results: results)
      let leaks = search.leaks(in: files)
      #expect(leaks == [])
    }
    let leaks = try search.leaksInPictures()
    #expect(leaks == [])
    let teacher = try BundledHandout.files(.teacher, notebook: notebook, results: results)
    #expect(search.leaks(in: teacher).count > 1, "\(search.leaks(in: teacher))")
  }

  private static let odd = #"""
    schema: 1
    id: raro
    languages: [es]
    region: ES
    title: "Título «raro» de 211.74 & <b>"
    lessons:
      - id: red
        title: Red
        data: {table: datos.csv, input: x, target: y, test: 0.2}
        reference: {kernel: [[1.875]], bias: [1.625], label: Ley}
        untrained: {weights: [[[1.5, 2.5]], [0.5, 0.25], [[1.25], [0.75]], [0.125]], predict: [2.5]}
        model:
          - Dense: {units: 2, activation: tanh}
          - Dense: {units: 1}
        compile: {optimizer: {Adam: {learning_rate: 0.05}}, loss: mean_squared_error}
        fit: {epochs: 200, validation: test}
        predict: [2.5, 7.25]
        exercises:
          - {id: n, ask: "¿Y {{rows}} filas?", kind: number, answer: "{{predict.7.25}}", tolerance: seeds, unit: «u», lines: 3}
          - {id: t, ask: "¿Por qué?", kind: text, answer: "Porque termina en {{loss.last}}, y \"eso\" basta & sobra.", lines: 2}
          - {id: c, ask: "¿Cuál?", kind: choice, choices: ["a lo más", "b no"], answer: b}
          - id: m
            ask: Tabla
            kind: table
            columns: [Qué, "Uno, <dos>"]
            rows:
              - [error, {id: e, answer: "{{evaluation.loss}}", tolerance: {relative: 0.1}}]
              - [texto, {id: s, kind: text, answer: "{{weight.0.0.1}} y otros muchos más"}]

    """#

  private func figure(_ name: String, _ lesson: String, isForStudents: Bool) throws -> Figure {
    let notebook = BundledHandout.notebook
    var context = FigureContext(
      notebook: notebook, lesson: notebook.lessons.first { $0.id == lesson }!,
      result: BundledHandout.results[lesson], language: .es,
      phrases: try PhraseCatalogue.load(templates: templatesFolder, language: .es))
    context.isForStudents = isForStudents
    return FigureCatalogue.figure(named: name, context)
  }

  @Test(arguments: ["celsius", "stress", "stress-normalized"])
  func `the scatter plot of students has points alone`(lesson: String) throws {
    let student = try figure("scatter", lesson, isForStudents: true)
    let plot = try #require(student.picture.panels.first as? Plot)
    #expect(!plot.marks.isEmpty && plot.marks.allSatisfy { $0 is PointMark })
    #expect(student.data.columns.count == 3)
    let teacher = try figure("scatter", lesson, isForStudents: false)
    let line = try #require(teacher.picture.panels.first as? Plot)
    #expect(line.marks.contains { !($0 is PointMark) })
    #expect(teacher.alt.hasPrefix(student.alt) && teacher.alt != student.alt)
  }

  @Test(arguments: ["celsius", "celsius-hidden", "stress"])
  func `the network of students has no numbers`(lesson: String) throws {
    let figure = try figure("network", lesson, isForStudents: true)
    #expect(figure.data.rows.isEmpty)
    #expect(!figure.alt.contains("parámetros") && !figure.longDescription.contains("parámetros"))
    for panel in figure.picture.panels {
      if let diagram = panel as? NetworkDiagram {
        #expect(!diagram.showsWeights && diagram.weights.joined().joined().allSatisfy { $0 == 0 })
      } else {
        let chain = try #require(panel as? ChainDiagram)
        #expect(chain.nodes.dropFirst().allSatisfy { $0.text.isEmpty })
      }
    }
  }
}
