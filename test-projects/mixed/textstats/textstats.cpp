#include "textstats.h"

#include <set>
#include <string>

int textstats_distinct(const char* text) {
  std::set<std::string> words;
  std::string word;
  for (const char* at = text;; ++at) {
    if (*at != ' ' && *at != '\0') {
      word += *at;
    } else if (!word.empty()) {
      words.insert(word);
      word.clear();
    }
    if (*at == '\0') {
      return static_cast<int>(words.size());
    }
  }
}
