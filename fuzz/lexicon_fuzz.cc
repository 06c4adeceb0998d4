// Any bytes as one of the lexicon's files: a lexicon that can be coded with, or one line that names the file.
#include "coding/lexicon/lexicon.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "coding/coding.h"
#include "small_lexicon.h"

namespace {

using namespace entente;

std::shared_ptr<const Reader> load_reader() {
  auto reader = Reader::load(ENTENTE_MODEL);
  if (!reader.ok()) std::abort();
  return std::make_shared<const Reader>(std::move(*reader));
}

/// An error is one line that begins with a path inside the folder.
void check_error(const Error& error, const std::string& folder) {
  if (!error.message.starts_with(folder)) std::abort();
  if (error.message.find('\n') != std::string::npos) std::abort();
}

/// An article that the small lexicon can code, so that entries are not only read but used.
Article article() {
  Article out;
  out.id = ArticleId("fuzz");
  out.language = "en";
  out.text =
      "Norway condemned Ecuador on Monday. Its foreign minister refused to arm the troops of Ecuador. "
      "Oslo may send drones and the fleet to Ecuador, Ada Example said.";
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const auto reader = load_reader();
  static const fuzz::SmallLexicon lexicon;
  const auto seed = fuzz::take_apart({reinterpret_cast<const char*>(data), size});
  if (!seed) return -1;
  lexicon.write(*seed->part, seed->content);
  const auto coder = Coder::load(lexicon.folder(), reader);
  lexicon.write(*seed->part, seed->part->content);
  if (!coder) {
    check_error(coder.error(), lexicon.folder());
    return 0;
  }
  const Article text = article();
  for (const Claim& claim : coder->code(text).claims) {
    if (claim.source.empty() || claim.first_evidence().passage.span.end > text.text.size()) std::abort();
  }
  return 0;
}
