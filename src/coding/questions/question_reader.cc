#include "coding/questions/question_reader.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "base/text.h"
#include "coding/questions/asked_act.h"
#include "coding/questions/question_frame.h"
#include "coding/questions/question_words.h"
#include "coding/questions/window_words.h"
#include "coding/text/mend.h"

namespace entente {

namespace {

int depth_of(const Tree& tree, int word) {
  int depth = 0;
  for (int at = word; tree.head(at) != no_head && depth < tree.size(); at = tree.head(at)) ++depth;
  return depth;
}

/// How well an act answers "who does what to whom": sides and type count, then standing high in the sentence.
using Fitness = std::tuple<int, int, int>;

Fitness fitness_of(const Scene& scene, const Act& act) {
  const bool typed = !asked_act(scene, act).types.empty();
  const int whole = 2 * !act.source.empty() + 2 * !act.target.empty() + 3 * typed;
  const int named = (act.source.ground == Party::Ground::named || act.source.ground == Party::Ground::owner) +
                    (act.target.ground == Party::Ground::named);
  return {whole, named, -depth_of(scene.tree(), act.word)};
}

/// A statement read: its best act, and how good that is.
struct Attempt {
  Fitness fitness{-1, 0, 0};
  QuestionReading reading;
};

bool same_question(const AskedPart& a, const AskedPart& b) {
  return a.source == b.source && a.target == b.target && a.act == b.act;
}

/// The best act, and those joined with it: "attack or invade", "attack Iran or invade Lebanon".
QuestionReading reading_of(const Scene& scene, const std::vector<Act>& acts, const Act& best) {
  QuestionReading out;
  out.parts.push_back(asked_part(scene, best));
  for (const Act& act : acts) {
    if (scene.tree().first_conjunct(act.word) != scene.tree().first_conjunct(best.word)) continue;
    AskedPart part = asked_part(scene, act);
    const bool known = std::any_of(out.parts.begin(), out.parts.end(),
                                   [&](const AskedPart& other) { return same_question(other, part); });
    if (part.complete() && !known) out.parts.push_back(std::move(part));
  }
  const Frame& frame = best.frame;
  out.denied =
      frame.modality == Modality::denied || frame.limit == ClaimType::withheld || frame.limit == ClaimType::excluded;
  return out;
}

/// Reads statements as the sentences of one text.
class StatementReader {
 public:
  StatementReader(const Reader& reader, const Lexicon& lexicon, const NameMatcher& matcher, const Date& day)
      : reader_(reader), lexicon_(lexicon), matcher_(matcher), day_(day) {}

  /// Tries the words as they stand; keeps them where they are better than what was found before.
  void try_words(const std::vector<std::string>& words, Attempt& best) const {
    const std::string text = as_sentence(words);
    std::optional<Sentence> sentence = analysed(text);
    if (!sentence) return;
    std::vector<Mention> names = names_in(*sentence);
    Discourse discourse;
    const Scene scene(*sentence, text, std::move(names), matcher_.find_titles(*sentence), lexicon_, discourse, day_);
    const std::vector<Act> acts = find_acts(scene);
    for (const Act& act : acts) {
      const Fitness fitness = fitness_of(scene, act);
      if (fitness <= best.fitness) continue;
      best.fitness = fitness;
      best.reading = reading_of(scene, acts, act);
      best.reading.statement = text;
    }
    if (best.reading.statement.empty()) note_parties(scene, text, best.reading);
  }

  /// Puts "will" before each word that may be the verb, and tries that.
  void try_places(const AskedStatement& statement, Attempt& best) const {
    constexpr size_t most = 12;  // words of a subject
    for (size_t place = 1; place < std::min(statement.words.size(), most); ++place) {
      const std::vector<std::string> words = with_will(statement, place);
      if (opens_verb(words, place)) try_words(words, best);
    }
  }

 private:
  [[nodiscard]] std::vector<Mention> names_in(const Sentence& sentence) const {
    std::unordered_set<std::string> words;
    for (const Token& token : sentence.tokens) words.insert(to_lower(token.form));
    return matcher_.find_names(sentence, day_, [&](const std::string& word) { return words.contains(word); });
  }

  [[nodiscard]] std::optional<Sentence> analysed(const std::string& text) const {
    std::vector<Sentence> sentences = reader_.split(text);
    if (sentences.size() != 1) return std::nullopt;
    Sentence& sentence = sentences.front();
    for (const Mention& name : names_in(sentence)) {
      Token& last = sentence.tokens[static_cast<size_t>(name.end) - 1];
      const bool describes = name.form == NameForm::adjective || name.form == NameForm::people;
      if (!describes && is_ascii_upper(last.form.front())) last.upos = Upos::PROPN;
    }
    reader_.analyse(sentence);
    mend_parse(sentence);
    return std::move(sentence);
  }

  /// True if the "will" at that place helps the verb that follows it, and that verb is the sentence's.
  [[nodiscard]] bool opens_verb(const std::vector<std::string>& words, size_t place) const {
    const std::optional<Sentence> sentence = analysed(as_sentence(words));
    if (!sentence) return false;
    const std::vector<Token>& tokens = sentence->tokens;
    const size_t offset = as_sentence({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(place)}).size();
    const auto will =
        std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) { return token.span.begin == offset; });
    if (will == tokens.end() || will->form != "will" || will->head == no_head) return false;
    const auto verb = std::find_if(will + 1, tokens.end(), [](const Token& token) {
      return token.upos != Upos::AUX && token.upos != Upos::ADV && token.upos != Upos::PART;
    });
    return verb != tokens.end() && verb->upos == Upos::VERB && verb - tokens.begin() == will->head &&
           verb->head == no_head;
  }

  /// Without any act the parties are still told, so that a message can say what is missing.
  static void note_parties(const Scene& scene, const std::string& text, QuestionReading& out) {
    out.statement = text;
    AskedPart part;
    for (const Mention& name : scene.names()) {
      if (part.source.empty()) {
        part.source = {principal(name.actor)};
      } else if (part.target.empty() && principal(name.actor) != part.source.front()) {
        part.target = {principal(name.actor)};
      }
    }
    out.parts = {std::move(part)};
  }

  const Reader& reader_;
  const Lexicon& lexicon_;
  const NameMatcher& matcher_;
  Date day_;
};

}  // namespace

QuestionReading read_question(const std::string& text, int64_t asked, const Reader& reader, const Lexicon& lexicon,
                              const NameMatcher& matcher) {
  WindowSplit split = split_window(question_words(text), asked);
  const bool negated = take_negation(split.rest);
  const StatementReader statements(reader, lexicon, matcher, day_from_number(asked));
  Attempt best;
  for (const AskedStatement& statement : asked_statements(split.rest)) {
    if (statement.wants_auxiliary) {
      statements.try_places(statement, best);
    } else {
      statements.try_words(statement.words, best);
    }
  }
  QuestionReading out = std::move(best.reading);
  out.denied = out.denied != negated;
  if (split.window) {
    out.window = split.window->days;
    out.window_words = split.window->words;
    out.vague_window = split.window->vague;
  } else {
    out.time_unread = unread_time(split.rest);
  }
  if (out.parts.empty()) out.parts.emplace_back();
  return out;
}

}  // namespace entente
