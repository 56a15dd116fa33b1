import Diagnostics

extension Notebook {
  /// Reads every data file of the lessons and checks that it fits the models; trains nothing.
  ///
  /// `dataFolder` is looked into for image sets before the system's own; `isStrict` refuses the drawn
  /// garments in place of an absent Fashion-MNIST. The test parts of tables and the drawn garments
  /// come from the notebook's seed. Throws all errors of the first stage that has any: files and
  /// headers, shapes, bodies.
  ///
  /// A lesson for which `known` has a result is not prepared, and its images are not inflated: the
  /// same data have passed every check with the same model before.
  public func prepare(
    dataFolder: String? = nil, isStrict: Bool = false,
    known: @escaping (ResultKey) -> LessonResult? = { _ in nil }
  ) throws(UserErrors) -> PreparedNotebook {
    let preparation = NotebookPreparation(
      self, dataFolder: dataFolder, isStrict: isStrict, known: known)
    return try preparation.run()
  }
}
