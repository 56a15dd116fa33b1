/// Eight Float32 lanes: one 256-bit register.
///
/// Loads, stores and broadcasts only. Arithmetic belongs to the kernels: inlined into a target that
/// is compiled without FMA, `addProduct` would become a library call a lane.
public typealias Lane = SIMD8<Float>

/// The eight values from `pointer` on, aligned or not.
@_transparent
public func load(_ pointer: UnsafePointer<Float>) -> Lane {
  UnsafeRawPointer(pointer).loadUnaligned(as: Lane.self)
}

/// The eight 32-bit integers from `pointer` on, aligned or not.
@_transparent
public func load(_ pointer: UnsafePointer<Int32>) -> SIMD8<Int32> {
  UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Int32>.self)
}

/// A register's values from `pointer` on, aligned or not.
@_transparent
public func load<L: SIMD>(_ pointer: UnsafePointer<L.Scalar>) -> L {
  UnsafeRawPointer(pointer).loadUnaligned(as: L.self)
}

/// Writes a register's values from `pointer` on, aligned or not.
@_transparent
public func store<L: SIMD>(_ lane: L, _ pointer: UnsafeMutablePointer<L.Scalar>) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: lane, as: L.self)
}

/// The value at `pointer` in all eight lanes.
@_transparent
public func broadcast(_ pointer: UnsafePointer<Float>) -> Lane {
  Lane(repeating: pointer.pointee)
}

/// The value at `pointer` in all lanes of a register.
@_transparent
public func broadcast<L: SIMD>(_ pointer: UnsafePointer<L.Scalar>) -> L {
  L(repeating: pointer.pointee)
}

/// The first `count` (0...8) values from `pointer` on; zero in the other lanes.
@inlinable @inline(__always)
public func loadFirst(_ count: Int, _ pointer: UnsafePointer<Float>) -> Lane {
  var lane = Lane()
  for index in 0..<count { lane[index] = pointer[index] }
  return lane
}

/// Writes the first `count` (0...8) lanes from `pointer` on.
@_transparent
public func storeFirst(_ count: Int, _ lane: Lane, _ pointer: UnsafeMutablePointer<Float>) {
  for index in 0..<count { pointer[index] = lane[index] }
}
