#include "coding/lexicon/word_lists.h"

#include <algorithm>
#include <sstream>

#include "base/text.h"
#include "coding/lexicon/lexicon_file.h"

namespace entente {

template <class T>
void PhraseTable<T>::add(const std::string& phrase, const T& value) {
  Entry entry{{}, value};
  std::istringstream in(to_lower(phrase));
  for (std::string word; in >> word;) entry.words.push_back(word);
  auto& entries = by_last_[entry.words.back()];
  const auto longer = [&](const Entry& other) { return other.words.size() < entry.words.size(); };
  entries.insert(std::find_if(entries.begin(), entries.end(), longer), entry);
}

template <class T>
auto PhraseTable<T>::ending_in(const std::string& word) const -> const std::vector<Entry>& {
  static const std::vector<Entry> none;
  const auto found = by_last_.find(word);
  return found == by_last_.end() ? none : found->second;
}

template class PhraseTable<Good>;
template class PhraseTable<Domain>;

Result<void> WordLists::read_goods(const std::string& path) {
  const auto file = read_lexicon_file(path);
  if (!file) return file.error();
  for (const LexiconLine& line : file->lines) {
    const auto fields = columns(line.text);
    if (fields.size() != 4) return file->error(line, "expected 'id | domain | class | words'");
    const auto domain = domain_named(fields[1]);
    if (!domain) return file->error(line, "unknown domain '" + fields[1] + "'");
    for (const std::string& word : list_items(fields[3], ';')) {
      goods_.add(word, {fields[0], *domain, fields[2]});
      classes_[fields[2]].push_back(to_lower(word));
    }
  }
  return {};
}

Result<void> WordLists::read_domains(const std::string& path) {
  const auto file = read_lexicon_file(path);
  if (!file) return file.error();
  for (const LexiconLine& line : file->lines) {
    const auto fields = columns(line.text);
    const auto domain = domain_named(fields[0]);
    if (fields.size() != 2 || !domain) return file->error(line, "expected 'domain | words' with a known domain");
    for (const std::string& word : list_items(fields[1], ';')) domains_.add(word, *domain);
  }
  return {};
}

Result<void> WordLists::read_classes(const std::string& path) {
  const auto file = read_lexicon_file(path);
  if (!file) return file.error();
  for (const LexiconLine& line : file->lines) {
    const auto fields = columns(line.text);
    if (fields.size() != 2) return file->error(line, "expected 'class | words'");
    auto& words = classes_[fields[0]];
    for (const std::string& word : list_items(fields[1], fields[1].find(';') != std::string::npos ? ';' : ',')) {
      words.push_back(to_lower(word));
    }
  }
  return {};
}

Result<WordLists> WordLists::load(const std::string& lexicon_folder) {
  WordLists lists;
  const auto files = lexicon_files(lexicon_folder, ".txt");
  if (!files) return files.error();
  if (auto done = lists.read_goods(lexicon_folder + "/goods.txt"); !done) return done.error();
  if (auto done = lists.read_domains(lexicon_folder + "/domains.txt"); !done) return done.error();
  for (const std::string& path : *files) {
    if (path.find("/classes") == std::string::npos) continue;
    if (auto done = lists.read_classes(path); !done) return done.error();
  }
  return lists;
}

const std::vector<std::string>* WordLists::words_of(std::string_view class_name) const {
  const auto found = classes_.find(class_name);
  return found == classes_.end() ? nullptr : &found->second;
}

}  // namespace entente
