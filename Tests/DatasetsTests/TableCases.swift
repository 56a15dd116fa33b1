/// One table of cases for `TableCaseTests`: what a file says and what must come out of it.
struct TableCase: CustomStringConvertible {
  /// The numbers of columns, from the first one on, by rows; or what is wrong.
  enum Outcome {
    case columns([[Double]])
    /// The message's key without `table.`, the line, and an argument's value that must be there.
    case refused(String, Int?, String? = nil)
  }

  var description: String
  var text: String
  var outcome: Outcome
  /// Keys of what is assumed, without `table.`.
  var assumed: [String]

  private init(_ description: String, _ text: String, _ outcome: Outcome, _ assumed: [String]) {
    self.description = description
    self.text = text
    self.outcome = outcome
    self.assumed = assumed
  }

  static func reads(
    _ description: String, _ text: String, _ columns: [Double]..., assumed: [String] = []
  ) -> TableCase {
    TableCase(description, text, .columns(columns), assumed)
  }

  static func refuses(
    _ description: String, _ text: String, _ key: String, line: Int?, _ value: String? = nil
  ) -> TableCase {
    TableCase(description, text, .refused(key, line, value), [])
  }

  static let all = programs + marks + thousands + headers + frames + summaries + texts + shapes

  private static let semicolon = "assumedSemicolon"
  private static let comma = "assumedDecimalComma"
  private static let tab = "assumedTab"
  private static let groups = "assumedThousands"
  private static let title = "skippedTitle"

  /// As the programs of a school write them.
  private static let programs: [TableCase] = [
    .reads("Excel, Mexico", "ppm,estres\r\n72,3.5\r\n98,5\r\n", [72, 98], [3.5, 5]),
    .reads(
      "Excel, Spain", "ppm;estres\r\n72;3,5\r\n98;5\r\n", [72, 98], [3.5, 5],
      assumed: [semicolon, comma]),
    .reads(
      "Excel, CSV UTF-8", "\u{feff}ppm,estrés\r\n72,3.5\r\n98,5\r\n", [72, 98], [3.5, 5]),
    .reads(
      "Excel, Unicode text", "ppm\testrés\r\n72\t3.5\r\n98\t5\r\n", [72, 98], [3.5, 5],
      assumed: [tab]),
    .reads(
      "Excel, with sep=", "sep=;\r\nppm;estres\r\n72;3,5\r\n", [72], [3.5],
      assumed: [semicolon, comma]),
    .reads("LibreOffice, quoted text", "\"ppm\",\"estrés\"\n72,3.5\n", [72], [3.5]),
    .reads("LibreOffice, everything quoted", "\"ppm\",\"x\"\n\"72\",\"3.5\"\n", [72], [3.5]),
    .reads("Google Sheets", "ppm,estrés\r\n72,3.5\r\n98,5", [72, 98], [3.5, 5]),
    .reads(
      "Google Sheets, decimal commas", "ppm,estrés\r\n72,\"3,5\"\r\n98,5", [72, 98], [3.5, 5],
      assumed: [comma]),
    .reads(
      "Numbers, Spanish", "ppm;estrés\n72;3,5\n98;5\n", [72, 98], [3.5, 5],
      assumed: [semicolon, comma]),
    .reads("Excel for Mac, old", "ppm,x\r72,3.5\r98,5\r", [72, 98], [3.5, 5]),
    .reads(
      "R, write.csv", "\"\",\"ppm\",\"x\"\n\"1\",72,3.5\n\"2\",98,5\n", [1, 2], [72, 98], [3.5, 5],
      assumed: ["assumedRowNumbers"]),
    .reads(
      "R, write.csv2", "\"\";\"ppm\";\"x\"\n\"1\";72;3,5\n\"2\";98;5\n", [1, 2], [72, 98],
      [3.5, 5],
      assumed: [semicolon, "assumedRowNumbers", comma]),
    .reads(
      "pandas, to_csv", ",ppm,x\n0,72,3.5\n1,98,5.0\n", [0, 1], [72, 98], [3.5, 5],
      assumed: ["assumedRowNumbers"]),
    .reads("NumPy, savetxt", "ppm,x\n7.2e+01,3.5e+00\n9.8e+01,5.0e+00\n", [72, 98], [3.5, 5]),
    .reads("MATLAB, writetable", "ppm,x\n72,3.5\n98,5\n", [72, 98], [3.5, 5]),
    .reads(
      "a data logger", "Tiempo (s)\tTemperatura (°C)\r\n0.00\t21.5\r\n0.50\t21.75\r\n", [0, 0.5],
      [21.5, 21.75], assumed: [tab]),
    .reads(
      "a data logger, commas", "Tiempo (s);Voltaje (V)\n0,00;-0,5\n0,10;1,25\n", [0, 0.1],
      [-0.5, 1.25], assumed: [semicolon, comma]),
    .reads(
      "a microcontroller's serial line", "t,ax\r\n0,-0.98\r\n10,0.02\r\n", [0, 10], [-0.98, 0.02]),
    .reads(
      "a form", "Edad,\"¿Horas de sueño, en promedio?\"\n19,7.5\n20,6\n", [19, 20], [7.5, 6]),
    .reads(
      "a learning platform, bars", "id|nota\n1|8.5\n2|9\n", [1, 2], [8.5, 9],
      assumed: ["assumedBar"]),
    .reads("a database, NUL-free export", "\"a\",\"b\"\n\"-1.0\",\"+2\"\n", [-1], [2]),
  ]

