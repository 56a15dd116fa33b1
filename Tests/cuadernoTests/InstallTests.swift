import Archives
import TestSupport
import Testing

@testable import cuaderno

/// What `make install` copies, without building anything.
@Suite struct InstallTests {
  private let folder = TemporaryFolder()
  private var shell: Shell { Shell(folder: folder) }

  private static let commands = CuadernoCommand.configuration.subcommands.map { $0._commandName }

  @Test func theCopyHasAllThatBelongsToIt() {
    let made = shell.script(
      "'\(Shell.sources)/scripts/install-tree' '\(Shell.program)' usr", language: "es_MX.UTF-8")
    #expect(made.code == 0, "\(made.errors)")
    let files = folder.contents
    for command in Self.commands {
      let english = files["usr/share/man/man1/cuaderno-\(command).1"] ?? ""
      let spanish = files["usr/share/man/es/man1/cuaderno-\(command).1"] ?? ""
      #expect(
        english.contains(".SH NAME\ncuaderno\\-\(command)")
          || english.contains("cuaderno-\(command) \\- "))
      #expect(english.contains(".SH SYNOPSIS") && english.contains(".SH OPTIONS"))
      #expect(spanish.contains(".SH SINOPSIS") && spanish.contains(".SH OPCIONES"))
    }
    for name in [
      "usr/share/man/man1/cuaderno.1", "usr/share/man/man1/cuaderno-class-build.1",
      "usr/share/zsh/site-functions/_cuaderno", "usr/share/fish/vendor_completions.d/cuaderno.fish",
      "usr/share/doc/cuaderno/LICENSE", "usr/share/doc/cuaderno/guia.es.md",
    ] {
      #expect(files[name]?.isEmpty == false, "\(name)")
    }
    #expect(
      files["usr/share/bash-completion/completions/cuaderno"]?.contains("_cuaderno_or_build")
        == true)
    let copy = shell.script(
      "usr/bin/cuaderno new mine --minimal && usr/bin/cuaderno check mine", language: "en_US.UTF-8")
    #expect(copy.code == 0, "\(copy.errors)")
  }

  @Test func foldersAndNotebooksAreOffered() {
    folder.write("clases/recta/notebook.yaml", "")
    folder.write("clases/otra/x.txt", "")
    folder.write("clases/.oculta/notebook.yaml", "")
    let above = "\(folder.path)/clases/"
    #expect(Completions.notebooks(above).sorted() == [above + "otra/", above + "recta"])
    #expect(Completions.notebooks(above + "re") == [above + "recta"])
    #expect(Completions.notebooks("practica") == ["practica-tensorflow"])
    #expect(
      Completions.lessons(["cuaderno", "build", "practica-tensorflow", "--only", ""]).contains(
        "stress"))
  }
}
