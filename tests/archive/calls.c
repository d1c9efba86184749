/* Makes the n-th change under one folder fail, tear, or be the last thing a process does.

   Loaded before libc (LD_PRELOAD), it stands between SQLite, FAISS and Python on one side and the
   system on the other. Counted are the calls that change what lies on the disk, and only those
   on files below the folder that fault_arm names. They can be recorded too, one after the other
   with their bytes, so that what a power cut would have left can be put together (power.py). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
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

/* The next library's function of that name and type, as `real`. */
#define REAL(name, type) \
  static __typeof__(type) *real; \
  if (!real) real = (__typeof__(real))dlsym(RTLD_NEXT, name)

static int record = -1;

static void put(const void *data, size_t n) {
  REAL("write", ssize_t(int, const void *, size_t));
  if (real(record, data, n) != (ssize_t)n) _exit(79);
}

/* One line of head (what, bytes to come, where), then the path, then the bytes. */
static void note(const char *what, const char *path, long at, const void *data, size_t n) {
  char head[64];
  if (record < 0) return;
  put(head, snprintf(head, sizeof head, "%s %zu %ld %zu\n", what, strlen(path), at, n));
  put(path, strlen(path));
  if (n) put(data, n);
}

/* Begins to record into *path*, or ends it where that is NULL. */
void record_into(const char *path) {
  if (record >= 0) close(record);
  record = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
}

/* Puts a mark of the caller's into the record. */
void record_mark(long n) { note("mark", "", n, "", 0); }

/* Whether it lies below the folder (which ends in a slash), or is the folder. */
static int below(const char *name) {
  size_t length = strlen(folder);
  if (!name || !length) return 0;
  return !strncmp(name, folder, length) ||
         (strlen(name) == length - 1 && !strncmp(name, folder, length - 1));
}

static char path[PATH_MAX];

/* Whether the open file lies below the folder; its name is then in `path`. */
static int ours(int fd) {
  char link[64];
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

#define WRITES(name, parameters, where, half, all) \
  ssize_t name parameters { \
    REAL(#name, ssize_t parameters); \
    if (ours(fd)) { \
      switch (turn(1)) { \
        case 1: return -1; \
        case 2: if (n / 2 && half < 0) _exit(78); _exit(77); \
      } \
      note("write", path, where, data, n); \
    } \
    return all; \
  }

WRITES(write, (int fd, const void *data, size_t n), lseek(fd, 0, SEEK_CUR),
       real(fd, data, n / 2), real(fd, data, n))
WRITES(pwrite, (int fd, const void *data, size_t n, off_t at), at, real(fd, data, n / 2, at),
       real(fd, data, n, at))
WRITES(pwrite64, (int fd, const void *data, size_t n, off64_t at), at, real(fd, data, n / 2, at),
       real(fd, data, n, at))

#define CHANGES(name, parameters, arguments, is_ours, noted) \
  int name parameters { \
    REAL(#name, int parameters); \
    if (is_ours) { \
      switch (turn(0)) { \
        case 1: return -1; \
        case 2: if (real arguments) _exit(78); _exit(77); \
      } \
      noted; \
    } \
    return real arguments; \
  }

CHANGES(fsync, (int fd), (fd), ours(fd), note("fsync", path, 0, "", 0))
CHANGES(fdatasync, (int fd), (fd), ours(fd), note("fsync", path, 0, "", 0))
CHANGES(ftruncate, (int fd, off_t n), (fd, n), ours(fd), note("truncate", path, n, "", 0))
CHANGES(ftruncate64, (int fd, off64_t n), (fd, n), ours(fd), note("truncate", path, n, "", 0))
CHANGES(rename, (const char *from, const char *to), (from, to), below(to),
        note("rename", from, 0, to, strlen(to)))
CHANGES(unlink, (const char *name), (name), below(name), note("unlink", name, 0, "", 0))
CHANGES(unlinkat, (int at, const char *name, int flags), (at, name, flags), below(name),
        note("unlink", name, 0, "", 0))
