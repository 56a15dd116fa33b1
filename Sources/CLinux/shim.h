// What glibc hides from Swift: GNU-only calls, variadic calls, and the CPU check. No logic here.
#ifndef CLINUX_SHIM_H
#define CLINUX_SHIM_H

#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// renameat2(2): flags 1 is RENAME_NOREPLACE, 2 is RENAME_EXCHANGE. 0, or -1 with errno set.
static inline int clinux_renameat2(const char *from, const char *to, unsigned int flags) {
  return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags);
}

// syncfs(2): what the file system of `descriptor` still holds in memory goes to disk.
static inline int clinux_syncfs(int descriptor) {
  return (int)syscall(SYS_syncfs, descriptor);
}

// openat2(2) of a path that stays below `folder` and follows no link. A descriptor, or -1 with errno.
static inline int clinux_open_beneath(int folder, const char *path, int flags) {
  struct open_how how = {
      .flags = (unsigned)flags,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS};
  return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
}

// openat(2) without a mode, which Swift does not see because it is variadic.
static inline int clinux_openat(int folder, const char *path, int flags) {
  return openat(folder, path, flags);
}

// The kernel sends `signal` to this process when its parent ends. 0, or -1 with errno.
static inline int clinux_die_with_parent(int signal) {
  return prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0);
}

// Whether this CPU has what the kernels were compiled for.
static inline int clinux_cpu_has_avx2_and_fma(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return 1;
#endif
}

// Whether it has the 512-bit registers of x86-64-v4, and the system keeps them.
static inline int clinux_cpu_has_avx512(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl");
#else
  return 0;
#endif
}

#endif
