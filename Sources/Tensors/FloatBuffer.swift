/// Float32 storage that never moves: aligned to a cache line, zeroed, with 64 floats of slack behind
/// its end, so that a kernel may read (never write) a full tile over the edge.
public final class FloatBuffer: @unchecked Sendable {
  // Unchecked: threads write disjoint ranges of it, which the training step hands out.
  public let base: UnsafeMutablePointer<Float>
  public let count: Int
  private static let slack = 64

  public init(count: Int) {
    precondition(count >= 0, "a buffer of \(count) floats")
    self.count = count
    let total = count + Self.slack
    let raw = UnsafeMutableRawPointer.allocate(
      byteCount: total * MemoryLayout<Float>.stride, alignment: 64)
    base = raw.bindMemory(to: Float.self, capacity: total)
    base.initialize(repeating: 0, count: total)
  }

  deinit { base.deallocate() }

  /// A copy of the values of `range`.
  public func values(_ range: Range<Int>) -> [Float] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "\(range) of \(count)")
    return Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// Overwrites from `offset` on.
  public func write(_ values: [Float], at offset: Int) {
    precondition(offset >= 0 && offset + values.count <= count, "\(values.count) at \(offset)")
    values.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { (base + offset).update(from: start, count: source.count) }
    }
  }
}

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
