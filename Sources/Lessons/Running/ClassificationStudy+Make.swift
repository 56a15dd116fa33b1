import Neural

extension ClassificationStudy {
  /// How many of the first test images become examples, and how many of the most confident mistakes.
  static let firstExamples = 15
  static let mistakeExamples = 15
  static let samplesPerClass = 2

  /// `probabilities` are the network's for every test image, class by class.
  init(images: PreparedImages, probabilities: [Float]) {
    let classCount = images.classes.count
    func row(_ index: Int) -> ArraySlice<Float> {
      probabilities[index * classCount..<(index + 1) * classCount]
    }
    var predicted: [UInt8] = []
    var confidence: [Float] = []
    for index in images.testLabels.indices {
      let row = row(index)
      // Ties go to the lowest class, as in Keras's accuracy.
      var best = row.startIndex
      for place in row.indices where row[place] > row[best] { best = place }
      predicted.append(UInt8(best - row.startIndex))
      confidence.append(row[best])
    }
    let mistakes = images.testLabels.indices.filter { images.testLabels[$0] != predicted[$0] }
    let worst = mistakes.sorted {
      confidence[$0] == confidence[$1] ? $0 < $1 : confidence[$0] > confidence[$1]
    }
    let first = Array(images.testLabels.indices.prefix(Self.firstExamples))
    let shown = first + worst.filter { $0 >= first.count }.prefix(Self.mistakeExamples)
    let size = images.height * images.width
    self.init(
      classes: images.classes, height: images.height, width: images.width,
      trainClassCounts: (0..<classCount).map { label in
        images.trainLabels.reduce(0) { $0 + (Int($1) == label ? 1 : 0) }
      },
      testLabels: images.testLabels, testPredicted: predicted, testConfidence: confidence,
      samples: Self.samples(of: images),
      examples: shown.map { index in
        LabelledImage(
          index: index, label: Int(images.testLabels[index]),
          pixels: Array(images.testPixels[index * size..<(index + 1) * size]),
          probabilities: Array(row(index)))
      })
  }

  /// The first training images of each class, class by class.
  private static func samples(of images: PreparedImages) -> [LabelledImage] {
    let size = images.height * images.width
    return images.classes.indices.flatMap { label in
      images.trainLabels.indices.lazy.filter { Int(images.trainLabels[$0]) == label }
        .prefix(samplesPerClass)
        .map { index in
          LabelledImage(
            index: index, label: label,
            pixels: Array(images.trainPixels[index * size..<(index + 1) * size]))
        }
    }
  }
}
