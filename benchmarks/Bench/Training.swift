import Datasets
import Neural
import Tensors

/// The order of epochs and nothing else that is drawn by lot.
func fitOptions(epochs: Int, batchSize: Int = 32, seed: Int = 7) -> FitOptions {
  let seed = UInt64(seed)
  return FitOptions(
    epochs: epochs, batchSize: batchSize,
    shuffleStream: {
      RandomStream(seed: seed, scope: "bench", purpose: "order", index: UInt64($0))
    },
    dropoutStream: { RandomStream(seed: seed, scope: "bench", purpose: "drop", index: UInt64($0)) })
}

private func list(_ values: [Double]) -> String {
  "[" + values.map { "\($0)" }.joined(separator: ", ") + "]"
}

/// The notebook's network on Fashion-MNIST: once with validation, once by training alone.
func measureImages(
  folder: String, train: Int, test: Int, epochs: Int, batchSize: Int, threads: Int, seed: Int
) throws {
  let images = try ImageFolder.load(path: folder, train: train, test: test, classLimit: 10)
  func samples(_ set: ImageSet) -> LabelledSamples {
    LabelledSamples(
      inputs: Samples(
        shape: [set.height, set.width, 1], storage: .bytes(set.pixels, scale: 1 / 255)),
      targets: .classes(set.labels))
  }
  let training = samples(images.train)
  let testing = samples(images.test)
  func fit(validates: Bool) throws -> FitResult {
    let network = BenchNetwork.notebook
    let model = try Sequential(
      inputShape: network.shape, layers: network.layers, threads: threads)
    model.initializeWeights {
      RandomStream(seed: UInt64(seed), scope: "bench", purpose: "weights", index: UInt64($0))
    }
    var options = fitOptions(epochs: epochs, batchSize: batchSize, seed: seed)
    options.validation = validates ? testing : nil
    return model.fit(
      training, optimizer: Adam(), loss: .categoricalCrossentropy, metrics: [.accuracy],
      options: options)
  }
  let both = try fit(validates: true)
  let trainingAlone = try fit(validates: false)
  let series = both.history.series.map { ", \"\($0.name)\": \(list($0.values))" }.joined()
  print(
    "{\"name\": \"cuaderno\", \"train_s\": \(list(trainingAlone.epochSeconds)), "
      + "\"epoch_s\": \(list(both.epochSeconds))\(series)}")
}

/// A thousand epochs of the two Celsius lessons, from an empty model to the last weight.
func measureCelsius(epochs: Int) throws {
  let data = LabelledSamples(
    inputs: Samples(shape: [1], storage: .floats([-40, -10, 0, 8, 15, 22, 38])),
    targets: .values([-40, 14, 32, 46, 59, 72, 100], width: 1))
  func seconds(_ units: [Int]) throws -> Double {
    let times = try (0..<7).map { _ in
      let start = now()
      let model = try Sequential(
        inputShape: [1], layers: units.map { Dense(units: $0) }, threads: 2)
      model.initializeWeights {
        RandomStream(seed: 7, scope: "bench", purpose: "weights", index: UInt64($0))
      }
      _ = model.fit(
        data, optimizer: Adam(learningRate: 0.1), loss: .meanSquaredError,
        options: fitOptions(epochs: epochs))
      return now() - start
    }
    return median(times)
  }
  print(
    "{\"name\": \"cuaderno\", \"celsius_s\": \(try seconds([1])), "
      + "\"celsius_hidden_s\": \(try seconds([3, 3, 1]))}")
}

/// The four files of Fashion-MNIST, read, checked, hashed and inflated.
func measureLoading(folder: String) throws {
  let times = try (0..<5).map { _ in
    let start = now()
    _ = try ImageFolder.load(path: folder, classLimit: 10)
    return now() - start
  }
  print("{\"name\": \"cuaderno\", \"load_s\": \(list(times))}")
}
