import Drawing
import Neural
import Testing

@testable import Figures
@testable import Lessons

extension FigureWordsTests {
  private static let garments: Sample = {
    var sample = SampleLessons.garments
    sample.result.data.kind = .images
    return sample
  }()

  /// Test images of the first classes with what each was taken for.
  private static func tested(_ pairs: [(label: UInt8, predicted: UInt8)]) -> (inout Sample) -> Void
  {
    { sample in
      sample.result.classification?.testLabels = pairs.map(\.label)
      sample.result.classification?.testPredicted = pairs.map(\.predicted)
      let images = sample.result.classification!.examples
      sample.result.classification?.examples = zip(pairs, images).map { pair, image in
        var image = image
        image.label = Int(pair.label)
        image.probabilities = Array(repeating: 0.02, count: 10)
        image.probabilities[Int(pair.predicted)] = 0.82
        return image
      }
    }
  }

  @Test func everyImageRight() throws {
    let change = Self.tested([(0, 0), (1, 1), (1, 1)])
    let confusion = try Self.alts("confusion", Self.garments, change: change)
    #expect(
      confusion.en == "Confusion matrix of 3 test images; right: 3. There was no mistake.")
    #expect(
      confusion.es
        == "Matriz de confusión de 3 imágenes de prueba; bien clasificadas: 3. No hubo ningún error."
    )
    let mistakes = try Self.alts("mistakes", Self.garments, change: change)
    #expect(mistakes.en == "The network made no mistake on 3 test images.")
    #expect(mistakes.es == "La red no se equivocó en 3 imágenes de prueba.")
    let recall = try Self.alts("recall", Self.garments, change: change)
    #expect(
      recall.en == "Bars of the recall of 10 classes. It is the same for all: 100.0%. Without test "
        + "images: “Pullover”, “Dress”, “Coat”, and 5 more.")
    #expect(
      recall.es == "Barras de la sensibilidad (recall) de 10 clases. En todas es igual: 100.0%. "
        + "Sin imágenes de prueba: «Suéter», «Vestido», «Abrigo», y 5 más.")
    let probabilities = try Self.alts("probabilities", Self.garments, change: change)
    #expect(
      probabilities.en.hasPrefix(
        "3 test images with the probability of each class as bars; right: 3. ✓ T-shirt/top 82.0%;"))
    #expect(
      probabilities.es.hasPrefix(
        "3 imágenes de prueba con la probabilidad de cada clase en barras; bien clasificadas: 3. "))
  }

  @Test func noMistakeIsSaidInThePicture() throws {
    var sample = Self.garments
    Self.tested([(0, 0)])(&sample)
    let context = try SampleLessons.context(sample, .es)
    let figure = FigureCatalogue.figure(named: "mistakes", context)
    let texts = try PictureRenderer().recording(figure.picture).texts.map(\.text)
    #expect(texts.contains("La red no se equivocó en 1 imagen de prueba."))
    #expect(figure.caption == "La red no se equivocó en 1 imagen de prueba.")
  }

  @Test func oneImageWrong() throws {
    let change = Self.tested([(0, 1)])
    let confusion = try Self.alts("confusion", Self.garments, change: change)
    #expect(
      confusion.en == "Confusion matrix of 1 test image; right: 0. The most frequent mistake, "
        + "taking “T-shirt/top” for “Trouser”: 1 of 1 image.")
    #expect(
      confusion.es == "Matriz de confusión de 1 imagen de prueba; bien clasificadas: 0. El error "
        + "más frecuente, tomar «Playera/top» por «Pantalón»: 1 de 1 imagen.")
    let mistakes = try Self.alts("mistakes", Self.garments, change: change)
    #expect(
      mistakes.en == "Grid of images classified wrongly, from the most confident to the least: "
        + "1 of 1 mistake. It said “Trouser” with 82.0% and it was “T-shirt/top”.")
    #expect(
      mistakes.es == "Cuadrícula de imágenes mal clasificadas, de la más segura a la menos: "
        + "1 de 1 error. Dijo «Pantalón» con 82.0% y era «Playera/top».")
    let recall = try Self.alts("recall", Self.garments, change: change)
    #expect(recall.en.contains("For “T-shirt/top” it is 0.0%. Without test images: "))
    #expect(recall.es.contains("En «Playera/top» es 0.0%. Sin imágenes de prueba: "))
  }

  @Test func everyImageWrongAndTied() throws {
    let change = Self.tested([(0, 1), (1, 0)])
    let confusion = try Self.alts("confusion", Self.garments, change: change)
    #expect(
      confusion.en.hasSuffix(
        "The most frequent mistake, tied with others, taking “T-shirt/top” for “Trouser”: "
          + "1 of 1 image."))
    #expect(
      confusion.es.hasSuffix(
        "El error más frecuente, empatado con otros, tomar «Playera/top» por «Pantalón»: "
          + "1 de 1 imagen."))
    let mistakes = try Self.alts("mistakes", Self.garments, change: change)
    #expect(mistakes.en.contains("2 of 2 mistakes. The most confident one: it said “Trouser”"))
    #expect(mistakes.es.contains("2 de 2 errores. El más seguro: dijo «Pantalón»"))
  }

  @Test func theHighestAndLowestRecall() throws {
    let change = Self.tested([(0, 0), (1, 1), (2, 1), (3, 3), (3, 1)])
    let recall = try Self.alts("recall", Self.garments, change: change)
    #expect(
      recall.en.contains(
        "Highest: “T-shirt/top”, “Trouser”, with 100.0%. Lowest, hatched: “Pullover”, with 0.0%."))
    #expect(
      recall.es.contains(
        "La más alta: «Playera/top», «Pantalón», con 100.0%. La más baja, rayada: «Suéter», con "
          + "0.0%."))
  }

  @Test func oneImageOfTraining() throws {
    let said = try Self.alts("samples", Self.garments) {
      $0.result.classification?.samples.removeLast(19)
      $0.result.classification?.classes.removeLast(9)
    }
    #expect(
      said.en
        == "Grid of 1 training image with the name of their class below; 1 class: T-shirt/top.")
    #expect(
      said.es
        == "Cuadrícula de 1 imagen de entrenamiento con el nombre de su clase debajo; 1 clase: "
        + "Playera/top.")
  }

  @Test func anEmptyImage() throws {
    let said = try Self.alts("pixels", Self.garments) {
      $0.result.classification?.samples[0].pixels = Array(repeating: 0, count: 784)
    }
    #expect(
      said.en == "Grid of 28 × 28 numbers, the pixels of an image of “T-shirt/top”; the largest is "
        + "0, and 0 of 784 are other than zero.")
    #expect(
      said.es == "Cuadrícula de 28 × 28 números, los píxeles de una imagen de «Playera/top»; el "
        + "mayor es 0, y distintos de cero son 0 de 784.")
  }

  @Test func aConvolutionWithoutRelu() throws {
    let linear: (inout Sample) -> Void = {
      $0.lesson.training?.model[0] = LayerDeclaration(
        layer: Conv2D(filters: 8, kernelSize: Size2D(3)))
    }
    let said = try Self.alts("convolution", Self.garments, change: linear)
    #expect(!said.en.contains("relu") && !said.es.contains("relu"), "\(said)")
    #expect(said.en.contains("its result, and max pooling. The first cell is "))
    #expect(said.es.contains("su resultado y la agrupación máxima. La primera casilla vale "))
    var sample = Self.garments
    linear(&sample)
    let figure = FigureCatalogue.figure(
      named: "convolution", try SampleLessons.context(sample, .es))
    let texts = try PictureRenderer().recording(figure.picture).texts.map(\.text)
    #expect(texts.contains("Con el sesgo") && !texts.contains("Después de relu"))
    #expect(!figure.caption.contains("relu") && !figure.longDescription.contains("relu"))
  }

  @Test func filtersThatDoNotAnswer() throws {
    let said = try Self.alts("feature-maps", Self.garments) {
      $0.result.weights[0].arrays[0].values = Array(repeating: 0, count: 72)
      $0.result.weights[0].arrays[1].values = Array(repeating: -1, count: 8)
    }
    #expect(said.en.hasSuffix("one for each filter of the first layer; without response: 8."))
    #expect(said.es.hasSuffix("uno por filtro de la primera capa; sin respuesta: 8."))
  }
}