  /// Which sign is the decimal one.
  private static let marks: [TableCase] = [
    .reads("points", "x\n1.5\n2.25\n", [1.5, 2.25]),
    .reads("commas in one column", "x\n1,5\n2,25\n", [1.5, 2.25], assumed: [comma]),
    .reads("whole numbers only", "x;y\n1;2\n", [1], [2], assumed: [semicolon]),
    .reads(
      "commas without a whole part", "x;y\n,5;1\n-,25;2\n", [0.5, -0.25], [1, 2],
      assumed: [semicolon, comma]),
    .reads("points without a whole part", "x,y\n.5,1\n-.25,2\n", [0.5, -0.25], [1, 2]),
    .reads("a point at the end", "x,y\n5.,1\n", [5], [1]),
    .reads(
      "three decimals after zero", "x;y\n0,125;1\n", [0.125], [1], assumed: [semicolon, comma]),
    .reads("four decimals", "x;y\n1,2345;1\n", [1.2345], [1], assumed: [semicolon, comma]),
    .reads(
      "three decimals after four digits", "x;y\n1234,567;1\n", [1234.567], [1],
      assumed: [semicolon, comma]),
    .reads(
      "the same column decides", "x;y\n1,234;1\n1,5;2\n", [1.234, 1.5], [1, 2],
      assumed: [semicolon, comma]),
    .reads(
      "another column decides", "x;y\n1,234;0,5\n", [1.234], [0.5], assumed: [semicolon, comma]),
    .reads("three decimals between commas", "x,y\n1.234,2.345\n", [1.234], [2.345]),
    .reads(
      "three decimals in an exponent", "x;y\n1,234e2;1\n", [123.4], [1],
      assumed: [semicolon, comma]),
    .reads(
      "a different mark per column", "x;y\n1,5;2.5\n", [1.5], [2.5], assumed: [semicolon, comma]),
    .refuses("a comma in doubt", "x;y\n1,234;7\n", "ambiguousNumber", line: 2, "1.234"),
    .refuses("a point in doubt", "x;y\n1.234;7\n", "ambiguousNumber", line: 2, "1234"),
    .refuses("a quoted comma in doubt", "x,y\n\"1,234\",7\n", "ambiguousNumber", line: 2, "1,234"),
    .refuses("in doubt between tabs", "x\ty\n12,345\t7\n", "ambiguousNumber", line: 2, "12.345"),
    .refuses("in doubt, negative", "x;y\n7;1\n-1,234;2\n", "ambiguousNumber", line: 3, "-1234"),
    .refuses(
      "columns that disagree do not decide", "x;y;z\n1,5;2.5;1,234\n", "ambiguousNumber", line: 2,
      "1,234"),
    .refuses("both in a column", "x;y\n1,5;1\n2.5;2\n", "mixedMarks", line: 3, "2.5"),
    .refuses("both in a column, later", "x;y\n1.5;1\n3;2\n2,25;2\n", "mixedMarks", line: 4, "1.5"),
  ]

