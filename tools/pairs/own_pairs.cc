#include "own_pairs.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/text.h"
#include "coding/text/mend.h"
#include "coding/text/mentions.h"
#include "coding/text/tree.h"

namespace entente::pairs {

namespace {

struct OwnPair {
  std::string text;
  Span source;
  std::optional<Span> target;
  std::string type;
};

/// "Iran armed Syria. => IRN > SYR", taken apart.
struct Sample {
  std::string text;
  std::string source;
  std::string target;
};

std::optional<Sample> parse_sample(std::string_view sample) {
  const size_t arrow = sample.rfind("=>");
  const size_t to = arrow == std::string_view::npos ? arrow : sample.find('>', arrow + 2);
  if (to == std::string_view::npos) return std::nullopt;
  const auto first_id = [](std::string_view ids) { return std::string(split(ids, ',').front()); };
  return Sample{std::string(trim(sample.substr(0, arrow))), first_id(sample.substr(arrow + 2, to - arrow - 2)),
                first_id(sample.substr(to + 1))};
}

/// The noun phrase, or the name in it, that stands for an actor: by its own id first, then by its state's.
std::optional<Span> party_span(const Tree& tree, const std::vector<Mention>& names, const std::string& id) {
  const auto span_of = [&](const Mention& name) {
    int first = name.begin, last = name.end - 1;
    while (tree.is(last, {Deprel::amod, Deprel::compound}) && tree.head(last) > last) last = tree.head(last);
    const auto joins = [&](int i) {
      return tree.is(i, {Deprel::det, Deprel::amod, Deprel::compound, Deprel::nummod}) && tree.head(i) > i &&
             tree.head(i) <= last;
    };
    while (first > 0 && joins(first - 1)) --first;
    return Span{tree.at(first).span.begin, tree.at(last).span.end};
  };
  for (const Mention& name : names) {
    if (name.actor.str() == id) return span_of(name);
  }
  for (const Mention& name : names) {
    if (principal(name.actor).str() == id.substr(0, id.find(':'))) return span_of(name);
  }
  return std::nullopt;
}

/// The type as the data of marked pairs has it: imposed sanctions are COERCE there.
std::string type_name(const Outcome& outcome) {
  return std::string(outcome.cameo.starts_with("163") ? name_of(ClaimType::coerce) : name_of(outcome.type));
}

/// How a verb's act is put off, and what it becomes.
struct Turn {
  std::string_view words;
  std::string_view type;
};
constexpr std::array<Turn, 12> turns_of_help = {{{"will", "AGREE"},
                                                 {"refused to", "REJECT"},
                                                 {"agreed to", "AGREE"},
                                                 {"said it would not", "REJECT"},
                                                 {"promised to", "AGREE"},
                                                 {"declined to", "REJECT"},
                                                 {"is ready to", "AGREE"},
                                                 {"will not", "REJECT"},
                                                 {"said it would", "AGREE"},
                                                 {"offered to", "AGREE"},
                                                 {"pledged to", "AGREE"},
                                                 {"plans to", "AGREE"}}};
constexpr std::array<Turn, 4> turns_of_harm = {{{"threatened to", "THREATEN"},
                                                {"will", "THREATEN"},
                                                {"warned that it would", "THREATEN"},
                                                {"vowed to", "THREATEN"}}};

/// The verb of a plain sentence whose subject is the source: "Iran armed Syria".
int plain_verb(const Tree& tree, const Span& source) {
  for (int i = 0; i < tree.size(); ++i) {
    const int verb = tree.head(i);
    if (!source.contains(tree.at(i).span) || !tree.is(i, {Deprel::nsubj}) || verb <= i) continue;
    const bool plain = tree.at(verb).upos == Upos::VERB && tree.child(verb, {Deprel::aux, Deprel::aux_pass}) == nowhere;
    const std::string& form = tree.at(verb).xpos;
    if (plain && (form == "VBD" || form == "VBZ" || form == "VBP")) return verb;
  }
  return nowhere;
}

/// The same act put off in one of the ways.
std::optional<OwnPair> turned(const Tree& tree, const OwnPair& pair, const Outcome& outcome, size_t number) {
  const Quad quad = quad_of(outcome.type);
  if (quad == Quad::verbal_conflict) return std::nullopt;
  const int verb = plain_verb(tree, pair.source);
  if (verb == nowhere) return std::nullopt;
  const Turn& turn = quad == Quad::material_conflict ? turns_of_harm[number % turns_of_harm.size()]
                                                     : turns_of_help[number % turns_of_help.size()];
  const Span& old = tree.at(verb).span;
  const std::string words = std::string(turn.words) + " " + tree.at(verb).lemma;
  OwnPair out = pair;
  out.text.replace(old.begin, old.size(), words);
  out.type = turn.type;
  if (out.target && out.target->begin > old.begin) {
    const uint32_t longer = static_cast<uint32_t>(words.size()) - old.size();
    out.target->begin += longer;
    out.target->end += longer;
  }
  return out;
}

size_t characters(std::string_view bytes) {
  return static_cast<size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

void write(const OwnPair& pair, const std::string& id, double weight, std::ostream& out) {
  const auto range = [&](const Span& span) {
    const std::string_view text = pair.text;
    return nlohmann::json{characters(text.substr(0, span.begin)), characters(text.substr(0, span.end))};
  };
  nlohmann::ordered_json line;
  line["id"] = id;
  line["text"] = pair.text;
  line["source"] = range(pair.source);
  line["target"] = pair.target ? range(*pair.target) : nlohmann::json();
  line["type"] = pair.type;
  line["weight"] = weight;
  out << line.dump() << "\n";
}

}  // namespace

void write_own_pairs(const Lexicon& lexicon, const Reader& reader, double weight, std::ostream& out) {
  const NameMatcher matcher(lexicon.actors, reader);
  size_t number = 0;
  for (const Predicate* entry : lexicon.predicates.all()) {
    const auto event =
        std::find_if(entry->outcomes.begin(), entry->outcomes.end(), [](const Outcome& o) { return !o.cameo.empty(); });
    const auto sample = parse_sample(entry->sample);
    if (event == entry->outcomes.end() || !sample) continue;
    auto sentences = reader.split(sample->text);
    if (sentences.size() != 1) continue;
    Sentence& sentence = sentences.front();
    const auto names = matcher.find_names(sentence, Date{}, [](const std::string&) { return true; });
    reader.analyse(sentence);
    mend_parse(sentence);
    const Tree tree(sentence);
    const auto source = party_span(tree, names, sample->source), target = party_span(tree, names, sample->target);
    if (!source || (!target && sample->target != "-") || source == target) continue;
    const OwnPair pair{sample->text, *source, target, type_name(*event)};
    write(pair, entry->place, weight, out);
    ++number;
    if (const auto other = turned(tree, pair, *event, number)) write(*other, entry->place + "+", weight, out);
  }
}

}  // namespace entente::pairs
