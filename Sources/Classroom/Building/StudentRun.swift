import Archives
import Drawing
import Glibc
import Reports

/// What a child process does: the reports of a few students, one after another.
public enum StudentRun {
  /// Runs the batch of a file. Sets this process's own limits first.
  ///
  /// Throws what the parent would have thrown already, had nothing changed since.
  public static func run(batch path: String) throws {
    guard let batch = StudentBatch(path: path) else {
      preconditionFailure("\(path) is no batch of students")
    }
    batch.limits.apply(students: batch.items.count)
    let plan = try ClassPlan(
      ClassDescription.load(folder: batch.classFolder), templates: batch.templates,
      program: batch.program)
    let inputs = try ClassInputs(
      plan, roster: batch.roster, submissions: batch.submissions)
    let work = StudentWork(plan: plan, renderer: try PictureRenderer())
    let folder = WorkFolder(path: batch.work)
    for item in batch.items {
      guard let student = inputs.roster.students.first(where: { $0.id == item.id }) else {
        throw ClassError.changed(path: batch.classFolder)
      }
      WorkFolder.append("start \(item.id)\n", to: batch.log)
      let loaded = inputs.input(of: student).load(
        from: inputs.submissions, base: plan.baseKey)
      var made = work.make(loaded, failure: item.failure)
      // What failed is tried anew the next time.
      if item.failure != nil { made.record.key = "" }
      try folder.store(made)
      WorkFolder.append("done \(item.id)\n", to: batch.log)
    }
  }
}
