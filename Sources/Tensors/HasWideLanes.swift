import CLinux

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Whether the kernels of `WideKernels` may be called: the processor has registers of 512 bits, and
/// the environment does not say `CUADERNO_LANES=8`. Decides only how many values are worked on side by
/// side, never a bit of them.
let hasWideLanes: Bool = {
  #if WIDE_KERNELS
    if let lanes = getenv("CUADERNO_LANES"), strcmp(lanes, "8") == 0 { return false }
    return clinux_cpu_has_avx512() != 0
  #else
    return false
  #endif
}()
