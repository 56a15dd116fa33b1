/// The largest of four lane by lane, and its code: of equal ones the first, NaN only where it comes
/// first. With `isRectified`, a negative value becomes 0.
@_transparent
public func largest(
  _ a: Lane, _ b: Lane, _ c: Lane, _ d: Lane, codes: SIMD4<Int32>, isRectified: Bool
) -> (value: Lane, code: SIMD8<Int32>) {
  var value = a
  var code = SIMD8<Int32>(repeating: codes.x)
  var isLarger = b .> value
  value.replace(with: b, where: isLarger)
  code.replace(with: SIMD8<Int32>(repeating: codes.y), where: isLarger)
  isLarger = c .> value
  value.replace(with: c, where: isLarger)
  code.replace(with: SIMD8<Int32>(repeating: codes.z), where: isLarger)
  isLarger = d .> value
  value.replace(with: d, where: isLarger)
  code.replace(with: SIMD8<Int32>(repeating: codes.w), where: isLarger)
  if isRectified { value.replace(with: Lane(), where: value .< Lane()) }
  return (value, code)
}

/// Writes the first `count` lanes (any number; as many as there are or more: all) from `pointer` on,
/// and what stood there in the place of the others.
@_transparent
public func replaceFirst<L: FloatLane>(
  _ count: Int, _ lane: L, _ pointer: UnsafeMutablePointer<Float>
) {
  store((load(pointer) as L).replacing(first: count, with: lane), pointer)
}
