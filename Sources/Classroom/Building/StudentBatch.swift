import Archives
import Drawing
import Paper
import Glibc
import Publishing

/// The work list of one child process, written by the parent into the work folder.
struct StudentBatch {
  struct Item {
    var id: String
    /// How an earlier attempt ended; nil for the first.
    var failure: FailureReason?
  }

  var classFolder: String
  /// Paths that were named on the command line; empty for the patterns of class.yaml.
  var roster: [String]
  var submissions: [String]
  var templates: String
  var program: String
  var work: String
  /// Where the child says what it is at.
  var log: String
  /// Where its last words go.
  var errors: String { "\(log).err" }
  var limits: ChildLimits
  var printsPDF: Bool
  var items: [Item]

  var json: JSONValue {
    .object([
      "class": .string(classFolder), "roster": .array(roster.map(JSONValue.string)),
      "submissions": .array(submissions.map(JSONValue.string)), "templates": .string(templates),
      "program": .string(program), "work": .string(work), "log": .string(log),
      "seconds": .integer(limits.seconds), "memory": .integer(limits.memory),
      "output": .integer(limits.output), "pdf": .boolean(printsPDF),
      "students": .array(
        items.map {
          .object([
            "id": .string($0.id), "failure": $0.failure.map { .string($0.rawValue) },
          ])
        }),
    ])
  }

  /// nil if the file holds no batch of ours.
  init?(path: String) {
    guard let bytes = try? Files.read(path, limit: 1 << 20), let json = JSONReader.value(bytes),
      let classFolder = json["class"]?.text, let templates = json["templates"]?.text,
      let program = json["program"]?.text, let work = json["work"]?.text,
      let log = json["log"]?.text, let seconds = json["seconds"]?.number,
      let memory = json["memory"]?.number, let output = json["output"]?.number
    else { return nil }
    self.init(
      classFolder: classFolder, roster: (json["roster"]?.elements ?? []).compactMap(\.text),
      submissions: (json["submissions"]?.elements ?? []).compactMap(\.text), templates: templates,
      program: program, work: work,
      log: log,
      limits: ChildLimits(seconds: Int(seconds), memory: Int(memory), output: Int(output)),
      printsPDF: json["pdf"] == .boolean(true),
      items: (json["students"]?.elements ?? []).compactMap { item in
        item["id"]?.text.map {
          Item(id: $0, failure: item["failure"]?.text.flatMap(FailureReason.init))
        }
      })
  }

  init(
    classFolder: String, roster: [String], submissions: [String], templates: String,
    program: String, work: String, log: String, limits: ChildLimits, printsPDF: Bool,
    items: [Item]
  ) {
    self.classFolder = classFolder
    self.roster = roster
    self.submissions = submissions
    self.templates = templates
    self.program = program
    self.work = work
    self.log = log
    self.limits = limits
    self.printsPDF = printsPDF
    self.items = items
  }
}

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
    let work = StudentWork(
      plan: plan, renderer: try PictureRenderer(),
      press: batch.printsPDF ? try PaperPress(language: plan.locale) : nil)
    let folder = WorkFolder(path: batch.work)
    for item in batch.items {
      guard let student = inputs.roster.students.first(where: { $0.id == item.id }) else {
        throw ClassError.changed(path: batch.classFolder)
      }
      WorkFolder.append("start \(item.id)\n", to: batch.log)
      let loaded = inputs.input(of: student).load(base: plan.baseKey)
      var made = work.make(loaded, failure: item.failure)
      // What failed is tried anew the next time.
      if item.failure != nil { made.record.key = "" }
      try folder.store(made)
      WorkFolder.append("done \(item.id)\n", to: batch.log)
    }
  }
}
