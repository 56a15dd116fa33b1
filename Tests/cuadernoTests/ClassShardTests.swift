import Archives
import TestSupport
import Testing

@testable import cuaderno

/// `cuaderno class plan`, `run` and `merge`, as a scheduler would call them.
@Suite(.serialized) struct ClassShardTests {
  private static let works = [ClassBuildTests.ana, ClassBuildTests.luis, ClassBuildTests.zoe]

  private func run(
    _ shell: Shell, _ shard: String, _ more: [String] = [], language: String = "es_MX.UTF-8"
  ) -> Shell.Outcome {
    shell.run(
      ["class", "run", "clase", "--shard", shard, "--output", "partes"] + more,
      language: language)
  }

  private func merge(_ shell: Shell, language: String = "es_MX.UTF-8") -> Shell.Outcome {
    shell.run(
      "class", "merge", "clase", "--shards", "partes", "--output", "junto", language: language)
  }

  private func remove(_ name: String, _ shell: Shell) {
    _ = shell.script("rm -r \(name)", language: "es_MX.UTF-8")
  }

  /// By name, below a folder.
  private func files(_ folder: TemporaryFolder, below name: String) -> [String: String] {
    let all = folder.contents.filter { $0.key.hasPrefix("\(name)/") }
    return Dictionary(
      uniqueKeysWithValues: all.map { (String($0.key.dropFirst(name.count)), $0.value) })
  }

  private func shell(_ folder: TemporaryFolder) -> Shell {
    ClassBuildTests.make(Self.works, in: folder)
    return Shell(folder: folder)
  }

