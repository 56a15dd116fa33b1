import CLinux
import Diagnostics

// First statement: nothing compiled for AVX2 may run before this.
guard clinux_cpu_has_avx2_and_fma() == 1 else { _exit(ExitCode.unsupportedMachine.rawValue) }
