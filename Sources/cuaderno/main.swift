import CLinux
import Diagnostics

// First statement: nothing compiled for AVX2 may run before this. No catalogue is read either.
guard clinux_cpu_has_avx2_and_fma() == 1 else {
  let sentence: StaticString = """
    Cuaderno: this processor has no AVX2 and FMA, which the program was built for. Build it with CUADERNO_PORTABLE=1.
    Cuaderno: este procesador no tiene AVX2 y FMA, para los que se compiló el programa. Compílalo con CUADERNO_PORTABLE=1.

    """
  _ = write(2, sentence.utf8Start, sentence.utf8CodeUnitCount)
  _exit(ExitCode.unsupportedMachine.rawValue)
}

Entry.run()
