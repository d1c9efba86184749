/* Makes the n-th change under one folder fail, tear, or be the last thing a process does.

   Loaded before libc (LD_PRELOAD), it stands between SQLite, FAISS and Python on one side and the
   system on the other. Counted are the calls that change what lies on the disk, and only those
   on files below the folder that fault_arm names. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { OFF, KILL, TEAR, FAIL, FULL };
static int mode = OFF;
static long left = -1, counted = 0;
static char folder[PATH_MAX];

void fault_arm(const char *below, long n, int how) {
  snprintf(folder, sizeof folder, "%s", below);
  left = n;
  counted = 0;
  mode = how;
}

long fault_count(void) { return counted; }

static int below(const char *path) { return path && !strncmp(path, folder, strlen(folder)); }

static int ours(int fd) {
  char link[64], path[PATH_MAX];
  ssize_t length;
  if (!folder[0]) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return below(path);
}

/* 0: go on. 1: fail with errno set. 2: do half of it (a write) or all of it, then die. */
static int turn(int is_write) {
  long mine = ++counted;
  if (mode == OFF || mine < left) return 0;
  if (mode == FULL) {
    errno = ENOSPC;
    return is_write;
  }
  if (mine > left) return 0;
  if (mode == KILL) _exit(77);
  if (mode == TEAR) return 2;
  errno = EIO;
  return 1;
}

/* The next library's function of that name and type, as `real`. */
#define REAL(name, type) \
  static __typeof__(type) *real; \
  if (!real) real = (__typeof__(real))dlsym(RTLD_NEXT, name)

#define WRITES(name, parameters, half, all) \
  ssize_t name parameters { \
    REAL(#name, ssize_t parameters); \
    if (ours(fd)) switch (turn(1)) { \
        case 1: return -1; \
        case 2: if (n / 2 && half < 0) _exit(78); _exit(77); \
      } \
    return all; \
  }

WRITES(write, (int fd, const void *data, size_t n), real(fd, data, n / 2), real(fd, data, n))
WRITES(pwrite, (int fd, const void *data, size_t n, off_t at), real(fd, data, n / 2, at),
       real(fd, data, n, at))
WRITES(pwrite64, (int fd, const void *data, size_t n, off64_t at), real(fd, data, n / 2, at),
       real(fd, data, n, at))

#define CHANGES(name, parameters, arguments, is_ours) \
  int name parameters { \
    REAL(#name, int parameters); \
    if (is_ours) switch (turn(0)) { \
        case 1: return -1; \
        case 2: if (real arguments) _exit(78); _exit(77); \
      } \
    return real arguments; \
  }

CHANGES(fsync, (int fd), (fd), ours(fd))
CHANGES(fdatasync, (int fd), (fd), ours(fd))
CHANGES(ftruncate, (int fd, off_t n), (fd, n), ours(fd))
CHANGES(ftruncate64, (int fd, off64_t n), (fd, n), ours(fd))
CHANGES(rename, (const char *from, const char *to), (from, to), below(to))
CHANGES(unlink, (const char *path), (path), below(path))
CHANGES(unlinkat, (int at, const char *path, int flags), (at, path, flags), below(path))
