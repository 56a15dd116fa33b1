/// A part of a picture that draws itself into the rectangle it is given, and no further.
public protocol Panel: Sendable {
  func draw(on canvas: any Canvas, in frame: Rect, _ theme: Theme)
}
