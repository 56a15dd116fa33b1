import Lessons
import Neural
import TestSupport
import Testing

@testable import Prose

/// The text of generated code and its output; that it runs was tried in Keras 3.15 with
/// TensorFlow 2.21 on the pages of the bundled notebook.
@Suite struct KerasCodeTests {
  private func code(
    _ result: LessonResult, _ language: Language = .es, notebook: Notebook = Fixture.notebook()
  ) throws -> KerasCode {
    let values = try Fixture.values([result], language: language, notebook: notebook)
    return KerasCode(try #require(values.study(result.lesson)))
  }

  private func source(_ code: KerasCode, _ part: KerasPart) -> String {
    code.cell(part).code.joined(separator: "\n")
  }

  @Test func aSingleNeuronInSpanish() throws {
    let code = try code(Fixture.celsiusResult())
    #expect(
      source(code, .imports) == """
        import numpy as np
        import tensorflow as tf
        import matplotlib.pyplot as plt

        # Cambia 7 por los dos últimos dígitos de tu código: tu propia semilla, tus propios números.
        tf.keras.utils.set_random_seed(7)
        """)
    #expect(
      source(code, .data) == """
        celsius = np.array([-40, -10, 0, 8, 15, 22, 38], dtype=float).reshape(-1, 1)
        fahrenheit = np.array([-40, 14, 32, 46, 59, 72, 100], dtype=float).reshape(-1, 1)
        """)
    #expect(
      source(code, .define) == """
        capa = tf.keras.layers.Dense(units=1)
        modelo = tf.keras.Sequential([tf.keras.Input(shape=(1,)), capa])
        """)
    #expect(
      source(code, .compile) == """
        modelo.compile(
            optimizer=tf.keras.optimizers.Adam(learning_rate=0.1),
            loss="mean_squared_error",
        )
        """)
    #expect(
      source(code, .predict) == """
        print("¡Hagamos una predicción!")
        resultado = modelo.predict(np.array([[100.0]]))
        print("El resultado es", resultado, "°F")
        """)
    #expect(
      code.cell(.predict).output == [
        "¡Hagamos una predicción!", "1/1 ━━━━━━━━━━━━━━━━━━━━ …",
        "El resultado es [[211.74075]] °F",
      ])
    #expect(
      code.cell(.weights).output == [
        "Variables internas del modelo",
        "[array([[1.7983825]], dtype=float32), array([31.902498], dtype=float32)]",
      ])
    #expect(source(code, .plot).contains("plt.ylabel(\"Magnitud de pérdida (°F²)\")"))
    #expect(source(code, .summary) == "modelo.summary()")
    #expect(code.cell(.evaluate).output == ["Pérdida en los datos de entrenamiento: 0.064"])
  }

  @Test func hiddenLayersInEnglish() throws {
    let code = try code(Fixture.hiddenResult(), .en)
    #expect(
      source(code, .define) == """
        hidden1 = tf.keras.layers.Dense(units=2)
        output = tf.keras.layers.Dense(units=1)
        model = tf.keras.Sequential([tf.keras.Input(shape=(1,)), hidden1, output])
        """)
    #expect(
      source(code, .fit) == """
        print("Starting training...")
        history = model.fit(celsius, fahrenheit, epochs=4, verbose=2)
        print("Model trained!")
        """)
    #expect(
      code.cell(.fit).output == [
        "Starting training...", "Epoch 1/4", "1/1 - … - loss: 2000.0000", "Epoch 2/4",
        "1/1 - … - loss: 0.9000", "Epoch 3/4", "1/1 - … - loss: 0.0631", "Epoch 4/4",
        "1/1 - … - loss: 0.0630", "Model trained!",
      ])
    #expect(
      code.cell(.weights).output == [
        "Internal variables of the model",
        "[array([[ 2., -1.]], dtype=float32), array([ 0.5, -0.5], dtype=float32)]",
        "[array([[ 0.5     ],",
        "       [-0.797949]], dtype=float32), array([31.30355], dtype=float32)]",
      ])
  }

  @Test func aHeldOutPartTakesTheSameRows() throws {
    let code = try code(Fixture.normalizedResult())
    #expect(
      source(code, .data).hasSuffix(
        """
        # Filas para la prueba, las mismas de este informe: se sortearon con la semilla 7.
        prueba = [1, 5]
        celsius_entrenamiento = np.delete(celsius, prueba, axis=0)
        fahrenheit_entrenamiento = np.delete(fahrenheit, prueba, axis=0)
        celsius_prueba = celsius[prueba]
        fahrenheit_prueba = fahrenheit[prueba]
        """))
    #expect(
      source(code, .define) == """
        normalizacion = tf.keras.layers.Normalization()
        normalizacion.adapt(celsius_entrenamiento)
        capa = tf.keras.layers.Dense(units=1)
        modelo = tf.keras.Sequential([tf.keras.Input(shape=(1,)), normalizacion, capa])
        """)
    #expect(
      source(code, .evaluate).hasPrefix(
        "perdida = modelo.evaluate(celsius_prueba, fahrenheit_prueba, verbose=0)"))
    #expect(code.cell(.weights).output.count == 2)
  }

  @Test func longTablesAreReadFromTheirFile() throws {
    var result = Fixture.celsiusResult()
    result.regression?.inputs = (0..<21).map { [Double($0)] }
    result.regression?.targets = (0..<21).map { Double($0) }
    result.regression?.isTest = (0..<21).map { _ in false }
    let code = try code(result)
    #expect(source(code, .imports).contains("import pandas as pd\nimport seaborn as sns"))
    #expect(
      source(code, .data) == """
        datos = pd.read_csv("data/celsius.csv")
        print(datos.head())

        celsius = datos[["celsius"]].to_numpy(dtype=float)
        fahrenheit = datos[["fahrenheit"]].to_numpy(dtype=float)
        """)
    #expect(
      source(code, .look).hasPrefix(
        "sns.scatterplot(x=\"celsius\", y=\"fahrenheit\", data=datos)"))
    #expect(
      source(code, .predict).hasSuffix(
        "plt.scatter(100.0, resultado, color=\"red\", marker=\"x\", s=100)\nplt.show()"))
    #expect(code.cell(.predict).output.last == "Temperatura, según la red: 211.74")
  }

  @Test func images() throws {
    let code = try code(Fixture.fashionResult())
    #expect(
      source(code, .data) == """
        (train_images, train_labels), (test_images, test_labels) = (
            tf.keras.datasets.fashion_mnist.load_data())
        print(train_images.shape, test_images.shape, train_images.dtype)
        """)
    #expect(code.cell(.data).output == ["(60000, 28, 28) (4, 28, 28) uint8"])
    #expect(code.cell(.prepare).output == ["(60000, 28, 28, 1)", "[0. 1. 0.]"])
    #expect(
      source(code, .define) == """
        modelo = tf.keras.Sequential()
        modelo.add(tf.keras.Input(shape=(28, 28, 1)))
        modelo.add(tf.keras.layers.Conv2D(2, (3, 3), activation="relu"))
        modelo.add(tf.keras.layers.MaxPooling2D((2, 2)))
        modelo.add(tf.keras.layers.Flatten())
        modelo.add(tf.keras.layers.Dense(units=3, activation="softmax"))
        """)
    #expect(source(code, .compile).contains("    metrics=[\"accuracy\"],"))
    #expect(
      source(code, .fit).contains(
        """
        historial = modelo.fit(
            train_images, train_labels, epochs=3,
            validation_data=(test_images, test_labels), verbose=2)
        """))
    #expect(
      code.cell(.fit).output[2]
        == "1875/1875 - … - accuracy: 0.8200 - loss: 0.5000 - val_accuracy: 0.8000 - val_loss: 0.4000"
    )
    #expect(source(code, .plot).contains("plt.ylim([0, 1])\nplt.legend(loc=\"lower right\")"))
    #expect(
      code.cell(.evaluate).output == [
        "1/1 - … - accuracy: 0.7500 - loss: 0.3500", "Exactitud en el conjunto de prueba: 75.0%",
      ])
    #expect(code.cell(.weights).output[0] == "conv2d [(3, 3, 1, 2), (2,)]")
    #expect(code.cell(.predict).output.last == "0 0.900")
  }

  @Test func everyOptionOfFitAndOptimizersIsWritten() throws {
    var notebook = Fixture.notebook()
    notebook.lessons[1].training?.fit = Fit(
      epochs: 500, batchSize: 4, shuffle: false, validation: .split(0.25),
      earlyStopping: EarlyStopping(patience: 3, minDelta: 0.01, restoreBestWeights: true))
    notebook.lessons[1].training?.compile = Compile(
      optimizer: SGD(learningRate: 1e-5, momentum: 0.9, nesterov: true), loss: .huber,
      metrics: [.meanAbsoluteError])
    notebook.lessons[1].training?.model[0].initial = [[1.8], [4.5]]
    let code = try code(Fixture.celsiusResult(), notebook: notebook)
    #expect(
      source(code, .fit) == """
        parada = tf.keras.callbacks.EarlyStopping(monitor="val_loss", patience=3, min_delta=0.01, restore_best_weights=True)
        print("Comenzando entrenamiento...")
        historial = modelo.fit(
            celsius, fahrenheit, epochs=500,
            batch_size=4, shuffle=False, validation_split=0.25, callbacks=[parada], verbose=False)
        print("¡Modelo entrenado!")
        """)
    #expect(
      source(code, .compile) == """
        modelo.compile(
            optimizer=tf.keras.optimizers.SGD(learning_rate=1e-05, momentum=0.9, nesterov=True),
            loss="huber",
            metrics=["mean_absolute_error"],
        )
        """)
    #expect(
      source(code, .define).hasSuffix(
        "capa.set_weights([np.array([1.8]).reshape(1, 1), np.array([4.5]).reshape(1)])"))
    notebook.lessons[1].training?.compile.optimizer = RMSprop(
      learningRate: 0.01, rho: 0.8, momentum: 0.5, epsilon: 1e-5)
    let other = try self.code(Fixture.celsiusResult(), notebook: notebook)
    #expect(
      source(other, .compile).contains(
        "RMSprop(learning_rate=0.01, rho=0.8, momentum=0.5, epsilon=1e-05)"))
  }

  @Test func everyLayerIsWrittenWithWhatDiffersFromKerasDefaults() throws {
    var notebook = Fixture.notebook()
    let layers: [any Layer] = [
      Conv2D(filters: 4, kernelSize: Size2D(3, 5), strides: Size2D(2), padding: .same),
      BatchNormalization(momentum: 0.9, epsilon: 0.01), BatchNormalization(),
      AveragePooling2D(poolSize: Size2D(2), strides: Size2D(1)), Dropout(rate: 0.25),
      GlobalAveragePooling2D(), Dense(units: 3, activation: .softmax),
    ]
    notebook.lessons[4].training?.model = layers.map { LayerDeclaration(layer: $0) }
    let code = try code(Fixture.fashionResult(), notebook: notebook)
    #expect(
      source(code, .define).split(separator: "\n").dropFirst(2).map(String.init) == [
        "modelo.add(tf.keras.layers.Conv2D(4, (3, 5), strides=(2, 2), padding=\"same\"))",
        "modelo.add(tf.keras.layers.BatchNormalization(momentum=0.9, epsilon=0.01))",
        "modelo.add(tf.keras.layers.BatchNormalization())",
        "modelo.add(tf.keras.layers.AveragePooling2D((2, 2), strides=(1, 1)))",
        "modelo.add(tf.keras.layers.Dropout(0.25))",
        "modelo.add(tf.keras.layers.GlobalAveragePooling2D())",
        "modelo.add(tf.keras.layers.Dense(units=3, activation=\"softmax\"))",
      ])
  }

  @Test func statisticsOfTheLessonFileAreNotMeasured() throws {
    var notebook = Fixture.notebook()
    let index = try #require(
      notebook.lessons.firstIndex { $0.id == Fixture.normalizedResult().lesson })
    notebook.lessons[index].training?.model[0].initial = [[10], [4], [0]]
    let code = source(try code(Fixture.normalizedResult(), notebook: notebook), .define)
    #expect(
      code.hasPrefix("normalizacion = tf.keras.layers.Normalization(mean=[10.0], variance=[4.0])\n")
    )
    #expect(!code.contains("adapt") && !code.contains("set_weights"))
  }

  @Test func imagesAreNormalizedByTheTrainingPixels() throws {
    var notebook = Fixture.notebook()
    notebook.lessons[4].training?.model.insert(LayerDeclaration(layer: Normalization()), at: 0)
    let code = source(try code(Fixture.fashionResult(), notebook: notebook), .define)
    #expect(
      code.contains(
        """
        normalizacion = tf.keras.layers.Normalization()
        normalizacion.adapt(train_images)
        modelo.add(normalizacion)
        """))
  }

  @Test func theSizeOfImagesIsThatOfTheResult() throws {
    var notebook = Fixture.notebook()
    notebook.lessons[4].training?.data = .images(ImageSource(name: "digits"))
    var result = Fixture.fashionResult()
    result.classification?.height = 12
    result.classification?.width = 10
    let code = try code(result, notebook: notebook)
    #expect(source(code, .define).contains("tf.keras.Input(shape=(12, 10, 1))"))
    #expect(source(code, .data).contains(".reshape(-1, 12, 10)"))
  }

  @Test func hostileNamesStayInsideTheirStrings() throws {
    var notebook = Fixture.notebook()
    let name = "x\"); import os #"
    notebook.lessons[1].training?.data = .table(
      TableSource(path: "a\"b.csv", inputs: [name], target: "</code><script>"))
    var result = Fixture.celsiusResult()
    result.regression?.inputNames = [name]
    let code = try code(result, notebook: notebook)
    #expect(source(code, .data).hasPrefix("x____import_os__ = np.array(["))
    #expect(!code.html(.look).contains("<script>"))
    #expect(source(code, .look).contains("plt.xlabel(\"x\\\"); import os #\")"))
  }

  @Test func codeAndOutputAreEscapedAndNotTranslated() throws {
    let html = try code(Fixture.celsiusResult()).html(.weights)
    #expect(
      html.hasPrefix(
        "<pre tabindex=\"0\" translate=\"no\"><code class=\"language-python\">print(&quot;"))
    #expect(html.contains("<pre class=\"output\" translate=\"no\"><samp>Variables internas"))
  }
}
