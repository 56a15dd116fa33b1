import Lessons
import Publishing

/// A class as its teacher sees it: everybody's record, with what only a look at all of them tells.
public struct ClassSummary {
  public let inputs: ClassInputs
  /// In the list's order, flags of the whole class added.
  public let records: [StudentRecord]
  /// Groups of ids with the same data, none of one team alone.
  public let twins: [[String]]

  /// From so many on, a class has a distribution that hides the single person.
  static let crowd = 10

  init(inputs: ClassInputs, records: [StudentRecord]) {
    self.inputs = inputs
    twins = Self.twins(records, isShared: inputs.plan.description.sharesData)
    self.records = Self.flagged(records, twins, inputs.plan)
  }

  var plan: ClassPlan { inputs.plan }

  /// `resumen.html` or `summary.html`.
  public var pageName: String { plan.language == .es ? "resumen.html" : "summary.html" }

  /// Those that need eyes, most urgent first; the list's order among equals.
  public var attention: [StudentRecord] {
    var ranked: [(rank: Int, index: Int)] = []
    for (index, record) in records.enumerated() {
      if let rank = record.flags.map({ Self.rank(of: $0.name) }).min() {
        ranked.append((rank, index))
      }
    }
    return ranked.sorted { $0 < $1 }.map { records[$0.index] }
  }

  public func count(_ status: StudentRecord.Status) -> Int {
    records.count { $0.status == status }
  }

  /// Ids of the download that the list does not have.
  public var strangers: [String] { inputs.submissions.strangers }

  /// How urgent a flag is; smaller is more so.
  private static let order = [
    "failed", "broken", "criterion", "zero", "outlier", "same", "full", "late",
  ]

  /// Those that depend on everybody's work.
  private static let ofTheClass = ["zero", "outlier", "same", "full"]

  private static func rank(of flag: String) -> Int { order.firstIndex(of: flag) ?? order.count }

  private static func twins(_ records: [StudentRecord], isShared: Bool) -> [[String]] {
    guard !isShared else { return [] }
    var groups: [(digest: String, members: [StudentRecord])] = []
    var places: [String: Int] = [:]
    for record in records {
      guard let digest = record.dataDigest else { continue }
      if let place = places[digest] {
        groups[place].members.append(record)
      } else {
        places[digest] = groups.count
        groups.append((digest, [record]))
      }
    }
    return groups.map(\.members).filter { members in
      let team = members[0].team
      return members.count > 1 && !(team != nil && members.allSatisfy { $0.team == team })
    }.map { $0.map(\.id) }
  }

  private static func flagged(
    _ records: [StudentRecord], _ twins: [[String]], _ plan: ClassPlan
  ) -> [StudentRecord] {
    let fences = Fences(records.compactMap(\.prediction))
    let full = records.count { $0.points != nil && $0.points! >= $0.maximum }
    // Where many have all points, it is no news of one of them.
    let isFullRare = full * 10 <= records.count
    return records.map { record in
      var record = record
      // A report that was there already comes with what its class said of it then.
      record.flags.removeAll { ofTheClass.contains($0.name) }
      func add(_ name: String, _ text: String) {
        record.flags.append(StudentRecord.Flag(name: name, text: text))
      }
      if let twins = twins.first(where: { $0.contains(record.id) }) {
        let others = twins.filter { $0 != record.id }.joined(separator: ", ")
        add("same", plan.phrases["flag.same", ["others": others]])
      }
      if let fences, let prediction = record.prediction, !fences.range.contains(prediction) {
        add(
          "outlier",
          plan.phrases[
            "flag.outlier",
            [
              "value": plan.numbers.significant(prediction),
              "median": plan.numbers.significant(fences.median),
            ]])
      }
      if let points = record.points, record.maximum > 0 {
        if points <= 0 { add("zero", plan.phrases["flag.zero"]) }
        if isFullRare, points >= record.maximum { add("full", plan.phrases["flag.full"]) }
      }
      return record
    }
  }

  /// `class.json`: what exports read. For the teacher alone.
  var json: JSONValue {
    .object([
      "schema": .integer(1), "class": .string(plan.description.title[plan.language]),
      "lesson": .string(plan.lesson.id), "language": .string(plan.language.rawValue),
      "roster": .string(inputs.roster.kind.rawValue),
      "students": .array(records.map(\.json)),
    ])
  }
}

/// Tukey's fences: beyond one and a half times the quartiles' distance from them.
struct Fences {
  let median: Double
  let range: ClosedRange<Double>

  /// nil for fewer values than a class's crowd.
  init?(_ values: [Double]) {
    guard values.count >= ClassSummary.crowd else { return nil }
    let sorted = values.sorted()
    let (low, high) = (Self.quantile(sorted, 0.25), Self.quantile(sorted, 0.75))
    median = Self.quantile(sorted, 0.5)
    let room = 1.5 * (high - low)
    range = low - room...high + room
  }

  /// Linear between the two nearest values, as numpy's. Precondition: sorted, not empty.
  static func quantile(_ sorted: [Double], _ part: Double) -> Double {
    let place = part * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return sorted[below] }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
