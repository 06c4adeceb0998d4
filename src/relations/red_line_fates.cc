// What became of red lines: the first later act of the kind that was forbidden, and what the issuer did about it.
#include "relations/red_line_fates.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "relations/act_words.h"
#include "relations/evidence.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, 4> fate_names = {"unknown", "open", "kept", "crossed"};

/// An event that was done, between two, on a known day.
struct Deed {
  Date day;
  ClaimId claim;
  ClaimType type;
  Dyad dyad;
};

bool earlier(const Deed& a, const Deed& b) {
  return std::make_tuple(first_day(a.day), last_day(a.day), a.claim, a.dyad) <
         std::make_tuple(first_day(b.day), last_day(b.day), b.claim, b.dyad);
}

std::vector<Deed> deeds_in_time(const std::vector<Claim>& claims, const PublicationDay& published) {
  std::vector<Deed> out;
  for (const Claim& claim : claims) {
    if (claim.kind() != ClaimKind::event || claim.modality != Modality::asserted) continue;
    const Date day = day_of(claim, published);
    if (!day.known()) continue;
    for (const Dyad& dyad : dyads(claim)) out.push_back({day, claim.id(), claim.type, dyad});
  }
  std::sort(out.begin(), out.end(), earlier);
  return out;
}

bool holds(const std::vector<ActorId>& ids, const ActorId& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// An act by somebody who was warned, towards those whom the line protects (the issuer, if nobody is named).
bool crosses(const RedLine& line, const Deed& deed, ClaimType forbidden) {
  if (deed.type != forbidden || deed.dyad.from == line.by) return false;
  if (!line.to.empty() && !holds(line.to, deed.dyad.from)) return false;
  if (line.to.empty() && line.about.empty()) return false;  // neither who nor whom: anything would be a match
  return line.about.empty() ? deed.dyad.to == line.by : holds(line.about, deed.dyad.to);
}

/// Whoever was warned or is protected takes part: a day on which the crossing would have been told.
bool concerns(const RedLine& line, const Dyad& dyad) {
  for (const ActorId& id : {dyad.from, dyad.to}) {
    if (holds(line.to, id) || holds(line.about, id)) return true;
  }
  return line.to.empty() && line.about.empty() && (dyad.from == line.by || dyad.to == line.by);
}

/// The first act of that quad by the issuer against the crosser within the window.
std::optional<LineAnswer> answer_of(const RedLineFate& fate, Quad quad, const std::vector<Deed>& deeds) {
  const LineCrossing& crossing = *fate.crossing;
  std::vector<ClaimType> threatened;
  for (const RedLine::Saying& saying : fate.line.sayings) {
    const auto more = acts_in(saying.consequence);
    threatened.insert(threatened.end(), more.begin(), more.end());
  }
  for (const Deed& deed : deeds) {
    if (deed.dyad != Dyad{fate.line.by, crossing.by} || quad_of(deed.type) != quad) continue;
    const int64_t days = *days_between(crossing.day, deed.day);
    if (last_day(deed.day) < first_day(crossing.day)) continue;
    if (days > answer_window) break;
    const bool meant = std::find(threatened.begin(), threatened.end(), deed.type) != threatened.end();
    return LineAnswer{deed.claim, deed.type, deed.day, std::max<int64_t>(0, days), meant};
  }
  return std::nullopt;
}

Date last_day_told(const RedLine& line, const std::vector<Deed>& deeds) {
  Date last;
  for (const Deed& deed : deeds) {
    if (concerns(line, deed.dyad) && (!last.known() || last_day(deed.day) > last_day(last))) last = deed.day;
  }
  return last;
}

void find_crossing(RedLineFate& fate, const std::vector<Deed>& deeds) {
  for (const Deed& deed : deeds) {
    if (!clearly_before(fate.drawn, deed.day) || !crosses(fate.line, deed, *fate.forbids)) continue;
    const int64_t days = *days_between(fate.drawn, deed.day);
    fate.crossing = LineCrossing{deed.dyad.from, deed.claim, deed.type, deed.day, days, std::nullopt, std::nullopt};
    fate.crossing->deed = answer_of(fate, Quad::material_conflict, deeds);
    fate.crossing->word = answer_of(fate, Quad::verbal_conflict, deeds);
    return;
  }
}

void settle(RedLineFate& fate, const std::vector<Deed>& deeds) {
  fate.told_until = last_day_told(fate.line, deeds);
  if (!fate.forbids || !fate.drawn.known()) return;
  find_crossing(fate, deeds);
  const bool later = clearly_before(fate.drawn, fate.told_until);
  fate.fate = fate.crossing ? LineFate::crossed : (later ? LineFate::kept : LineFate::open);
}

/// What a warning forbids: the first act that its words name.
std::optional<ClaimType> forbidden_by(const Claim& claim) {
  if (!claim.about) return std::nullopt;
  const std::vector<ClaimType> acts = acts_in(claim.about->text);
  return acts.empty() ? std::nullopt : std::optional(acts.front());
}

Date first_said(const RedLine& line, const std::map<ClaimId, Date>& days) {
  Date first;
  for (const ClaimId& id : line.grounds) {
    const Date day = days.at(id);
    if (day.known() && (!first.known() || first_day(day) < first_day(first))) first = day;
  }
  return first;
}

/// Warnings against one kind of act, as lines.
void add_lines(std::optional<ClaimType> forbids, const std::vector<Claim>& warnings,
               const std::map<ClaimId, Date>& days, std::vector<RedLineFate>& out) {
  for (RedLine& line : red_lines(warnings)) {
    RedLineFate fate;
    fate.forbids = forbids;
    fate.drawn = first_said(line, days);
    fate.line = std::move(line);
    out.push_back(std::move(fate));
  }
}

void count(LineRecord& record, const RedLineFate& fate, std::vector<int64_t>& days) {
  ++record.lines;
  record.unknown += fate.fate == LineFate::unknown ? 1 : 0;
  record.open += fate.fate == LineFate::open ? 1 : 0;
  record.kept += fate.fate == LineFate::kept ? 1 : 0;
  if (fate.fate != LineFate::crossed) return;
  ++record.crossed;
  const LineCrossing& crossing = *fate.crossing;
  if (crossing.deed) {
    ++record.answered;
    days.push_back(crossing.deed->days);
  } else {
    ++(crossing.word ? record.answered_by_words : record.unanswered);
  }
}

double median(std::vector<int64_t> values) {
  std::sort(values.begin(), values.end());
  const size_t half = values.size() / 2;
  const auto upper = static_cast<double>(values[half]);
  return values.size() % 2 == 1 ? upper : (upper + static_cast<double>(values[half - 1])) / 2;
}

}  // namespace

