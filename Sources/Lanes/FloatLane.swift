/// A register of Float32 lanes, eight or sixteen, and how to choose among them: said for each number of
/// lanes by itself, because in generic code the compiler would make a loop of it.
public protocol FloatLane: SIMD where Scalar == Float, MaskStorage.Scalar == Int32 {
  /// Zero in the lanes whose codes are others.
  func kept(where codes: MaskStorage, are code: Int32) -> Self

  /// The first `count` lanes (any number) taken from `other`.
  func replacing(first count: Int, with other: Self) -> Self
}

extension SIMD8: FloatLane where Scalar == Float {
  @_transparent
  public func kept(where codes: SIMD8<Int32>, are code: Int32) -> Self {
    Self().replacing(with: self, where: codes .== SIMD8<Int32>(repeating: code))
  }

  @_transparent
  public func replacing(first count: Int, with other: Self) -> Self {
    let numbers = Self(0, 1, 2, 3, 4, 5, 6, 7)
    return replacing(with: other, where: numbers .< Self(repeating: Float(count)))
  }
}

extension SIMD16: FloatLane where Scalar == Float {
  @_transparent
  public func kept(where codes: SIMD16<Int32>, are code: Int32) -> Self {
    Self().replacing(with: self, where: codes .== SIMD16<Int32>(repeating: code))
  }

  @_transparent
  public func replacing(first count: Int, with other: Self) -> Self {
    let numbers = Self(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    return replacing(with: other, where: numbers .< Self(repeating: Float(count)))
  }
}
