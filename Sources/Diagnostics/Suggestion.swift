/// The candidate nearest to `name`, if it is near enough to be a likely slip of the keyboard.
///
/// Distance is Levenshtein's, without regard to case; at most a third of the longer word may differ
/// (at least two edits are always allowed). Ties go to the earlier candidate. A name of more than 120
/// bytes is near to none.
public func nearest(to name: String, among candidates: [String]) -> String? {
  guard name.utf8.count <= longestName else { return nil }
  let wanted = Array(name.lowercased())
  var best: (candidate: String, distance: Int)?
  for candidate in candidates where candidate.utf8.count <= longestName {
    let other = Array(candidate.lowercased())
    let distance = editDistance(wanted, other)
    guard distance <= max(2, max(wanted.count, other.count) / 3) else { continue }
    guard distance < max(wanted.count, other.count) else { continue }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// In bytes: nobody types a longer one by hand, and the work grows with the product of two lengths.
private let longestName = 120

/// Levenshtein's distance, one row at a time.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var row = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, y) in b.enumerated() {
      let substitution = diagonal + (x == y ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substitution, min(row[j], diagonal) + 1)
    }
  }
  return row[b.count]
}
