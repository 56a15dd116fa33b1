// The compiler's own names for machine instructions. No logic here.
#ifndef CX86_SHIM_H
#define CX86_SHIM_H

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

// Whether this CPU has the SHA extensions: leaf 7, EBX bit 29.
static inline int cx86_cpu_has_sha(void) {
  unsigned int eax, ebx, ecx, edx;
  return __get_cpuid_count(7, 0, &eax, &ebx, &ecx, &edx) && (ebx >> 29 & 1);
}
#endif

#endif