  @Test func thePlanIsATable() throws {
    let folder = TemporaryFolder()
    let shell = shell(folder)
    let plan = shell.run("class", "plan", "clase", "--of", "2", language: "es_MX.UTF-8")
    #expect(plan.code == 0, "\(plan.errors)")
    let rows = plan.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(rows.map { $0[0] } == ["id", "1", "2", "3"])
    #expect(rows.map { $0[2] } == ["shard", "1", "2", "1"])
    #expect(rows.dropFirst().allSatisfy { $0[1].count == 64 })
    #expect(
      plan.errors.hasPrefix("Estudiantes por revisar: 3; plan ")
        && plan.errors.hasSuffix(
          ". Cada parte se hace con «cuaderno class run --shard i/N»; al final, «cuaderno class merge».\n"
        ))
    let plain = shell.run("class", "plan", "clase", language: "en_US.UTF-8")
    #expect(plain.output.hasPrefix("id\tkey\n1\t"))
    #expect(
      plain.errors.hasSuffix(
        ". Make each shard with “cuaderno class run --shard i/N”; at the end, “cuaderno class merge”.\n"
      ))
  }

  @Test func anyDivisionGivesWhatBuildGives() throws {
    let folder = TemporaryFolder()
    let shell = shell(folder)
    let whole = shell.run(
      "class", "build", "clase", "--output", "junto", language: "es_MX.UTF-8")
    #expect(whole.code == 0, "\(whole.errors)")
    let expected = files(folder, below: "junto")
    // 5 are more than there are students; backwards, since no order is promised.
    for count in [2, 5] {
      remove("-f partes junto", shell)
      for number in (1...count).reversed() {
        let outcome = run(shell, "\(number)/\(count)")
        #expect(outcome.code == 0, "\(outcome.errors)")
      }
      let merged = merge(shell)
      #expect(merged.code == 0, "\(merged.errors)")
      #expect(merged.output.hasPrefix("Listo. Abre junto/resumen.html"))
      #expect(!merged.errors.contains("Informes hechos ahora"))
      #expect(files(folder, below: "junto") == expected)
    }
  }

  @Test func aShardAgainIsMadeOfWhatIsThere() throws {
    let folder = TemporaryFolder()
    let shell = shell(folder)
    let first = run(shell, "1/2")
    #expect(
      first.output
        == "Parte 1/2 lista en partes/shard-1-of-2. Estudiantes: 2; informes hechos ahora: 2.\n")
    let before = files(folder, below: "partes")
    let second = run(shell, "1/2", language: "en_US.UTF-8")
    #expect(
      second.output
        == "Shard 1/2 is ready in partes/shard-1-of-2. Students: 2; reports made now: 0.\n"
    )
    #expect(files(folder, below: "partes") == before)
  }

  @Test func schedulersChooseTheShard() throws {
    let folder = TemporaryFolder()
    let shell = shell(folder)
    func auto(_ variables: [String]) -> Shell.Outcome {
      let set = variables.joined(separator: " ")
      return shell.script(
        "env \(set) cuaderno class run clase --shard auto --of 2 --output partes",
        language: "es_MX.UTF-8")
    }
    #expect(
      auto(["SLURM_ARRAY_TASK_ID=11", "SLURM_ARRAY_TASK_MIN=10"]).output
        == "Parte 2/2 lista en partes/shard-2-of-2. Estudiantes: 1; informes hechos ahora: 1.\n")
    #expect(auto(["PARALLEL_SEQ=1"]).output.hasPrefix("Parte 1/2 lista"))
    #expect(auto(["JOB_COMPLETION_INDEX=1"]).output.hasPrefix("Parte 2/2 lista"))
    let wrong: [([String], String)] = [
      (
        [],
        "--shard auto toma el número de la tarea de SLURM_ARRAY_TASK_ID, PARALLEL_SEQ, JOB_COMPLETION_INDEX, y ninguna está definida. Escribe la parte, como --shard 3/7."
      ),
      (
        ["PARALLEL_SEQ=3"],
        "--shard auto: PARALLEL_SEQ vale «3» y no da ninguna de las 2 partes. Usa un arreglo de 2 tareas o cambia --of."
      ),
      (
        ["PARALLEL_SEQ=1", "JOB_COMPLETION_INDEX=1"],
        "--shard auto no sabe cuál usar: están definidas PARALLEL_SEQ, JOB_COMPLETION_INDEX. Escribe la parte, como --shard 3/7."
      ),
    ]
    for (variables, sentence) in wrong {
      let outcome = auto(variables)
      #expect(outcome.code == 64)
      #expect(outcome.errors.hasPrefix("Error: \(sentence)\n"))
    }
    for (options, sentence) in [
      (["0/3"], "--shard es una parte de tantas, como 3/7, o auto con --of 7; recibí 0/3."),
      (
        ["1/3", "--of", "4"],
        "--shard es una parte de tantas, como 3/7, o auto con --of 7; recibí 1/3."
      ),
      (["auto"], "Con --shard auto di también cuántas partes son, como --of 7."),
      (["auto", "--of", "0"], "--of va de 1 a 10000, y aquí hay 0."),
    ] {
      let outcome = run(shell, options[0], Array(options.dropFirst()))
      #expect(outcome.code == 64)
      #expect(outcome.errors.hasPrefix("Error: \(sentence)\n"), "\(outcome.errors)")
    }
  }

  @Test func whatCannotBeMergedIsNamed() throws {
    let folder = TemporaryFolder()
    let shell = shell(folder)
    func refused(_ code: Int32, _ spanish: String, _ english: String) {
      for (language, sentence) in [("es_MX.UTF-8", spanish), ("en_US.UTF-8", english)] {
        let outcome = merge(shell, language: language)
        #expect(outcome.code == code)
        #expect(outcome.errors == sentence + "\n")
      }
      #expect(files(folder, below: "junto").isEmpty)
    }
    refused(
      66,
      "partes: Aquí no hay ninguna parte de una clase. Hazlas con «cuaderno class run --shard i/N» o indica su carpeta con --shards.",
      "partes: There is no shard of a class here. Make them with “cuaderno class run --shard i/N” or name their folder with --shards."
    )
    #expect(run(shell, "2/3").code == 0)
    refused(
      66,
      "partes: Faltan 2 de 3 partes: 1/3, 3/3. Hazlas con «cuaderno class run --shard 1/3» y une otra vez.",
      "partes: 2 of 3 shards are missing: 1/3, 3/3. Make them with “cuaderno class run --shard 1/3” and merge again."
    )
    for (name, text) in files(folder, below: "partes/shard-2-of-3") {
      folder.write("partes/copia\(name)", text)
    }
    refused(
      65,
      "partes: Hay partes repetidas: copia, shard-2-of-3. Deja una sola de cada una.",
      "partes: There are shards twice: copia, shard-2-of-3. Leave one of each.")
    remove("partes/copia", shell)
    #expect(run(shell, "1/2").code == 0)
    refused(
      65,
      "partes: Hay partes de repartos distintos, como 1/2 y 3/7: shard-1-of-2, shard-2-of-3. Deja las de un solo reparto.",
      "partes: There are shards of different divisions, such as 1/2 and 3/7: shard-1-of-2, shard-2-of-3. Leave those of one division."
    )
    #expect(run(shell, "2/2").code == 0)
    remove("partes/shard-2-of-3", shell)
    let page = "partes/shard-2-of-2/students/2/informe.es.html"
    let original = folder.contents[page] ?? ""
    folder.write(page, original.replacing("puntos", with: "puntazos"))
    refused(
      65,
      "partes: A estas partes les falta algo o les cambiaron un archivo: shard-2-of-2. Cópialas completas o hazlas de nuevo.",
      "partes: Something of these shards is missing, or a file of them was changed: shard-2-of-2. Copy them whole or make them again."
    )
    folder.write(page, original)
    ClassBuildTests.make(Array(Self.works.dropLast()), in: folder)
    refused(
      65,
      "partes: Estas partes son de otra clase, de otra versión del programa o de antes de que cambiaran las entregas, la lista, las decisiones o class.yaml: shard-1-of-2, shard-2-of-2. Bórralas o hazlas de nuevo; lo que no cambió se aprovecha.",
      "partes: These shards are of another class, of another version of the program, or from before the hand-ins, the list, the decisions or class.yaml changed: shard-1-of-2, shard-2-of-2. Remove them or make them again; what has not changed is taken over."
    )
    for number in 1...2 {
      #expect(run(shell, "\(number)/2").output.hasSuffix(" informes hechos ahora: 0.\n"))
    }
    #expect(merge(shell).code == 0)
  }

  @Test func onlyAShardIsReplacedByAShard() throws {
    let folder = TemporaryFolder()
    let shell = shell(folder)
    folder.write("partes/shard-1-of-2/mine.txt", "mine")
    let outcome = run(shell, "1/2")
    #expect(outcome.code == 73)
    #expect(folder.contents["partes/shard-1-of-2/mine.txt"] == "mine")
  }
}
