// libgcc of Debian finds the unwind tables through glibc's _dl_find_object. musl has none: here it is, made
// from what musl has. The layout of the result is glibc's.
#define _GNU_SOURCE
#include <link.h>
#include <stdint.h>

struct found {
  unsigned long long flags;
  void* map_start;
  void* map_end;
  struct link_map* link_map;
  void* eh_frame;
#ifdef __i386__
  void* eh_dbase;
#endif
  unsigned long long reserved[7];
};

struct search {
  uintptr_t address;
  struct found* result;
};

static int look(struct dl_phdr_info* info, size_t size, void* data) {
  (void)size;
  struct search* search = data;
  uintptr_t table = 0, start = 0, end = 0;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr)* segment = &info->dlpi_phdr[i];
    uintptr_t from = info->dlpi_addr + segment->p_vaddr;
    if (segment->p_type == PT_GNU_EH_FRAME)
      table = from;
    if (segment->p_type == PT_LOAD && search->address >= from && search->address - from < segment->p_memsz) {
      start = from;
      end = from + segment->p_memsz;
    }
  }
  if (!start && !end)
    return 0;
  if (!table)
    return -1;
  search->result->map_start = (void*)start;
  search->result->map_end = (void*)end;
  search->result->eh_frame = (void*)table;
  return 1;
}

int _dl_find_object(void* address, struct found* result) {
  struct search search = {(uintptr_t)address, result};
  *result = (struct found){0};
  return dl_iterate_phdr(look, &search) == 1 ? 0 : -1;
}
