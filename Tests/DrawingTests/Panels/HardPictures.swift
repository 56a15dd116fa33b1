import Diagnostics
import Drawing
import Glibc

/// Everything that may come along: in words, in numbers, in how many there are.
enum HardPictures {
  /// What a person may have typed into any text field.
  static let texts: [(name: String, text: String)] = [
    ("plain", "Temperatura (°C)"),
    ("script", "<script>alert(\"x\")</script> «comillas» & 'y'"),
    ("directions", "שלום עולם مرحبا بالعالم 2024"),
    ("emoji", "Ánimo 🎉👩‍👩‍👧 niño 🇲🇽 año"),
    ("sentence", String(repeating: "muy larga explicación, ", count: 13)),
    ("word", String(repeating: "W", count: 300)),
    ("lines", "uno\ndos\ttres\u{200B}cuatro\u{301}"),
    ("empty", ""),
  ]

  static let values: [(name: String, xs: [Double], ys: [Double])] = [
    ("one point", [75], [0.52]),
    ("constant", [1, 2, 3, 4], [7, 7, 7, 7]),
    ("constant zero", [1, 2, 3, 4], [0, 0, 0, 0]),
    ("constant x", [5, 5, 5], [1, 2, 3]),
    ("gap", [1, 2, 3, 4, 5, 6], [1, 3, .nan, .infinity, 2, 4]),
    ("lonely between gaps", [1, 2, 3, 4, 5], [1, .nan, 2, .nan, 3]),
    ("nothing", [], []),
    ("no number", [1, 2], [.nan, .nan]),
    ("tiny", (0..<8).map { Double($0) * 1e-9 }, (0..<8).map { 3e-9 + Double($0 * $0) * 1e-10 }),
    ("huge", (0..<8).map { 1e12 + Double($0) * 1e11 }, (0..<8).map { Double($0 * $0) * -1e12 }),
    (
      "near one another", (0..<8).map { 1e6 + Double($0) * 0.001 },
      (0..<8).map { 5 + Double($0) * 1e-7 }
    ),
    ("far apart", [1e-9, 1, 1e12], [-1e300, 0, 1e300]),
    (
      "many", hundredThousand,
      hundredThousand.map { sin($0 / 9000) * 40 + $0.truncatingRemainder(dividingBy: 977) / 30 }
    ),
    ("negative", (0..<9).map { Double($0) - 12 }, (0..<9).map { -0.001 * Double($0) }),
  ]

  private static let hundredThousand = (0..<100_000).map(Double.init)

  /// By name, in a fixed order.
  static var all: [(name: String, picture: Picture)] {
    plots + odd + categories + tables + images + diagrams
  }

  private static func axis(_ label: String?, _ kind: ScaleKind = .linear) -> Axis {
    Axis(label, kind, numbers: .mexican)
  }

  private static var plots: [(name: String, picture: Picture)] {
    values.flatMap { name, xs, ys in
      [ScaleKind.linear, .logarithmic].map { kind in
        let marks: [any Mark] = [
          BandMark(
            .between(xs: xs, lower: ys.map { $0 * 0.9 }, upper: ys.map { $0 * 1.1 }), label: "banda"
          ),
          LineMark(xs, ys, label: "línea"), PointMark(xs, ys, label: "puntos", series: 1),
          CrossMark(
            x: xs.first ?? 0, y: ys.first ?? 0, label: "cruz", text: "75 lpm → 0.52", isHollow: true
          ),
          RuleMark(.horizontal, at: ys.first ?? 1, text: "regla"),
        ]
        let suffix = kind == .linear ? "" : " logarithmic"
        return (
          "values, \(name)\(suffix)",
          Picture(
            title: "\(name)\(suffix)",
            panels: [Plot(x: axis("entrada"), y: axis("salida", kind), marks: marks)])
        )
      }
    }
  }

  private static var odd: [(name: String, picture: Picture)] {
    texts.flatMap { name, text in
      [LegendPlacement.above, .lineEnds, .lowerRight, .inside].map { legend in
        let xs = (0...20).map(Double.init)
        let marks: [any Mark] = [
          BandMark(.columns(from: 15, to: nil), label: text, isHatched: true),
          LineMark(xs, xs.map { $0 * $0 }, label: text),
          LineMark(xs, xs.map { 390 - $0 * $0 }, label: text, series: 1),
          CrossMark(x: 17, y: 300, label: text, text: text, isHollow: true),
          LabelMark(x: 5, y: 25, text: text),
          RuleMark(.horizontal, at: 100, text: text), RuleMark(.vertical, at: 8, text: text),
        ]
        let plot = Plot(title: text, x: axis(text), y: axis(text), marks: marks, legend: legend)
        return (
          "text, \(name), \(legend)",
          Picture(title: text, notice: text, panels: [plot, plot], columns: 2)
        )
      }
    }
  }

  private static var categories: [(name: String, picture: Picture)] {
    let lengths = [1, 7, 40, 200].flatMap { count in
      [("short", "c"), ("long", "una clase de nombre largo número ")].map { kind, stem in
        (name: "\(count) \(kind)", names: (1...count).map { "\(stem)\($0)" })
      }
    }
    return lengths.flatMap { name, names -> [(name: String, picture: Picture)] in
      let values = names.indices.map { $0 % 5 == 3 ? Double.nan : Double($0 % 7) - 1 }
      let texts = values.map { NumberStyle.mexican.string($0, decimals: 1) }
      return [
        (
          "categories upright, \(name)",
          Picture(
            title: name,
            panels: [
              Plot(
                x: axis("clase", .category(names)), y: axis("valor"),
                marks: [BarMark(values, texts: texts, hatched: [0])])
            ])
        ),
        (
          "categories lying, \(name)",
          Picture(
            title: name,
            panels: [
              Plot(
                x: axis("valor"), y: axis("clase", .category(names)),
                marks: [BarMark(values, .lying, texts: texts, hatched: [0])])
            ])
        ),
      ]
    }
  }

