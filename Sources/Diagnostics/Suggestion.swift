/// The candidate nearest to `name`, if it is near enough to be a likely slip of the keyboard.
///
/// Distance is Levenshtein's, without regard to case; at most a third of the longer word may differ
/// (at least two edits are always allowed). Ties go to the earlier candidate.
public func nearest(to name: String, among candidates: [String]) -> String? {
  let wanted = Array(name.lowercased())
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate.lowercased())
    let distance = editDistance(wanted, other)
    guard distance <= max(2, max(wanted.count, other.count) / 3) else { continue }
    guard distance < max(wanted.count, other.count) else { continue }
    if distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

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
