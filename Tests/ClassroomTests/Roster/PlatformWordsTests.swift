import Testing

@testable import Classroom

@Suite struct PlatformWordsTests {
  /// Statuses as Moodle's packs put them together.
  @Test(arguments: [
    ("Enviado para calificar - 2 días 3 horas después", Lateness.late(minutes: 3_060)),
    ("Enviado para calificar - 1 hora después", .late(minutes: 60)),
    ("Enviado para calificar - 45 minutos 10 segundos después", .late(minutes: 46)),
    ("Submitted for grading - 2 days 3 hours late", .late(minutes: 3_060)),
    ("Submitted for grading - 1 min late", .late(minutes: 1)),
    ("Enviado para avaliação - 3 dias 1 hora atrasado", .late(minutes: 4_380)),
    ("1 año 2 días después", .late(minutes: 528_480)),
    ("Sin entrega - La Tarea está retrasada por: 5 días", .late(minutes: nil)),
    ("Entrega fuera de plazo", .late(minutes: nil)), ("Enviado con retraso", .late(minutes: nil)),
    ("1 hora tarde", .late(minutes: 60)), ("Late", .late(minutes: nil)),
    ("Enviado para calificar", .onTime), ("Submitted for grading", .onTime), ("", .onTime),
    ("Enviado para calificar - 2 días antes", .onTime), ("Submitted - 2 days early", .onTime),
    ("Borrador (no enviado)", .onTime), ("Después de clase", .onTime),
    ("viernes, 20 de noviembre de 2026, 09:00", .onTime), ("Translated latest plate", .onTime),
  ])
  func statuses(text: String, lateness: Lateness) {
    #expect(PlatformWords.lateness(text) == lateness)
  }

  @Test(arguments: [
    ("2", 2_880), ("1.5", 2_160), ("1,5 días", 2_160), ("36 h", 2_160), ("90 min", 90),
    ("1 día", 1_440), ("0", 0), ("", nil), ("mañana", nil), ("-1", nil), ("2 lunas", nil),
  ])
  func extraTime(text: String, minutes: Int?) {
    #expect(PlatformWords.minutes(of: text, plainUnit: 1_440) == minutes)
  }

  @Test func languagesOfHeaders() {
    func language(_ header: String) -> String? {
      PlatformWords.language(ofHeader: header.split(separator: ",").map(String.init))
    }
    #expect(language("Identificador,Nome completo,Nota,Última modificação (nota)") == "pt")
    #expect(language("Identificador,Estatus,Calificación") == "es_mx")
    #expect(language("Identificador,Estado,Calificación") == "es")
    #expect(language("Identifier,Status,Grade") == "en")
    #expect(language("Kennung,Bewertung") == nil)
  }
}
