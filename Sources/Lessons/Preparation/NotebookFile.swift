import Diagnostics
import Neural
import YAML

/// notebook.yaml as the place of an error.
struct NotebookFile {
  let path: String

  func error(_ problem: NotebookProblem, at mark: Mark?) -> NotebookError {
    NotebookError(problem, at: Place(path, line: mark?.line, column: mark?.column))
  }

  /// `validation_split` must leave something on both sides.
  func check(split fraction: Double, of count: Int, at mark: Mark?) throws(NotebookError) {
    let training = LabelledSamples.trainingCount(of: count, splitting: fraction)
    if training == 0 { throw error(.nothingLeft(.training, rows: count), at: mark) }
    if training == count { throw error(.nothingLeft(.validation, rows: count), at: mark) }
  }
}
