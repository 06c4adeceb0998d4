// The small texts of a brief that all formats share.
#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

#include "base/text.h"
#include "report/page.h"

namespace entente {

namespace {

std::string language_name(const std::string& code) {
  if (code == "en") return "English";
  return code.empty() || code == "un" ? "language unknown" : "language " + code;
}

std::string thousands(size_t n) {
  std::string digits = std::to_string(n);
  for (size_t place = digits.size(); place > 3;) digits.insert(place -= 3, ",");
  return digits;
}

}  // namespace

std::vector<std::string> provenance(const Brief& brief) {
  std::vector<std::string> out;
  const std::string claims = thousands(brief.appraisal.claims) + (brief.appraisal.claims == 1 ? " claim" : " claims");
  if (brief.events) {
    const size_t events = brief.events->events;
    out.push_back(thousands(events) + (events == 1 ? " coded event" : " coded events"));
    if (brief.appraisal.claims == 0) return out;
  }
  if (brief.sources.size() != 1) {
    out.insert(out.begin(), {sources_in_words(brief.sources), claims});
    return out;
  }
  const BriefSource& source = brief.sources.front();
  if (!source.byline.empty()) out.push_back("by " + source.byline);
  if (source.is_table()) {
    out.emplace_back("a table");
  } else {
    out.push_back(source.published.known() ? to_iso(source.published) : "undated");
    out.push_back(language_name(source.language));
    out.push_back(thousands(source.words) + " words");
  }
  out.push_back(claims);
  out.push_back(source.address.empty() ? source.path : source.address);
  if (out.back().empty()) out.pop_back();
  return out;
}

std::vector<Domain> table_domains(const Brief& brief) {
  std::set<Domain> domains;
  for (const StandingRow& row : brief.standings) {
    for (const auto& cell : row.cells) domains.insert(cell.fact.domain);
  }
  return {domains.begin(), domains.end()};
}

std::string sign_mark(Sign sign) {
  if (sign == Sign::mixed) return "±";
  return sign == Sign::positive ? "+" : "−";
}

std::string cell_text(const Relation& relation) {
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%.2f", relation.strength);
  const std::string digits = out[0] == '0' ? out.data() + 1 : out.data();
  return relation.sign == Sign::mixed ? sign_mark(relation.sign) : sign_mark(relation.sign) + digits;
}

std::string pair_label(const Brief& brief, const Dyad& pair) {
  const auto place = [&](const ActorId& id) {
    return std::find_if(brief.actors.begin(), brief.actors.end(),
                        [&](const BriefActor& a) { return a.actor.id == id; });
  };
  const bool subject = brief.subject.kind != BriefSubject::Kind::article && pair.to == brief.subject.a;
  const bool turned = subject || place(pair.to) < place(pair.from);
  return turned ? brief.name(pair.to) + " – " + brief.name(pair.from)
                : brief.name(pair.from) + " – " + brief.name(pair.to);
}

std::string after_colon(const std::string& text) {
  const size_t colon = text.find(": ");
  return colon == std::string::npos ? text : text.substr(colon + 2);
}

std::vector<RungWord> rung_words(const RungRecord& r) {
  std::vector<RungWord> out;
  const auto add = [&](const char* word, char state, const std::vector<ClaimId>& claims) {
    if (!claims.empty()) out.push_back({word, state, &claims});
  };
  add("reached", 'r', r.reached);
  add("offered", 'o', r.offered);
  add("refused", 'x', r.refused);
  add("withheld", 'x', r.withheld);
  add("ruled out", 'x', r.excluded);
  add("held possible or likely", 'e', r.expected);
  add("held unlikely", 'd', r.doubted);
  add("left open", 'q', r.open);
  return out;
}

std::vector<int> notes_of(const Brief& brief, const std::vector<ClaimId>& claims) {
  std::vector<int> out;
  for (const BriefNote& note : brief.notes) {
    const bool holds = std::any_of(note.claims.begin(), note.claims.end(), [&](const ClaimId& id) {
      return std::find(claims.begin(), claims.end(), id) != claims.end();
    });
    if (holds) out.push_back(note.number);
  }
  return out;
}

std::string note_ranges(const std::vector<int>& notes) {
  std::vector<std::string> parts;
  for (size_t i = 0; i < notes.size();) {
    size_t end = i;
    while (end + 1 < notes.size() && notes[end + 1] == notes[end] + 1) ++end;
    const std::string first = std::to_string(notes[i]);
    const std::string mark = end == i + 1 ? ", " : "–";
    parts.push_back(end == i ? first : first + mark + std::to_string(notes[end]));
    i = end + 1;
  }
  return join(parts, ", ");
}

std::string note_origin(const Brief& brief, const BriefNote& note) {
  std::string out = note.article_title.empty() ? "Untitled text" : note.article_title;
  out += ", bytes " + std::to_string(note.span.begin) + "–" + std::to_string(note.span.end);
  if (note.attribution.empty()) return out;
  std::vector<std::string> who;
  for (const ActorId& id : note.attribution) who.push_back(brief.name(id));
  return out + "; said by " + join(who, ", ");
}

}  // namespace entente
