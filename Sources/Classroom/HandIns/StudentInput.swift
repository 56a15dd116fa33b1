import Archives
import Lessons

/// One student's hand-in as far as names tell it, before any file is opened.
struct StudentInput {
  let student: Student
  let decision: Decision
  let files: [SubmittedFile]
  let lateness: Lateness
  /// The id of the team mate whose files these are.
  let handedInBy: String?
  let table: FileChoice
  let answers: FileChoice
  let onlineTexts: [SubmittedFile]

  /// The largest table or answer file, in bytes.
  static let fileLimit = 4 << 20

  init(
    student: Student, decision: Decision, files: [SubmittedFile], lateness: Lateness,
    handedInBy: String?, description: ClassDescription
  ) {
    self.student = student
    self.decision = decision
    self.files = files
    self.lateness = lateness
    self.handedInBy = handedInBy
    table =
      description.table.isEmpty
      ? .none
      : .choose(
        files, description.table, others: description.answers, decided: decision.file)
    let tableName = table.file?.name
    answers =
      description.answers.isEmpty
      ? .none
      : .choose(
        files.filter { $0.name != tableName }, description.answers, others: description.table,
        decided: nil)
    onlineTexts = files.filter(\.owner.isOnlineText)
  }

  /// Reads the files that count, each once.
  ///
  /// - Parameter base: the part of the key that all students share.
  func load(base: String) -> LoadedInput {
    var key = SHA256()
    func add(_ texts: [String]) {
      for text in texts { key.update(Array("\(text.utf8.count):\(text)".utf8)) }
    }
    add([base, student.id, student.name, "\(lateness)", "\(student.maximum?.thousandths ?? 0)"])
    add(decision.lines)
    for file in files {
      add([file.name, "\(file.entry.size)", file.entry.fault?.key ?? ""])
    }
    func load(_ file: SubmittedFile) -> LoadedInput.File {
      do throws(SubmittedFault) {
        let loaded = try file.source.load(file.entry, limit: Self.fileLimit)
        add([file.name, SHA256.hash(loaded.stored).hexadecimal])
        return LoadedInput.File(file: file, loaded: loaded, fault: nil)
      } catch {
        add([file.name, error.key])
        return LoadedInput.File(file: file, loaded: nil, fault: error)
      }
    }
    let table = table.file.map(load)
    let answers = answers.file.map(load)
    let texts = onlineTexts.map(load)
    return LoadedInput(
      input: self, table: table, answers: answers, onlineTexts: texts,
      key: key.finish().hexadecimal)
  }
}

/// A student's hand-in with the bytes of the files that count.
struct LoadedInput {
  struct File {
    let file: SubmittedFile
    let loaded: LoadedFile?
    let fault: SubmittedFault?

    /// Inflates where need be.
    func contents() throws(SubmittedFault) -> [UInt8] {
      guard let loaded else { throw fault ?? .unreadable }
      return try loaded.contents()
    }
  }

  let input: StudentInput
  let table: File?
  let answers: File?
  let onlineTexts: [File]
  /// What the report is a function of, in hexadecimal. Never part of a student's files.
  let key: String
}
