// What libstdc++.a of Debian takes from glibc and musl has not. Added to that archive, so that C++ programs
// link as on Alpine.
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// --- Locales: libstdc++ looks into glibc's locale objects
// -------------------------------------------------------------------

enum { musl_categories = 6, glibc_categories = 13, table_start = -128, table_size = 384 };

// Begins as musl's locale does, and has glibc's tables where glibc has them: right for the functions of the
// one and for the code that was compiled for the other.
struct both {
  void* categories[glibc_categories];
  const unsigned short* classes;
  const int* lower;
  const int* upper;
  const char* names[glibc_categories];
};

static unsigned short classes[table_size];
static int lower[table_size];
static int upper[table_size];

static unsigned short class_of(int c) {
  return (isupper(c) ? 0x100 : 0) | (islower(c) ? 0x200 : 0) | (isalpha(c) ? 0x400 : 0) |
         (isdigit(c) ? 0x800 : 0) | (isxdigit(c) ? 0x1000 : 0) | (isspace(c) ? 0x2000 : 0) |
         (isprint(c) ? 0x4000 : 0) | (isgraph(c) ? 0x8000 : 0) | (isblank(c) ? 0x1 : 0) |
         (iscntrl(c) ? 0x2 : 0) | (ispunct(c) ? 0x4 : 0) | (isalnum(c) ? 0x8 : 0);
}

static void fill_tables(void) {
  for (int i = 0; i < table_size; i++) {
    int c = i + table_start;
    classes[i] = c >= 0 && c < 128 ? class_of(c) : 0;
    lower[i] = c >= 0 && c < 128 ? tolower(c) : c;
    upper[i] = c >= 0 && c < 128 ? toupper(c) : c;
  }
}

static locale_t widened(locale_t musl) {
  struct both* result = calloc(1, sizeof *result);
  if (!result)
    return 0;
  memcpy(result->categories, musl, musl_categories * sizeof(void*));
  if (!lower['z' - table_start])
    fill_tables();
  result->classes = classes - table_start;
  result->lower = lower - table_start;
  result->upper = upper - table_start;
  for (int i = 0; i < glibc_categories; i++)
    result->names[i] = "C";
  return (locale_t)result;
}

locale_t standin_newlocale(int mask, const char* name, locale_t base) {
  // glibc takes 1 << LC_ALL for all categories.
  locale_t musl = newlocale(mask & 1 << LC_ALL ? LC_ALL_MASK : mask, name, base);
  if (!musl || musl == base)
    return musl;
  locale_t result = widened(musl);
  freelocale(musl);
  return result;
}

locale_t standin_duplocale(locale_t old) { return widened(old); }

void standin_freelocale(locale_t old) { free(old); }

// --- Single functions
// -------------------------------------------------------------------------------------------------------

char __libc_single_threaded = 0;

unsigned long __isoc23_strtoul(const char* text, char** end, int base) { return strtoul(text, end, base); }

int fseeko64(FILE* file, long long offset, int whence) { return fseeko(file, offset, whence); }

long long ftello64(FILE* file) { return ftello(file); }

unsigned arc4random(void) {
  unsigned result;
  if (getentropy(&result, sizeof result))
    abort();
  return result;
}

// With the precision of long double.
__float128 strtof128(const char* text, char** end) { return strtold(text, end); }

int strfromf128(char* text, size_t size, const char* format, __float128 value) {
  char longer[16];
  size_t length = strlen(format);
  if (length + 2 > sizeof longer)
    abort();
  memcpy(longer, format, length - 1);
  longer[length - 1] = 'L';
  longer[length] = format[length - 1];
  longer[length + 1] = 0;
  return snprintf(text, size, longer, (long double)value);
}
