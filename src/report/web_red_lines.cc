// Red lines with what became of them, and how their issuers follow through.
#include <fmt/format.h>

#include "base/text.h"
#include "report/evidence.h"
#include "report/line_odds.h"
#include "report/web.h"
#include "report/wrap.h"

namespace entente {

namespace {

std::string head_words(const Grounds& grounds, const RedLineFate& fate) {
  const RedLine& line = fate.line;
  std::string text =
      grounds.name(line.by) + (line.type == ClaimType::ultimatum ? " gave an ultimatum to " : " warned ");
  text += line.to.empty() ? "parties it did not name" : names_text(grounds, line.to);
  if (!line.about.empty()) text += " over " + names_text(grounds, line.about);
  return text + (fate.drawn.known() ? " (" + to_iso(fate.drawn) + ")" : " (undated)");
}

std::string sayings_text(const RedLineFate& fate, int width) {
  std::string out;
  for (const RedLine::Saying& saying : fate.line.sayings) {
    if (!saying.against.empty()) out += paragraph("forbids: “" + saying.against + "”", width, "  ");
    if (!saying.consequence.empty()) out += paragraph("or else: “" + saying.consequence + "”", width, "  ");
  }
  return out;
}

std::string answer_words(const char* what, const LineAnswer& answer) {
  return fmt::format("{}: {} {}, {} days after{}", what, name_of(answer.type), day_text(answer.day), answer.days,
                     answer.as_threatened ? ", as threatened" : "");
}

std::string crossing_text(const Grounds& grounds, const LineCrossing& crossing, int width) {
  std::string out = paragraph(fmt::format("crossed by {}: {} {}, {} days after", grounds.name(crossing.by),
                                          name_of(crossing.type), day_text(crossing.day), crossing.days),
                              width, "  ") +
                    evidence_text(grounds, {crossing.claim}, 1, width, "    ");
  if (!crossing.deed && !crossing.word) {
    return out + fmt::format("  no answer is told within {} days\n", answer_window);
  }
  for (const auto& [what, answer] :
       {std::pair("answered with a deed", &crossing.deed), std::pair("answered with words", &crossing.word)}) {
    if (!*answer) continue;
    out += paragraph(answer_words(what, **answer), width, "  ") +
           evidence_text(grounds, {(*answer)->claim}, 1, width, "    ");
  }
  return out;
}

std::string fate_text(const Grounds& grounds, const RedLineFate& fate, int width) {
  switch (fate.fate) {
    case LineFate::crossed:
      return crossing_text(grounds, *fate.crossing, width);
    case LineFate::kept:
      return "  kept, as far as is told (until " + to_iso(fate.told_until) + ")\n";
    case LineFate::open:
      return "  open: of no later day is told\n";
    default:
      return fate.drawn.known() ? "  unknown: the words name no act that could be looked for\n"
                                : "  unknown: no day is given\n";
  }
}

std::string record_text(const Grounds& grounds, const LineRecord& r, int width) {
  std::string text = fmt::format("{}: {} lines; {} kept, {} crossed, {} open, {} unknown", grounds.name(r.issuer),
                                 r.lines, r.kept, r.crossed, r.open, r.unknown);
  if (const auto share = r.follow_through()) {
    text += fmt::format("; {} of the crossed answered with a deed ({:.0f} %), {} with words alone, {} not", r.answered,
                        *share * 100, r.answered_by_words, r.unanswered);
  }
  if (r.median_days) text += fmt::format("; a deed came after {:g} days (median)", *r.median_days);
  return paragraph(text, width, "  ");
}

OrderedJson answer_json(const Grounds& grounds, const std::optional<LineAnswer>& answer) {
  if (!answer) return nullptr;
  return {{"type", name_of(answer->type)},
          {"date", date_json(answer->day)},
          {"days", answer->days},
          {"as_threatened", answer->as_threatened},
          {"evidence", evidence_json(grounds, answer->claim)}};
}

OrderedJson crossing_json(const Grounds& grounds, const std::optional<LineCrossing>& crossing) {
  if (!crossing) return nullptr;
  return {{"by", crossing->by.str()},
          {"type", name_of(crossing->type)},
          {"date", date_json(crossing->day)},
          {"days", crossing->days},
          {"evidence", evidence_json(grounds, crossing->claim)},
          {"deed", answer_json(grounds, crossing->deed)},
          {"word", answer_json(grounds, crossing->word)}};
}

OrderedJson saying_json(const Grounds& grounds, const RedLine::Saying& saying) {
  return {{"act", text_or_null(saying.against)},
          {"consequence", text_or_null(saying.consequence)},
          {"evidence", evidence_json(grounds, saying.claim)}};
}

OrderedJson line_json(const Grounds& grounds, const RedLineFate& fate) {
  OrderedJson sayings = OrderedJson::array();
  for (const RedLine::Saying& saying : fate.line.sayings) sayings.push_back(saying_json(grounds, saying));
  return {{"issuer", fate.line.by.str()},
          {"addressees", ids_json(fate.line.to)},
          {"about", ids_json(fate.line.about)},
          {"type", name_of(fate.line.type)},
          {"forbids", fate.forbids ? OrderedJson(name_of(*fate.forbids)) : OrderedJson(nullptr)},
          {"date", date_json(fate.drawn)},
          {"sayings", std::move(sayings)},
          {"fate", name_of(fate.fate)},
          {"told_until", date_json(fate.told_until)},
          {"crossing", crossing_json(grounds, fate.crossing)}};
}

template <class Number>
OrderedJson number_or_null(const std::optional<Number>& number) {
  return number ? OrderedJson(rounded(*number)) : OrderedJson(nullptr);
}

OrderedJson record_json(const LineRecord& r) {
  return {{"issuer", r.issuer.str()},
          {"lines", r.lines},
          {"kept", r.kept},
          {"crossed", r.crossed},
          {"open", r.open},
          {"unknown", r.unknown},
          {"answered", r.answered},
          {"answered_by_words", r.answered_by_words},
          {"unanswered", r.unanswered},
          {"follow_through", number_or_null(r.follow_through())},
          {"median_days", number_or_null(r.median_days)}};
}

}  // namespace

std::string red_lines_text(const RedLineAnswer& answer, int width, bool coefficients) {
  const Grounds& grounds = answer.grounds;
  std::string out;
  for (size_t at = 0; at < answer.lines.size(); ++at) {
    const RedLineFate& fate = answer.lines[at];
    out += paragraph(head_words(grounds, fate), width) + sayings_text(fate, width) + fate_text(grounds, fate, width);
    if (answer.odds) out += line_odds_text(grounds, *answer.odds, at, width);
    out += evidence_text(grounds, fate.line.grounds, most_evidence, width, "    ") + "\n";
  }
  if (!answer.records.empty()) out += "records\n";
  for (const LineRecord& record : answer.records) out += record_text(grounds, record, width);
  if (answer.odds) out += odds_foot_text(*answer.odds, coefficients, width);
  return out;
}

std::string red_lines_json(const RedLineAnswer& answer) {
  OrderedJson out{{"red_lines", OrderedJson::array()}, {"records", OrderedJson::array()}};
  for (size_t at = 0; at < answer.lines.size(); ++at) {
    out["red_lines"].push_back(line_json(answer.grounds, answer.lines[at]));
    if (!answer.odds) continue;
    OrderedJson& odds = out["red_lines"].back()["odds"] = OrderedJson::array();
    for (const LineOdds& one : answer.odds->lines[at]) odds.push_back(line_odds_json(one));
  }
  for (const LineRecord& record : answer.records) out["records"].push_back(record_json(record));
  if (answer.odds) out["odds"] = odds_basis_json(*answer.odds);
  return dump(out);
}

}  // namespace entente
