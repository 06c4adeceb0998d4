// Putting sections into a model file.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/result.h"
#include "reading/model_file.h"

namespace entente::train {

class ModelWriter {
 public:
  template <class Item>
  void put(SectionId id, const std::vector<Item>& items) {
    sections_[static_cast<size_t>(id)].assign(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(Item));
  }
  void put(SectionId id, std::string text) { sections_[static_cast<size_t>(id)] = std::move(text); }

  [[nodiscard]] size_t bytes(SectionId id) const { return sections_[static_cast<size_t>(id)].size(); }

  /// Errors: io.
  [[nodiscard]] Result<void> write(const std::string& path) const;

 private:
  std::array<std::string, section_count> sections_;
};

}  // namespace entente::train
