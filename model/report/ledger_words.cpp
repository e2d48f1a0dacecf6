#include "model/report/ledger_words.hpp"

namespace samspil {

std::string_view file_label(std::string_view file, Language language) noexcept {
  for (const FileLabel& entry :
       language == Language::da ? danish_file_labels() : english_file_labels()) {
    if (entry.file == file) return entry.label;
  }
  return {};
}

}  // namespace samspil
