#include "coding/lexicon/lexicon.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/hash.h"

namespace entente {

/// The hash of the names and bytes of all files of the lexicon, in order of name.
static std::string hash_of_folder(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  std::error_code failed;
  for (const auto& entry : fs::recursive_directory_iterator(folder, failed)) {
    const auto extension = entry.path().extension();
    if (extension == ".txt" || extension == ".list") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  std::string all;
  for (const std::string& file : files) {
    all += file.substr(folder.size());
    std::ifstream in(file, std::ios::binary);
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return content_hash(all);
}

Result<Lexicon> Lexicon::load(const std::string& folder) {
  auto actors = ActorDirectory::load(folder);
  if (!actors) return actors.error();
  auto cameo = CameoTable::load(folder);
  if (!cameo) return cameo.error();
  auto words = WordLists::load(folder);
  if (!words) return words.error();
  auto predicates = PredicateTable::load(folder, *cameo, *words);
  if (!predicates) return predicates.error();
  auto embeddings = EmbeddingTable::load(folder);
  if (!embeddings) return embeddings.error();
  return Lexicon{std::move(*actors),     std::move(*cameo),      std::move(*words),
                 std::move(*predicates), std::move(*embeddings), hash_of_folder(folder)};
}

}  // namespace entente
