import Lessons

extension KerasCode {
  /// Reads any other file than a plain one as the report did: the same rows and the same numbers.
  /// What is no number there says that there is no value, because everything else was refused.
  func tableLines(_ source: TableSource, _ plan: TablePlan) -> [String] {
    let table = study.phrases["keras.name.table"]
    let files = [source.path] + (testFile(source).map { [$0] } ?? [])
    let decimals = Set(columns(of: plan).compactMap { plan.marks[$0] })
    var lines = ["def read(file):", "    return \(reader(plan))", ""]
    if files.count == 1 {
      lines.append("\(table) = read(\(Python.string(files[0])))")
    } else {
      let calls = files.map { "read(\(Python.string($0)))" }.joined(separator: ", ")
      lines.append("\(table) = pd.concat([\(calls)], ignore_index=True)")
    }
    if plan.features.contains(where: isOfNumbers) || plan.classes == nil || !decimals.isEmpty {
      lines += numberReader(table)
    }
    if usesWords(plan) { lines += wordReader(table) }
    lines += ["", "x = pd.DataFrame({"]
    lines += plan.features.map { "    \(Python.string($0.name)): \(expression($0, plan, table))," }
    lines += ["})", targetLine(plan, table)]
    let dropping = plan.features.filter { $0.policy.rule == .drop }.map { Python.string($0.name) }
    var conditions: [String] = []
    if !dropping.isEmpty {
      conditions.append("x[[\(dropping.joined(separator: ", "))]].notna().all(axis=1)")
    }
    if plan.targetPolicy.rule == .drop { conditions.append("y.notna()") }
    if !conditions.isEmpty {
      lines += [
        "used = \(conditions.joined(separator: " & "))",
        "x, y = x[used].reset_index(drop=True), y[used].reset_index(drop=True)",
      ]
    }
    lines += orderLines(source)
    lines += fillLines(plan)
    return lines + [
      "\(names.allInputs(study.phrases)) = x.to_numpy(dtype=float)",
      "\(names.columns[names.columns.count - 1]) = y.to_numpy(dtype=float).reshape(-1, 1)",
    ]
  }

  /// Whether pandas reads the file by itself as the report did.
  func isPlain(_ source: TableSource, _ plan: TablePlan) -> Bool {
    let layout = plan.layout
    let isMarked = columns(of: plan).contains { plan.marks[$0] == "," }
    let assumed = study.result.data.assumptions.map(\.key)
    let isText = layout.sheet == nil
    return plan.isPlain && testFile(source) == nil && order(source) == nil
      && layout.skippedLines.isEmpty
      && layout.headerLine == 1 && !layout.hasMarkedHeader && !isMarked
      && !assumed.contains("table.assumedThousands") && !assumed.contains("table.assumedSheet")
      && source.options.sheet == nil && source.options.decimal == nil
      && (!isText || layout.separator == "," && ["utf-8", "utf-8-sig"].contains(layout.encoding))
  }

  private func testFile(_ source: TableSource) -> String? {
    if case .table(let name)? = source.testPart { name } else { nil }
  }

  /// The rows in the order of the report, where that is not the file's: whole groups validate, and they
  /// come last.
  private func order(_ source: TableSource) -> [Int]? {
    guard let study = study.regression else { return nil }
    let rows = study.lines.indices.map { row in
      (isSecond: testFile(source) != nil && study.isTest[row], line: study.lines[row])
    }
    let sorted = rows.indices.sorted {
      (rows[$0].isSecond ? 1 : 0, rows[$0].line) < (rows[$1].isSecond ? 1 : 0, rows[$1].line)
    }
    guard sorted != Array(rows.indices) else { return nil }
    var places = [Int](repeating: 0, count: rows.count)
    for (place, row) in sorted.enumerated() { places[row] = place }
    return places
  }

  private func orderLines(_ source: TableSource) -> [String] {
    guard let order = order(source) else { return [] }
    return [comment("groups", ["group": source.group ?? ""])]
      + Self.wrapped("order = [", order.map(String.init), "]")
      + ["x, y = x.iloc[order].reset_index(drop=True), y.iloc[order].reset_index(drop=True)"]
  }

