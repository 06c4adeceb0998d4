// Goods, words of domains and shared classes of nouns: goods.txt, domains.txt and classes*.txt.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "domain/vocabulary.h"

namespace entente {

struct Good {
  std::string id;
  Domain domain = Domain::economic;
  std::string good_class;  // "arms", "advanced-arms", "energy", ...
};

/// Phrases of one to four words that stand for something; found by their last word.
template <class T>
class PhraseTable {
 public:
  void add(const std::string& phrase, const T& value);

  struct Entry {
    std::vector<std::string> words;  // lower case, as lemmas or forms
    T value;
  };
  /// The phrases that end in this word, longest first.
  [[nodiscard]] const std::vector<Entry>& ending_in(const std::string& word) const;

 private:
  std::unordered_map<std::string, std::vector<Entry>> by_last_;
};

class WordLists {
 public:
  static Result<WordLists> load(const std::string& lexicon_folder);

  [[nodiscard]] const PhraseTable<Good>& goods() const { return goods_; }
  [[nodiscard]] const PhraseTable<Domain>& domains() const { return domains_; }
  /// The words of a class, or null: of classes*.txt, or of the goods whose class it is.
  [[nodiscard]] const std::vector<std::string>* words_of(std::string_view class_name) const;

 private:
  Result<void> read_goods(const std::string& path);
  Result<void> read_domains(const std::string& path);
  Result<void> read_classes(const std::string& path);

  PhraseTable<Good> goods_;
  PhraseTable<Domain> domains_;
  std::map<std::string, std::vector<std::string>, std::less<>> classes_;
};

}  // namespace entente
