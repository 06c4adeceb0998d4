// Mapping the model: shared between processes, nothing is copied, and nothing is trusted before its hash is right.
#include "reading/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/hash.h"

namespace entente {

namespace {

const ModelHeader& header_of(const char* data) {
  return *reinterpret_cast<const ModelHeader*>(data);
}

constexpr size_t front_bytes = sizeof(ModelHeader) + section_count * sizeof(ModelSection);

}  // namespace

Error ModelFile::damaged(std::string_view what) const {
  return {ErrorCode::damaged, path_ + ": the reading model is damaged (" + std::string(what) +
                                  "); restore models/english.model or train it again"};
}

Result<ModelFile> ModelFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    const bool absent = errno == ENOENT || errno == ENOTDIR;
    return Error{absent ? ErrorCode::missing : ErrorCode::io,
                 path + ": cannot open the reading model (" + std::strerror(errno) + "); check the path of the models"};
  }
  struct stat info {};
  const bool regular = ::fstat(file, &info) == 0 && S_ISREG(info.st_mode);
  const size_t size = regular ? static_cast<size_t>(info.st_size) : 0;
  if (size < front_bytes) {
    ::close(file);
    return ModelFile(path, nullptr, 0).damaged(regular ? "too short" : "not a file");
  }
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  ::close(file);
  if (data == MAP_FAILED) {
    return Error{ErrorCode::io, path + ": cannot map the reading model (" + std::strerror(errno) + ")"};
  }
  ModelFile model(path, static_cast<const char*>(data), size);
  if (const auto good = model.check(); !good) return good.error();
  return model;
}

Result<void> ModelFile::check() const {
  const ModelHeader& header = header_of(data_);
  if (std::string_view(header.magic, sizeof header.magic) != model_magic) return damaged("not a model file");
  if (header.version != model_version) {
    return Error{ErrorCode::version, path_ + ": the reading model has version " + std::to_string(header.version) +
                                         ", this program reads version " + std::to_string(model_version) +
                                         "; use the model that came with it"};
  }
  if (header.bytes != size_ || header.sections != section_count) return damaged("wrong size");
  const std::string_view body(data_ + sizeof(ModelHeader), size_ - sizeof(ModelHeader));
  if (content_hash(body) != hash()) return damaged("wrong hash");
  for (size_t i = 0; i < section_count; ++i) {
    const auto& section = reinterpret_cast<const ModelSection*>(data_ + sizeof(ModelHeader))[i];
    if (section.offset % 64 != 0 || section.offset > size_ || section.bytes > size_ - section.offset) {
      return damaged("a section lies outside the file");
    }
  }
  return {};
}

ModelFile::ModelFile(ModelFile&& other) noexcept
    : path_(std::move(other.path_)), data_(std::exchange(other.data_, nullptr)), size_(other.size_) {}

ModelFile::~ModelFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

std::string_view ModelFile::hash() const {
  return {header_of(data_).hash, sizeof(ModelHeader::hash)};
}

std::string_view ModelFile::bytes_of(SectionId id) const {
  const auto* sections = reinterpret_cast<const ModelSection*>(data_ + sizeof(ModelHeader));
  const ModelSection& section = sections[static_cast<size_t>(id)];
  return {data_ + section.offset, section.bytes};
}

}  // namespace entente