  private func columns(of plan: TablePlan) -> [Int] {
    plan.features.map(\.column) + [plan.targetColumn]
  }

  private func isOfNumbers(_ feature: TablePlan.Feature) -> Bool {
    switch feature.encoding {
    case .number, .part, .indicator: true
    case .category, .rare, .ordinal, .calendar: false
    }
  }

  private func usesWords(_ plan: TablePlan) -> Bool {
    plan.classes != nil || !plan.features.allSatisfy(isOfNumbers)
  }

  /// The call of pandas, with every cell as text.
  private func reader(_ plan: TablePlan) -> String {
    let layout = plan.layout
    var arguments = ["file", "dtype=str", "keep_default_na=False"]
    let skipped = layout.skippedLines.map { String($0 - 1) }
    if !skipped.isEmpty { arguments.append("skiprows=[\(skipped.joined(separator: ", "))]") }
    if layout.headerLine == nil || layout.hasMarkedHeader || layout.hasRowNames {
      let columns = layout.columns.map(Python.string).joined(separator: ", ")
      arguments.append("header=\(layout.headerLine == nil ? "None" : "0"), names=[\(columns)]")
    }
    if let sheet = layout.sheet {
      arguments.append("sheet_name=\(Python.string(sheet))")
      return "pd.read_excel(\(arguments.joined(separator: ", ")))"
    }
    if layout.separator == " " {
      arguments.append("sep=r\"\\s+\"")
    } else {
      let separator = Python.string(layout.separator.map { String($0) } ?? ",")
      arguments.append("sep=\(separator), skipinitialspace=True, index_col=False")
    }
    if let encoding = layout.encoding, encoding != "utf-8" {
      arguments.append("encoding=\(Python.string(encoding))")
    }
    return "pd.read_csv(\(arguments.joined(separator: ", "))).rename(columns=str.strip)"
  }

  private func numberReader(_ table: String) -> [String] {
    [
      "", "def numbers(column, decimal=\".\", codes=(), limits=\"missing\"):",
      "    text = \(table)[column].str.strip().str.replace(r\"[\\s'\\u2019\\u00a0]\", \"\", regex=True)",
      "    text = text.str.replace(\"\\u2212\", \"-\").str.replace(\",\" if decimal == \".\" else \".\", \"\")",
      "    text = text.str.replace(decimal, \".\").str.replace(r\"[dD](?=[+-]?\\d)|[xX*\\u00d7\\u00b7]10(\\^|\\*\\*)\", \"e\", regex=True)",
      "    below = text.str.match(\"[<\\u2264]\")",
      "    if limits != \"missing\":",
      "        text = text.str.replace(\"^[<>\\u2264\\u2265]=?\", \"\", regex=True)",
      "    values = pd.to_numeric(text, errors=\"coerce\")",
      "    if limits == \"half\":",
      "        values = values.where(~below, values / 2)",
      "    gone = [float(code) for code in codes if code.lstrip(\"-\").replace(\".\", \"\").isdigit()]",
      "    return values.mask(values.isin(gone))",
    ]
  }

  private func wordReader(_ table: String) -> [String] {
    [
      "", "def words(column, known):",
      "    return \(table)[column].str.strip().map(known)",
    ]
  }

