import Diagnostics
import Publishing

/// The outcome of `verify`. Only `reproduced` is a proof.
enum Verdict {
  /// Training and drawing again gave the same.
  case reproduced
  /// The embedded hashes match; the message says why nothing more was checked.
  case intact(Message)
  case altered([Exhibit.Fault])
  case notOurs

  var isReproduced: Bool {
    if case .reproduced = self { true } else { false }
  }

  private var name: String {
    switch self {
    case .reproduced: "reproduced"
    case .intact: "intact"
    case .altered: "altered"
    case .notOurs: "not ours"
    }
  }

  /// The catalogue key of the verdict.
  private var key: String {
    switch self {
    case .reproduced: "verify.reproduced"
    case .intact: "verify.intact"
    case .altered: "verify.altered"
    case .notOurs: "verify.notOurs"
    }
  }

  private var details: [Message] {
    switch self {
    case .reproduced, .notOurs: []
    case .intact(let reason): [reason]
    case .altered(let faults): faults.map(Self.message)
    }
  }

  /// The verdict, its details and, unless reproduced, a note on what it proves.
  func lines(of path: String, _ speech: Speech) -> [String] {
    [speech(key, ["path": path])] + details.map { "  " + speech($0) }
      + (isReproduced ? [] : [speech("verify.onlyProof")])
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
