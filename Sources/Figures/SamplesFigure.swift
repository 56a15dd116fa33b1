import Drawing
import Lessons

/// Training images with the names of their classes.
struct SamplesFigure: FigureMaker {
  let name = "samples"

  func isDefault(for lesson: Lesson) -> Bool { true }
  func need(of lesson: Lesson) -> FigureNeed? { lesson.hasImages ? nil : .images }

  func figure(_ context: FigureContext) -> Figure {
    let study = context.classification
    let items = study.samples.map { sample in
      ImageGrid.Item(
        sample.raster(study), captions: [context.className(sample.label)])
    }
    // Five columns for the usual twenty images; more for many classes.
    var columns = 5
    while columns * columns < items.count { columns += 1 }
    let rows = (items.count + columns - 1) / columns
    let cell = 612.0 / Double(columns)
    let picture = Picture(
      height: 52 + (context.notice == nil ? 0 : 32) + Double(rows) * (cell * 0.93 + 12),
      panels: [ImageGrid(items: items, columns: columns)])
    let words = [
      "images": context.count(items.count, .trainingImages),
      "classes": context.count(study.classes.count, .classes),
      "names": study.classes.prefix(12).map { $0[context.language] }.joined(separator: ", ")
        + (study.classes.count > 12 ? ", …" : ""),
      "size": "\(study.height) × \(study.width)",
      "training": context.count(study.trainClassCounts.reduce(0, +), .images),
    ]
    let data = DataTable(
      columns: [
        .init("index", label: context.phrase("column.image")),
        .init("label", label: context.phrase("column.label")),
        .init("class", label: context.phrase("column.class")),
      ],
      rows: study.samples.map {
        [.integer($0.index), .integer($0.label), .text(context.className($0.label))]
      })
    return context.figure(name, picture, words, data: data)
  }
}

extension LabelledImage {
  /// The image in dark ink on white.
  func raster(_ study: ClassificationStudy) -> Raster {
    let theme = Theme.standard
    return Raster(
      width: study.width, height: study.height,
      pixels: pixels.map { theme.background.mixed(with: theme.ink, Double($0) / 255) })
  }
}

extension FigureContext {
  /// The name of a class, or its number if it has no name.
  func className(_ label: Int) -> String {
    let classes = classification.classes
    return classes.indices.contains(label) ? classes[label][language] : String(label)
  }
}
