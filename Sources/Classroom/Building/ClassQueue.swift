import Archives
import Glibc
import Pages
import Publishing

/// Gives students to child processes until all are made.
struct ClassQueue {
  let template: StudentBatch
  let program: String
  let jobs: Int

  /// A child starts in some tens of milliseconds, which a few students make up for.
  static let largestBatch = 12

  /// Towards the end batches become smaller, so that all children end at about the same time.
  private func batchSize(_ waiting: Int) -> Int {
    let share = jobs == 1 ? waiting : (waiting + 2 * jobs - 1) / (2 * jobs)
    return min(Self.largestBatch, share)
  }

  enum Outcome {
    case finished(failed: [String])
    case stopped
  }

  /// - Parameter proceed: called some 50 times a second with what is done and at work; false stops.
  func run(
    _ ids: [String], proceed: (_ done: Int, _ current: String?) -> Bool
  ) throws -> Outcome {
    var waiting = ids.map { StudentBatch.Item(id: $0) }[...]
    var children: [ChildProcess] = []
    var number = 0
    var doneBefore = 0
    var lost: [String] = []
    // Whatever happens, no child outlives this.
    defer { for child in children { child.stop() } }
    while !waiting.isEmpty || !children.isEmpty {
      while children.count < jobs, !waiting.isEmpty {
        // One that has failed comes alone, so that a second failure costs nobody else.
        let count = waiting.first?.failure == nil ? batchSize(waiting.count) : 1
        let items = waiting.prefix(count).prefix { $0.failure == nil || count == 1 }
        waiting = waiting.dropFirst(items.count)
        number += 1
        children.append(try start(Array(items), number))
      }
      usleep(children.isEmpty ? 0 : 15_000)
      var running: [ChildProcess] = []
      for child in children {
        switch child.poll() {
        case nil: running.append(child)
        case .finished?: doneBefore += child.done.count
        case .failed(let reason)?:
          doneBefore += child.done.count
          let rest = child.batch.items.filter { !child.done.contains($0.id) }
          waiting = requeued(rest, child.current, reason, &lost) + waiting
        }
      }
      children = running
      let done = doneBefore + children.reduce(0) { $0 + $1.done.count }
      if !proceed(done + lost.count, children.lazy.compactMap(\.current).first) {
        return .stopped
      }
    }
    return .finished(failed: lost)
  }

  /// The rest of a batch whose child died: the student it was at is not opened again.
  private func requeued(
    _ rest: [StudentBatch.Item], _ current: String?, _ reason: FailureReason,
    _ lost: inout [String]
  ) -> [StudentBatch.Item] {
    // Died before it began with anybody: the first one pays, so that there is an end.
    let culprit = current ?? rest.first?.id
    var items: [StudentBatch.Item] = []
    for item in rest {
      guard item.id == culprit else {
        items.append(item)
        continue
      }
      if item.failure != nil {
        lost.append(item.id)
      } else {
        items.insert(StudentBatch.Item(id: item.id, failure: reason), at: 0)
      }
    }
    return items
  }

  private func start(_ items: [StudentBatch.Item], _ number: Int) throws -> ChildProcess {
    var batch = template
    batch.items = items
    batch.log = "\(template.work)/.batch-\(number).log"
    let file = "\(template.work)/.batch-\(number).json"
    FileTree.remove(batch.log)
    FileTree.remove(file)
    do {
      try FileTree.write(file, JSONWriter.bytes(batch.json))
    } catch {
      throw OutputError.failed(path: template.work, code: error.code)
    }
    do throws(StartedProgram.StartError) {
      return try ChildProcess(batch, program: program, file: file)
    } catch {
      throw OutputError.failed(path: program, code: error.code)
    }
  }
}
