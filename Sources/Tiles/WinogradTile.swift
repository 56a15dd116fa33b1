import Lanes

/// What Winograd's F(2 x 2, 3 x 3) multiplies, for a group of tiles and two registers of filters.
///
/// - v[place][t][k]: 16 places, `group` tiles each, `channels`; of the tiles `tiles` are wanted, and up to 4 more
///   are worked out
/// - u[place][k][16], m[place][t][16]; the second register's values are `uStep` and `mStep` behind the first's
///
///     for place in 0..<16 { for t in 0..<tiles { for k in 0..<channels { for c in 0..<2 * L.scalarCount {
///       m[place][t][c] += v[place][t][k] * u[place][k][c] } } } }
@_transparent
public func winogradProducts<L: FloatLane>(
  _ lane: L.Type,
  _ v: UnsafePointer<Float>, tiles: Int, group: Int, channels: Int,
  _ u: UnsafePointer<Float>, uStep: Int, _ m: UnsafeMutablePointer<Float>, mStep: Int
) {
  for place in 0..<16 {
    var tile = 0
    while tile < tiles {
      let first = place &* group &+ tile
      winogradTile5x2(
        lane, v + first &* channels, channels: channels, u + place &* channels &* 16, uStep: uStep,
        m + first &* 16, mStep: mStep)
      tile &+= 5
    }
  }
}

/// Five tiles: 10 accumulators, 2 loads and 5 broadcasts per iteration.
@_transparent @usableFromInline
func winogradTile5x2<L: FloatLane>(
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
