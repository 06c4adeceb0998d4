#include "report/text_words.h"

#include <fmt/format.h>

#include "report/wrap.h"

namespace entente {

namespace {

std::string per_cent_range(const LikelihoodRange& range) {
  return fmt::format("{:.0f} to {:.0f} %", 100 * range.low, 100 * range.high);
}

/// "Kent 1964 20 to 40 %; ICD 203, 2015 20 to 45 %".
std::string ranges_text(const WordBeside& word) {
  std::string out;
  for (const LikelihoodRange& range : word.ranges) {
    out += fmt::format("{}{} {}", out.empty() ? "" : "; ", range.source, per_cent_range(range));
  }
  return out.empty() ? "no odds: the word only says that it can be" : out;
}

std::string place_text(const WordBeside& word, double probability) {
  const std::string place = beside_ranges(word.ranges, probability);
  if (place.empty()) return "";
  if (place == "within") return ": our number lies within";
  return place == "above" || place == "below" ? ": our number lies " + place : ": our number lies within some of them";
}

std::string closer_text(Closer closer) {
  switch (closer) {
    case Closer::number:
      return "our number was closer";
    case Closer::word:
      return "the word was closer";
    case Closer::neither:
      break;
  }
  return "a tie, our number lies within";
}

std::string word_score_text(const LikelihoodRange& range, const WordScore& score, int width) {
  return paragraph(fmt::format("{} {}: {}; Brier of its middle {:.4f}, of its nearer edge {:.4f}; log score {:.4f}, "
                               "{:.4f}",
                               range.source, per_cent_range(range), closer_text(score.closer), score.middle_brier,
                               score.edge_brier, score.middle_log_score, score.edge_log_score),
                   width, "      ");
}

OrderedJson scale_json(const WordBeside& word, size_t at) {
  const LikelihoodRange& range = word.ranges[at];
  OrderedJson out{{"scale", range.source},       {"word", range.word},    {"low", rounded(range.low)},
                  {"high", rounded(range.high)}, {"closer", nullptr},     {"middle_brier", nullptr},
                  {"middle_log_score", nullptr}, {"edge_brier", nullptr}, {"edge_log_score", nullptr}};
  if (at >= word.scores.size()) return out;
  const WordScore& score = word.scores[at];
  out["closer"] = name_of(score.closer);
  out["middle_brier"] = score.middle_brier;
  out["middle_log_score"] = score.middle_log_score;
  out["edge_brier"] = score.edge_brier;
  out["edge_log_score"] = score.edge_log_score;
  return out;
}

std::string total_verdict(const WordTotal& total) {
  if (total.number_closer + total.word_closer == 0) return "ties only";
  if (!total.tells()) return fmt::format("too few to tell (p {:.2f})", total.p);
  return fmt::format("{} closer (p {:.3f})", total.number_closer > total.word_closer ? "our numbers" : "the words",
                     total.p);
}

}  // namespace

std::string text_words(const Grounds& grounds, const std::vector<WordBeside>& words, double probability, int width) {
  std::string out;
  for (const WordBeside& word : words) {
    const bool ended = !word.scores.empty();
    out += paragraph("- a text says '" + word.said + "'" +
                         (ended ? "" : " (" + ranges_text(word) + ")" + place_text(word, probability)),
                     width, "  ");
    for (size_t i = 0; i < word.scores.size(); ++i) out += word_score_text(word.ranges[i], word.scores[i], width);
    out += evidence_text(grounds, {word.claim}, 1, width, "      ");
  }
  return out;
}

OrderedJson words_json(const Grounds& grounds, const std::vector<WordBeside>& words, double probability) {
  OrderedJson out = OrderedJson::array();
  for (const WordBeside& word : words) {
    OrderedJson scales = OrderedJson::array();
    for (size_t i = 0; i < word.ranges.size(); ++i) scales.push_back(scale_json(word, i));
    out.push_back({{"said", word.said},
                   {"published", date_json(word.published)},
                   {"beside", text_or_null(beside_ranges(word.ranges, probability))},
                   {"scales", std::move(scales)},
                   {"evidence", evidence_json(grounds, word.claim)}});
  }
  return out;
}

std::string word_totals_text(const std::vector<WordTotal>& totals, int width) {
  if (totals.empty()) return "";
  std::string out = fmt::format("\n{:<14} {:>9} {:>6} {:>6} {:>6}  {:>22}\n", "who was closer", "questions", "ours",
                                "word", "tie", "Brier ours, word, edge");
  for (const WordTotal& total : totals) {
    out += fmt::format("{:<14} {:>9} {:>6} {:>6} {:>6}  {:>6.4f} {:>7.4f} {:>7.4f}  {}\n", total.scale, total.questions,
                       total.number_closer, total.word_closer, total.neither, total.brier, total.middle_brier,
                       total.edge_brier, total_verdict(total));
  }
  return out + paragraph(
                   "A tie: our number lies within the word's range. Word: the middle of the range; edge: its end "
                   "nearer to what happened. p: two-sided sign test without ties.",
                   width);
}

OrderedJson word_totals_json(const std::vector<WordTotal>& totals) {
  OrderedJson out = OrderedJson::array();
  for (const WordTotal& total : totals) {
    out.push_back({{"scale", total.scale},
                   {"questions", total.questions},
                   {"number_closer", total.number_closer},
                   {"word_closer", total.word_closer},
                   {"neither", total.neither},
                   {"brier", rounded(total.brier)},
                   {"log_score", rounded(total.log_score)},
                   {"middle_brier", rounded(total.middle_brier)},
                   {"middle_log_score", rounded(total.middle_log_score)},
                   {"edge_brier", rounded(total.edge_brier)},
                   {"edge_log_score", rounded(total.edge_log_score)},
                   {"p", rounded(total.p)},
                   {"tells", total.tells()}});
  }
  return out;
}

}  // namespace entente
