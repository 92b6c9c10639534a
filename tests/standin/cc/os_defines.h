// What Debian's libstdc++ assumes about its C library, told for musl instead of glibc. Takes the place of its
// os_defines.h.
#ifndef _GLIBCXX_OS_DEFINES
#define _GLIBCXX_OS_DEFINES 1

#include <features.h>

#define __NO_CTYPE 1
#define _GLIBCXX_NO_OBSOLETE_ISINF_ISNAN_DYNAMIC 1
#define _GLIBCXX_NATIVE_THREAD_ID pthread_self()
// Threads are there always, as in the glibc that the library was compiled with.
#define _GLIBCXX_GTHREAD_USE_WEAK 0

typedef struct __locale_struct* __locale_t;

// The bits of glibc's table of character classes: libstdc++.a reads it, and cc/libstdc++.c makes it.
#define _ISupper 0x100
#define _ISlower 0x200
#define _ISalpha 0x400
#define _ISdigit 0x800
#define _ISxdigit 0x1000
#define _ISspace 0x2000
#define _ISprint 0x4000
#define _ISblank 0x1
#define _IScntrl 0x2
#define _ISpunct 0x4

#endif
