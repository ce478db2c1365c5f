/* Records, in their order, the calls that change files under one folder, and what is synced.
 *
 * Put before the C library by LD_PRELOAD. RECORDER_FOLDER is the folder, RECORDER_TRACE the
 * file to write to, outside of it. What the process says on its standard output is recorded
 * among the calls. Each call is made and noted under one lock, so that their order is true.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { SAID, MADE_FILE, MADE_FOLDER, LINKED, WROTE, RESIZED, ALLOCATED, SYNCED, MOVED, REMOVED };

struct __attribute__((packed)) head {
    uint8_t kind;
    uint64_t file; /* the inode */
    uint64_t at;   /* bytes: where it was written, or the size */
    uint32_t path, other, data; /* bytes that follow */
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char folder[PATH_MAX];
static int trace = -1;

__attribute__((constructor)) static void begin(void)
{
    const char *name = getenv("RECORDER_FOLDER"), *file = getenv("RECORDER_TRACE");
    if (!name || !file)
        return;
    snprintf(folder, sizeof folder, "%s/", name);
    trace = (int)syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int inside(const char *path)
{
    return trace >= 0 && strncmp(path, folder, strlen(folder)) == 0;
}

/* The whole path of a name as a call was given it. Returns whether it is of the folder. */
static int whole(int at, const char *name, char *path)
{
    if (trace < 0 || !name)
        return 0;
    if (name[0] == '/') {
        snprintf(path, PATH_MAX, "%s", name);
        return inside(path);
    }
    char link[64];
    if (at == AT_FDCWD)
        snprintf(link, sizeof link, "/proc/self/cwd");
    else
        snprintf(link, sizeof link, "/proc/self/fd/%d", at);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0)
        return 0;
    snprintf(path + length, PATH_MAX - (size_t)length, "/%s", name);
    return inside(path);
}

/* Whether an open file or folder is the folder, or in it. */
static int followed(int fd, struct stat *found)
{
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = trace < 0 ? -1 : readlink(link, path, sizeof path - 2);
    if (length < 0)
        return 0;
    strcpy(path + length, "/"); /* so that the folder itself counts */
    return inside(path) && fstat(fd, found) == 0 && (S_ISREG(found->st_mode) || S_ISDIR(found->st_mode));
}

static void note(enum kind kind, uint64_t file, uint64_t at, const char *path, const char *other,
                 const void *data, size_t n)
{
    struct head head = {(uint8_t)kind, file, at, (uint32_t)strlen(path), (uint32_t)strlen(other), (uint32_t)n};
    struct iovec parts[] = {
        {&head, sizeof head}, {(void *)path, head.path}, {(void *)other, head.other}, {(void *)data, n}};
    size_t length = sizeof head + head.path + head.other + n;
    if (syscall(SYS_writev, trace, parts, 4) != (long)length)
        abort(); /* a trace with a gap would prove nothing */
}

#define LOCKED(type, call, then)                \
    do {                                        \
        pthread_mutex_lock(&lock);              \
        type done = (type)(call);               \
        int error = errno;                      \
        then;                                   \
        pthread_mutex_unlock(&lock);            \
        errno = error;                          \
        return done;                            \
    } while (0)

static off_t position(int fd, ssize_t done)
{
    return (off_t)syscall(SYS_lseek, fd, 0, SEEK_CUR) - done;
}

ssize_t write(int fd, const void *data, size_t n)
{
    struct stat of;
    if (trace >= 0 && fd == STDOUT_FILENO)
        LOCKED(ssize_t, syscall(SYS_write, fd, data, n),
               if (done > 0) note(SAID, 0, 0, "", "", data, (size_t)done));
    if (!followed(fd, &of))
        return syscall(SYS_write, fd, data, n);
    LOCKED(ssize_t, syscall(SYS_write, fd, data, n),
           if (done > 0) note(WROTE, of.st_ino, (uint64_t)position(fd, done), "", "", data, (size_t)done));
}

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    /* A write of less than was asked for is one that every program must bear. */
    for (int n = 0; n < count; n++)
        if (parts[n].iov_len)
            return write(fd, parts[n].iov_base, parts[n].iov_len);
    return 0;
}

#define PWRITE(name, offset)                                                                     \
    ssize_t name(int fd, const void *data, size_t n, offset at)                                  \
    {                                                                                            \
        struct stat of;                                                                          \
        if (!followed(fd, &of))                                                                  \
            return syscall(SYS_pwrite64, fd, data, n, at);                                       \
        LOCKED(ssize_t, syscall(SYS_pwrite64, fd, data, n, at),                                  \
               if (done > 0) note(WROTE, of.st_ino, (uint64_t)at, "", "", data, (size_t)done));  \
    }

PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define SYNC(name)                                                                               \
    int name(int fd)                                                                             \
    {                                                                                            \
        struct stat of;                                                                          \
        if (!followed(fd, &of))                                                                  \
            return (int)syscall(SYS_##name, fd);                                                 \
        LOCKED(int, syscall(SYS_##name, fd), if (!done) note(SYNCED, of.st_ino, 0, "", "", "", 0)); \
    }

SYNC(fsync)
SYNC(fdatasync)

#define FTRUNCATE(name, offset)                                                                  \
    int name(int fd, offset size)                                                                \
    {                                                                                            \
        struct stat of;                                                                          \
        if (!followed(fd, &of))                                                                  \
            return (int)syscall(SYS_ftruncate, fd, size);                                        \
        LOCKED(int, syscall(SYS_ftruncate, fd, size),                                            \
               if (!done) note(RESIZED, of.st_ino, (uint64_t)size, "", "", "", 0));              \
    }

FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)

#define TRUNCATE(name, offset)                                                                   \
    int name(const char *path, offset size)                                                      \
    {                                                                                            \
        char full[PATH_MAX];                                                                     \
        struct stat of;                                                                          \
        if (!whole(AT_FDCWD, path, full) || stat(full, &of))                                     \
            return (int)syscall(SYS_truncate, path, size);                                       \
        LOCKED(int, syscall(SYS_truncate, path, size),                                           \
               if (!done) note(RESIZED, of.st_ino, (uint64_t)size, "", "", "", 0));              \
    }

TRUNCATE(truncate, off_t)
TRUNCATE(truncate64, off64_t)

/* Other modes than 0 are refused, as some file systems do. */
static int allocate(int fd, int mode, off64_t at, off64_t n)
{
    struct stat of;
    if (!followed(fd, &of))
        return (int)syscall(SYS_fallocate, fd, mode, at, n);
    if (mode) {
        errno = EOPNOTSUPP;
        return -1;
    }
    LOCKED(int, syscall(SYS_fallocate, fd, mode, at, n),
           if (!done) note(ALLOCATED, of.st_ino, (uint64_t)(at + n), "", "", "", 0));
}

int fallocate(int fd, int mode, off_t at, off_t n) { return allocate(fd, mode, at, n); }
int fallocate64(int fd, int mode, off64_t at, off64_t n) { return allocate(fd, mode, at, n); }
int posix_fallocate(int fd, off_t at, off_t n) { return allocate(fd, 0, at, n) ? errno : 0; }
int posix_fallocate64(int fd, off64_t at, off64_t n) { return allocate(fd, 0, at, n) ? errno : 0; }

/* Ways to copy without a write are refused too: whoever copies then reads and writes. */
static ssize_t no_copy(void)
{
    errno = EINVAL;
    return -1;
}

#define UNUSED __attribute__((unused))

ssize_t sendfile(UNUSED int to, UNUSED int from, UNUSED off_t *at, UNUSED size_t n) { return no_copy(); }
ssize_t sendfile64(UNUSED int to, UNUSED int from, UNUSED off64_t *at, UNUSED size_t n) { return no_copy(); }
ssize_t copy_file_range(UNUSED int from, UNUSED off64_t *at, UNUSED int to, UNUSED off64_t *where,
                        UNUSED size_t n, UNUSED unsigned flags)
{
    return no_copy();
}

static void note_made(enum kind kind, const char *path)
{
    struct stat of;
    if (lstat(path, &of) == 0)
        note(kind, of.st_ino, 0, path, "", "", 0);
}

static int opened(int at, const char *name, int flags, mode_t mode)
{
    char path[PATH_MAX];
    struct stat of;
    if (!(flags & (O_CREAT | O_TRUNC)) || !whole(at, name, path))
        return (int)syscall(SYS_openat, at, name, flags, mode);
    pthread_mutex_lock(&lock);
    int there = lstat(path, &of) == 0;
    int fd = (int)syscall(SYS_openat, at, name, flags, mode), error = errno;
    if (fd >= 0 && !there)
        note_made(MADE_FILE, path);
    else if (fd >= 0 && flags & O_TRUNC && of.st_size > 0)
        note(RESIZED, of.st_ino, 0, "", "", "", 0);
    pthread_mutex_unlock(&lock);
    errno = error;
    return fd;
}

#define MODE                                                    \
    va_list rest;                                               \
    va_start(rest, flags);                                      \
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;   \
    va_end(rest);

int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int mkdirat(int at, const char *name, mode_t mode)
{
    char path[PATH_MAX];
    if (!whole(at, name, path))
        return (int)syscall(SYS_mkdirat, at, name, mode);
    LOCKED(int, syscall(SYS_mkdirat, at, name, mode), if (!done) note_made(MADE_FOLDER, path));
}

int unlinkat(int at, const char *name, int flags)
{
    char path[PATH_MAX];
    if (!whole(at, name, path))
        return (int)syscall(SYS_unlinkat, at, name, flags);
    LOCKED(int, syscall(SYS_unlinkat, at, name, flags), if (!done) note(REMOVED, 0, 0, path, "", "", 0));
}

int renameat2(int at, const char *from, int to_at, const char *to, unsigned flags)
{
    char path[PATH_MAX], other[PATH_MAX];
    int here = whole(at, from, path), there = whole(to_at, to, other);
    if (!here && !there)
        return (int)syscall(SYS_renameat2, at, from, to_at, to, flags);
    LOCKED(int, syscall(SYS_renameat2, at, from, to_at, to, flags),
           if (!done) note(MOVED, 0, 0, path, other, "", 0));
}

int linkat(int at, const char *from, int to_at, const char *to, int flags)
{
    char path[PATH_MAX];
    if (!whole(to_at, to, path))
        return (int)syscall(SYS_linkat, at, from, to_at, to, flags);
    LOCKED(int, syscall(SYS_linkat, at, from, to_at, to, flags), if (!done) note_made(LINKED, path));
}

int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }
int rename(const char *from, const char *to) { return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int at, const char *from, int to_at, const char *to) { return renameat2(at, from, to_at, to, 0); }
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }
