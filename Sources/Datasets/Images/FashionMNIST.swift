/// What is built in about Zalando's Fashion-MNIST (Xiao, Rasul and Vollgraf, 2017).
public enum FashionMNIST {
  public static let name = "fashion-mnist"
  public static let classCount = 10

  /// The ten classes in Mexican Spanish and in the data set's own English, in label order.
  public static let classNames: (es: [String], en: [String]) = (
    es: [
      "Playera/top", "Pantalón", "Suéter", "Vestido", "Abrigo", "Sandalia", "Camisa", "Tenis",
      "Bolsa", "Botín",
    ],
    en: [
      "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag",
      "Ankle boot",
    ]
  )

  /// As Spain says them.
  public static let classNamesOfSpain = [
    "Camiseta/top", "Pantalón", "Jersey", "Vestido", "Abrigo", "Sandalia", "Camisa", "Zapatilla",
    "Bolso", "Botín",
  ]
}
