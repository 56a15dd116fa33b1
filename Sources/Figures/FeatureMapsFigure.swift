import Drawing
import Lessons

/// The response of each filter of the first layer to a training image.
struct FeatureMapsFigure: FigureMaker {
  let name = "feature-maps"
  /// Maximum number of filters shown.
  private static let limit = 64

  func need(of lesson: Lesson) -> FigureNeed? { FirstConvolution.need(of: lesson) }

  func figure(_ context: FigureContext) -> Figure {
    let study = context.classification
    guard let image = study.samples.first else {
      preconditionFailure("lesson \(context.lesson.id) has no sample image")
    }
    let layer = FirstConvolution(context)
    let count = min(Self.limit, layer.filters)
    let size = (height: study.height, width: study.width)
    let maps = (0..<count).map { layer.map(image, size: size, filter: $0) }
    let largest = max(maps.joined().max() ?? 1, 1e-9)
    let (height, width) = (study.height - layer.height + 1, study.width - layer.width + 1)
    let theme = Theme.standard
    let items = maps.enumerated().map { index, map in
      ImageGrid.Item(
        Raster(
          width: width, height: height,
          pixels: map.map { theme.background.mixed(with: theme.ink, $0 / largest) }),
        captions: [context.numbers.string(index + 1)])
    }
    let columns = count <= 8 ? 4 : 8
    let rows = Double((count + columns - 1) / columns)
    let picture = Picture(
      width: 820, height: max(280, 70 + (context.notice == nil ? 0 : 32) + rows * 96),
      panels: [
        ImageGrid(
          items: [.init(image.raster(study), captions: [context.className(image.label)])],
          columns: 1),
        ImageGrid(items: items, columns: columns),
      ], shares: [1, 4])
    let dark = maps.filter { $0.allSatisfy { $0 == 0 } }.count
    let words = [
      "class": context.className(image.label), "maps": context.count(count, .maps),
      "part": count == layer.filters
        ? ""
        : context.phrase(
          "feature-maps.part", ["filters": context.numbers.string(layer.filters)]),
      "size": "\(height) × \(width)", "dark": context.numbers.string(dark),
    ]
    let data = DataTable(
      columns: [
        .init("filter", label: context.phrase("column.filter")),
        .init("largest", label: context.phrase("column.largest")),
        .init("mean", label: context.phrase("column.mean")),
      ],
      rows: maps.enumerated().map { index, map in
        [
          .integer(index + 1), .number(map.max() ?? 0),
          .number(map.reduce(0, +) / Double(max(1, map.count))),
        ]
      })
    return context.figure(name, picture, words, data: data)
  }
}
