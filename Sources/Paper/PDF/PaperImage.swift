import CCairo

/// A PNG as Cairo reads it.
final class PaperImage {
  let surface: OpaquePointer
  let width: Double
  let height: Double

  /// nil for bytes that are no PNG.
  init?(_ png: [UInt8]) {
    var rest = png[...]
    let read = withUnsafeMutablePointer(to: &rest) { source in
      cairo_image_surface_create_from_png_stream(
        { source, target, count in
          let source = source!.assumingMemoryBound(to: ArraySlice<UInt8>.self)
          guard source.pointee.count >= Int(count) else { return CAIRO_STATUS_READ_ERROR }
          for index in 0..<Int(count) { target![index] = source.pointee.removeFirst() }
          return CAIRO_STATUS_SUCCESS
        }, source)
    }
    guard let read else { return nil }
    guard cairo_surface_status(read) == CAIRO_STATUS_SUCCESS,
      cairo_image_surface_get_width(read) > 0
    else {
      cairo_surface_destroy(read)
      return nil
    }
    surface = read
    width = Double(cairo_image_surface_get_width(read))
    height = Double(cairo_image_surface_get_height(read))
  }

  deinit { cairo_surface_destroy(surface) }
}
