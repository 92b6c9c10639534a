// What C and Go see of the library.
#ifndef TEXTSTATS_H
#define TEXTSTATS_H

#ifdef __cplusplus
extern "C" {
#endif

// The number of different words in text, which must end with a NUL. Never fails.
int textstats_distinct(const char* text);

#ifdef __cplusplus
}
#endif

#endif
