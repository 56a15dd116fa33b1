import CLinux
import Diagnostics
import Glibc

/// What is said where nothing can be read or allocated any more: kept in the program, in both
/// languages, and written by write(2) alone, as a signal handler may.
enum LastWords {
  /// A sentence that no catalogue is needed for.
  struct Sentence {
    let spanish: StaticString
    let english: StaticString

    var text: String { LastWords.isSpanish ? "\(spanish)" : "\(english)" }

    func write() {
      let words = LastWords.isSpanish ? spanish : english
      _ = Glibc.write(2, words.utf8Start, words.utf8CodeUnitCount)
    }
  }

  private static let isSpanish = Speech.preferredLanguage == .es

  static let noTemplates = Sentence(
    spanish:
      "cuaderno: No encuentro la carpeta «templates» junto al programa ni arriba de él, o no la pude leer. Indícala con --templates o vuelve a instalar con «make install».\n",
    english:
      "cuaderno: I cannot find the folder “templates” beside the program or above it, or could not read it. Name it with --templates or install again with “make install”.\n"
  )
  static let noMemory = Sentence(
    spanish:
      "cuaderno: No hay más memoria en esta máquina, o «ulimit -v» no deja usar más. Cierra otros programas, sube el límite o usa --threads 1; el informe anterior, si lo había, sigue como estaba.\n",
    english:
      "cuaderno: There is no more memory on this machine, or “ulimit -v” allows no more. Close other programs, raise the limit or use --threads 1; the previous report, if there was one, is as it was.\n"
  )
  static let ourMistake = Sentence(
    spanish:
      "cuaderno: El programa falló: es error nuestro, no tuyo. Cuéntanos qué comando escribiste; el informe anterior, si lo había, sigue como estaba.\n",
    english:
      "cuaderno: The program failed: our mistake, not yours. Tell us which command you typed; the previous report, if there was one, is as it was.\n"
  )
  static let noTime = Sentence(
    spanish:
      "cuaderno: Se acabó el tiempo de procesador que permite «ulimit -t». Sube el límite y repite el comando: lo que ya se entrenó no se pierde.\n",
    english:
      "cuaderno: The processor time that “ulimit -t” allows is used up. Raise the limit and give the command again: what has been trained is not lost.\n"
  )

  /// Has a crash of the program end with a sentence and a documented code instead of a signal, unless
  /// somebody wants to see where (`SWIFT_BACKTRACE`).
  static func install() {
    // Made before a handler can need it.
    _ = isSpanish
    if Terminal.environment("SWIFT_BACKTRACE")?.contains("enable=yes") == true { return }
    // Of its own, because what has overflowed may be the stack.
    let size = 64 << 10
    var stack = stack_t(ss_sp: malloc(size), ss_flags: 0, ss_size: size)
    sigaltstack(&stack, nil)
    for number in [SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { LastWords.end($0) }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_ONSTACK
      sigaction(number, &action, nil)
    }
  }

  private static func end(_ signal: Int32) -> Never {
    if clinux_is_out_of_memory(signal == SIGABRT ? 1 : 0) == 1 {
      noMemory.write()
      _exit(ExitCode.unsupportedMachine.rawValue)
    }
    ourMistake.write()
    _exit(ExitCode.internalError.rawValue)
  }
}
