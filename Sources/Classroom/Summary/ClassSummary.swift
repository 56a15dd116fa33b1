import Lessons
import Publishing

/// A class as its teacher sees it: everybody's record, with what only a look at all of them tells.
public struct ClassSummary {
  public let inputs: ClassInputs
  /// In the list's order, flags of the whole class added.
  public let records: [StudentRecord]
  /// Groups of ids with the same data, none of one team alone.
  public let twins: [[String]]
  /// Pairs whose work is alike in another way.
  let copies: [CopySearch.Pair]

  /// The smallest class whose distribution hides the single person.
  static let crowd = 10

  init(inputs: ClassInputs, records: [StudentRecord]) {
    self.inputs = inputs
    twins = Self.twins(records, isShared: inputs.plan.description.sharesData)
    copies = CopySearch(records, isShared: inputs.plan.description.sharesData).pairs
    self.records = Self.flagged(records, twins, copies, inputs.plan)
  }

  var plan: ClassPlan { inputs.plan }

  /// `resumen.html` or `summary.html`.
  public var pageName: String { plan.phrases["file.summary"] }

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
    "failed", "broken", "criterion", "zero", "extra", "outlier", "same", "full", "late",
  ]

  /// Those that depend on everybody's work.
  private static let ofTheClass = ["zero", "outlier", "same", "full"]

  private static func rank(of flag: String) -> Int { order.firstIndex(of: flag) ?? order.count }

  private static func text(
    of kind: CopySearch.Pair.Kind, _ other: String, _ plan: ClassPlan
  ) -> String {
    switch kind {
    case .rescaled: return plan.phrases["flag.rescaled", ["other": other]]
    case .nearlyEqual(let shared, let count):
      return plan.phrases[
        "flag.nearlyEqual",
        [
          "other": other, "shared": plan.numbers.string(shared),
          "count": plan.numbers.string(count),
        ]]
    case .answers(let answers, let chance):
      return plan.phrases[
        "flag.sameAnswers",
        [
          "other": other, "answers": answers.joined(separator: "; "),
          "chance": plan.numbers.significant(chance, digits: 2),
        ]]
    }
  }

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
    _ records: [StudentRecord], _ twins: [[String]], _ copies: [CopySearch.Pair],
    _ plan: ClassPlan
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
      for pair in copies where pair.first == record.id || pair.second == record.id {
        let other = pair.first == record.id ? pair.second : pair.first
        add("same", text(of: pair.kind, other, plan))
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
      if let points = record.points, record.maximum > .zero {
        if points <= .zero { add("zero", plan.phrases["flag.zero"]) }
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

/// How one criterion did among the students that have points for it.
struct CriterionItem: Equatable {
  var criterion: String
  var maximum: Points
  /// Students with points for it, and those of them with all points.
  var count: Int
  var full: Int
  var mean: Double
  /// Pearson's correlation of its points with the points of all other criteria; nil for fewer than
  /// ten complete students, or if one of the two does not vary.
  var discrimination: Double?
  /// The wrong number that most students wrote, at least two of them.
  var commonestWrong: (answer: String, count: Int)?

  static func == (left: CriterionItem, right: CriterionItem) -> Bool {
    left.criterion == right.criterion && left.count == right.count && left.full == right.full
      && left.mean == right.mean && left.discrimination == right.discrimination
      && left.commonestWrong?.answer == right.commonestWrong?.answer
      && left.commonestWrong?.count == right.commonestWrong?.count
  }
}

extension ClassSummary {
  /// The item analysis, in the order of the criteria; criteria that nobody has points for are left
  /// out.
  var items: [CriterionItem] {
    plan.description.criteria.compactMap { criterion in
      func outcome(_ record: StudentRecord) -> StudentRecord.Criterion? {
        record.criteria.first { $0.id == criterion.id && $0.points != nil }
      }
      let judged = records.compactMap(outcome)
      guard !judged.isEmpty else { return nil }
      let points = judged.map { $0.points!.value }
      var item = CriterionItem(
        criterion: criterion.id, maximum: criterion.points, count: judged.count,
        full: judged.count { $0.points! >= criterion.points },
        mean: points.reduce(0, +) / Double(points.count))
      let complete = records.compactMap { record -> (own: Double, others: Double)? in
        guard let own = outcome(record)?.points, let all = record.points else { return nil }
        return (own.value, all.value - own.value)
      }
      item.discrimination =
        complete.count < Self.crowd
        ? nil : Self.correlation(complete.map(\.own), complete.map(\.others))
      if case .claim(let quantity, _) = criterion.check {
        item.commonestWrong = commonestWrong(criterion, quantity)
      }
      return item
    }
  }

  private func commonestWrong(
    _ criterion: Criterion, _ quantity: Criterion.Quantity
  ) -> (answer: String, count: Int)? {
    let place = Criterion.Quantity.allCases.firstIndex(of: quantity)!
    var counts: [String: Int] = [:]
    for record in records {
      let verdict = record.criteria.first { $0.id == criterion.id }?.verdict
      guard verdict == Outcome.Verdict.failed.rawValue, record.claims.indices.contains(place),
        !record.claims[place].isEmpty
      else { continue }
      counts[record.claims[place], default: 0] += 1
    }
    let most = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }
    return most.flatMap { $0.value > 1 ? ($0.key, $0.value) : nil }
  }

  static func correlation(_ xs: [Double], _ ys: [Double]) -> Double? {
    let count = Double(xs.count)
    let (meanX, meanY) = (xs.reduce(0, +) / count, ys.reduce(0, +) / count)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(xs, ys) {
      xx += (x - meanX) * (x - meanX)
      yy += (y - meanY) * (y - meanY)
      xy += (x - meanX) * (y - meanY)
    }
    guard xx > 0, yy > 0 else { return nil }
    return xy / (xx * yy).squareRoot()
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
