import Neural
import Testing

@testable import Prose

@Suite struct ModelSummaryTests {
  /// Printed by Keras 3.15.1 without a terminal, for the same layers.
  @Test func readsAsKerasPrintsIt() {
    let layers: [(String, String, [Int], Int, Int)] = [
      ("conv2d", "Conv2D", [26, 26, 32], 320, 320),
      ("max_pooling2d", "MaxPooling2D", [13, 13, 32], 0, 0),
      ("conv2d_1", "Conv2D", [11, 11, 64], 18_496, 18_496),
      ("batch_normalization", "BatchNormalization", [11, 11, 64], 256, 128),
      ("global_average_pooling2d", "GlobalAveragePooling2D", [64], 0, 0),
      ("flatten", "Flatten", [64], 0, 0), ("dropout", "Dropout", [64], 0, 0),
      ("dense", "Dense", [10], 650, 650),
    ]
    let summary = ModelSummary(
      layers.map {
        LayerSummary(
          name: $0.0, className: $0.1, outputShape: $0.2, parameterCount: $0.3,
          trainableCount: $0.4)
      })
    #expect(
      summary.text == """
        Model: "sequential"
        ┏━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━━━━━━━━━━┳━━━━━━━━━━━━━━━┓
        ┃ Layer (type)                    ┃ Output Shape           ┃       Param # ┃
        ┡━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━━━━━━━━━━╇━━━━━━━━━━━━━━━┩
        │ conv2d (Conv2D)                 │ (None, 26, 26, 32)     │           320 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ max_pooling2d (MaxPooling2D)    │ (None, 13, 13, 32)     │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ conv2d_1 (Conv2D)               │ (None, 11, 11, 64)     │        18,496 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ batch_normalization             │ (None, 11, 11, 64)     │           256 │
        │ (BatchNormalization)            │                        │               │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ global_average_pooling2d        │ (None, 64)             │             0 │
        │ (GlobalAveragePooling2D)        │                        │               │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ flatten (Flatten)               │ (None, 64)             │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dropout (Dropout)               │ (None, 64)             │             0 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dense (Dense)                   │ (None, 10)             │           650 │
        └─────────────────────────────────┴────────────────────────┴───────────────┘
         Total params: 19,722 (77.04 KB)
         Trainable params: 19,594 (76.54 KB)
         Non-trainable params: 128 (512.00 B)

        """)
  }

  @Test func normalizationCountsItsCounter() {
    let summary = ModelSummary([
      LayerSummary(
        name: "normalization", className: "Normalization", outputShape: [1],
        parameterCount: 3, trainableCount: 0),
      LayerSummary(
        name: "dense", className: "Dense", outputShape: [1], parameterCount: 2, trainableCount: 2),
    ])
    #expect(
      summary.text.hasSuffix(
        """
        │ normalization (Normalization)   │ (None, 1)              │             3 │
        ├─────────────────────────────────┼────────────────────────┼───────────────┤
        │ dense (Dense)                   │ (None, 1)              │             2 │
        └─────────────────────────────────┴────────────────────────┴───────────────┘
         Total params: 5 (24.00 B)
         Trainable params: 2 (8.00 B)
         Non-trainable params: 3 (16.00 B)

        """))
  }

  @Test(arguments: [
    (0, "0.00 B"), (1023, "1023.00 B"), (1024, "1.00 KB"), (9_540_040, "9.10 MB"),
    (373_288, "364.54 KB"),
  ])
  func sizesReadAsKerasWritesThem(bytes: Int, text: String) {
    #expect(ModelSummary.size(bytes) == text)
  }
}