  /// Signs that group.
  private static let thousands: [TableCase] = [
    .reads(
      "points and a decimal comma", "x;y\n1.234,5;1\n", [1234.5], [1],
      assumed: [semicolon, comma, groups]),
    .reads(
      "commas and a decimal point", "x;y\n\"1,234.5\";1\n", [1234.5], [1],
      assumed: [semicolon, groups]),
    .reads("commas twice", "x;y\n1,234,567;1\n", [1_234_567], [1], assumed: [semicolon, groups]),
    .reads(
      "points twice", "x;y\n1.234.567;1\n", [1_234_567], [1], assumed: [semicolon, comma, groups]),
    .reads(
      "blanks", "x;y\n1 234;1\n12 345 678;2\n", [1234, 12_345_678], [1, 2],
      assumed: [semicolon, groups]),
    .reads(
      "no-break blanks", "x;y\n1\u{a0}234,5;1\n", [1234.5], [1],
      assumed: [semicolon, comma, groups]),
    .reads("narrow blanks", "x;y\n1\u{202f}234;1\n", [1234], [1], assumed: [semicolon, groups]),
    .reads("apostrophes", "x,y\n1'234.5,1\n", [1234.5], [1], assumed: [groups]),
    .reads("typographic apostrophes", "x,y\n1’234,1\n", [1234], [1], assumed: [groups]),
    .reads(
      "commas in quotes", "x,y\n\"60,000.5\",1\n\"1,000\",2\n", [60_000.5, 1000], [1, 2],
      assumed: [groups]),
    .refuses("groups of two", "x;y\n1,23,456;1\n", "notANumber", line: 2, "1,23,456"),
    .refuses("a group after four digits", "x;y\n1234.567,8;1\n", "notANumber", line: 2),
    .refuses("two kinds of groups", "x;y\n1.234 567,8;1\n", "notANumber", line: 2),
    .refuses("a short group", "x;y\n1 23;1\n", "notANumber", line: 2, "1 23"),
    .refuses("underscores", "x;y\n1_000;1\n", "notANumber", line: 2),
  ]

  /// The line of names.
  private static let headers: [TableCase] = [
    .reads("blanks round names", " x , y \n1,2\n", [1], [2]),
    .reads("names in quotes with commas", "\"x, en m\",y\n1,2\n", [1], [2]),
    .reads("names over two lines", "\"x\n(m)\",y\n1,2\n", [1], [2]),
    .reads("names with numbers", "x1,x2\n1,2\n", [1], [2]),
    .reads("a year beside a name", "país,2024\n1,2\n", [1], [2]),
    .reads("quotes in a name", "\"\"\"x\"\"\",y\n1,2\n", [1], [2]),
    .reads("accents and signs", "año,µ±σ\n1,2\n", [1], [2]),
    .refuses("no names", "72,3.5\n98,5\n", "noHeader", line: 1, "72"),
    .refuses("no names, decimal commas", "72;3,5\n98;5\n", "noHeader", line: 1, "72"),
    .refuses("a name missing", "x,,z\n1,2,3\n", "unnamedColumn", line: 1, "2"),
    .refuses("a name missing in front", ",y\n5,2\n7,3\n", "unnamedColumn", line: 1, "1"),
    .refuses("a name twice", "x,y,x\n1,2,3\n", "duplicateColumn", line: 1, "x"),
    .refuses("names only", "x,y\n", "noRows", line: 1),
    .refuses("names and blank lines", "x,y\n\n\n", "noRows", line: 1),
    .refuses("a line of units", "ppm,x\n(lpm),(m)\n72,1\n", "notANumber", line: 2, "(lpm)"),
  ]

