import ArgumentParser
import Publishing

/// `cuaderno`; without a subcommand it is `cuaderno build`.
struct CuadernoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Program.name,
    abstract: Speech.current("command.about"),
    usage: """
      cuaderno [build] [<notebook> ...] [<options>]
      cuaderno build --help
      """,
    discussion: Speech.current("command.exitCodes"),
    version: "\(Program.name) \(Program.version)",
    subcommands: [
      BuildCommand.self, CheckCommand.self, NewCommand.self, WatchCommand.self, FiguresCommand.self,
      HandoutCommand.self, CompareCommand.self, VerifyCommand.self, CacheCommand.self,
      ClassCommand.self,
    ],
    defaultSubcommand: BuildCommand.self)
}

/// The help text `command.help.NAME` of the message catalogue.
func help(_ name: String) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: Speech.current("command.help.\(name)"))
}
