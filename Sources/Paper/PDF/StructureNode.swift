/// An element of the tree that tells a screen reader what a page holds, in reading order.
final class StructureNode {
  enum Role: String {
    case document = "Document"
    case paragraph = "P"
    case list = "L"
    case item = "LI"
    case label = "Lbl"
    case body = "LBody"
    case quote = "BlockQuote"
    case division = "Div"
    case code = "Code"
    case table = "Table"
    case row = "TR"
    case headCell = "TH"
    case cell = "TD"
    case figure = "Figure"
    case caption = "Caption"
    case note = "Note"
    case heading1 = "H1"
    case heading2 = "H2"
    case heading3 = "H3"
    case heading4 = "H4"
    case heading5 = "H5"
    case heading6 = "H6"

    static func heading(_ level: Int) -> Role { Role(rawValue: "H\(min(6, max(1, level)))")! }
  }

  enum Kid {
    case node(StructureNode)
    /// What was drawn in one go, by its number.
    case leaf(Int, isLink: Bool)
  }

  let role: Role
  /// Of a figure.
  let alt: String?
  private(set) var kids: [Kid] = []

  init(_ role: Role, alt: String? = nil) {
    self.role = role
    self.alt = alt
  }

  /// Its newest child.
  func child(_ role: Role, alt: String? = nil) -> StructureNode {
    let child = StructureNode(role, alt: alt)
    kids.append(.node(child))
    return child
  }

  func append(leaf: Int, isLink: Bool) { kids.append(.leaf(leaf, isLink: isLink)) }
}