  /// What stands round a table.
  private static let frames: [TableCase] = [
    .reads("a title", "Mediciones\nx,y\n1,2\n", [1], [2], assumed: [title]),
    .reads(
      "a title with separators behind", "Mediciones,\n,\nx,y\n1,2\n", [1], [2], assumed: [title]),
    .reads(
      "a title, semicolons and decimal commas", "Práctica 3\nx;y\n1,5;2\n", [1.5], [2],
      assumed: [semicolon, title, comma]),
    .reads(
      "three lines of title", "Ana\nGrupo B\n2024-03-01\nx,y\n1,2\n", [1], [2],
      assumed: [title, title, title]),
    .reads("a title after a mark", "\u{feff}Datos\r\nx,y\r\n1,2\r\n", [1], [2], assumed: [title]),
    .reads("blank lines between rows", "x,y\n1,2\n\n\n3,4\n", [1, 3], [2, 4]),
    .reads(
      "rows of separators", "x,y\n1,2\n,\n3,4\n,,\n", [1, 3], [2, 4], assumed: ["skippedEmptyRows"]),
    .reads(
      "rows of blanks", "x,y\n1,2\n  \n3,4\n", [1, 3], [2, 4], assumed: ["skippedEmptyRows"]),
    .reads("separators behind every row", "x,y,\n1,2,\n3,4,\n", [1, 3], [2, 4]),
    .reads("separators behind some rows", "x,y\n1,2,\n3,4,,,,\n", [1, 3], [2, 4]),
    .reads("separators behind the names", "x,y,,,\n1,2\n", [1], [2]),
    .reads("no end of the last line", "x,y\n1,2", [1], [2]),
    .reads("ends of all kinds", "x,y\n1,2\r\n3,4\r5,6", [1, 3, 5], [2, 4, 6]),
    .reads("sep= that quotes hide", "\"sep=;\"\r\nx;y\r\n1;2\r\n", [1], [2], assumed: [semicolon]),
    .reads("sep= of a tab", "sep=\t\nx\ty\n1\t2\n", [1], [2], assumed: [tab]),
    .reads("sep= against the vote", "sep=,\na;b,c\n1,2\n", [1], [2]),
    .refuses("sep= and nothing", "sep=,\n", "empty", line: nil),
    .refuses("a note beside a row", "x,y\n1,2\n3,4,ojo\n", "tooManyCellsByCommas", line: 3, "3"),
    .refuses(
      "a note beside a row, semicolons", "x;y\n1;2\n3;4;ojo\n", "tooManyCellsInRow", line: 3, "3"),
    .reads("a note below", "x,y\n1,2\nFuente: laboratorio\n", [1], [2], assumed: ["skippedFooter"]),
    .refuses("a cell too few", "x,y,z\n1,2,3\n4,5\n", "tooFewCells", line: 3, "2"),
    .refuses(
      "decimal commas between commas", "x,y\n1,5,2,5\n", "tooManyCellsByCommas", line: 2, "4"),
    .refuses("nothing", "", "empty", line: nil),
    .refuses("separators only", ";;;\n;;;\n", "empty", line: nil),
    .refuses("a page", "<html><body>no</body></html>", "webPage", line: nil),
    .refuses("a page after blank lines", "\n\n<!DOCTYPE html>", "webPage", line: nil),
    .refuses("NUL", "x,y\n1,\u{0}2\n", "nulByte", line: 2),
  ]

  /// Rows that sum the others up.
  private static let summaries: [TableCase] = [
    .refuses("an average", "g,x\na,1\nb,3\nPromedio,2\n", "summaryRow", line: 4, "Promedio"),
    .refuses(
      "an average of a group", "g,x\na,1\nb,3\nPromedio del grupo,2\n", "summaryRow", line: 4),
    .refuses("a total with a colon", "g;x\na;1\nb;3\nTOTAL: ;4\n", "summaryRow", line: 4),
    .refuses(
      "an average in English", "g,x\na,1\nb,3\nAverage,2\n", "summaryRow", line: 4, "Average"),
    .refuses(
      "an average and a deviation", "g,x\na,1\nb,3\nPromedio,2\nDesv. est.,1.4\n", "summaryRow",
      line: 4),
    .refuses(
      "extremes below an average", "g,x\na,1\nb,3\nPromedio,2\nMáximo,3\nMínimo,1\n", "summaryRow",
      line: 4),
    .refuses("an average after a blank row", "g,x\na,1\nb,3\n,\nPROM.,2\n", "summaryRow", line: 5),
    .refuses(
      "means without a word", "g,x,y\na,1,10\nb,3,20\nc,5,40\n,3,23.33\n", "summaryRow", line: 5,
      "3"),
    .refuses(
      "means with decimal commas", "g;x;y\na;1;1,5\nb;2;2,5\nc;3;3\n;2;2,33\n", "summaryRow",
      line: 5),
    .refuses("an empty cell that is no average", "g,x\na,1\nb,3\n,7\n", "notANumber", line: 2, "a"),
    .refuses(
      "a level called media", "g,x\nalta,1\nbaja,3\nmedia,2\n", "notANumber", line: 2, "alta"),
    .refuses("a level called max", "g,x\nmin,1\nmed,3\nmax,2\n", "notANumber", line: 2, "min"),
    .refuses(
      "totals throughout", "g,x\ntotal,1\nparcial,2\ntotal,3\n", "notANumber", line: 2, "total"),
  ]

