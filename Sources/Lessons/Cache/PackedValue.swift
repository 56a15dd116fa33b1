/// A tree of values as the cache stores it: numbers by their bits, runs of numbers in one piece.
indirect enum PackedValue: Equatable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case unsigned(UInt64)
  case double(Double)
  case float(Float)
  case text(String)
  case bytes([UInt8])
  case integers([Int])
  case doubles([Double])
  case floats([Float])
  case list([PackedValue])
  case record([Member])

  struct Member: Equatable {
    var name: String
    var value: PackedValue
  }

  subscript(name: String) -> PackedValue? {
    guard case .record(let members) = self else { return nil }
    return members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
  }

  /// The first byte of a value in storage.
  enum Tag: UInt8 {
    case null, no, yes, integer, unsigned, double, float, text, bytes, integers, doubles, floats
    case list, record
  }
}
