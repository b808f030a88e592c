/* A disk that fails when it is told to, for the process it is preloaded into.
 *
 * It counts the calls that change something under the folder FAULTS_FOLDER: writing, truncating,
 * syncing, making, renaming and removing. The n-th one after faults_arm fails, of those the thread
 * makes that has called it. Nothing is really synced: no test here cuts the power, and it takes
 * most of the time.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { ONCE, STICKY, SHORT }; /* SHORT: the n-th write writes half, all later calls fail */
enum kind { CONTENT, NAME };

static pid_t thread;
static int wanted, error_number, how, counted, failed;
static char first_failed[PATH_MAX + 32];

void faults_arm(int n, int err, int mode) {
    counted = failed = 0;
    first_failed[0] = 0;
    error_number = err;
    how = mode;
    thread = gettid();
    wanted = n;
}
void faults_disarm(void) { wanted = 0; }
int faults_count(void) { return counted; }
int faults_failed(void) { return failed; }
const char *faults_first(void) { return first_failed; }

static int ours(const char *path) {
    const char *folder = getenv("FAULTS_FOLDER");
    size_t length = folder ? strlen(folder) : 0;
    return length && path && !strncmp(path, folder, length);
}

static const char *path_of(int fd, char *buffer) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, buffer, PATH_MAX - 1);
    buffer[length < 0 ? 0 : length] = 0;
    return buffer;
}

static int fail(const char *call, const char *path) {
    if (!failed++)
        snprintf(first_failed, sizeof first_failed, "%s %s", call, path);
    errno = error_number;
    return 1;
}

/* Whether this call fails; for a write, *size may be cut down to half instead. */
static int hit(enum kind kind, const char *call, const char *path, size_t *size) {
    int saved = errno;
    if (!wanted || gettid() != thread || !ours(path))
        return 0;
    if (kind == CONTENT && (error_number == EROFS || error_number == EACCES))
        return 0; /* what is open already is not affected */
    if (how == SHORT && !failed && !(size && *size > 1))
        return 0;
    counted++;
    if (counted < wanted || (counted > wanted && how == ONCE))
        return 0;
    if (counted == wanted && how == SHORT) {
        *size /= 2;
        fail(call, path);
        errno = saved;
        return 0;
    }
    return fail(call, path);
}

static int hit_fd(const char *call, int fd, size_t *size) {
    char path[PATH_MAX];
    return wanted && hit(CONTENT, call, path_of(fd, path), size);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *data, size_t size) {
    return hit_fd("write", fd, &size) ? -1 : REAL(write)(fd, data, size);
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    return hit_fd("pwrite", fd, &size) ? -1 : REAL(pwrite)(fd, data, size, at);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    return hit_fd("pwrite", fd, &size) ? -1 : REAL(pwrite64)(fd, data, size, at);
}
ssize_t writev(int fd, const struct iovec *data, int count) {
    return hit_fd("writev", fd, NULL) ? -1 : REAL(writev)(fd, data, count);
}
ssize_t sendfile(int to, int from, off_t *at, size_t size) {
    return hit_fd("sendfile", to, &size) ? -1 : REAL(sendfile)(to, from, at, size);
}
ssize_t sendfile64(int to, int from, off64_t *at, size_t size) {
    return hit_fd("sendfile", to, &size) ? -1 : REAL(sendfile64)(to, from, at, size);
}
ssize_t copy_file_range(int from, off64_t *at, int to, off64_t *there, size_t size, unsigned flags) {
    return hit_fd("copy_file_range", to, &size)
               ? -1
               : REAL(copy_file_range)(from, at, to, there, size, flags);
}
int ftruncate(int fd, off_t size) {
    return hit_fd("ftruncate", fd, NULL) ? -1 : REAL(ftruncate)(fd, size);
}
int ftruncate64(int fd, off64_t size) {
    return hit_fd("ftruncate", fd, NULL) ? -1 : REAL(ftruncate64)(fd, size);
}
int posix_fallocate(int fd, off_t at, off_t size) {
    return hit_fd("fallocate", fd, NULL) ? error_number : REAL(posix_fallocate)(fd, at, size);
}
int posix_fallocate64(int fd, off64_t at, off64_t size) {
    return hit_fd("fallocate", fd, NULL) ? error_number : REAL(posix_fallocate64)(fd, at, size);
}
int fsync(int fd) { return hit_fd("fsync", fd, NULL) ? -1 : 0; }
int fdatasync(int fd) { return hit_fd("fdatasync", fd, NULL) ? -1 : 0; }

#define CHANGES (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)
#define OPEN(name, parameters, path, arguments)                                                    \
    int name parameters {                                                                          \
        va_list more;                                                                              \
        va_start(more, flags);                                                                     \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;                    \
        va_end(more);                                                                              \
        return flags & CHANGES && hit(NAME, "open", path, NULL) ? -1 : REAL(name) arguments;       \
    }
OPEN(open, (const char *path, int flags, ...), path, (path, flags, mode))
OPEN(open64, (const char *path, int flags, ...), path, (path, flags, mode))
OPEN(openat, (int at, const char *path, int flags, ...), path, (at, path, flags, mode))
OPEN(openat64, (int at, const char *path, int flags, ...), path, (at, path, flags, mode))

int rename(const char *from, const char *to) {
    return hit(NAME, "rename", to, NULL) ? -1 : REAL(rename)(from, to);
}
int renameat(int a, const char *from, int b, const char *to) {
    return hit(NAME, "rename", to, NULL) ? -1 : REAL(renameat)(a, from, b, to);
}
int renameat2(int a, const char *from, int b, const char *to, unsigned flags) {
    return hit(NAME, "rename", to, NULL) ? -1 : REAL(renameat2)(a, from, b, to, flags);
}
int link(const char *from, const char *to) {
    return hit(NAME, "link", to, NULL) ? -1 : REAL(link)(from, to);
}
int linkat(int a, const char *from, int b, const char *to, int flags) {
    return hit(NAME, "link", to, NULL) ? -1 : REAL(linkat)(a, from, b, to, flags);
}
int unlink(const char *path) { return hit(NAME, "unlink", path, NULL) ? -1 : REAL(unlink)(path); }
int unlinkat(int at, const char *path, int flags) {
    return hit(NAME, "unlink", path, NULL) ? -1 : REAL(unlinkat)(at, path, flags);
}
int mkdir(const char *path, mode_t mode) {
    return hit(NAME, "mkdir", path, NULL) ? -1 : REAL(mkdir)(path, mode);
}
int mkdirat(int at, const char *path, mode_t mode) {
    return hit(NAME, "mkdir", path, NULL) ? -1 : REAL(mkdirat)(at, path, mode);
}

/* Who asks after the failure is told that no room is left. */
#define STATVFS(name, type)                                                                        \
    int name(const char *path, struct type *found) {                                               \
        int status = REAL(name)(path, found);                                                      \
        if (!status && wanted && failed && how != ONCE && error_number == ENOSPC && ours(path))    \
            found->f_bavail = found->f_bfree = 0;                                                  \
        return status;                                                                             \
    }
STATVFS(statvfs, statvfs)
STATVFS(statvfs64, statvfs64)