  /// Cells that are no numbers.
  private static let texts: [TableCase] = [
    .refuses("a word", "x,y\n1,2\nalto,3\n", "notANumber", line: 3, "alto"),
    .refuses("an empty cell", "x,y\n1,2\n,3\n", "emptyCell", line: 3, "x"),
    .refuses("blanks in quotes", "x,y\n1,2\n\"  \",3\n", "emptyCell", line: 3, "x"),
    .refuses("a dash for nothing", "x,y\n1,2\n-,3\n", "missing", line: 3, "-"),
    .refuses("NA", "x,y\n1,2\nNA,3\n", "missing", line: 3, "NA"),
    .refuses("a spreadsheet's error", "x,y\n#N/A,3\n", "missing", line: 2, "#N/A"),
    .refuses("a unit", "x,y\n85 lpm,3\n", "unit", line: 2, "lpm"),
    .refuses("a unit without a blank", "x,y\n85lpm,3\n", "unit", line: 2, "85"),
    .refuses("degrees", "x,y\n45°,3\n", "unit", line: 2, "°"),
    .refuses("a unit behind a decimal comma", "x;y\n1,5 kg;3\n", "unit", line: 2, "1,5"),
    .refuses("per cent", "x,y\n45 %,3\n", "unit", line: 2, "%"),
    .refuses("money", "x,y\n$45,3\n", "notANumber", line: 2, "$45"),
    .refuses("a range", "x,y\n5-6,3\n", "notANumber", line: 2, "5-6"),
    .refuses("a comparison", "x,y\n<5,3\n", "limit", line: 2, "<5"),
    .refuses("about", "x,y\n~5,3\n", "notANumber", line: 2, "~5"),
    .refuses("plus or minus", "x,y\n5±1,3\n", "notANumber", line: 2, "5±1"),
    .refuses("a date", "x,y\n2024-01-05,3\n", "date", line: 2, "2024-01-05"),
    .refuses("a date with points", "x;y\n05.01.2024;3\n", "date", line: 2, "05.01.2024"),
    .refuses("a time", "x,y\n10:30,3\n", "date", line: 2, "10:30"),
    .refuses("a fraction", "x,y\n1/2,3\n", "pair", line: 2, "1/2"),
    .refuses("a formula", "x,y\n=A1*2,3\n", "formula", line: 2, "=A1*2"),
    .refuses("the letter O for zero", "x,y\n1O,3\n", "notANumber", line: 2, "1O"),
    .refuses("true", "x,y\nVERDADERO,3\n", "notANumber", line: 2, "VERDADERO"),
    .refuses("nan", "x,y\nNaN,3\n", "notFinite", line: 2, "NaN"),
    .refuses("infinity", "x,y\n-Infinity,3\n", "notFinite", line: 2, "-Infinity"),
    .refuses("hexadecimal", "x,y\n0xFF,3\n", "hexadecimal", line: 2, "0xFF"),
    .refuses("too large", "x,y\n1e39,3\n", "outOfRange", line: 2, "1e39"),
    .reads("as large as can be", "x,y\n3.4e38,-3.4e38\n", [3.4e38], [-3.4e38]),
    .reads("as small as can be", "x,y\n1e-45,1e-999\n", [1e-45], [0]),
    .reads("a real minus", "x,y\n\u{2212}5,\u{2212}0.5\n", [-5], [-0.5]),
    .reads("a plus", "x,y\n+5,+0.5\n", [5], [0.5]),
    .reads("zeros in front", "x,y\n007,00.50\n", [7], [0.5]),
    .reads("blanks round numbers", "x,y\n 1 ,\t2\u{a0}\n", [1], [2]),
  ]

  /// Quotes and lines.
  private static let shapes: [TableCase] = [
    .reads("a quoted number with a comma", "x,y\n\"1,5\",2\n", [1.5], [2], assumed: [comma]),
    .reads("quotes after a blank", "x,y\n1, \"2\"\n", [1], [2]),
    .reads("a line end after a quoted cell", "x,y\n1,\"2\"\r\n3,\"4\"\r\n", [1, 3], [2, 4]),
    .refuses("a line end within", "x,y\n\"a\nb\",2\n", "notANumber", line: 2),
    .refuses(
      "the line after a cell of two", "x,y\n1,2\n\"a\nb\",2\n3,4,5\n", "tooManyCellsByCommas",
      line: 5),
    .refuses("a quote that never ends", "x,y\n1,2\n\"3,4\n5,6\n", "unclosedQuote", line: 3, "x"),
    .refuses("text behind a quote", "x,y\n\"1\"a,2\n", "textAfterQuote", line: 2, "a"),
    .refuses("inches", "x,y\n5\",2\n", "notANumber", line: 2, "5\""),
    .refuses("a line that steers a terminal", "x,y\n\u{1b}[2J,2\n", "notANumber", line: 2),
    .refuses("writing turned round", "x,y\n\u{202e}12,2\n", "notANumber", line: 2),
    .refuses("other digits", "x,y\n١٢,2\n", "notANumber", line: 2, "١٢"),
    .reads("one row", "x\n5\n", [5]),
    .reads("many columns", "a,b,c,d,e\n1,2,3,4,5\n", [1], [2], [3], [4], [5]),
  ]
}
