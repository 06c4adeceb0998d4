// The door of reading: text becomes sentences of words with tags, lemmas and dependencies.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/sentence.h"

namespace entente {

/// The trained tagger, lemmatiser and parser. Loaded once, then shared by all threads: every method is const.
class Reader {
 public:
  /// Maps the model file into memory. Errors: missing, damaged (wrong size, hash or version), each naming the file.
  static Result<Reader> load(const std::string& model_path);

  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  ~Reader();

  /// Sentences of a text with their tokens (span and form), paragraphs and headings. No tags yet: cheap.
  [[nodiscard]] std::vector<Sentence> split(std::string_view text) const;
  /// Fills in tags, lemmas, heads and relations of a sentence that has tokens. Linear in the number of words. A token
  /// whose universal tag is set before (other than X) keeps it: who knows that a word is a name can say so.
  void analyse(Sentence& sentence) const;
  /// Name and hash of the model, for evidence ("ewt-1/3f2a...").
  [[nodiscard]] const std::string& version() const;

 private:
  struct Model;
  explicit Reader(std::unique_ptr<Model> model);
  std::unique_ptr<Model> model_;
};

/// CoNLL-U of analysed sentences; `text` is what their spans count.
std::string to_conllu(const std::vector<Sentence>& sentences, std::string_view text);

/// Reads CoNLL-U, takes ID and FORM only, analyses each sentence and overwrites every other column. Comments,
/// multiword lines and empty nodes pass through. Errors: input, naming the line.
Result<std::string> annotate_conllu(const Reader& reader, std::string_view conllu);

}  // namespace entente
