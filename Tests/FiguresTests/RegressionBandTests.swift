import Drawing
import Testing

@testable import Figures
@testable import Lessons

@Suite struct RegressionBandTests {
  /// scipy.stats.t.ppf(0.975, n).
  @Test(arguments: [
    (1, 12.7062), (2, 4.30265), (3, 3.18245), (4, 2.77645), (5, 2.57058), (10, 2.22814),
    (30, 2.04227), (58, 2.00172), (1000, 1.96234),
  ])
  func studentsQuantile(freedom: Int, quantile: Double) {
    let ours = RegressionBand.studentQuantile(freedom)
    #expect(abs(ours - quantile) < quantile * 0.003, "\(ours)")
  }

  /// numpy and scipy on the seven rows of the sample: at −40 and at 0.
  @Test func theBandOfSevenRows() throws {
    let context = try SampleLessons.context(SampleLessons.neuron, .en)
    let band = try #require(RegressionBand(TablePoints(context)))
    func numbers(_ x: Double) -> [Double] {
      band.cells(at: x).map { if case .number(let value) = $0 { value } else { .nan } }
    }
    let left = numbers(-40)
    #expect(abs(left[0] + 39.965_44) < 1e-4 && abs(left[0] - left[1] - 0.627_17) < 1e-3, "\(left)")
    let middle = numbers(0)
    #expect(abs(middle[2] - middle[0] - 0.294_56) < 1e-3, "\(middle)")
    #expect(band.columns(context).map(\.name) == ["least_squares", "band_low", "band_high"])
  }

  @Test func twoRowsLeaveNothingToBeSureOf() throws {
    var sample = SampleLessons.neuron
    sample.result.regression?.inputs = [[1], [2]]
    sample.result.regression?.targets = [1, 2]
    sample.result.regression?.isTest = [false, false]
    let context = try SampleLessons.context(sample, .es)
    #expect(RegressionBand(TablePoints(context)) == nil)
    let figure = FigureCatalogue.figure(named: "scatter", context)
    #expect(figure.data.columns.map(\.name) == ["part", "celsius", "fahrenheit"])
  }
}
