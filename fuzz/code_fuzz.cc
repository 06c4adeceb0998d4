// Any text through reader and coder with the committed model and lexicon: spans lie where they say, and the same text
// gives the same claims.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "coding/coding.h"

namespace {

using namespace entente;

Coder load_coder() {
  auto reader = Reader::load(ENTENTE_MODEL);
  if (!reader.ok()) std::abort();
  auto coder = Coder::load(ENTENTE_LEXICON, std::make_shared<const Reader>(std::move(*reader)));
  if (!coder.ok()) std::abort();
  return std::move(*coder);
}

const Coder& coder() {
  static const Coder loaded = load_coder();
  return loaded;
}

void check_sentences(const std::vector<Sentence>& sentences, const std::string& text) {
  Span before{0, 0};
  const Span whole{0, static_cast<uint32_t>(text.size())};
  for (const Sentence& sentence : sentences) {
    if (!whole.contains(sentence.span) || sentence.span.begin < before.end) std::abort();
    before = sentence.span;
    const int size = static_cast<int>(sentence.tokens.size());
    for (const Token& token : sentence.tokens) {
      if (!sentence.span.contains(token.span) || token.form != token.span.of(text)) std::abort();
      if (token.head < no_head || token.head >= size) std::abort();
    }
  }
}

void check_claims(const std::vector<Claim>& claims, const Article& article) {
  const Span whole{0, static_cast<uint32_t>(article.text.size())};
  for (const Claim& claim : claims) {
    const Evidence& evidence = claim.first_evidence();
    if (!whole.contains(evidence.passage.span)) std::abort();
    if (!evidence.passage.span.contains(evidence.trigger)) std::abort();
    if (claim.source.empty() && claim.target.empty()) std::abort();
    if (!(evidence.confidence >= 0 && evidence.confidence <= 1)) std::abort();
  }
}

}  // namespace

/// Loading takes seconds, which no single input should be blamed for.
extern "C" int LLVMFuzzerInitialize(int* /*argc*/, char*** /*argv*/) {
  coder();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  Article article;
  article.id = ArticleId("fuzz");
  article.language = "en";
  article.text.assign(reinterpret_cast<const char*>(data), size);
  const Coded once = coder().code(article);
  check_sentences(once.sentences, article.text);
  check_claims(once.claims, article);
  const Coded again = coder().code(article);
  if (again.claims.size() != once.claims.size()) std::abort();
  for (size_t i = 0; i < once.claims.size(); ++i) {
    if (once.claims[i].id() != again.claims[i].id()) std::abort();
  }
  return 0;
}
