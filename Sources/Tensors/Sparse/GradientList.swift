/// A gradient that is not zero, and where its partner row starts.
public struct GradientEntry {
  var gradient: Float
  var offset: Int32
}

/// The non-zero gradients of an image, for each pixel and each corner of its pooling window a list
/// of (gradient, filter's row in the transposed kernel).
///
/// - p: `pixels`; c: `filters`; the row of filter c starts at `c * rowLength`
/// - without `corners` (no pooling) there is one corner
///
/// `counts[p * cornerCount + q]` gets the length of a list; the lists of corner q follow each other
/// from `lists + q * capacity` on, where `capacity` is more than `pixels * filters`. An entry is
/// always written and kept only if its gradient is not zero: no branch to predict.
@inline(never)
public func listGradients(
  _ g: UnsafePointer<Float>, corners: UnsafePointer<Int32>?, pixels: Int, filters: Int,
  rowLength: Int, lists: UnsafeMutablePointer<GradientEntry>, capacity: Int,
  counts: UnsafeMutablePointer<Int32>
) {
  guard let corners else {
    var end = lists
    for p in 0..<pixels {
      let gradients = g + p &* filters
      let start = end
      var offset: Int32 = 0
      for c in 0..<filters {
        let gradient = gradients[c]
        end.pointee = GradientEntry(gradient: gradient, offset: offset)
        end += gradient != 0 ? 1 : 0
        offset &+= Int32(truncatingIfNeeded: rowLength)
      }
      counts[p] = Int32(truncatingIfNeeded: end - start)
    }
    return
  }
  // The four lengths of a pixel's lists are 16-bit fields of one register.
  var start0 = 0
  var start1 = capacity
  var start2 = 2 &* capacity
  var start3 = 3 &* capacity
  for p in 0..<pixels {
    let gradients = g + p &* filters
    let corner = corners + p &* filters
    var lengths: UInt64 = 0
    var offset: Int32 = 0
    for c in 0..<filters {
      let gradient = gradients[c]
      let q = UInt64(truncatingIfNeeded: corner[c])
      let shift = q &<< 4
      let start = q < 2 ? (q == 0 ? start0 : start1) : (q == 2 ? start2 : start3)
      let place = start &+ Int(truncatingIfNeeded: (lengths &>> shift) & 0xFFFF)
      lists[place] = GradientEntry(gradient: gradient, offset: offset)
      lengths &+= (gradient != 0 ? 1 : 0) &<< shift
      offset &+= Int32(truncatingIfNeeded: rowLength)
    }
    let count = counts + 4 &* p
    count[0] = Int32(truncatingIfNeeded: lengths & 0xFFFF)
    count[1] = Int32(truncatingIfNeeded: (lengths &>> 16) & 0xFFFF)
    count[2] = Int32(truncatingIfNeeded: (lengths &>> 32) & 0xFFFF)
    count[3] = Int32(truncatingIfNeeded: lengths &>> 48)
    start0 &+= Int(count[0])
    start1 &+= Int(count[1])
    start2 &+= Int(count[2])
    start3 &+= Int(count[3])
  }
}
