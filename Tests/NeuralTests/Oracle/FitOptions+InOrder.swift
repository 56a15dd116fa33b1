import Tensors

@testable import Neural

extension FitOptions {
  /// The samples as they come, batch by batch; nothing here draws lots.
  static func inOrder(epochs: Int) -> FitOptions {
    let unused = RandomStream(seed: 0, scope: "tests", purpose: "unused")
    return FitOptions(
      epochs: epochs, shuffle: false, shuffleStream: { _ in unused }, dropoutStream: { _ in unused }
    )
  }
}