  private func expression(
    _ feature: TablePlan.Feature, _ plan: TablePlan, _ table: String
  ) -> String {
    let column = Python.string(feature.header)
    switch feature.encoding {
    case .number:
      return numbers(column, feature.column, feature.codes, plan, limits: feature.limits?.rawValue)
    case .indicator:
      let known = words(of: feature, plan)
      let values =
        known.isEmpty
        ? numbers(column, feature.column, feature.codes, plan) : map(column, known) { _ in 1 }
      return "\(values).isna().astype(float)"
    case .category, .rare:
      let own = feature.encoding.words
      let value = map(column, words(of: feature, plan)) { own.contains($0) ? 1 : 0 }
      // What no training row has is nothing.
      return isUntaught(feature) ? "0 * \(value)" : value
    case .ordinal(let list):
      return map(column, list) { list.firstIndex(of: $0)! }
    case .part(let separator, let index):
      return
        "pd.to_numeric(\(table)[\(column)].str.split(\(Python.string(separator))).str[\(index)].str.replace(\",\", \".\"), errors=\"coerce\")"
    case .calendar(let reading, let isDayFirst, let origin):
      let dates =
        "pd.to_datetime(\(table)[\(column)].str.strip(), dayfirst=\(isDayFirst ? "True" : "False"), format=\"mixed\", errors=\"coerce\")"
      switch reading {
      case .days:
        return "(\(dates) - pd.Timestamp(\"1970-01-01\")) / pd.Timedelta(days=1) - \(Int(origin))"
      case .month: return "\(dates).dt.month"
      case .hours:
        return "(\(dates) - \(dates).dt.normalize()) / pd.Timedelta(hours=1)"
      }
    }
  }

  /// The words of a feature's column.
  private func words(of feature: TablePlan.Feature, _ plan: TablePlan) -> [String] {
    plan.features.filter { $0.column == feature.column }.flatMap(\.encoding.words)
  }

  private func map(_ column: String, _ known: [String], _ value: (String) -> Int) -> String {
    let all = known.map { "\(Python.string($0)): \(value($0))" }
    return "words(\(column), {\(all.joined(separator: ", "))})"
  }

  /// Whether every row of the report has 0 for a category.
  private func isUntaught(_ feature: TablePlan.Feature) -> Bool {
    guard case .category = feature.encoding, let study = study.regression,
      let place = study.inputNames.firstIndex(of: feature.name)
    else { return false }
    return study.inputs.allSatisfy { $0[place] == 0 }
  }

  private func numbers(
    _ column: String, _ index: Int, _ codes: [String], _ plan: TablePlan, limits: String? = nil
  ) -> String {
    var arguments = [column]
    if let limits { arguments.append("limits=\(Python.string(limits))") }
    if plan.marks[index] == "," { arguments.append("decimal=\",\"") }
    if !codes.isEmpty {
      arguments.append("codes=[\(codes.map(Python.string).joined(separator: ", "))]")
    }
    return "numbers(\(arguments.joined(separator: ", ")))"
  }

  private func targetLine(_ plan: TablePlan, _ table: String) -> String {
    let column = Python.string(plan.targetHeader)
    guard let classes = plan.classes else {
      return "y = \(numbers(column, plan.targetColumn, plan.targetCodes, plan))"
    }
    let known = classes.indices.flatMap { code in
      classes[code].values.map { "\(Python.string($0)): \(code)" }
    }
    return "y = words(\(column), {\(known.joined(separator: ", "))})"
  }

  /// Gaps filled with what the training rows say.
  private func fillLines(_ plan: TablePlan) -> [String] {
    let filled = plan.features.filter {
      switch $0.policy.rule {
      case .error, .drop: false
      case .mean, .median, .mostFrequent: $0.encoding != .indicator
      }
    }
    guard !filled.isEmpty else { return [] }
    let test = (study.regression?.isTest ?? []).indices.filter {
      study.regression?.isTest[$0] == true
    }
    var count = ""
    if case .split(let fraction) = training.fit.validation {
      count = "[:\(Int((Double(study.trainingCount) * (1 - fraction)).rounded(.down)))]"
    }
    var lines = [
      "train = np.delete(np.arange(len(x)), [\(test.map(String.init).joined(separator: ", "))])\(count)"
    ]
    for feature in filled {
      let name = Python.string(feature.name)
      switch feature.encoding {
      case .category, .rare, .ordinal:
        lines.append("x[\(name)] = x[\(name)].fillna(x[\(name)].iloc[train].mode()[0])")
      case .number, .part, .calendar, .indicator:
        let value =
          switch feature.policy.rule {
          case .mean: "mean()"
          case .mostFrequent: "mode()[0]"
          case .median, .error, .drop: "median()"
          }
        lines.append("x[\(name)] = x[\(name)].fillna(x[\(name)].iloc[train].\(value))")
      }
    }
    return lines
  }
}
