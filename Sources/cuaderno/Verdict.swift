import Diagnostics
import Publishing

/// What `verify` found. Only `reproduced` proves anything.
enum Verdict {
  /// Trained and drawn again here, and the same.
  case reproduced
  /// The hashes inside fit. `reason` says why that is all.
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

  /// The catalogue's key of a verdict.
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

  /// A line for the verdict, one for each detail, and what such a verdict is worth.
  func lines(of path: String, _ speech: Speech) -> [String] {
    [speech(key, ["path": path])] + details.map { "  " + speech($0) }
      + (isReproduced ? [] : [speech("verify.onlyProof")])
  }

  /// For programs; the details in English, as keys and arguments.
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
