import Archives
import Glibc
import Publishing
import TestSupport
import Testing

@testable import Classroom

/// Children that die of one student's work: that student's report says why, all others are what they
/// are without it.
@Suite(.serialized) struct ClassIsolationTests {
  private let folder = TemporaryFolder()

  /// Legal, and a second's work or more, so that there is time to do something to its child.
  private static let slow = table(rows: 60_000)

  private static func table(rows: Int) -> String {
    let lines = (0..<rows).map { "\(60 + $0 % 60).\($0 % 7),\(1 + $0 % 9)" }
    return "ppm,stress\n" + lines.joined(separator: "\n") + "\n"
  }

  /// Ana and Luis around the poisoned Zoe.
  private func make(_ poison: [String: String]) {
    var zoe = ClassBuildTests.zoe
    zoe.files = poison
    ClassBuildTests.make([ClassBuildTests.ana, ClassBuildTests.luis, zoe], in: folder)
  }

  private func build(
    _ limits: ChildLimits = .standard, jobs: Int = 1, to output: String = "out",
    proceed: (ClassBuild.Step) -> Bool = { _ in true }
  ) throws -> ClassBuild.Done? {
    let templates = "\(Shell.sources)/templates"
    let plan = try ClassPlan(
      ClassDescription.load(folder: "\(folder.path)/clase"), templates: templates, program: "test")
    return try ClassBuild(
      ClassInputs(plan), output: "\(folder.path)/\(output)",
      settings: ClassSettings(
        roster: [], submissions: [], templates: templates, executable: Shell.program,
        identity: "test", jobs: jobs, limits: limits, printsPDF: false)
    ).run(proceed: proceed)
  }

  private func students(_ output: String) -> [String: String] {
    var files: [String: String] = [:]
    for (name, text) in folder.contents where name.hasPrefix("\(output)/students/") {
      files[String(name.dropFirst(output.utf8.count))] = text
    }
    return files
  }

  /// The poisoned student's report says `sentence`; everybody else's is that of a clean build.
  private func expectOnlyZoeFails(_ done: ClassBuild.Done?, _ sentence: String) throws {
    let records = try #require(done).summary.records
    #expect(records.map(\.status) == [.graded, .graded, .failed, .missing])
    let page = folder.contents["out/students/3/informe.es.html"] ?? ""
    #expect(page.contains(sentence))
    #expect(records[2].flags.map(\.text) == [sentence])
    #expect(records[2].points == nil)
    make(["datos.csv": "ppm,stress\n60,alto\n"])
    _ = try build(to: "clean")
    func others(_ files: [String: String]) -> [String: String] {
      files.filter { !$0.key.hasPrefix("/students/3/") }
    }
    let (poisoned, clean) = (others(students("out")), others(students("clean")))
    #expect(poisoned.count == 8)
    #expect((poisoned == clean) == true)
  }

  /// Whether a child has begun with Zoe. Only the logs are read: pictures as text take seconds.
  private var isAtZoe: Bool {
    let work = "\(folder.path)/.out.unfinished"
    return ((try? FileTree.names(in: work)) ?? []).contains { name in
      name.hasSuffix(".log")
        && TemporaryFolder.text(of: "\(work)/\(name)").contains("start 3")
    }
  }

  /// The child of this class's build.
  private func child() -> pid_t? {
    let names = (try? FileTree.names(in: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.first { id in
      let command = TemporaryFolder.text(of: "/proc/\(id)/cmdline")
      return command.contains("\(folder.path)/") && command.contains("student")
    }
  }

  /// Sends a signal to the child as soon as it is at Zoe's work.
  private func build(killingWith signal: Int32, seconds: Int = 60) throws -> ClassBuild.Done? {
    make(["datos.csv": Self.slow])
    var isSent = false
    return try build(ChildLimits(seconds: seconds, memory: 1_024)) { step in
      if !isSent, step.name == "Alguien 3", let child = child() {
        isSent = true
        kill(child, signal)
      }
      return true
    }
  }

  @Test func aCrash() throws {
    try expectOnlyZoeFails(
      build(killingWith: SIGSEGV),
      "El programa falló al revisar esta entrega. No es tu culpa ni cuenta como error: se revisará a mano."
    )
  }

  /// What corrupted memory or a failed check of a library ends with is no lack of memory.
  @Test func anAbort() throws {
    try expectOnlyZoeFails(
      build(killingWith: SIGABRT),
      "El programa falló al revisar esta entrega. No es tu culpa ni cuenta como error: se revisará a mano."
    )
  }

  @Test func aKillFromOutside() throws {
    try expectOnlyZoeFails(
      build(killingWith: SIGKILL),
      "Algo ajeno al programa detuvo la revisión de esta entrega; quizá al equipo se le acabó la memoria. No es tu culpa ni cuenta como error: se revisará a mano."
    )
  }

  @Test func aHang() throws {
    try expectOnlyZoeFails(
      build(killingWith: SIGSTOP, seconds: 2),
      "Revisar esta entrega tardó demasiado y se detuvo. No es tu culpa ni cuenta como error: se revisará a mano."
    )
  }

  @Test func tooMuchMemory() throws {
    // A child needs some 100 MiB of addresses for libraries and fonts; this table 200 and more.
    make(["datos.csv": Self.table(rows: 400_000)])
    try expectOnlyZoeFails(
      build(ChildLimits(seconds: 60, memory: 124)),
      "Revisar esta entrega pidió demasiada memoria y se detuvo. No es tu culpa ni cuenta como error: se revisará a mano."
    )
  }

  @Test func tooMuchOutput() throws {
    // Every file's name is listed in the page: the longest there may be.
    var files = ClassBuildTests.ana.files
    for number in 10..<50 { files["\(number)" + String(repeating: "n", count: 250)] = "" }
    make(files)
    _ = try build(to: "whole")
    let sizes = students("whole").map { (name: $0.key, count: $0.value.utf8.count) }
    let own = sizes.filter { $0.name.hasPrefix("/students/3/") }.map(\.count).max()!
    let others = sizes.filter { !$0.name.hasPrefix("/students/3/") }.map(\.count).max()!
    try #require(own > others + 1_000)
    try expectOnlyZoeFails(
      build(ChildLimits(seconds: 60, memory: 1_024, output: (own + others) / 2)),
      "Revisar esta entrega escribió demasiado y se detuvo. No es tu culpa ni cuenta como error: se revisará a mano."
    )
  }

  /// Stopped half-way, killed with all its children or alone: the next run ends with the same bytes.
  @Test(arguments: ["stop", "interrupt", "kill", "killAll"])
  func aBuildThatWasEndedGoesOn(_ how: String) throws {
    make(["datos.csv": "ppm,stress\n60,alto\n"])
    _ = try build(to: "clean")
    let shell = Shell(folder: folder)
    make(["datos.csv": Self.slow])
    if how == "stop" {
      #expect(try build { $0.name != "Alguien 3" } == nil)
    } else {
      let outcome = shell.run(
        "class", "build", "clase", "--output", "out", "--jobs", "1", language: "es_MX.UTF-8"
      ) { parent in
        var work: pid_t?
        for _ in 0..<500 where work == nil {
          usleep(20_000)
          if isAtZoe { work = child() }
        }
        #expect(work != nil)
        if how == "killAll", let work { kill(work, SIGKILL) }
        kill(parent, how == "interrupt" ? SIGINT : SIGKILL)
      }
      if how == "interrupt" {
        #expect(outcome.code == 130)
        #expect(
          outcome.errors.hasSuffix(
            "Detenido. Lo que ya estaba hecho se guardó: el mismo comando sigue donde se quedó.\n"))
      }
      #expect(outcome.code != 0)
    }
    #expect(folder.contents["out/resumen.html"] == nil)
    make(["datos.csv": "ppm,stress\n60,alto\n"])
    let second = shell.run(
      "class", "build", "clase", "--output", "out", language: "es_MX.UTF-8")
    #expect(second.code == 0, "\(second.errors)")
    if how != "stop" {
      #expect(second.errors.contains("Informes hechos ahora: 1; los demás ya estaban."))
    }
    let (resumed, clean) = (students("out"), students("clean"))
    #expect(resumed.count == 10)
    #expect((resumed == clean) == true)
    #expect(!folder.contents.keys.contains { $0.hasPrefix(".out.unfinished") })
  }
}
