/* Refuses calls that change files under one folder, as a full or failing disk does.
 *
 * Put before the C library by LD_PRELOAD. REFUSER_ORDERS names a file that is
 * shared with whoever gives the orders: counts and orders first, then the folder.
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
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

struct orders {
    long calls;   /* changes that were asked for, from 1 */
    long refused; /* how many of them were refused */
    long first;   /* the first to refuse; 0 for none */
    long last;    /* the last to refuse */
    long error;   /* errno of a refusal */
    char folder[PATH_MAX];
};

static struct orders *orders;

__attribute__((constructor)) static void begin(void)
{
    const char *name = getenv("REFUSER_ORDERS");
    int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    int file = name ? real(name, O_RDWR) : -1;
    if (file < 0)
        return;
    void *shared = mmap(NULL, sizeof *orders, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    close(file);
    if (shared != MAP_FAILED)
        orders = shared;
}

/* The error to refuse this call with, 0 to let it through. */
static int refusal(const char *path)
{
    if (!orders || !path || strncmp(path, orders->folder, strlen(orders->folder)) != 0)
        return 0;
    long call = __atomic_add_fetch(&orders->calls, 1, __ATOMIC_SEQ_CST);
    if (!orders->first || call < orders->first || call > orders->last)
        return 0;
    __atomic_add_fetch(&orders->refused, 1, __ATOMIC_SEQ_CST);
    return (int)orders->error;
}

static int refusal_of(int file)
{
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = orders ? readlink(link, path, sizeof path - 1) : -1;
    if (length < 0)
        return 0;
    path[length] = '\0';
    return refusal(path);
}

#define CHANGE(type, name, check, parameters, arguments)                 \
    type name parameters                                                 \
    {                                                                    \
        int error = check;                                               \
        if (error) {                                                     \
            errno = error;                                               \
            return -1;                                                   \
        }                                                                \
        type(*real) parameters = dlsym(RTLD_NEXT, #name);                \
        return real arguments;                                           \
    }

CHANGE(ssize_t, write, refusal_of(fd), (int fd, const void *data, size_t n), (fd, data, n))
CHANGE(ssize_t, pwrite, refusal_of(fd), (int fd, const void *data, size_t n, off_t at), (fd, data, n, at))
CHANGE(ssize_t, pwrite64, refusal_of(fd), (int fd, const void *data, size_t n, off64_t at), (fd, data, n, at))
CHANGE(int, fsync, refusal_of(fd), (int fd), (fd))
CHANGE(int, fdatasync, refusal_of(fd), (int fd), (fd))
CHANGE(int, ftruncate, refusal_of(fd), (int fd, off_t size), (fd, size))
CHANGE(int, ftruncate64, refusal_of(fd), (int fd, off64_t size), (fd, size))
CHANGE(int, fallocate, refusal_of(fd), (int fd, int mode, off_t at, off_t n), (fd, mode, at, n))
CHANGE(int, fallocate64, refusal_of(fd), (int fd, int mode, off64_t at, off64_t n), (fd, mode, at, n))
CHANGE(int, rename, refusal(to), (const char *from, const char *to), (from, to))
CHANGE(int, unlink, refusal(path), (const char *path), (path))
CHANGE(int, rmdir, refusal(path), (const char *path), (path))
CHANGE(int, mkdir, refusal(path), (const char *path, mode_t mode), (path, mode))

/* These two tell the error by what they return. */
#define ALLOCATE(name, offset)                                           \
    int name(int fd, offset at, offset n)                                \
    {                                                                    \
        int error = refusal_of(fd);                                      \
        int (*real)(int, offset, offset) = dlsym(RTLD_NEXT, #name);      \
        return error ? error : real(fd, at, n);                          \
    }

ALLOCATE(posix_fallocate, off_t)
ALLOCATE(posix_fallocate64, off64_t)

/* Only an opening that may make the file changes anything. */
#define OPEN(name)                                                       \
    int name(const char *path, int flags, ...)                           \
    {                                                                    \
        va_list rest;                                                    \
        va_start(rest, flags);                                           \
        mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;        \
        va_end(rest);                                                    \
        int error = flags & O_CREAT ? refusal(path) : 0;                 \
        if (error) {                                                     \
            errno = error;                                               \
            return -1;                                                   \
        }                                                                \
        int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, #name);   \
        return real(path, flags, mode);                                  \
    }

OPEN(open)
OPEN(open64)
