/// A layer as plain loops over what its formula says: nothing fused, nothing skipped.
protocol ReferenceLayer<Scalar> {
  associatedtype Scalar: BinaryFloatingPoint
  /// In get_weights() order.
  var weights: [[Scalar]] { get set }
  /// How far the last forward pass stayed from the nearest point without a derivative.
  var kinkDistance: Scalar { get }
  /// Keeps what `backward` needs.
  mutating func forward(_ input: ReferenceBatch<Scalar>, training: Bool) -> ReferenceBatch<Scalar>
  /// The gradients by the input and by the trainable weights, given the one by the output.
  func backward(_ gradient: ReferenceBatch<Scalar>) -> ReferenceGradients<Scalar>
}

struct ReferenceGradients<Scalar: BinaryFloatingPoint> {
  var input: ReferenceBatch<Scalar>
  var weights: [[Scalar]] = []
}

extension ReferenceLayer {
  var weights: [[Scalar]] {
    get { [] }
    set { precondition(newValue.isEmpty, "this layer has no weights") }
  }
  var kinkDistance: Scalar { .infinity }
}
