// Header, table of sections, sections on multiples of 64 bytes.
#include "model_writer.h"

#include <cstring>
#include <fstream>

#include "base/hash.h"

namespace entente::train {

Result<void> ModelWriter::write(const std::string& path) const {
  std::string bytes(sizeof(ModelHeader) + section_count * sizeof(ModelSection), '\0');
  std::array<ModelSection, section_count> table{};
  for (size_t i = 0; i < section_count; ++i) {
    bytes.resize((bytes.size() + 63) / 64 * 64);
    table[i] = {bytes.size(), sections_[i].size()};
    bytes += sections_[i];
  }
  std::memcpy(bytes.data() + sizeof(ModelHeader), table.data(), sizeof table);
  ModelHeader header{};
  std::memcpy(header.magic, model_magic.data(), sizeof header.magic);
  header.version = model_version;
  header.sections = section_count;
  header.bytes = bytes.size();
  const std::string hash = content_hash(std::string_view(bytes).substr(sizeof(ModelHeader)));
  std::memcpy(header.hash, hash.data(), sizeof header.hash);
  std::memcpy(bytes.data(), &header, sizeof header);
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) return Error{ErrorCode::io, path + ": cannot write the model"};
  return {};
}

}  // namespace entente::train
