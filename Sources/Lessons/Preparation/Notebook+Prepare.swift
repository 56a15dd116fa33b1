import Diagnostics

extension Notebook {
  /// Reads every data file of the lessons and checks that it fits the models; trains nothing.
  ///
  /// `dataFolder` is looked into for image sets before the system's own; `isStrict` refuses the drawn
  /// garments in place of an absent Fashion-MNIST. The test parts of tables and the drawn garments
  /// come from the notebook's seed. Throws all errors of the first stage that has any: files and
  /// headers, shapes, bodies.
  public func prepare(
    dataFolder: String? = nil, isStrict: Bool = false
  ) throws(UserErrors) -> PreparedNotebook {
    let preparation = NotebookPreparation(self, dataFolder: dataFolder, isStrict: isStrict)
    return try preparation.run()
  }
}
