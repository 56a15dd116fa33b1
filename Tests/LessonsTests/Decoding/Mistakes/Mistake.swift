import Testing

/// The sample notebook with one replacement, and everything the program says about it.
struct Mistake: CustomTestStringConvertible, Sendable {
  let name: String
  let old: String
  let new: String
  let es: [String]
  let en: [String]

  init(_ name: String, _ old: String, _ new: String, es: [String], en: [String]) {
    self.name = name
    self.old = old
    self.new = new
    self.es = es
    self.en = en
  }

  var testDescription: String { name }
}