std::string_view name_of(LineFate fate) {
  return fate_names[static_cast<size_t>(fate)];
}

std::optional<double> LineRecord::follow_through() const {
  if (crossed == 0) return std::nullopt;
  return static_cast<double>(answered) / static_cast<double>(crossed);
}

std::vector<RedLineFate> red_line_fates(const std::vector<Claim>& claims, const PublicationDay& published) {
  std::map<std::optional<ClaimType>, std::vector<Claim>> by_act;
  std::map<ClaimId, Date> days;
  for (const auto& [claim, draws] : red_line_sayings(claims)) {
    by_act[forbidden_by(*draws)].push_back(*claim);
    days.emplace(claim->id(), day_of(*claim, published));
  }
  std::vector<RedLineFate> out;
  for (const auto& [forbids, warnings] : by_act) add_lines(forbids, warnings, days, out);
  const std::vector<Deed> deeds = deeds_in_time(claims, published);
  for (RedLineFate& fate : out) settle(fate, deeds);
  std::stable_sort(out.begin(), out.end(), [](const RedLineFate& a, const RedLineFate& b) {
    return std::tie(a.line.by, a.line.to, a.line.about, a.drawn) <
           std::tie(b.line.by, b.line.to, b.line.about, b.drawn);
  });
  return out;
}

std::vector<LineRecord> line_records(const std::vector<RedLineFate>& fates) {
  std::map<ActorId, std::pair<LineRecord, std::vector<int64_t>>> all;
  for (const RedLineFate& fate : fates) {
    auto& [record, days] = all[fate.line.by];
    record.issuer = fate.line.by;
    count(record, fate, days);
  }
  std::vector<LineRecord> out;
  for (auto& [issuer, kept] : all) {
    if (!kept.second.empty()) kept.first.median_days = median(std::move(kept.second));
    out.push_back(kept.first);
  }
  std::stable_sort(out.begin(), out.end(), [](const LineRecord& a, const LineRecord& b) { return a.lines > b.lines; });
  return out;
}

}  // namespace entente
