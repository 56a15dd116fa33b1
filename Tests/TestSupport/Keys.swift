/// Keys that are no characters, as https://www.w3.org/TR/webdriver2/#keyboard-actions codes them.
public enum Keys {
  public static let tab = "\u{E004}"
  public static let enter = "\u{E007}"
  public static let space = " "
  public static let end = "\u{E010}"
  public static let home = "\u{E011}"
  public static let left = "\u{E012}"
  public static let up = "\u{E013}"
  public static let right = "\u{E014}"
  public static let down = "\u{E015}"
}
