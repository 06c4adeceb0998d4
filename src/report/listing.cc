#include "report/listing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "report/claim_json.h"
#include "report/json_parts.h"

namespace entente {

namespace {

std::string ids_text(const std::vector<ActorId>& ids, std::string_view separator) {
  std::vector<std::string> parts;
  for (const ActorId& id : ids) parts.push_back(id.str());
  return join(parts, separator);
}

std::string sentence_of(const ClaimList& list, const Claim& claim) {
  const Passage& passage = claim.first_evidence().passage;
  const auto article = list.articles.find(passage.article);
  if (article == list.articles.end() || passage.span.end > article->second.text.size()) return {};
  return std::string(passage.span.of(article->second.text));
}

std::string number(double value) {
  return fmt::format("{:.6g}", value);
}

constexpr std::array<std::string_view, 22> csv_head = {
    "id",   "kind",        "type",        "source", "target",    "domain",  "modality", "about",
    "date", "confidence",  "attribution", "cameo",  "intensity", "sign",    "good",     "amount",
    "unit", "consequence", "article",     "begin",  "end",       "sentence"};

std::vector<std::string> csv_row(const ClaimList& list, const Claim& claim) {
  const Evidence& evidence = claim.first_evidence();
  const bool event = claim.kind() == ClaimKind::event;
  return {claim.id().str(),
          std::string(name_of(claim.kind())),
          std::string(name_of(claim.type)),
          ids_text(claim.source, ";"),
          ids_text(claim.target, ";"),
          std::string(name_of(claim.domain)),
          std::string(name_of(claim.modality)),
          claim.about ? ids_text(claim.about->actors, ";") : "",
          to_iso(claim.when),
          number(evidence.confidence),
          ids_text(evidence.attribution, ";"),
          claim.cameo,
          event ? number(claim.intensity) : "",
          claim.sign ? std::string(name_of(*claim.sign)) : "",
          claim.good,
          claim.amount ? fmt::format("{}", *claim.amount) : "",
          claim.unit,
          claim.consequence,
          evidence.passage.article.str(),
          std::to_string(evidence.passage.span.begin),
          std::to_string(evidence.passage.span.end),
          sentence_of(list, claim)};
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) != 0x80;
}

size_t columns(std::string_view text) {
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

/// At most so many characters of the text; an ellipsis where something was cut off.
std::string cut(const std::string& text, size_t width) {
  if (columns(text) <= width) return text;
  if (width == 0) return {};
  std::string kept;
  size_t taken = 0;
  for (const char c : text) {
    if (begins_character(c) && ++taken == width) break;
    kept += c;
  }
  return kept + "…";
}

std::string padded(const std::string& text, size_t width) {
  const std::string shown = cut(text, width);
  return shown + std::string(width - columns(shown), ' ');
}

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

using Row = std::array<std::string, 9>;
constexpr size_t sentence_column = 8;
constexpr size_t widest_column = 24;

Row table_row(const ClaimList& list, const Claim& claim) {
  return {claim.id().str().substr(0, 8),      to_iso(claim.when),
          std::string(name_of(claim.kind())), std::string(name_of(claim.type)),
          ids_text(claim.source, ","),        ids_text(claim.target, ","),
          std::string(name_of(claim.domain)), std::string(name_of(claim.modality)),
          one_line(sentence_of(list, claim))};
}

std::array<size_t, 9> column_widths(const std::vector<Row>& rows) {
  std::array<size_t, 9> widths{};
  for (const Row& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], std::min(columns(row[i]), widest_column));
  }
  return widths;
}

std::string table_line(const Row& row, const std::array<size_t, 9>& widths, int width) {
  std::string line;
  size_t used = 0;
  for (size_t i = 0; i < sentence_column; ++i) {
    line += padded(row[i], widths[i]) + "  ";
    used += widths[i] + 2;
  }
  if (width <= 0) return line + row[sentence_column] + "\n";
  const size_t left = static_cast<size_t>(width) > used ? static_cast<size_t>(width) - used : 0;
  line += cut(row[sentence_column], std::max<size_t>(left, 20));
  return line + "\n";
}

std::string table(const std::vector<Row>& rows, int width) {
  const auto widths = column_widths(rows);
  std::string out;
  for (const Row& row : rows) out += table_line(row, widths, width);
  return out;
}

const Claim& lead_report(const ClaimList& reports, const Story& story) {
  return *std::find_if(reports.claims.begin(), reports.claims.end(),
                       [&](const Claim& claim) { return claim.id() == story.reports.front(); });
}

Row story_row(const ClaimList& reports, const Story& story) {
  return {story.reports.front().str().substr(0, 8),
          to_iso(story.first),
          to_iso(story.last),
          fmt::format("{} in {}{}", story.reports.size(), story.articles, story.background ? " (history)" : ""),
          std::string(name_of(story.type)),
          ids_text(story.source, ","),
          ids_text(story.target, ","),
          std::string(name_of(story.modality)),
          one_line(sentence_of(reports, lead_report(reports, story)))};
}

