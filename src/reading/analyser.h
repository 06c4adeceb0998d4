// From the words of one sentence to tags, lemmas, heads and relations: the steps in order.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/sentence.h"
#include "reading/lemmatizer.h"
#include "reading/model_file.h"
#include "reading/network.h"
#include "reading/tags.h"

namespace entente {

/// Longer sentences (tables, broken text) are parsed in pieces of so many words, so that time grows with their length.
inline constexpr size_t longest_piece = 160;

class Analyser {
 public:
  /// Errors: damaged, naming the file.
  static Result<Analyser> over(const ModelFile& file);

  /// `given` holds for each word its universal tag where it is known beforehand, X where it is not; it may be empty.
  [[nodiscard]] Analysis analyse(const std::vector<std::string_view>& forms, const std::vector<Upos>& given,
                                 const Kernels& kernels = fast_kernels()) const;
  [[nodiscard]] const TagPair& tag(uint8_t number) const { return pairs_[number]; }
  [[nodiscard]] const Lemmatizer& lemmatizer() const { return lemmatizer_; }

 private:
  [[nodiscard]] std::vector<TagSet> allowed_tags(const std::vector<Upos>& given) const;

  std::vector<TagPair> pairs_;
  Network network_;
  Lemmatizer lemmatizer_;
};

}  // namespace entente
