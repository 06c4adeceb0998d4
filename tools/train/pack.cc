// pack TREEBANK.conllu FOLDER MODEL: writes the model file from the network that export.py left in a folder and the
// lemmas of a treebank. pack --relations prints the relations in the order in which the network must number them.
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

#include "lemmas.h"
#include "model_writer.h"
#include "word_table_builder.h"

namespace entente::train {

namespace {

std::string lines_of_relations() {
  std::string out;
  for (int i = 0; i < deprel_count; ++i) out += std::string(name_of(static_cast<Deprel>(i))) + "\n";
  return out;
}

Result<std::string> bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::missing, path + ": cannot open it; export.py writes it"};
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// The first row is for words that have none; the hash of each further row's word stands in the file.
std::vector<WordTable::Slot> word_table(const std::string& hashes) {
  std::map<uint64_t, uint32_t> rows;
  for (size_t i = 0; i + sizeof(uint64_t) <= hashes.size(); i += sizeof(uint64_t)) {
    uint64_t hash = 0;
    hashes.copy(reinterpret_cast<char*>(&hash), sizeof hash, i);
    rows[hash] = static_cast<uint32_t>(i / sizeof hash + 1);
  }
  return build_word_table(rows);
}

Result<void> put_network(const std::string& folder, ModelWriter& model) {
  const std::pair<SectionId, const char*> parts[] = {{SectionId::tags, "tags"},
                                                     {SectionId::relations, "relations"},
                                                     {SectionId::word_rows, "word_rows"},
                                                     {SectionId::affix_rows, "affix_rows"},
                                                     {SectionId::layers, "layers"}};
  for (const auto& [id, name] : parts) {
    auto bytes = bytes_of(folder + "/" + name);
    if (!bytes) return bytes.error();
    model.put(id, *std::move(bytes));
  }
  const auto hashes = bytes_of(folder + "/words");
  if (!hashes) return hashes.error();
  model.put(SectionId::words, word_table(*hashes));
  return {};
}

Result<void> run(const std::string& treebank, const std::string& folder, const std::string& path) {
  const auto gold = read_treebank(treebank);
  if (!gold) return gold.error();
  ModelWriter model;
  if (auto done = put_network(folder, model); !done) return done;
  LemmaData lemmas = learn_lemmas(*gold);
  model.put(SectionId::lemma_words, lemmas.words);
  model.put(SectionId::lemma_text, lemmas.text);
  model.put(SectionId::lemma_suffixes, lemmas.suffixes);
  model.put(SectionId::lemma_scripts, lemmas.scripts);
  return model.write(path);
}

}  // namespace

}  // namespace entente::train

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == "--relations") {
    std::cout << entente::train::lines_of_relations();
    return 0;
  }
  if (argc != 4) {
    std::cerr << "usage: pack TREEBANK.conllu FOLDER MODEL | pack --relations\n";
    return 2;
  }
  const auto done = entente::train::run(argv[1], argv[2], argv[3]);
  if (!done) std::cerr << done.error().message << "\n";
  return done ? 0 : 1;
}
