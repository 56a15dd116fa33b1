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

/// Writes eight values from `pointer` on, aligned or not.
@_transparent
public func store(_ lane: Lane, _ pointer: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: lane, as: Lane.self)
}

/// The value at `pointer` in all eight lanes.
@_transparent
public func broadcast(_ pointer: UnsafePointer<Float>) -> Lane {
  Lane(repeating: pointer.pointee)
}

/// The eight 32-bit integers from `pointer` on, aligned or not.
@_transparent
public func load(_ pointer: UnsafePointer<Int32>) -> SIMD8<Int32> {
  UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Int32>.self)
}

/// Writes eight 32-bit integers from `pointer` on, aligned or not.
@_transparent
public func store(_ lane: SIMD8<Int32>, _ pointer: UnsafeMutablePointer<Int32>) {
  UnsafeMutableRawPointer(pointer).storeBytes(of: lane, as: SIMD8<Int32>.self)
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
