// Attaching the model's tables and running the steps.
#include "reading/analyser.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

namespace entente {

namespace {

constexpr uint32_t any_value = std::numeric_limits<uint32_t>::max();

/// The numbers of relations are those of the enum: a model made for another list does not fit.
bool same_relations(std::string_view text) {
  std::string expected;
  for (int i = 0; i < deprel_count; ++i) expected += std::string(name_of(static_cast<Deprel>(i))) + "\n";
  return text == expected;
}

bool is_auxiliary_with_capital(std::string_view word) {
  constexpr std::array<std::string_view, 19> auxiliaries = {"Are",    "Can",  "Could", "Did",  "Do",    "Does", "Had",
                                                            "Has",    "Have", "Is",    "May",  "Might", "Must", "Shall",
                                                            "Should", "Was",  "Were",  "Will", "Would"};
  return std::find(auxiliaries.begin(), auxiliaries.end(), word) != auxiliaries.end();
}

/// Where the pieces of a sentence end. A question that a colon announces ("One thing is open: Will X ...?") is one of
/// its own, since its subject stands where the object of what announces it would.
std::vector<size_t> piece_ends(const std::vector<std::string_view>& forms) {
  std::vector<size_t> ends;
  size_t begin = 0;
  for (size_t i = 1; i < forms.size(); ++i) {
    const bool question = forms[i - 1] == ":" && is_auxiliary_with_capital(forms[i]) && forms.back() == "?";
    if (!question && i - begin < longest_piece) continue;
    ends.push_back(i);
    begin = i;
  }
  if (!forms.empty()) ends.push_back(forms.size());
  return ends;
}

bool is_function_word(Deprel relation) {
  return relation == Deprel::aux || relation == Deprel::aux_pass || relation == Deprel::cop;
}

bool may_hang_on_function_word(Deprel relation) {
  return relation == Deprel::conj || relation == Deprel::cc || relation == Deprel::fixed ||
         relation == Deprel::goeswith || relation == Deprel::reparandum;
}

/// Auxiliaries and copulas carry nothing (Universal Dependencies, "Function words"): what hangs on one goes to its
/// verb.
void lift_from_function_words(Analysis& found) {
  const auto relation = [&](size_t i) { return static_cast<Deprel>(found.relations[i]); };
  const int root = static_cast<int>(found.heads.size());
  for (size_t i = 0; i < found.heads.size(); ++i) {
    if (may_hang_on_function_word(relation(i))) continue;
    for (int up = found.heads[i]; up != root && is_function_word(relation(static_cast<size_t>(up)));) {
      up = found.heads[static_cast<size_t>(up)];
      found.heads[i] = up;
    }
  }
}

/// Adds what was found of a further piece; its root hangs on that of the first.
void append_piece(const Analysis& piece, size_t words, Analysis& out) {
  const int first = static_cast<int>(out.heads.size()), root = static_cast<int>(words);
  const auto top = std::find(out.heads.begin(), out.heads.end(), root) - out.heads.begin();
  for (size_t i = 0; i < piece.heads.size(); ++i) {
    const bool is_top = piece.heads[i] == static_cast<int>(piece.heads.size());
    const bool second_root = is_top && first > 0;
    out.tags.push_back(piece.tags[i]);
    out.heads.push_back(second_root ? static_cast<int>(top) : is_top ? root : piece.heads[i] + first);
    out.relations.push_back(second_root ? static_cast<uint8_t>(Deprel::parataxis) : piece.relations[i]);
  }
}

}  // namespace

Result<Analyser> Analyser::over(const ModelFile& file) {
  Analyser out;
  auto pairs = read_tags(file.text(SectionId::tags));
  if (!pairs) return file.damaged("list of tags");
  if (!same_relations(file.text(SectionId::relations))) return file.damaged("list of relations");
  out.pairs_ = *std::move(pairs);
  const NetworkParts parts{file.section<WordTable::Slot>(SectionId::words), file.section<int8_t>(SectionId::word_rows),
                           file.section<int8_t>(SectionId::affix_rows), file.text(SectionId::layers)};
  WordTable words, suffixes;
  auto scripts = read_scripts(file.text(SectionId::lemma_scripts));
  const bool good = out.network_.attach(parts, out.pairs_.size()) &&
                    words.attach(file.section<WordTable::Slot>(SectionId::lemma_words), any_value) &&
                    suffixes.attach(file.section<WordTable::Slot>(SectionId::lemma_suffixes), any_value) &&
                    scripts.has_value();
  if (!good) return file.damaged("a table does not fit");
  out.lemmatizer_ = Lemmatizer(words, file.text(SectionId::lemma_text), suffixes, *std::move(scripts));
  return out;
}

std::vector<TagSet> Analyser::allowed_tags(const std::vector<Upos>& given) const {
  std::vector<TagSet> allowed(given.size());
  for (size_t i = 0; i < given.size(); ++i) {
    for (size_t t = 0; given[i] != Upos::X && t < pairs_.size(); ++t) allowed[i][t] = pairs_[t].upos == given[i];
  }
  return allowed;
}

Analysis Analyser::analyse(const std::vector<std::string_view>& forms, const std::vector<Upos>& given,
                           const Kernels& kernels) const {
  std::vector<WordForm> word_forms;
  make_word_forms(forms, word_forms);
  const std::vector<TagSet> allowed = allowed_tags(given);
  Analysis out;
  size_t at = 0;
  for (const size_t end : piece_ends(forms)) {
    const auto part = allowed.empty() ? std::span<const TagSet>() : std::span(allowed).subspan(at, end - at);
    append_piece(network_.analyse(std::span(word_forms).subspan(at, end - at), part, kernels), forms.size(), out);
    at = end;
  }
  lift_from_function_words(out);
  return out;
}

}  // namespace entente
