import Neural
import Tensors
import Testing

/// Keras 3's own numbers: float32, one batch of seven, no shuffle, Adam(0.1).
@Suite struct GoldenTests {
  static let celsius: [Float] = [-40, -10, 0, 8, 15, 22, 38]
  static let fahrenheit: [Float] = [-40, 14, 32, 46, 59, 72, 100]

  static func samples(_ inputs: [Float] = celsius, _ targets: [Float] = fahrenheit)
    -> LabelledSamples
  {
    LabelledSamples(
      inputs: Samples(shape: [1], storage: .floats(inputs)),
      targets: .values(targets, width: 1))
  }

  static func options(epochs: Int, trajectory: Bool = false) -> FitOptions {
    FitOptions(
      epochs: epochs, shuffle: false, recordsTrajectory: trajectory,
      shuffleStream: {
        RandomStream(seed: 1, scope: "golden", purpose: "shuffle", index: UInt64($0))
      },
      dropoutStream: {
        RandomStream(seed: 1, scope: "golden", purpose: "dropout", index: UInt64($0))
      })
  }

  @Test func oneNeuron() throws {
    let model = try Sequential(inputShape: [1], layers: [Dense(units: 1)], threads: 1)
    model.setWeights([[0.5], [0]])
    let result = model.fit(
      Self.samples(), optimizer: Adam(learningRate: 0.1), loss: .meanSquaredError,
      options: Self.options(epochs: 1000, trajectory: true))
    let golden: [(epoch: Int, loss: Double, w: Float, b: Float)] = [
      (1, 2354.750000, 0.599999309, 0.099999323), (2, 2177.451172, 0.699769855, 0.199956030),
      (3, 2011.904907, 0.799136281, 0.299842238), (10, 1189.050049, 1.464094996, 0.994594812),
      (50, 719.770447, 1.966531754, 4.696485519), (100, 504.604492, 1.984874606, 9.115873337),
      (200, 224.854355, 1.927701712, 16.719816208), (500, 7.749741, 1.821860790, 29.142873764),
      (1000, 0.063723, 1.798172593, 31.926271439),
    ]
    let losses = try #require(result.history["loss"])
    let trajectory = try #require(result.trajectory)
    #expect(losses.count == 1000 && trajectory.count == 1001)
    for row in golden {
      let tolerance = row.epoch <= 100 ? 1e-6 : 1e-4
      #expect(abs(losses[row.epoch - 1] - row.loss) <= tolerance * row.loss, "epoch \(row.epoch)")
      let weights = trajectory[row.epoch]
      let scale: Float = row.epoch <= 100 ? 1e-6 : 1e-5
      #expect(abs(weights[0] - row.w) <= scale * row.w, "epoch \(row.epoch)")
      #expect(abs(weights[1] - row.b) <= scale * row.b, "epoch \(row.epoch)")
    }
    let prediction = model.predict(Samples(shape: [1], storage: .floats([100])))
    #expect(abs(prediction[0] - 211.74353) < 1e-3)
  }

  @Test func threeThreeOne() throws {
    let model = try Sequential(
      inputShape: [1], layers: [Dense(units: 3), Dense(units: 3), Dense(units: 1)], threads: 1)
    model.setWeights([
      [0.1, -0.2, 0.3], [0, 0, 0], [0.1, 0.2, 0.3, -0.1, 0.4, -0.3, 0.5, -0.6, 0.2], [0, 0, 0],
      [0.3, -0.5, 0.7], [0],
    ])
    let result = model.fit(
      Self.samples(), optimizer: Adam(learningRate: 0.1), loss: .meanSquaredError,
      options: Self.options(epochs: 500))
    let losses = try #require(result.history["loss"])
    for (epoch, loss) in [
      (1, 2769.682373), (2, 2088.129150), (3, 1304.705200), (10, 784.749084), (50, 1.981650),
      (100, 0.155141), (200, 0.063047), (500, 0.063046),
    ] {
      #expect(abs(losses[epoch - 1] - loss) <= 1e-4 * loss, "epoch \(epoch): \(losses[epoch - 1])")
    }
    #expect(result.batchLosses.count == 100)
    let prediction = model.predict(Samples(shape: [1], storage: .floats([100])))
    #expect(abs(prediction[0] - 211.74742) < 1e-3)
  }
}
