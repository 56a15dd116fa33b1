import Testing

@testable import Neural

/// The engine's kernels, whichever path a shape takes, against plain loops in Double.
@Suite struct EngineReferenceTests {
  @Test("output, loss and every gradient", arguments: EngineCases.all)
  func agreement(_ tested: EngineCase) throws {
    let (numbers, expected) = try tested.reference()
    let found = try tested.engine(numbers)
    #expect(Self.distance(found.output, expected.output) <= 1e-5)
    #expect(abs(found.loss - expected.loss) <= 1e-5 * abs(expected.loss))
    #expect(found.gradients.count == expected.gradients.count)
    for (index, (one, other)) in zip(found.gradients, expected.gradients).enumerated() {
      #expect(Self.distance(one, other) <= 1e-5, "gradient \(index)")
    }
  }

  /// The largest difference by the largest entry. A gradient of nothing but noise (a bias that
  /// normalization removes) is held against 1e-2.
  static func distance(_ found: [Double], _ expected: [Double]) -> Double {
    guard found.count == expected.count else { return .infinity }
    let scale = max(expected.map(abs).max() ?? 0, 1e-2)
    return (zip(found, expected).map { abs($0 - $1) }.max() ?? 0) / scale
  }
}
