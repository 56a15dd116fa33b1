import Drawing
import TestSupport

@testable import Classroom

/// A class whose students handed in what a test says, as Moodle unpacks it.
struct ClassFixture {
  let folder = TemporaryFolder()

  static let criteria = """
      - {id: archivo, points: 10, check: readable}
      - {id: filas, points: 15, check: rows, at_least: 8}
      - {id: rango, points: 10, check: ranges}
      - {id: prediccion, points: 20, check: claim, of: prediction}
      - {id: coherencia, points: 15, check: consistent}
      - {id: conclusion, points: 30, manual: true, say: {es: "{{comment}}"}}
    """

  /// Eight measurements beside a line: at 90 lpm it gives 4.668, on the normalised input its weight is
  /// 1.4293 and its bias 4.45; its mean squared error is 0.1524.
  static let table =
    "ppm,stress\n"
    + (0..<8).map { "\(60 + 8 * $0),\(tenths: 24 + 7 * $0 - ($0 % 2) * 8)" }.joined(separator: "\n")

  static func answers(
    _ prediction: String, weight: String = "1.4293", bias: String = "4.45", loss: String = "0.1524"
  ) -> String {
    "pregunta,respuesta\nprediccion,\(prediction)\npeso,\(weight)\nsesgo,\(bias)\nperdida,\(loss)\n"
  }

  /// - Parameter works: the files of the students 1, 2, ...
  init(_ works: [[String: String]], criteria: String = Self.criteria, data: String = "own") {
    folder.write(
      "class.yaml",
      """
      schema: 1
      title: {es: "Práctica 5"}
      lesson: stress-normalized
      hand_in: {table: ["datos*"], answers: ["respuestas*"]}
      data: \(data)
      roster: "hoja*.csv"
      submissions: "entregas*"
      criteria:
      \(criteria)
      """)
    let rows = works.indices.map { "Participante\($0 + 1),Alguien \($0 + 1),,100,-,\n" }
    folder.write(
      "hoja.csv",
      "Identificador,Nombre completo,Calificación,Calificación máxima,"
        + "Última modificación (calificación),Comentarios de retroalimentación\n" + rows.joined())
    for (index, files) in works.enumerated() {
      for (name, text) in files {
        folder.write(
          "entregas/Alguien \(index + 1)_\(index + 1)_assignsubmission_file_/\(name)", text)
      }
    }
    folder.write("entregas/leeme.txt", "")
  }

  func inputs() throws -> ClassInputs {
    try ClassInputs(
      ClassPlan(
        ClassDescription.load(folder: folder.path), templates: ExportFixture.templates,
        program: "test"))
  }

  /// The outcomes of the first student's criteria.
  func outcomes() throws -> [Outcome] {
    let inputs = try inputs()
    let handIn = HandIn(
      inputs.input(of: inputs.roster.students[0]).load(base: ""),
      plan: inputs.plan)
    let training = handIn.readTable.flatMap { StudentTraining($0.lesson, plan: inputs.plan) }
    return Grader(plan: inputs.plan, handIn: handIn, training: training).outcomes()
  }

  /// Everybody's files and records.
  func made() throws -> [StudentWork.Made] {
    let inputs = try inputs()
    let work = StudentWork(plan: inputs.plan, renderer: try PictureRenderer(), press: nil)
    return inputs.roster.students.map {
      work.make(inputs.input(of: $0).load(base: inputs.plan.baseKey))
    }
  }
}

extension Points: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral value: Int) { self.init(thousandths: 1_000 * value) }

  /// Precondition: whole thousandths.
  public init(floatLiteral value: Double) { self.init(value)! }
}

extension Student {
  init(id: String, name: String, email: String = "", row: Int = 1, maximum: Points? = nil) {
    self.init(
      id: id, name: name, email: email, rows: [Row(list: 0, row: row)], maximum: maximum,
      lateness: .onTime)
  }
}

extension DefaultStringInterpolation {
  fileprivate mutating func appendInterpolation(tenths value: Int) {
    appendInterpolation("\(value / 10).\(value % 10)")
  }
}
