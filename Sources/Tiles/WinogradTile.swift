import Lanes

/// `m[t][c] = sum over k of v[t][k] * u[k][c]` for five tiles and two registers of filters: 10
/// accumulators. The second register's values stand `uStep` behind the first's in `u`, and `mStep` in
/// `m`.
///
///     for t in 0..<5 { for k in 0..<channels { for c in 0..<2 * L.scalarCount {
///       m[t * 16 + c / L.scalarCount * mStep + c % L.scalarCount]
///         += v[t * channels + k] * u[k * 16 + c / L.scalarCount * uStep + c % L.scalarCount] } } }
@_transparent
public func winogradTile5x2<L: FloatLane>(
  _ lane: L.Type,
  _ v: UnsafePointer<Float>, channels: Int, _ u: UnsafePointer<Float>, uStep: Int,
  _ m: UnsafeMutablePointer<Float>, mStep: Int
) {
  let v0 = v
  let v1 = v0 + channels
  let v2 = v1 + channels
  let v3 = v2 + channels
  let v4 = v3 + channels
  var c0 = LanePair<L>()
  var c1 = LanePair<L>()
  var c2 = LanePair<L>()
  var c3 = LanePair<L>()
  var c4 = LanePair<L>()
  var k = 0
  while k < channels {
    let values = LanePair<L>(u + k &* 16, step: uStep)
    c0.addProduct(v0 + k, values)
    c1.addProduct(v1 + k, values)
    c2.addProduct(v2 + k, values)
    c3.addProduct(v3 + k, values)
    c4.addProduct(v4 + k, values)
    k &+= 1
  }
  c0.store(m, step: mStep)
  c1.store(m + 16, step: mStep)
  c2.store(m + 32, step: mStep)
  c3.store(m + 48, step: mStep)
  c4.store(m + 64, step: mStep)
}
