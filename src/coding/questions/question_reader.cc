#include "coding/questions/question_reader.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>

#include "base/text.h"
#include "coding/coders/event_terms.h"
#include "coding/questions/question_frame.h"
#include "coding/questions/window_words.h"
#include "coding/text/domain_of.h"
#include "coding/text/mend.h"

namespace entente {

namespace {

std::vector<std::string_view> blank_parted(std::string_view text) {
  std::vector<std::string_view> out;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = text.find_first_not_of(" \t\r\n", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    out.push_back(text.substr(begin, at - begin));
  }
  return out;
}

/// The type that an outcome has as an event: a stance is said, a warning threatens.
std::optional<ClaimType> as_event(ClaimType type) {
  switch (type) {
    case ClaimType::support:
      return ClaimType::support_act;
    case ClaimType::oppose:
      return ClaimType::accuse;
    case ClaimType::warning:
    case ClaimType::ultimatum:
      return ClaimType::threaten;
    case ClaimType::refused:
      return ClaimType::reject;
    default:
      return kind_of(type) == ClaimKind::event ? std::optional(type) : std::nullopt;
  }
}

/// Acts whose domain lies in what they are: to name it ("military attack") narrows nothing.
bool has_own_domain(ClaimType type) {
  return type == ClaimType::assault || type == ClaimType::mobilize || type == ClaimType::protest;
}

/// The domain that the words of an act name: before it ("military aid"), before what it is done with, or of the good.
std::optional<Domain> named_domain(const Scene& scene, const Act& act) {
  const Tree& tree = scene.tree();
  std::vector<int> words = {act.word};
  for (const int object : tree.objects(act.word)) words.push_back(object);
  for (const int below : tree.all(act.word, {Deprel::obj, Deprel::iobj, Deprel::nsubj_pass, Deprel::obl})) {
    words.push_back(below);
  }
  for (const int word : words) {
    if (scene.name_at(word) != nullptr) continue;
    const std::vector<Domain> near = domains_of_modifiers(scene, word);
    if (!near.empty()) return near.front();
  }
  if (act.good) return act.good->domain;
  return act.entry->domain;
}

bool pledged(const Scene& scene, const Act& act) {
  const int by = act.frame.embedded_by;
  return by != nowhere && scene.tree().at(by).upos == Upos::VERB &&
         (scene.in_class(by, "promise") || scene.in_class(by, "commitment"));
}

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

/// The one party that is named and stands on no side yet: "Iran will be given aid by Russia".
ActorList left_over(const Scene& scene, const ActorList& known) {
  ActorList others;
  for (const Mention& name : scene.names()) {
    const bool used = std::any_of(known.begin(), known.end(),
                                  [&](const ActorId& id) { return principal(id) == principal(name.actor); });
    if (!used) add_actors(others, {principal(name.actor)});
  }
  return others.size() == 1 ? others : ActorList{};
}

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

/// The words of a question, marks and "'s" apart. Dates stay whole.
std::vector<std::string> question_words(const std::string& text) {
  std::vector<std::string> words;
  for (const std::string_view piece : blank_parted(text)) {
    std::string word(piece);
    std::vector<std::string> marks;
    while (!word.empty() && std::string_view("?!,;:.\"").find(word.back()) != std::string_view::npos) {
      marks.insert(marks.begin(), std::string(1, word.back()));
      word.pop_back();
    }
    if (word.ends_with("’s")) word = word.substr(0, word.size() - 4) + "'s";
    const bool owner = word.size() > 2 && word.ends_with("'s");
    if (owner) word.resize(word.size() - 2);
    if (!word.empty()) words.push_back(word);
    if (owner) words.emplace_back("'s");
    words.insert(words.end(), marks.begin(), marks.end());
  }
  return words;
}

/// "Before the thaw": a time is meant, but none that is known.
std::string unread_time(const std::vector<std::string>& words) {
  const auto opens = [](const std::string& word) {
    const std::string lower = to_lower(word);
    return lower == "before" || lower == "until" || lower == "within";
  };
  const auto found = std::find_if(words.begin(), words.end(), opens);
  std::string out;
  for (auto word = found; word != words.end() && *word != "?" && *word != ","; ++word) {
    out += (out.empty() ? "" : " ") + *word;
  }
  return out;
}

}  // namespace

namespace {

/// Codes that a question means by themselves, because their types hold acts that are too unlike: to mediate is no
/// meeting, who signs an agreement does more than praise, who lifts sanctions does not retreat.
constexpr std::array<std::string_view, 6> codes_apart = {"045", "057", "085", "0871", "161", "163"};

}  // namespace

AskedAct asked_act(const Scene& scene, const Act& act) {
  AskedAct out;
  for (const Outcome& outcome : act.entry->outcomes) {
    const std::optional<ClaimType> type = as_event(outcome.type);
    if (!type) continue;
    out.types = {*type};
    const bool apart = std::find(codes_apart.begin(), codes_apart.end(), outcome.cameo) != codes_apart.end();
    if (apart) out.codes = {outcome.cameo};
    break;
  }
  if (out.types.empty()) return out;
  const bool turned = (act.frame.limit == ClaimType::refused || pledged(scene, act)) && cooperative(out.types.front());
  if (turned) out.codes.clear();
  if (act.frame.limit == ClaimType::refused && cooperative(out.types.front())) out.types = {ClaimType::reject};
  if (pledged(scene, act) && cooperative(out.types.front())) out.types = {ClaimType::agree};
  if (out.codes.empty() && !has_own_domain(out.types.front())) out.domain = named_domain(scene, act);
  return out;
}

AskedPart asked_part(const Scene& scene, const Act& act) {
  AskedPart out{act.source.actors, act.target.actors, {}, act.reciprocal || act.entry->mutual, {}, {}, {}};
  AskedAct asked = asked_act(scene, act);
  if (!asked.types.empty()) out.act = std::move(asked);
  if (out.act && out.source.empty() != out.target.empty()) {
    (out.source.empty() ? out.source : out.target) = left_over(scene, out.source.empty() ? out.target : out.source);
  }
  out.words = scene.tree().at(act.word).form;
  out.entry = act.entry->place;
  for (const Outcome& outcome : act.entry->outcomes) {
    if (out.code.empty()) out.code = outcome.cameo;
  }
  return out;
}

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
