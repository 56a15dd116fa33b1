import Lanes

public typealias GradientEntry = Lanes.GradientEntry

/// 1 if the gradient is not zero (NaN included), without a branch.
@inline(__always)
func isKept(_ gradient: Float) -> Int {
  gradient.bitPattern &<< 1 == 0 ? 0 : 1
}

/// The non-zero gradients of an image, for each pixel and each corner of its pooling window a list
/// of (gradient, filter's row in the transposed kernel).
///
/// - p: `pixels`; c: `filters`; the row of filter c starts at `c * rowLength`
/// - `places` as `convolveMaxPool` gives them; without them (no pooling) there is one corner
///
/// `counts[p * cornerCount + q]` gets the length of a list; the lists of corner q follow each other
/// from `lists + q * capacity` on, where `capacity` is more than `pixels * filters`. An entry is
/// always written and kept only if its gradient is not zero: no branch to predict.
@inline(never)
public func listGradients(
  _ g: UnsafePointer<Float>, places: UnsafePointer<Int32>?, pixels: Int, filters: Int,
  rowLength: Int, lists: UnsafeMutablePointer<GradientEntry>, capacity: Int,
  counts: UnsafeMutablePointer<Int32>
) {
  guard let places else {
    var end = lists
    for p in 0..<pixels {
      let gradients = g + p &* filters
      let start = end
      var offset: Int32 = 0
      for c in 0..<filters {
        let gradient = gradients[c]
        end.pointee = GradientEntry(gradient: gradient, offset: offset)
        end += isKept(gradient)
        offset &+= Int32(truncatingIfNeeded: rowLength)
      }
      counts[p] = Int32(truncatingIfNeeded: end - start)
    }
    return
  }
  // The four lengths of a pixel's lists are 16-bit fields of one register.
  withUnsafeTemporaryAllocation(of: Int.self, capacity: 4) { starts in
    for q in 0..<4 { starts[q] = q &* capacity }
    let start = starts.baseAddress!
    for p in 0..<pixels {
      let gradients = g + p &* filters
      let codes = places + p &* filters
      var lengths: UInt64 = 0
      var offset: Int32 = 0
      for c in 0..<filters {
        let gradient = gradients[c]
        let q = Int(truncatingIfNeeded: codes[c] & 3)
        let shift = UInt64(truncatingIfNeeded: q &<< 4)
        let place = start[q] &+ Int(truncatingIfNeeded: (lengths &>> shift) & 0xFFFF)
        lists[place] = GradientEntry(gradient: gradient, offset: offset)
        lengths &+= UInt64(truncatingIfNeeded: isKept(gradient)) &<< shift
        offset &+= Int32(truncatingIfNeeded: rowLength)
      }
      for q in 0..<4 {
        let count = Int(truncatingIfNeeded: (lengths &>> UInt64(q &* 16)) & 0xFFFF)
        counts[4 &* p &+ q] = Int32(truncatingIfNeeded: count)
        start[q] &+= count
      }
    }
  }
}