/// The sentence as a tree, each word on a line of its own below the word that governs it.
class DrawnTree {
 public:
  explicit DrawnTree(const Sentence& sentence) : sentence_(sentence), children_(sentence.tokens.size()) {
    for (size_t i = 0; i < sentence.tokens.size(); ++i) {
      const int head = sentence.tokens[i].head;
      (head == no_head ? roots_ : children_[static_cast<size_t>(head)]).push_back(i);
    }
  }

  std::string text() {
    for (const size_t root : roots_) draw(root, "  ", "  ", 0);
    return std::move(out_);
  }

 private:
  static constexpr int deepest_indent = 40;  // words further down stand below each other

  void draw(size_t word, const std::string& before, const std::string& margin, int depth) {
    const Token& token = sentence_.tokens[word];
    out_ += fmt::format("{}{} ({}, {} {})\n", before, token.form, name_of(token.relation), name_of(token.upos),
                        token.lemma);
    const bool flat = depth >= deepest_indent;
    for (const size_t child : children_[word]) {
      const bool last = child == children_[word].back();
      draw(child, margin + (last ? "\u2514\u2500 " : "\u251c\u2500 "),
           flat ? margin : margin + (last ? "   " : "\u2502  "), depth + 1);
    }
  }

  const Sentence& sentence_;
  std::vector<std::vector<size_t>> children_;
  std::vector<size_t> roots_;
  std::string out_;
};

}  // namespace

std::string claims_csv(const ClaimList& list) {
  std::string out = fmt::format("{}\r\n", fmt::join(csv_head, ","));
  for (const Claim& claim : list.claims) {
    std::vector<std::string> fields = csv_row(list, claim);
    std::transform(fields.begin(), fields.end(), fields.begin(), csv_field);
    out += join(fields, ",") + "\r\n";
  }
  return out;
}

std::string claims_table(const ClaimList& list, int width) {
  std::vector<Row> rows = {{"claim", "when", "kind", "type", "source", "target", "domain", "modality", "sentence"}};
  for (const Claim& claim : list.claims) rows.push_back(table_row(list, claim));
  return table(rows, width);
}

std::string stories_table(const StoryList& list, int width) {
  std::vector<Row> rows = {{"claim", "from", "to", "reports", "type", "source", "target", "modality", "sentence"}};
  for (const Story& story : list.stories) rows.push_back(story_row(list.reports, story));
  return table(rows, width);
}

std::string story_json(const Story& story, const ClaimList& reports) {
  using Json = nlohmann::ordered_json;
  const auto day = [](const Date& date) { return date.known() ? Json(to_iso(date)) : Json(); };
  const auto texts = [](const auto& ids) {
    Json list = Json::array();
    for (const auto& id : ids) list.push_back(id.str());
    return list;
  };
  Json out;
  out["type"] = name_of(story.type);
  out["source"] = texts(story.source);
  out["target"] = texts(story.target);
  out["modality"] = name_of(story.modality);
  out["from"] = day(story.first);
  out["to"] = day(story.last);
  out["background"] = story.background;
  out["articles"] = story.articles;
  out["confidence"] = rounded(story.confidence);
  out["sentence"] = sentence_of(reports, lead_report(reports, story));
  out["claims"] = texts(story.reports);
  return dump(out);
}

std::string explanation_text(const ExplainedClaim& explained) {
  const Claim& claim = explained.claim;
  const Sentence& sentence = explained.explanation.sentence;
  std::string out = fmt::format("claim     {}\nsays      {} {}: {} -> {} ({}, {})\n", claim.id().str(),
                                name_of(claim.kind()), name_of(claim.type), ids_text(claim.source, ", "),
                                ids_text(claim.target, ", "), name_of(claim.domain), name_of(claim.modality));
  out += fmt::format("sentence  {}\nfrom      {}\nread by   {}\nbecause   {}\n\n",
                     claim.first_evidence().passage.span.of(explained.article.text), explained.article.path,
                     claim.first_evidence().method, claim.why);
  out += DrawnTree(sentence).text();
  out += "\n";
  for (size_t i = 0; i < explained.explanation.steps.size(); ++i) {
    out += fmt::format("{:3}. {}\n", i + 1, explained.explanation.steps[i]);
  }
  if (!explained.explanation.considered.empty()) out += "\nseen in the sentence\n";
  for (const std::string& line : explained.explanation.considered) out += "  " + line + "\n";
  return out;
}

std::string explanation_json(const ExplainedClaim& explained) {
  using Json = nlohmann::ordered_json;
  Json out;
  out["claim"] = Json::parse(claim_json(explained.claim, explained.article), nullptr, false);
  out["tokens"] = Json::array();
  for (const Token& token : explained.explanation.sentence.tokens) {
    out["tokens"].push_back({{"form", token.form},
                             {"span", {token.span.begin, token.span.end}},
                             {"lemma", token.lemma},
                             {"upos", name_of(token.upos)},
                             {"xpos", token.xpos},
                             {"head", token.head + 1},
                             {"relation", name_of(token.relation)}});
  }
  out["steps"] = explained.explanation.steps;
  out["considered"] = explained.explanation.considered;
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace entente
