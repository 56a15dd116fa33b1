import CZlib

/// zlib's decoder, fed from one array and stopped wherever the caller's buffer ends.
final class Inflater {
  enum Framing: Int32 {
    case raw = -15
    case zlib = 15
  }

  enum Fault: Error {
    case truncated
    case corrupt
  }

  /// On the heap, because zlib refuses a stream that has moved.
  private let stream: UnsafeMutablePointer<z_stream>
  /// How many bytes of the input were used.
  private(set) var position: Int
  private(set) var isFinished = false

  init(_ framing: Framing, startingAt position: Int = 0) {
    self.position = position
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = inflateInit2_(
      stream, framing.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib refuses to start: \(status)")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Fills `output`, and returns how much of it; less only at the end of the compressed data.
  func read(
    from input: [UInt8], before end: Int, into output: UnsafeMutableRawBufferPointer
  ) throws(Fault) -> Int {
    let largest = Int(Int32.max)
    var produced = 0
    while produced < output.count, !isFinished {
      let given = min(end - position, largest)
      let room = min(output.count - produced, largest)
      let status = input.withUnsafeBufferPointer { bytes in
        stream.pointee.next_in = bytes.baseAddress.map {
          UnsafeMutablePointer(mutating: $0 + position)
        }
        stream.pointee.avail_in = UInt32(given)
        stream.pointee.next_out = (output.baseAddress! + produced).assumingMemoryBound(
          to: UInt8.self)
        stream.pointee.avail_out = UInt32(room)
        return inflate(stream, Z_NO_FLUSH)
      }
      let made = room - Int(stream.pointee.avail_out)
      position += given - Int(stream.pointee.avail_in)
      produced += made
      switch status {
      case Z_STREAM_END: isFinished = true
      case Z_OK where made > 0 || position < end: continue
      case Z_OK, Z_BUF_ERROR: throw .truncated
      default: throw .corrupt
      }
    }
    return produced
  }
}
