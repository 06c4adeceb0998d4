// The model file: a header with magic, version, size and hash, then named sections, mapped into memory.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace entente {

inline constexpr std::string_view model_magic = "ENTMODEL";
inline constexpr uint32_t model_version = 2;

enum class SectionId : uint32_t {
  tags,
  relations,
  words,
  word_rows,
  affix_rows,
  layers,
  lemma_words,
  lemma_text,
  lemma_suffixes,
  lemma_scripts,
  count
};

inline constexpr size_t section_count = static_cast<size_t>(SectionId::count);

struct ModelHeader {
  char magic[8];
  uint32_t version;
  uint32_t sections;
  uint64_t bytes;  // of the whole file
  char hash[32];   // content_hash of everything after the header
};

struct ModelSection {
  uint64_t offset;  // from the beginning of the file, a multiple of 64
  uint64_t bytes;
};

class ModelFile {
 public:
  /// Errors: missing, io, version, damaged; each names the file.
  static Result<ModelFile> open(const std::string& path);

  ModelFile(ModelFile&& other) noexcept;
  ModelFile& operator=(ModelFile&&) = delete;
  ~ModelFile();

  template <class Item>
  [[nodiscard]] std::span<const Item> section(SectionId id) const {
    const std::string_view bytes = bytes_of(id);
    return {reinterpret_cast<const Item*>(bytes.data()), bytes.size() / sizeof(Item)};
  }
  [[nodiscard]] std::string_view text(SectionId id) const { return bytes_of(id); }
  [[nodiscard]] std::string_view hash() const;
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] Error damaged(std::string_view what) const;

 private:
  ModelFile(std::string path, const char* data, size_t size) : path_(std::move(path)), data_(data), size_(size) {}
  [[nodiscard]] Result<void> check() const;
  [[nodiscard]] std::string_view bytes_of(SectionId id) const;

  std::string path_;
  const char* data_ = nullptr;
  size_t size_ = 0;
};

}  // namespace entente
