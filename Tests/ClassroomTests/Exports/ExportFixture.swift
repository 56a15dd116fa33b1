import Diagnostics
import Lessons
import TestSupport

@testable import Classroom

/// A class whose reports are made already: its list as given, its records by hand.
struct ExportFixture {
  let folder = TemporaryFolder()

  static let templates: String = {
    let file = #filePath
    return String(file[..<file.firstRange(of: "/Tests/")!.lowerBound]) + "/templates"
  }()

  init(_ list: [UInt8], language: String = "es") {
    folder.write(
      "class.yaml",
      """
      schema: 1
      title: {\(language): "Práctica 5"}
      notebook: practica-tensorflow
      lesson: stress-normalized
      hand_in: {table: ["datos*.csv"], answers: ["respuestas*.csv"]}
      data: own
      roster: "hoja*.csv"
      submissions: "entregas*"
      grade: {maximum: worksheet, decimals: 1, missing: blank, late: flag}
      criteria:
        - {id: filas, points: 10, check: rows, at_least: 20}
      """)
    folder.write("hoja-1.csv", bytes: list)
    folder.write("entregas/lopezana_3143_1_nota.txt", "")
    folder.write("entregas/Nadie_99999_assignsubmission_file/nota.txt", "")
  }

  /// One record for each student of the list: whole with a grade, else still open.
  func summary(_ grades: [Points?]) throws -> ClassSummary {
    let plan = try ClassPlan(
      ClassDescription.load(folder: folder.path), templates: Self.templates, program: "test")
    let inputs = try ClassInputs(plan)
    let records = zip(inputs.roster.students, grades).map { student, grade in
      var record = StudentRecord(
        id: student.id, name: student.name, status: grade == nil ? .partial : .graded)
      record.maximum = 10
      record.grade = grade
      record.points = grade.map { Points(thousandths: $0.thousandths / 10) }
      record.gradeMaximum = student.maximum ?? 100
      record.criteria = [
        StudentRecord.Criterion(
          id: "filas", points: record.points, maximum: 10, verdict: "passed",
          text: "Entregaste <20> filas & más.")
      ]
      return record
    }
    return ClassSummary(inputs: inputs, records: records)
  }

  /// What an export would write, the reports being where nobody looks.
  func prepared(
    _ grades: [Points?], _ options: ExportOptions = ExportOptions()
  ) throws -> ClassExport.Prepared {
    try export(grades, options).prepared()
  }

  func export(_ grades: [Points?], _ options: ExportOptions = ExportOptions()) throws -> ClassExport
  {
    ClassExport(
      try summary(grades), report: "\(folder.path)/report", output: "\(folder.path)/export",
      options: options)
  }

  /// The comment of a student with so many points of 10.
  static func comment(_ points: String, language: Language = .es) -> String {
    let start =
      language == .es
      ? "Revisión con tus propios datos; el informe completo va en el archivo de retroalimentación."
        + "<br>\(points) de 10: "
      : "Checked with your own data; the whole report is in the feedback file.<br>\(points) of 10: "
    return start + "Entregaste &lt;20&gt; filas &amp; más."
  }
}
