import Archives
import Publishing

/// A class's report, put together from finished students and published whole.
struct ClassPublication {
  let inputs: ClassInputs
  /// By the ids of those who handed in something.
  let keys: [String: String]
  /// Students whose report failed twice; no files were made for them.
  let lost: Set<String>
  /// The PDF of each page lies beside it.
  let includesPDF: Bool

  /// - Parameter students: by id, all who handed in something but the lost ones.
  func publish(
    _ students: [String: FinishedStudent], into staging: StagingFolder
  ) throws -> ClassSummary {
    var records: [StudentRecord] = []
    for student in inputs.roster.students {
      if let finished = students[student.id] {
        try finished.place(into: staging, includesPDF: includesPDF)
        records.append(finished.record)
      } else {
        records.append(unfinished(student))
      }
    }
    let summary = ClassSummary(inputs: inputs, records: records)
    let figures = try summary.figures()
    for figure in figures { try staging.write(figure.name, figure.png) }
    try staging.write(
      summary.pageName, Array(SummaryPage(summary, figures: figures).html.utf8))
    try staging.write(PublishedClass.recordsName, JSONWriter.bytes(summary.json))
    try staging.write(PublishedClass.ignoreName, PublishedClass.ignoreAll)
    try Publisher.publish(staging, manifest: manifest)
    return summary
  }

  /// The record of a student for whom nothing was made.
  private func unfinished(_ student: Student) -> StudentRecord {
    let isExcused = inputs.decisions.byStudent[student.id]?.isExcused == true
    var record = StudentRecord(
      id: student.id, name: student.name, status: isExcused ? .excused : .missing)
    if lost.contains(student.id) {
      record.status = .failed
      record.flags = [
        StudentRecord.Flag(name: "failed", text: inputs.plan.phrases["failure.crash"])
      ]
    }
    return record
  }

  private var manifest: Manifest {
    Manifest(
      version: Program.version, kind: .classroom, notebook: inputs.plan.notebook.id,
      seed: inputs.plan.notebook.seed,
      inputs: inputs.plan.manifestInputs(keys))
  }
}
