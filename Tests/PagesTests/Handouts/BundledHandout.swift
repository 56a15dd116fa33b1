import TestSupport
import Paper

@testable import Lessons
@testable import Pages

/// The bundled notebook's hand-outs, its images lesson trained on few images.
enum BundledHandout {
  static let notebook: Notebook = {
    do {
      var notebook = try Notebook.load(
        folder: "\(templatesFolder)/notebooks/practica-tensorflow")
      let place = notebook.lessons.firstIndex { $0.id == "fashion" }!
      notebook.lessons[place].training?.data = .images(
        ImageSource(name: "fashion-mnist", train: 352, test: 96))
      notebook.lessons[place].training?.fit.epochs = 2
      return notebook
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static let results: [String: LessonResult] = {
    do {
      let prepared = try notebook.prepare()
      return Dictionary(
        uniqueKeysWithValues: prepared.lessons.map {
          ($0.lesson.id, LessonRunner.run($0, seed: notebook.seed, threads: 2)!.result)
        })
    } catch {
      preconditionFailure("\(error)")
    }
  }()

  static func files(
    _ edition: HandoutEdition, _ format: HandoutFormat = .html, paper: PageFormat? = nil,
    notebook: Notebook = notebook, results: [String: LessonResult] = results
  ) throws -> [(name: String, text: String)] {
    let plan = try HandoutPlan(
      notebook: notebook, languages: notebook.languages, edition: edition, format: format,
      paper: paper, templates: templatesFolder)
    let files = try plan.files(results: results, inputs: [], threads: 2) { _, _ in true }
    return (files ?? []).map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
  }

  /// The sheets as PDF, one for each language.
  static func printed(
    _ edition: HandoutEdition, paper: PageFormat
  ) throws -> [(name: String, bytes: [UInt8])] {
    let plan = try HandoutPlan(
      notebook: notebook, languages: notebook.languages, edition: edition, format: .html,
      paper: paper, printsPDF: true, templates: templatesFolder)
    let files = try plan.files(results: results, inputs: [], threads: 2) { _, _ in true } ?? []
    return files.filter { $0.name.hasSuffix(".pdf") }.map { ($0.name, $0.bytes) }
  }

  /// A notebook of lessons without a model, whose exercises are as given.
  static func notebook(_ exercises: [Exercise], title: String = "Prueba") -> Notebook {
    Notebook(
      folder: "/nowhere", id: "prueba", languages: [.es, .en],
      title: LocalizedText([.es: title, .en: title]),
      lessons: [
        Lesson(id: "l", title: LocalizedText([.es: title, .en: title]), exercises: exercises)
      ])
  }
}
