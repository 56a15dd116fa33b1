import Tensors
import Testing

@testable import Neural

/// Dropout drops a seeded part in training, scales the rest, and sends gradients the same way.
@Suite struct DropoutTests {
  static let units = 4000
  static let rate: Float = 0.3

  /// All ones into the dropout, and the gradient by what came before it.
  static func pass(_ index: UInt64 = 0) throws -> (output: [Float], bias: [Float]) {
    let model = try Sequential(
      inputShape: [1], layers: [Dense(units: units), Dropout(rate: rate)], threads: 1)
    model.setWeights([
      [Float](repeating: 0, count: units), [Float](repeating: 1, count: units),
    ])
    let batch = LabelledSamples(
      inputs: Samples(shape: [1], storage: .floats([1])),
      targets: .values([Float](repeating: 0, count: units), width: units))
    let stream = RandomStream(seed: 1, scope: "dropout", purpose: "test", index: index)
    let found = model.gradients(of: batch, loss: .meanSquaredError, dropout: stream)
    #expect(model.predict(batch.inputs).allSatisfy { $0 == 1 })
    return (found.output, found.weights[1])
  }

  @Test("what is kept is scaled, gradients take the same way, prediction keeps all")
  func scale() throws {
    let (output, bias) = try Self.pass()
    let kept = 1 / (1 - Self.rate)
    #expect(output.allSatisfy { $0 == 0 || abs($0 - kept) < 1e-6 })
    let share = Float(output.count { $0 == 0 }) / Float(Self.units)
    #expect(abs(share - Self.rate) < 0.03)
    let errors = zip(output, bias).map { value, gradient in
      abs(gradient - 2 * value / Float(Self.units) * (value == 0 ? 0 : kept))
    }
    #expect(errors.max()! < 1e-8)
  }

  @Test("another stream drops others")
  func streams() throws {
    let first = try Self.pass(0).output
    let again = try Self.pass(0).output
    let other = try Self.pass(1).output
    #expect(first == again)
    #expect(first != other)
  }
}
