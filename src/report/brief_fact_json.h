// The facts of a brief as JSON objects. Inside report: may change.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "engine/brief.h"

namespace entente::brief_keys {

using Json = nlohmann::ordered_json;

Json pair(const Dyad& dyad);
/// A sentence with its notes, grounds and confidence.
Json line(const BriefLine& told);
Json lines(const std::vector<BriefLine>& told);
/// A fact's own keys, then those of its sentence.
Json with_line(Json fact, const BriefLine& told);

/// Facts with their sentences, the keys of each fact as `keys` gives them.
template <class Fact, class Keys>
Json facts(const std::vector<Told<Fact>>& told, const Keys& keys) {
  Json out = Json::array();
  for (const Told<Fact>& one : told) out.push_back(with_line(keys(one.fact), one.line));
  return out;
}

Json standing(const StandingRow& row);
Json flow(const Flow& f);
Json exchange(const Exchange& e);
Json red_line(const RedLine& r);
Json dependence(const Dependence& d);
Json words_keys(const WordsAndDeeds& w);
Json shared_stance_keys(const SharedStance& s);
Json line_fate(const RedLineFate& f);
Json overall(const PairStanding& s);
Json ladder(const BriefLadder& told);
Json balance(const Balancing& b);
Json mediation(const Mediation& m);
Json adversary(const CommonAdversary& c);
Json at_odds(const AtOdds& a);
Json expectation(const Expectation& e);
Json question(const BriefQuestion& q);

}  // namespace entente::brief_keys
