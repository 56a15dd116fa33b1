import Archives
import Glibc
import Reports

/// A class's report, put together from finished students and published whole.
struct ClassPublication {
  let inputs: ClassInputs
  /// By the ids of those who handed in something.
  let keys: [String: String]
  /// Students whose report failed twice: there is nothing of them.
  let lost: Set<String>
  /// nil where no PDF is asked for.
  let prints: PrintedPages?

  /// - Parameter students: by id, all who handed in something but the lost ones.
  func publish(
    _ students: [String: FinishedStudent], into staging: StagingFolder
  ) throws -> ClassSummary {
    var records: [StudentRecord] = []
    for student in inputs.roster.students {
      if let finished = students[student.id] {
        try place(finished, into: staging)
        records.append(finished.record)
      } else {
        records.append(unfinished(student))
      }
    }
    let summary = ClassSummary(inputs: inputs, records: records)
    for figure in try summary.figures() { try staging.write(figure.name, figure.png) }
    try staging.write(summary.pageName, Array(SummaryPage(summary).html.utf8))
    try staging.write(PublishedClass.recordsName, JSONWriter.bytes(summary.json))
    // Personal data have no place in a repository.
    try staging.write(".gitignore", Array("*\n".utf8))
    try Publisher.publish(staging, manifest: manifest)
    return summary
  }

  private func place(_ finished: FinishedStudent, into staging: StagingFolder) throws {
    let folder = "\(PublishedClass.folder)/\(finished.record.id)"
    for name in finished.record.files {
      try staging.write("\(folder)/\(name)", finished.file(name))
    }
    if let prints, let page = try finished.page(), let pdf = prints.pdf(of: page) {
      try staging.write("\(folder)/\(StudentWork.pdfName(ofPage: page.name))", pdf)
    }
  }

  /// Of a student without files of ours.
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
      inputs: inputs.plan.inputs.map { Manifest.File(name: $0.name, sha256: $0.sha256) }
        + inputs.roster.students.compactMap { student in
          keys[student.id].map {
            Manifest.File(name: "\(PublishedClass.folder)/\(student.id)", sha256: $0)
          }
        })
  }
}
