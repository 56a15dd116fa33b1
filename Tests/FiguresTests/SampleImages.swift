import Glibc
import Neural

@testable import Lessons

extension SampleLessons {
  static let classNames: [LocalizedText] = [
    LocalizedText([.es: "Playera/top", .en: "T-shirt/top"]),
    LocalizedText([.es: "Pantalón", .en: "Trouser"]),
    LocalizedText([.es: "Suéter", .en: "Pullover"]),
    LocalizedText([.es: "Vestido", .en: "Dress"]), LocalizedText([.es: "Abrigo", .en: "Coat"]),
    LocalizedText([.es: "Sandalia", .en: "Sandal"]), LocalizedText([.es: "Camisa", .en: "Shirt"]),
    LocalizedText([.es: "Tenis", .en: "Sneaker"]), LocalizedText([.es: "Bolsa", .en: "Bag"]),
    LocalizedText([.es: "Botín", .en: "Ankle boot"]),
  ]

  /// A classifier of drawn garments: blots in place of images, a hundred test images a class.
  static let garments = classifier(classes: classNames, kind: .drawnImages)

  static func classifier(classes: [LocalizedText], kind: DataSummary.Kind)
    -> (lesson: Lesson, result: LessonResult)
  {
    let count = classes.count
    let training = Training(
      data: .images(ImageSource(name: "fashion-mnist")),
      model: [
        LayerDeclaration(layer: Conv2D(filters: 8, kernelSize: Size2D(3), activation: .relu)),
        LayerDeclaration(layer: Flatten()),
        LayerDeclaration(layer: Dense(units: count, activation: .softmax)),
      ],
      compile: Compile(
        optimizer: Adam(), loss: .categoricalCrossentropy, metrics: [.accuracy]),
      fit: Fit(epochs: 10, validation: .test))
    let lesson = Lesson(
      id: "fashion", title: LocalizedText([.es: "Prendas", .en: "Garments"]), training: training)
    var labels: [UInt8] = []
    var predicted: [UInt8] = []
    for label in 0..<count {
      for index in 0..<100 {
        labels.append(UInt8(label))
        let isWrong = index % (label % 4 + 5) == 0
        predicted.append(UInt8(isWrong ? (label + 2 + index % 3) % count : label))
      }
    }
    let study = ClassificationStudy(
      classes: classes, height: 28, width: 28, trainClassCounts: classes.map { _ in 6000 },
      testLabels: labels, testPredicted: predicted,
      testConfidence: labels.indices.map { 0.5 + Float($0 % 50) / 100 },
      samples: (0..<2 * count).map { image($0, label: $0 / 2) },
      examples: labels.indices.filter { $0 % (8 * count) == 0 || labels[$0] != predicted[$0] }
        .prefix(24).map { index in
          var example = image(index, label: Int(labels[index]))
          var rest = [Float](repeating: 0.3 / Float(count - 1), count: count)
          rest[Int(predicted[index])] = 0.7
          example.probabilities = rest
          return example
        })
    let accuracy = [0.8191, 0.8790, 0.8961, 0.9078, 0.9164, 0.9236, 0.9303, 0.9369, 0.9419, 0.9472]
    let validation = [
      0.8602, 0.8811, 0.8890, 0.8990, 0.9018, 0.9047, 0.9066, 0.9101, 0.9073, 0.9067,
    ]
    let loss = [0.499, 0.331, 0.273, 0.245, 0.219, 0.199, 0.182, 0.166, 0.152, 0.138]
    let validationLoss = [0.392, 0.327, 0.301, 0.279, 0.270, 0.264, 0.261, 0.259, 0.271, 0.288]
    return (
      lesson,
      LessonResult(
        lesson: "fashion", seed: 7,
        data: DataSummary(kind: kind, rows: 60000, testRows: 10000, hashes: [:]), layers: [],
        parameterCount: 93322, stepsPerEpoch: 1875, batchSize: 32,
        history: History(series: [
          .init(name: "loss", values: loss), .init(name: "accuracy", values: accuracy),
          .init(name: "val_loss", values: validationLoss),
          .init(name: "val_accuracy", values: validation),
        ]),
        weights: [
          LayerWeights(
            layer: "conv2d",
            arrays: [
              .init(
                name: "kernel", shape: [3, 3, 1, 8],
                values: (0..<72).map { Float(($0 * 37) % 41) / 60 - 0.3 }),
              .init(name: "bias", shape: [8], values: (0..<8).map { Float($0) / 20 - 0.2 }),
            ])
        ], predictions: [], evaluation: Evaluation(loss: 0.288, accuracy: 0.9067),
        trainingEvaluation: Evaluation(loss: 0.13, accuracy: 0.95), untrained: [],
        classification: study)
    )
  }

  private static func image(_ index: Int, label: Int) -> LabelledImage {
    var pixels = [UInt8](repeating: 0, count: 784)
    for y in 0..<28 {
      for x in 0..<28 {
        let dx = Double(x) - 13.5
        let dy = Double(y) - 13.5
        let radius = 6 + Double(label % 5) + sin(atan2(dy, dx) * Double(label + 2)) * 3
        let distance = (dx * dx + dy * dy).squareRoot()
        if distance < radius { pixels[y * 28 + x] = UInt8(120 + (x * 7 + y * 5 + index) % 130) }
      }
    }
    return LabelledImage(index: index, label: label, pixels: pixels)
  }
}
