import Glibc
import Reports

extension ClassInputs {
  /// Adds the rows that the teacher has still to fill in to the file of decisions.
  ///
  /// - Returns: the file's path; nil where it had all of them.
  func completeDecisions() throws -> String? {
    let manual = plan.description.criteria.filter { $0.check == .manual }
    let wanted = roster.students.filter { !input(of: $0).files.isEmpty }
      .flatMap { student in manual.map { (student: student, criterion: $0.id) } }
    guard let bytes = try decisions.completed(wanted, language: plan.language) else { return nil }
    let path = decisions.path
    let aside = "\(path).new-\(getpid())"
    FileTree.remove(aside)
    do {
      try FileTree.write(aside, bytes)
    } catch {
      throw OutputError.failed(path: path, code: error.code)
    }
    guard rename(aside, path) == 0 else { throw OutputError.failed(path: path, code: errno) }
    return path
  }
}
