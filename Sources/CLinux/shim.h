// What glibc hides from Swift: GNU-only calls, variadic calls, and the CPU check. No logic here.
#ifndef CLINUX_SHIM_H
#define CLINUX_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <pthread.h>
#include <malloc.h>
#include <stdio.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>
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

// GNU's pthread_timedjoin_np(3), which its header shows to C programs alone that ask for it.
extern int pthread_timedjoin_np(pthread_t thread, void **value, const struct timespec *end);

// Waits at most so many milliseconds for a thread to end. 0 where it has, else an error number.
static inline int clinux_join_within(pthread_t thread, long milliseconds) {
  struct timespec end;
  clock_gettime(CLOCK_REALTIME, &end);
  end.tv_nsec += milliseconds * 1000000;
  end.tv_sec += end.tv_nsec / 1000000000;
  end.tv_nsec %= 1000000000;
  return pthread_timedjoin_np(thread, 0, &end);
}

// The name that the kernel was given for this program; NULL where it does not say.
static inline const char *clinux_executable_name(void) {
  return (const char *)getauxval(AT_EXECFN);
}

// Whether `ulimit -v` bounds the addresses of this process.
static inline int clinux_has_memory_limit(void) {
  struct rlimit limit;
  return getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
}

// Threads share one heap: glibc would reserve 64 MiB of addresses for each.
static inline void clinux_use_one_heap(void) { mallopt(M_ARENA_MAX, 1); }

// For a handler of signals: whether no memory is to be had. `is_abort`: the process gave up by
// itself, which with a limit on memory is what allocators do.
static inline int clinux_is_out_of_memory(int is_abort) {
  const size_t size = 32 << 20;
  void *place = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (place == MAP_FAILED) return 1;
  munmap(place, size);
  return is_abort && clinux_has_memory_limit();
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
