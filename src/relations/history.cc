// Claims sorted into periods.
#include "relations/history.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "relations/evidence.h"

namespace entente {

namespace {

constexpr int64_t most_days = 45;         // above so many, months
constexpr int64_t most_months = 5 * 366;  // above so many days, years
constexpr size_t most_marks = 6;
constexpr double least_mark = 0.3;  // weight below which an event is no landmark

/// A claim that weighs something, with its day.
struct Dated {
  const Claim* claim;
  ClaimId id;
  Date day;
};

struct Days {
  int64_t first;
  int64_t last;
};

using DayTest = std::function<bool(const Date&)>;

/// Those of the pairs that weigh something and tell of such a day. The cheap questions come first: claims are many.
std::vector<Dated> weighty(const std::vector<Claim>& claims, const PublicationDay& published, const DyadTest& of,
                           const DayTest& wanted) {
  std::vector<Dated> out;
  for (const Claim& claim : claims) {
    const Date day = day_of(claim, published);
    if (!wanted(day)) continue;
    const Weight weight = weight_of(claim);
    if (weight.positive == 0 && weight.negative == 0) continue;
    const std::vector<Dyad> pairs = dyads(claim);
    if (std::none_of(pairs.begin(), pairs.end(), of)) continue;
    out.push_back({&claim, claim.id(), day});
  }
  std::sort(out.begin(), out.end(), [](const Dated& a, const Dated& b) { return a.id < b.id; });
  const auto same = [](const Dated& a, const Dated& b) { return a.id == b.id; };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

/// As the span suggests, but no finer than the finest day that is told.
Precision step_for(const Days& span, Precision finest) {
  const int64_t days = span.last - span.first + 1;
  const Precision suggested = days <= most_days     ? Precision::day
                              : days <= most_months ? Precision::month
                                                    : Precision::year;
  return std::min(suggested, finest);
}

Date period_of(int64_t day, Precision step) {
  const Date date = day_from_number(day);
  if (step == Precision::day) return date;
  return step == Precision::month ? Date::of_month(date.year, date.month) : Date::of_year(date.year);
}

std::vector<Date> periods_of(const Days& span, Precision step) {
  std::vector<Date> out;
  for (int64_t day = span.first; day <= span.last; day = last_day(out.back()) + 1) out.push_back(period_of(day, step));
  return out;
}

using Cells = std::map<std::pair<Date, Domain>, std::vector<Piece>>;

/// Puts a claim's pieces into the periods that it tells of, each with its part of the weight.
void spread(const Dated& dated, const DyadTest& of, Precision step, Cells& cells) {
  const std::vector<Date> periods = periods_of({first_day(dated.day), last_day(dated.day)}, step);
  const auto parts = static_cast<double>(periods.size());
  for (Piece& piece : pieces_of({*dated.claim}, true)) {
    if (!of(piece.dyad) && !of({piece.dyad.to, piece.dyad.from})) continue;
    piece.weight.positive /= parts;
    piece.weight.negative /= parts;
    for (const Date& period : periods) cells[{period, piece.domain}].push_back(piece);
  }
}

/// The weightiest events, one a period and type.
std::vector<ClaimId> marks_of(const std::vector<Dated>& told, Precision step) {
  std::vector<const Dated*> events;
  for (const Dated& dated : told) {
    const bool event = dated.claim->kind() == ClaimKind::event && dated.claim->modality == Modality::asserted;
    const bool precise = dated.day.precision == Precision::day || dated.day.precision == Precision::month;
    if (event && precise && std::abs(evidence_weight(*dated.claim)) >= least_mark) events.push_back(&dated);
  }
  std::stable_sort(events.begin(), events.end(), [](const Dated* a, const Dated* b) {
    return std::abs(evidence_weight(*a->claim)) > std::abs(evidence_weight(*b->claim));
  });
  std::set<std::pair<Date, ClaimType>> taken;
  std::vector<const Dated*> chosen;
  for (const Dated* event : events) {
    const bool fresh = taken.insert({period_of(first_day(event->day), step), event->claim->type}).second;
    if (fresh && chosen.size() < most_marks) chosen.push_back(event);
  }
  std::sort(chosen.begin(), chosen.end(), [](const Dated* a, const Dated* b) {
    return std::make_tuple(first_day(a->day), a->id) < std::make_tuple(first_day(b->day), b->id);
  });
  std::vector<ClaimId> out;
  for (const Dated* event : chosen) out.push_back(event->id);
  return out;
}

std::vector<HistoryBin> bins_of(Cells cells, const Days& span, Precision step) {
  std::vector<HistoryBin> out;
  for (const Date& period : periods_of(span, step)) out.push_back({period, {}});
  size_t at = 0;
  for (auto& [key, pieces] : cells) {  // by period, then domain
    while (out[at].period != key.first) ++at;
    Tally sum = tally(std::move(pieces));
    out[at].cells.push_back({key.second, sum.positive, sum.negative, std::move(sum.grounds)});
  }
  return out;
}

}  // namespace

RelationHistory relation_history(const std::vector<Claim>& claims, const PublicationDay& published,
                                 const DyadTest& of) {
  std::vector<Dated> told = weighty(claims, published, of, [](const Date&) { return true; });
  const size_t all = told.size();
  std::erase_if(told, [](const Dated& dated) { return !dated.day.known(); });
  RelationHistory out;
  out.undated = all - told.size();
  if (told.empty()) return out;
  Days span{first_day(told.front().day), last_day(told.front().day)};
  Precision finest = Precision::year;
  for (const Dated& dated : told) {
    finest = std::max(finest, dated.day.precision);
    span.first = std::min(span.first, first_day(dated.day));
    span.last = std::max(span.last, last_day(dated.day));
  }
  out.step = step_for(span, finest);
  Cells cells;
  for (const Dated& dated : told) spread(dated, of, out.step, cells);
  out.bins = bins_of(std::move(cells), span, out.step);
  out.marks = marks_of(told, out.step);
  return out;
}

WindowBalance window_balance(const std::vector<Claim>& claims, const PublicationDay& published, const DyadTest& of,
                             int64_t first, int64_t last) {
  std::vector<Piece> pieces;
  const DayTest within = [&](const Date& day) {
    return day.known() && first_day(day) >= first && last_day(day) <= last;
  };
  for (const Dated& dated : weighty(claims, published, of, within)) {
    for (Piece& piece : pieces_of({*dated.claim}, true)) {
      if (of(piece.dyad) || of({piece.dyad.to, piece.dyad.from})) pieces.push_back(std::move(piece));
    }
  }
  Tally sum = tally(std::move(pieces));
  return {sum.balance(), sum.uncertainty(), std::move(sum.grounds)};
}

}  // namespace entente
