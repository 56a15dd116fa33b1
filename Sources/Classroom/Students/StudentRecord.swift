import Publishing

/// What the class keeps of one student: for the teacher's page, for exports, and to know whether the
/// report must be made again. It holds what a student's own files must not.
public struct StudentRecord: Sendable {
  public enum Status: String, Sendable {
    /// Nothing was handed in.
    case missing
    case excused
    /// Nothing usable was handed in, or nobody can tell which file counts.
    case broken
    /// Something is still to be decided.
    case partial
    case graded
    /// Making the report failed: our limits or our fault.
    case failed
  }

  public var id: String
  public var name: String
  public var status: Status
  public var isLate = false
  /// Keys of phrases `flag.KEY` that ask the teacher for a look, with one line of reason each.
  public var flags: [Flag] = []
  public var points: Points?
  public var maximum = Points.zero
  public var grade: Points?
  public var gradeMaximum = Points.zero
  public var criteria: [Criterion] = []
  public var prediction: Double?
  public var claimedPrediction: Double?
  /// The learned function over the student's own inputs, for the class's envelope.
  public var curve: [(x: Double, y: Double)] = []
  /// What equal tables have in common; nil without one.
  public var dataDigest: String?
  /// Short hashes of the table's rows, sorted; empty for none and for long tables.
  public var rowHashes: [String] = []
  /// What tables have in common that differ by the units of their columns alone; nil without one.
  public var shapeDigest: String?
  /// The claimed numbers as they are written, by `Criterion.Quantity.allCases`; empty for none.
  public var claims: [String] = []
  public var team: String?
  public var key = ""
  /// Files below the student's folder, in their order.
  public var files: [String] = []
  /// Its page is there as PDF too.
  var hasPDF: Bool { files.contains { $0.hasSuffix(".pdf") } }

  public struct Flag: Equatable, Sendable {
    public var name: String
    public var text: String
  }

  public struct Criterion: Sendable {
    public var id: String
    public var points: Points?
    public var maximum: Points
    public var verdict: String
    public var text: String
  }

  public init(id: String, name: String, status: Status) {
    self.id = id
    self.name = name
    self.status = status
  }
}

extension StudentRecord {
  var json: JSONValue {
    .object([
      "id": .string(id), "name": .string(name), "status": .string(status.rawValue),
      "late": .boolean(isLate),
      "flags": .array(
        flags.map { .object(["name": .string($0.name), "text": .string($0.text)]) }),
      "points": points.map(\.json), "maximum": maximum.json,
      "grade": grade.map(\.json), "grade_maximum": gradeMaximum.json,
      "criteria": .array(
        criteria.map {
          .object([
            "id": .string($0.id), "points": $0.points.map(\.json),
            "maximum": $0.maximum.json, "verdict": .string($0.verdict),
            "text": .string($0.text),
          ])
        }),
      "prediction": prediction.map(JSONValue.number),
      "claimed_prediction": claimedPrediction.map(JSONValue.number),
      "curve": curve.isEmpty
        ? nil : .array(curve.map { .array([.number($0.x), .number($0.y)]) }),
      "data": dataDigest.map(JSONValue.string), "shape": shapeDigest.map(JSONValue.string),
      "rows": rowHashes.isEmpty ? nil : .array(rowHashes.map(JSONValue.string)),
      "claims": claims.isEmpty ? nil : .array(claims.map(JSONValue.string)),
      "team": team.map(JSONValue.string),
      "key": .string(key), "files": .array(files.map(JSONValue.string)),
    ])
  }

  /// The record that `json` holds, if it is one of ours.
  init?(_ json: JSONValue) {
    guard let id = json["id"]?.text, let name = json["name"]?.text,
      let status = json["status"]?.text.flatMap(Status.init), let key = json["key"]?.text
    else { return nil }
    self.init(id: id, name: name, status: status)
    self.key = key
    isLate = json["late"] == .boolean(true)
    flags = (json["flags"]?.elements ?? []).compactMap { flag in
      guard let name = flag["name"]?.text, let text = flag["text"]?.text else { return nil }
      return Flag(name: name, text: text)
    }
    points = Points(json["points"])
    maximum = Points(json["maximum"]) ?? .zero
    grade = Points(json["grade"])
    gradeMaximum = Points(json["grade_maximum"]) ?? .zero
    criteria = (json["criteria"]?.elements ?? []).compactMap { criterion in
      guard let id = criterion["id"]?.text, let maximum = Points(criterion["maximum"]),
        let verdict = criterion["verdict"]?.text, let text = criterion["text"]?.text
      else { return nil }
      return Criterion(
        id: id, points: Points(criterion["points"]), maximum: maximum, verdict: verdict,
        text: text)
    }
    prediction = json["prediction"]?.number
    claimedPrediction = json["claimed_prediction"]?.number
    curve = (json["curve"]?.elements ?? []).compactMap { point in
      guard point.elements.count == 2, let x = point.elements[0].number,
        let y = point.elements[1].number
      else { return nil }
      return (x, y)
    }
    dataDigest = json["data"]?.text
    shapeDigest = json["shape"]?.text
    rowHashes = (json["rows"]?.elements ?? []).compactMap(\.text)
    claims = (json["claims"]?.elements ?? []).compactMap(\.text)
    team = json["team"]?.text
    files = (json["files"]?.elements ?? []).compactMap(\.text)
  }
}

/// How a child ended without finishing a student.
public enum FailureReason: String, Sendable {
  /// It ran longer than it may.
  case time
  /// It asked for more memory than it may.
  case memory
  /// It wrote more than it may.
  case output
  case crash
  /// Killed from outside: by somebody, or by the system when the machine had no memory left.
  case stopped
}

extension Points {
  var json: JSONValue { .number(value) }

  init?(_ json: JSONValue?) {
    guard let value = json?.number else { return nil }
    self.init(value)
  }
}
