/// A lesson's model, or one much like it, trained from several seeds.
public struct VariantStudy: Codable, Equatable, Sendable {
  public var variant: ModelVariant
  public var seeds: SeedStudy

  public init(variant: ModelVariant, seeds: SeedStudy) {
    self.variant = variant
    self.seeds = seeds
  }
}
