/// The largest of four lane by lane, and which it was: the first of equal ones, NaN only where it
/// comes first. With `isRectified`, a negative value becomes 0.
@_transparent
public func largest(_ a: Lane, _ b: Lane, _ c: Lane, _ d: Lane, isRectified: Bool)
  -> (value: Lane, index: SIMD8<Int32>)
{
  var value = a
  var index = SIMD8<Int32>(repeating: 0)
  var isLarger = b .> value
  value.replace(with: b, where: isLarger)
  index.replace(with: SIMD8<Int32>(repeating: 1), where: isLarger)
  isLarger = c .> value
  value.replace(with: c, where: isLarger)
  index.replace(with: SIMD8<Int32>(repeating: 2), where: isLarger)
  isLarger = d .> value
  value.replace(with: d, where: isLarger)
  index.replace(with: SIMD8<Int32>(repeating: 3), where: isLarger)
  if isRectified { value.replace(with: Lane(), where: value .< Lane()) }
  return (value, index)
}
