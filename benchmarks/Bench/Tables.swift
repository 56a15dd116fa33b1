import Neural
import Tensors

/// Every operation on one thread, against the peak of the same run: of the notebook's network, of one that
/// has no zeros to leave out, and of one that looks for them in vain.
func tabulateLayers() throws {
  for network in [BenchNetwork.notebook, BenchNetwork.withoutZeros, BenchNetwork.passingAll] {
    print("\(network.name), one thread:\n")
    try tabulateLayers(network)
    print("")
  }
}

private func tabulateLayers(_ network: BenchNetwork) throws {
  let model = try network.model(threads: 1)
  let samples = network.samples(1024)
  // Some training first: the zeros behind relu and pooling are then those of a real step.
  if !network.isPositive {
    _ = model.fit(
      samples, optimizer: Adam(), loss: .categoricalCrossentropy, options: fitOptions(epochs: 1))
  }
  let peak = measurePeak()
  let probe = LayerProbe(model, samples, loss: .categoricalCrossentropy)
  for _ in 0..<4 { probe.run(clock: now) }
  print("256-bit FMA peak of this run: \(fixed(peak, 0)) GFLOP/s.\n")
  print("| operation | pass | microseconds a batch of 32 | GFLOP/s, zeros counted | of the peak |")
  print("|---|---|---:|---:|---:|")
  let batches = 32 / Double(probe.sampleCount)
  func row(_ name: String, _ pass: String, _ seconds: [Double], _ products: Int) {
    let time = median(seconds)
    let rate = 2 * Double(products * probe.sampleCount) / time / 1e9
    let shown = products > 0 ? "\(fixed(rate, 1)) | \(fixed(100 * rate / peak, 0)) %" : "- | -"
    print("| \(name) | \(pass) | \(fixed(time * batches * 1e6, 1)) | \(shown) |")
  }
  for part in probe.parts {
    row(part.name, "forward", part.forward, part.multiplyAdds)
    row(
      part.name, "backward", part.backward, part.multiplyAdds * (part.passesGradient ? 2 : 1))
  }
}

/// Whole training steps of other networks and batches: no shape may fall off a cliff.
func tabulateShapes(threads: Int, samples count: Int) throws {
  let peak = measurePeak()
  print("\(threads) threads; 256-bit FMA peak of one: \(fixed(peak, 0)) GFLOP/s.\n")
  print(
    "| network | batch | microseconds a sample | GFLOP/s, zeros counted | against the notebook's "
      + "| of the threads' peak |")
  print("|---|---:|---:|---:|---:|---:|")
  var first: Double?
  for network in [BenchNetwork.notebook, BenchNetwork.withoutZeros] + BenchNetwork.others {
    let samples = network.samples(count)
    for batchSize in network.name == BenchNetwork.notebook.name ? [32, 8, 128, 512] : [32] {
      let model = try network.model(threads: threads)
      let result = model.fit(
        samples, optimizer: Adam(), loss: .categoricalCrossentropy,
        options: fitOptions(epochs: 4, batchSize: batchSize))
      let time = median(Array(result.epochSeconds.dropFirst())) / Double(count)
      let rate = 2 * Double(try network.multiplyAdds()) / time / 1e9
      first = first ?? rate
      print(
        "| \(network.name) | \(batchSize) | \(fixed(time * 1e6, 1)) | \(fixed(rate, 1)) "
          + "| \(fixed(rate / first!, 2)) | \(fixed(100 * rate / peak / Double(threads), 0)) % |")
    }
  }
}
