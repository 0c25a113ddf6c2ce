// Sets the wall clock of a process back by an hour, one second after it started; its monotonic clock
// stays as it is. To be preloaded. The file that CLOCK_WAS_SET_BACK names shows that it happened.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static int (*real_clock_gettime)(clockid_t, struct timespec *);
static time_t started;

static time_t offset(void) {
  struct timespec now;
  real_clock_gettime(CLOCK_MONOTONIC, &now);
  if (started == 0) started = now.tv_sec;
  if (now.tv_sec - started < 1) return 0;
  const char *evidence = getenv("CLOCK_WAS_SET_BACK");
  if (evidence != NULL) {
    int file = open(evidence, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    if (file >= 0) close(file);
  }
  return 3600;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  if (real_clock_gettime == NULL) real_clock_gettime = dlsym(RTLD_NEXT, "clock_gettime");
  int result = real_clock_gettime(clock, time);
  if (clock == CLOCK_REALTIME) time->tv_sec -= offset();
  return result;
}

int gettimeofday(struct timeval *time, void *zone) {
  struct timespec now;
  (void)zone;
  clock_gettime(CLOCK_REALTIME, &now);
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}
