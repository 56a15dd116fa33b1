import Classroom
import Diagnostics
import Publishing

/// The outcome of `verify`. Only `reproduced` is a proof.
enum Verdict {
  /// Training and drawing again gave the same.
  case reproduced
  /// The embedded hashes match; the message says why nothing more was checked.
  case intact(Message)
  case altered([Exhibit.Fault])
  /// A file of a class: only the class's report can prove it.
  case classFile
  /// Held against a class's report.
  case ofClass(ClassProof.Verdict)
  case notOurs

  /// Whether it proves where the file comes from.
  var isProven: Bool {
    switch self {
    case .reproduced, .ofClass(.genuine), .ofClass(.sameGrades): true
    case .intact, .altered, .notOurs, .classFile, .ofClass: false
    }
  }

  private var name: String {
    switch self {
    case .reproduced: "reproduced"
    case .intact: "intact"
    case .altered: "altered"
    case .notOurs: "not ours"
    case .classFile: "class file"
    case .ofClass(.genuine), .ofClass(.sameGrades): "genuine"
    case .ofClass(.differs): "altered"
    case .ofClass(.unknown): "not of this class"
    case .ofClass(.damaged): "class altered"
    }
  }

  /// The catalogue key of the verdict.
  private var key: String {
    switch self {
    case .reproduced: "verify.reproduced"
    case .intact: "verify.intact"
    case .altered: "verify.altered"
    case .notOurs: "verify.notOurs"
    case .classFile: "verify.classFile"
    case .ofClass(.genuine): "verify.ofClass.genuine"
    case .ofClass(.sameGrades): "verify.ofClass.sameGrades"
    case .ofClass(.differs): "verify.ofClass.differs"
    case .ofClass(.unknown): "verify.ofClass.unknown"
    case .ofClass(.damaged): "verify.ofClass.damaged"
    }
  }

  private var details: [Message] {
    switch self {
    case .reproduced, .notOurs, .classFile, .ofClass(.unknown), .ofClass(.sameGrades): []
    case .ofClass(.genuine(let names)), .ofClass(.differs(let names)),
      .ofClass(.damaged(let names)):
      names.prefix(20).map { Message("verify.ofClass.name", ["name": $0]) }
    case .intact(let reason): [reason]
    case .altered(let faults): faults.map(Self.message)
    }
  }

  private var isOfClass: Bool {
    switch self {
    case .classFile, .ofClass: true
    case .reproduced, .intact, .altered, .notOurs: false
    }
  }

  /// The verdict, its details and, unless reproduced, a note on what it proves.
  func lines(of path: String, _ speech: Speech) -> [String] {
    [speech(key, ["path": path])] + details.map { "  " + speech($0) }
      + (isProven || isOfClass ? [] : [speech("verify.onlyProof")])
  }

  /// For programs; details are message keys with arguments.
  var json: JSONValue {
    .object([
      "schema": .integer(1),
      "verdict": .string(name),
      "details": .array(
        details.map { detail in
          .object(
            [JSONValue.Member("key", .string(detail.key))]
              + detail.arguments.sorted { $0.key < $1.key }.map {
                JSONValue.Member($0.key, .string($0.value))
              })
        }),
    ])
  }

  private static func message(_ fault: Exhibit.Fault) -> Message {
    switch fault {
    case .changed(let name): Message("verify.fault.changed", ["name": name])
    case .missing(let name): Message("verify.fault.missing", ["name": name])
    case .notAFile(let name): Message("verify.fault.notAFile", ["name": name])
    case .edited: Message("verify.fault.edited")
    case .pixels: Message("verify.fault.pixels")
    }
  }
}
