extension BundledVariant {
  static var all: [BundledVariant] { oneNeuron + stress + garments }

  private static let rate = "{learning_rate: 0.1}"
  private static let untrained = "weights: [[[1.8]], [4.5]]"

  private static var oneNeuron: [BundledVariant] {
    [
      BundledVariant(name: "as bundled"),
      BundledVariant(name: "an exact table", celsius: exact),
      BundledVariant(name: "another law", celsius: otherLaw),
      BundledVariant(name: "a noisy law", celsius: noisyLaw),
      BundledVariant(name: "hardly trained", edits: [("epochs: 1000", "epochs: 20")]),
      BundledVariant(name: "trained longer", edits: [("epochs: 1000", "epochs: 5000")]),
      BundledVariant(
        name: "too long for a study of seeds",
        edits: [
          ("epochs: 1000", "epochs: 12000"), ("      - seed-spread\n", ""),
          (" seed-spread,", ""), (", relu-seeds]", "]"),
          ("tolerance: seeds", "tolerance: {relative: 0.05}"),
        ]),
      BundledVariant(name: "a large rate", edits: [(rate, "{learning_rate: 1}")]),
      BundledVariant(name: "a small rate", edits: [(rate, "{learning_rate: 0.01}")]),
      BundledVariant(
        name: "a wrong slope", edits: [(untrained, "weights: [[[2.5]], [4.5]]")]),
      BundledVariant(
        name: "nothing to improve",
        edits: [(untrained, "weights: [[[1.7979]], [31.9525]]")]),
    ]
  }

  private static var stress: [BundledVariant] {
    [
      BundledVariant(name: "stress without relation to the pulse", biometric: unrelated),
      BundledVariant(name: "stress on a line", biometric: onALine),
      BundledVariant(name: "stress that hardly rises", biometric: almostLevel),
      BundledVariant(name: "a pulse up to 160", biometric: fastPulses),
      BundledVariant(
        name: "six rows", biometric: sixRows, edits: [("test: 0.2", "test: 0.5")]),
      BundledVariant(
        name: "a pulse about zero", biometric: centred,
        edits: [("epochs: 1000, batch_size: 32", "epochs: 4000, batch_size: 32")]),
      BundledVariant(
        name: "a test part of the first exercise",
        edits: [
          (
            "      target: stress\n      columns:",
            "      target: stress\n      test: 0.2\n      columns:"
          )
        ]),
    ]
  }

  private static var garments: [BundledVariant] {
    let adam = "{optimizer: adam,"
    return [
      BundledVariant(name: "as many of each garment", images: .balanced),
      BundledVariant(name: "more of some garments", images: .unbalanced),
      BundledVariant(name: "garments to learn by heart", images: .unlearnable),
      BundledVariant(name: "bars", images: .easy),
      BundledVariant(
        name: "a rate too large for garments", images: .balanced,
        edits: [(adam, "{optimizer: {Adam: {learning_rate: 0.02}},")]),
    ]
  }

  private static let exact =
    "celsius,fahrenheit\n-40,-40\n-10,14\n0,32\n8,46.4\n15,59\n22,71.6\n38,100.4\n"
  /// Forty rows past 100 °C.
  private static let otherLaw = table("celsius,fahrenheit", rows: 40) { row in
    let degrees: Int = row * 4 - 40
    return "\(degrees),\(row % 7 * 9)"
  }
  /// Of a tenth, so that no row is a rounded one.
  private static let noisyLaw = table("celsius,fahrenheit", rows: 12) { row in
    let degrees: Int = row * 7 - 40
    let exact: Double = 1.8 * Double(degrees) + 32
    return "\(degrees),\(exact + Double(row % 3) / 10)"
  }
  private static let unrelated = table("ppm,stress", rows: 48) { row in
    "\(60 + row),\(row * 7 % 10 + 1)"
  }
  private static let onALine = table("ppm,stress", rows: 40) { row in
    "\(60 + row),\(Double(row) / 5 + 1)"
  }
  private static let almostLevel = table("ppm,stress", rows: 200) { row in
    let stress: Double = 3 + Double(row) / 100
    return "\(50 + row / 2),\(stress + Double(row % 3) / 10)"
  }
  private static let fastPulses = table("ppm,stress", rows: 32) { row in
    let pulse: Int = 60 + row * 100 / 31
    return "\(pulse),\(Double(row) / 4 + Double(row % 2) + 1)"
  }
  /// As beats more or fewer than usual: every seed arrives.
  private static let centred = "ppm,stress\n-30,2\n-20,3\n-5,4\n5,6\n20,7\n30,9\n"
  private static let sixRows = "ppm,stress\n60,2\n70,3\n85,4\n95,6\n110,7\n120,9\n"

  private static func table(_ header: String, rows: Int, row: (Int) -> String) -> String {
    header + "\n" + (0..<rows).map { row($0) + "\n" }.joined()
  }
}
