// Attaching the model's tables and running the steps.
#include "reading/analyser.h"

#include "reading/beam.h"

namespace entente {

namespace {

bool attach(const ModelFile& file, SectionId slots, SectionId weights, int classes, FeatureTable& table) {
  return table.attach(file.section<FeatureTable::Slot>(slots), file.section<ClassWeight>(weights), classes);
}

bool attach(const ModelFile& file, SectionId slots, WordTable& table) {
  return table.attach(file.section<WordTable::Slot>(slots));
}

/// The numbers of relations are those of the enum: a model made for another list does not fit.
bool same_relations(std::string_view text) {
  std::string expected;
  for (int i = 0; i < deprel_count; ++i) expected += std::string(name_of(static_cast<Deprel>(i))) + "\n";
  return text == expected;
}

}  // namespace

Result<Analyser> Analyser::over(const ModelFile& file) {
  Analyser out;
  auto pairs = read_tags(file.text(SectionId::tags));
  if (!pairs) return file.damaged("list of tags");
  if (!same_relations(file.text(SectionId::relations))) return file.damaged("list of relations");
  out.pairs_ = *std::move(pairs);
  FeatureTable tagger, guess, labels;
  WordTable lexicon, words, suffixes;
  auto scripts = read_scripts(file.text(SectionId::lemma_scripts));
  const int tags = static_cast<int>(out.pairs_.size());
  const bool good = attach(file, SectionId::tagger_slots, SectionId::tagger_weights, tags, tagger) &&
                    attach(file, SectionId::guess_slots, SectionId::guess_weights, deprel_count, guess) &&
                    attach(file, SectionId::label_slots, SectionId::label_weights, deprel_count, labels) &&
                    attach(file, SectionId::lexicon, lexicon) && attach(file, SectionId::lemma_words, words) &&
                    attach(file, SectionId::lemma_suffixes, suffixes) &&
                    out.moves_.attach(file.section<MoveTable::Bucket>(SectionId::moves)) && scripts.has_value();
  if (!good) return file.damaged("a table does not fit");
  out.tagger_ = Tagger(tagger, lexicon, out.pairs_.size());
  out.guess_ = RelationGuess(guess);
  out.labeller_ = Labeller(labels);
  out.lemmatizer_ = Lemmatizer(words, file.text(SectionId::lemma_text), suffixes, *std::move(scripts));
  return out;
}

void parse_heads(const ParserWords& words, const MoveTable& moves, GuessMemory& guess, size_t width,
                 std::vector<int>& heads) {
  Beam<int64_t> beam(words, guess);
  for (int step = 0; step < 2 * words.size(); ++step) beam.step(moves, width, beam_reach);
  beam.heads(beam.front().front(), heads);
}

std::vector<TagSet> Analyser::allowed_tags(const std::vector<Upos>& given) const {
  std::vector<TagSet> allowed(given.size());
  for (size_t i = 0; i < given.size(); ++i) {
    for (size_t t = 0; given[i] != Upos::X && t < pairs_.size(); ++t) allowed[i][t] = pairs_[t].upos == given[i];
  }
  return allowed;
}

Analysis Analyser::analyse(const std::vector<std::string_view>& forms, const std::vector<Upos>& given) const {
  Analysis out;
  if (forms.empty()) return out;
  std::vector<WordForm> word_forms;
  make_word_forms(forms, word_forms);
  std::vector<uint64_t> known;
  tagger_.look_up(word_forms, known);
  tagger_.tag(word_forms, known, allowed_tags(given), out.tags);
  ParserWords words;
  words.fill(word_forms, known, out.tags, pairs_);
  GuessMemory guess(guess_, words);
  parse_heads(words, moves_, guess, beam_width, out.heads);
  labeller_.label(words, out.heads, guess, out.relations);
  return out;
}

}  // namespace entente