  private static func table(_ rows: Int, _ columns: Int, _ label: String) -> MatrixPanel {
    MatrixPanel(
      title: label, rowLabels: (0..<rows).map { "\(label)\($0)" },
      columnLabels: (0..<columns).map { "\(label)\($0)" }, rowTitle: label, columnTitle: label,
      cells: (0..<rows).map { row in
        (0..<columns).map { column in
          let value = Double((row * 7 + column * 3) % 11 - 5) / 5
          return MatrixPanel.Cell(
            NumberStyle.mexican.string(value, decimals: 4), secondText: "12%", shade: value,
            hasSignMark: true, isFramed: row == column)
        }
      })
  }

  private static var tables: [(name: String, picture: Picture)] {
    var result = [(1, 1), (3, 3), (10, 10), (40, 40), (1, 60), (60, 1)].map { rows, columns in
      (
        name: "table, \(rows) x \(columns)",
        picture: Picture(title: "Tabla", panels: [table(rows, columns, "c")])
      )
    }
    result += texts.map { name, text in
      ("table, \(name)", Picture(title: text, panels: [table(4, 5, text)]))
    }
    return result
  }

  private static var images: [(name: String, picture: Picture)] {
    let raster = Raster(width: 4, height: 4, pixels: (0..<16).map { Color(UInt32($0) * 0x101010) })
    return texts.flatMap { name, text in
      [(1, 1), (15, 5), (40, 8)].map { count, columns in
        (
          "images, \(count), \(name)",
          Picture(
            title: text,
            panels: [
              ImageGrid(
                title: text,
                items: (0..<count).map {
                  .init(raster, captions: [text, "\(text)\($0)"], isRight: $0 % 2 == 0)
                }, columns: columns)
            ])
        )
      }
    }
  }

  private static var diagrams: [(name: String, picture: Picture)] {
    var result: [(name: String, picture: Picture)] = [
      [1, 1], [1, 3, 3, 1], [12, 12, 12, 12, 12, 12], [2, 12, 1],
    ].map {
      sizes in
      let columns = sizes.enumerated().map { index, count in
        NetworkDiagram.Column(
          name: "dense_\(index)", nodes: (0..<count).map { "x\($0)" },
          notes: (0..<count).map { "sesgo −1.234\($0)" })
      }
      let weights = zip(sizes, sizes.dropFirst()).map { from, to in
        (0..<from).map { row in
          (0..<to).map { column -> Double in
            [0.0, 1e-9, -1e12, .nan, 0.5, -0.5, 1.25][(row * 5 + column * 3) % 7]
          }
        }
      }
      return (
        "network, \(sizes)",
        Picture(
          height: 600, title: "Red",
          panels: [NetworkDiagram(columns: columns, weights: weights, numbers: .mexican)])
      )
    }
    for (name, text) in texts {
      let columns = [2, 3, 1].map { count in
        NetworkDiagram.Column(
          name: text, nodes: (0..<count).map { _ in text }, notes: (0..<count).map { _ in text })
      }
      let weights = [[[0.1, -0.2, 0.3], [1, 2, 3]], [[1], [2], [3]]]
      result.append(
        (
          "network, \(name)",
          Picture(
            title: text,
            panels: [
              NetworkDiagram(title: text, columns: columns, weights: weights, numbers: .mexican)
            ])
        ))
      result.append(
        (
          "chain, \(name)",
          Picture(
            height: 300, title: text,
            panels: [
              ChainDiagram(
                title: text, nodes: (0..<4).map { .init(text, caption: text, isEnd: $0 == 3) },
                steps: [text, text, text], note: text)
            ])
        ))
      result.append(
        (
          "process, \(name)",
          Picture(
            height: 300, title: text,
            panels: [
              ProcessDiagram(
                title: text, inputs: [text, text, text], process: text, outputs: [text, text],
                note: text)
            ])
        ))
      result.append(
        (
          "grid, \(name)",
          Picture(
            title: text,
            panels: [
              PlotGrid(
                (0..<7).map {
                  Plot(
                    title: text, x: axis(text), y: axis(text),
                    marks: [
                      LineMark([0, 1, 2], [0, Double($0) * 1e9, 1], label: text),
                      LineMark([0, 1, 2], [1, 2, Double($0)], label: text, series: 1),
                    ])
                }, columns: 3)
            ])
        ))
    }
    let side = (0..<20).map { Double($0) / 4 }
    for (name, height) in [
      ("hills", { (x: Double, y: Double) in x * x * 3 + y * y }), ("plain", { _, _ in 1 }),
      ("no numbers", { _, _ in .nan }), ("a hole", { x, y in x > 2 && x < 3 ? .nan : x * y }),
    ] as [(String, (Double, Double) -> Double)] {
      let levels = [1.0, 3, 10, 30, 100]
      result.append(
        (
          "contours, \(name)",
          Picture(
            title: name,
            panels: [
              Plot(
                x: axis("peso"), y: axis("sesgo"),
                marks: [
                  ContourMark(
                    xs: side, ys: side, values: side.map { y in side.map { height($0, y) } },
                    levels: levels, texts: levels.map { "\($0)" }, label: "pérdida")
                ])
            ])
        ))
    }
    return result
  }
}
