import Datasets
import Diagnostics
import Neural

/// Data whose files are read and whose headers fit; the values are not looked at yet.
enum OpenedData {
  case table(OpenedTable)
  case images(OpenedImages)

  /// Of one sample.
  var inputShape: [Int] {
    switch self {
    case .table(let table): [table.source.inputs.count]
    case .images(let images): [images.train.height, images.train.width, 1]
    }
  }
}
