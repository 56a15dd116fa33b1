import Datasets
import Neural

/// A set of images and whether it stands in for the one that was asked for.
struct OpenedImages {
  var train: ImageSet
  var test: ImageSet
  /// Of the files as stored; none for drawn ones.
  var hashes: [(name: String, sha256: String)]
  var classes: [LocalizedText]
  var isDrawn: Bool

  func prepared(
    for training: Training, file: NotebookFile
  ) throws(NotebookError) -> PreparedData {
    if case .split(let fraction) = training.fit.validation {
      try file.check(split: fraction, of: train.count, at: training.marks.validation)
    }
    return PreparedData(
      source: .images(
        PreparedImages(
          height: train.height, width: train.width, classes: classes, trainPixels: train.pixels,
          trainLabels: train.labels, testPixels: test.pixels, testLabels: test.labels)),
      summary: DataSummary(
        kind: isDrawn ? .drawnImages : .images, rows: train.count, testRows: test.count,
        hashes: Dictionary(hashes.map { ($0.name, $0.sha256) }) { first, _ in first }),
      training: samples(train), test: samples(test))
  }

  /// Pixels are divided by 255, as the practical does.
  private func samples(_ set: ImageSet) -> LabelledSamples {
    LabelledSamples(
      inputs: Samples(
        shape: [set.height, set.width, 1], storage: .bytes(set.pixels, scale: 1 / 255)),
      targets: .classes(set.labels))
  }
}
