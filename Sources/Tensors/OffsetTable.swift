/// Offsets that a kernel reads: a fixed table that never moves.
public final class OffsetTable: Sendable {
  // Written once, before anyone else sees it.
  nonisolated(unsafe) public let base: UnsafePointer<Int>
  public let count: Int

  public init(_ offsets: [Int]) {
    let storage = UnsafeMutablePointer<Int>.allocate(capacity: max(offsets.count, 1))
    storage.initialize(to: 0)
    for (index, offset) in offsets.enumerated() { (storage + index).initialize(to: offset) }
    base = UnsafePointer(storage)
    count = offsets.count
  }

  deinit { base.deallocate() }
}
