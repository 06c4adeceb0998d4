// The measures in words and rows; the points as a list from one side to the other.
#include "report/voting.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/sparkline.h"
#include "report/wrap.h"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

constexpr size_t most_columns = 60;  // of a sparkline

std::string row(const std::string& name, const Agreement& a) {
  return fmt::format("{:<9}{:>6}{:>11.4f}{:>11.4f}{:>9.4f}{:>9.4f}{:>9.4f}\n", name, a.n, a.agreement, a.identical, a.s,
                     a.kappa, a.pi);
}

std::string pair_text(const VotingAnswer& answer) {
  const PairVoting& pair = *answer.pair;
  std::string out = without_controls(pair.a) + " and " + without_controls(pair.b) + " by their votes\n\n" +
                    fmt::format("{:<9}{:>6}{:>11}{:>11}{:>9}{:>9}{:>9}\n", "session", "votes", "agreement", "identical",
                                "S", "kappa", "pi");
  for (const SessionAgreement& session : pair.sessions) out += row(std::to_string(session.session), session.agreement);
  if (pair.sessions.size() > 1) out += row("all", pair.all);
  std::vector<double> way;
  for (const SessionAgreement& session : pair.sessions) way.push_back(session.agreement.kappa);
  if (way.size() > most_columns) way.erase(way.begin(), way.end() - most_columns);
  if (way.size() > 1) out += "\nkappa, 0 to 1: " + sparkline(way, 0, 1) + "\n";
  return out + "agreement: 1 - mean distance / 2; identical: share of equal votes; kappa, pi: beyond chance\n";
}

std::string head(const IdealPoints& p) {
  return fmt::format(
      "{} points from {} votes in {} roll calls on {} texts (left out: {} unanimous, {} on parts of a text, {} alone "
      "in "
      "their session)\n{} sweeps; shrink factor {:.3f} in the middle, {:.3f} at the 95th percentile{}\n",
      p.points.size(), p.votes, p.calls, p.texts, p.unanimous, p.partial, p.lonely, p.sweeps, p.shrink_median,
      p.shrink_high, p.shrink_high > 1.1 ? ": not settled, run more sweeps" : "");
}

std::string points_text(const VotingAnswer& answer) {
  const IdealPoints& points = *answer.points;
  int session = answer.asked.session.value_or(0);
  for (const IdealPoint& p : points.points) session = answer.asked.session ? session : std::max(session, p.session);
  std::vector<const IdealPoint*> of_session;
  for (const IdealPoint& p : points.points) {
    if (p.session == session) of_session.push_back(&p);
  }
  std::stable_sort(of_session.begin(), of_session.end(), [](auto* a, auto* b) { return a->point < b->point; });
  std::string out =
      head(points) + fmt::format("\nsession {}, from one side to the other, with 90 % intervals\n", session);
  for (const IdealPoint* p : of_session) {
    out += fmt::format("{} {:>7.2f}  [{:.2f}, {:.2f}]\n", padded(without_controls(p->voter), 8), p->point, p->low,
                       p->high);
  }
  return out;
}

Json agreement_json(const Agreement& a) {
  return {{"n", a.n}, {"agreement", a.agreement}, {"identical", a.identical},
          {"s", a.s}, {"kappa", a.kappa},         {"pi", a.pi}};
}

Json pair_json(const PairVoting& pair) {
  Json out;
  out["a"] = pair.a;
  out["b"] = pair.b;
  out.update(agreement_json(pair.all));
  out["sessions"] = Json::array();
  for (const SessionAgreement& session : pair.sessions) {
    Json one;
    one["session"] = session.session;
    one.update(agreement_json(session.agreement));
    out["sessions"].push_back(std::move(one));
  }
  return out;
}

Json points_json(const IdealPoints& points) {
  Json out = Json::array();
  for (const IdealPoint& p : points.points) {
    out.push_back({{"voter", p.voter},
                   {"session", p.session},
                   {"votes", p.votes},
                   {"point", p.point},
                   {"low", p.low},
                   {"high", p.high}});
  }
  return out;
}

Json ideal_json(const IdealPoints& p) {
  return {{"calls", p.calls},          {"texts", p.texts},  {"votes", p.votes},   {"unanimous", p.unanimous},
          {"partial", p.partial},      {"alone", p.lonely}, {"sweeps", p.sweeps}, {"shrink_median", p.shrink_median},
          {"shrink_95", p.shrink_high}};
}

}  // namespace

std::string voting_text(const VotingAnswer& answer, int /*width*/) {
  std::string out = answer.pair ? pair_text(answer) : points_text(answer);
  if (answer.unknown > 0)
    out += fmt::format("{} rows were left out: it cannot be told whose votes they are\n", answer.unknown);
  return out;
}

std::string voting_json(const VotingAnswer& answer) {
  Json out;
  out["voters"] = answer.voters;
  out["calls"] = answer.calls;
  out["votes"] = answer.votes;
  out["unknown"] = answer.unknown;
  out["pair"] = answer.pair ? pair_json(*answer.pair) : Json(nullptr);
  out["points"] = answer.points ? points_json(*answer.points) : Json(nullptr);
  out["ideal"] = answer.points ? ideal_json(*answer.points) : Json(nullptr);
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string ideal_points_csv(const IdealPoints& points) {
  std::string out = "voter,session,votes,point,low,high\n";
  for (const IdealPoint& p : points.points) {
    out += fmt::format("{},{},{},{:.6f},{:.6f},{:.6f}\n", p.voter, p.session, p.votes, p.point, p.low, p.high);
  }
  return out;
}

}  // namespace entente
