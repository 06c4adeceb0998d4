// Which calls count, which are on the same text, and the votes twice over: by text and by stance.
#include "reasoning/voting/ideal_data.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace entente {
namespace {

constexpr double smooth = 0.5;  // of the walk: its variance before the weight of the votes

/// Per call, which of the three choices were made.
std::vector<std::set<int8_t>> choices_made(const RollCalls& votes) {
  std::vector<std::set<int8_t>> made(votes.calls.size());
  for (const CastVote& vote : votes.votes) made[vote.call].insert(vote.choice);
  return made;
}

std::vector<char> used_calls(const RollCalls& votes, const IdealPointOptions& options, IdealPoints& out) {
  const auto made = choices_made(votes);
  std::vector<char> used(votes.calls.size(), 0);
  std::map<int, size_t> of_session;
  for (size_t i = 0; i < used.size(); ++i) {
    const RollCall& call = votes.calls[i];
    if (made[i].size() < 2) {
      ++out.unanimous;
    } else if (call.partial && call.year > options.partial_until) {
      ++out.partial;
    } else {
      used[i] = 1;
      ++of_session[call.session];
    }
  }
  for (size_t i = 0; i < used.size(); ++i) {
    if (used[i] == 0 || of_session[votes.calls[i].session] > 1) continue;
    used[i] = 0;
    ++out.lonely;
  }
  return used;
}

/// For each call the first call on the same text. A later call may name several earlier ones: the first counts.
std::vector<uint32_t> first_calls(const RollCalls& votes, const IdealPointOptions& options) {
  std::unordered_map<std::string, uint32_t> place;
  for (uint32_t i = 0; i < votes.calls.size(); ++i) place.emplace(votes.calls[i].id, i);
  std::vector<uint32_t> first(votes.calls.size());
  for (uint32_t i = 0; i < first.size(); ++i) first[i] = i;
  for (const auto& [earlier, later] : options.repeated) {
    const auto a = place.find(earlier), b = place.find(later);
    if (a == place.end() || b == place.end() || a->second >= b->second) continue;
    first[b->second] = std::min(first[b->second], a->second);
  }
  for (uint32_t i = 0; i < first.size(); ++i) first[i] = first[first[i]];  // earlier ones are final by now
  return first;
}

void lay_out(const RollCalls& votes, const std::vector<char>& used, const std::vector<uint32_t>& first,
             IdealData& data) {
  std::map<std::pair<uint32_t, int>, uint32_t> stances;
  std::map<uint32_t, uint32_t> texts;
  for (const CastVote& vote : votes.votes) {
    if (used[vote.call] == 0) continue;
    stances.emplace(std::pair(vote.voter, votes.calls[vote.call].session), 0);
    texts.emplace(first[vote.call], 0);
  }
  uint32_t n = 0;
  for (auto& [key, place] : stances) {
    place = n++;
    data.stances.push_back({key.first, key.second});
  }
  n = 0;
  for (auto& [call, place] : texts) place = n++;
  std::vector<std::vector<std::pair<int8_t, uint32_t>>> by_text(texts.size());
  for (const CastVote& vote : votes.votes) {
    if (used[vote.call] == 0) continue;
    const uint32_t stance = stances.at({vote.voter, votes.calls[vote.call].session});
    by_text[texts.at(first[vote.call])].emplace_back(static_cast<int8_t>(1 - vote.choice), stance);
  }
  data.text_begin.push_back(0);
  for (auto& text : by_text) {
    std::sort(text.begin(), text.end());
    for (const auto& [choice, stance] : text) {
      data.stance.push_back(stance);
      data.choice.push_back(choice);
    }
    data.text_begin.push_back(static_cast<uint32_t>(data.stance.size()));
  }
}

void index_by_stance(IdealData& data) {
  data.stance_begin.assign(data.stances.size() + 1, 0);
  for (const uint32_t stance : data.stance) ++data.stance_begin[stance + 1];
  for (size_t s = 0; s < data.stances.size(); ++s) data.stance_begin[s + 1] += data.stance_begin[s];
  data.by_stance.resize(data.stance.size());
  data.text_of.resize(data.stance.size());
  std::vector<uint32_t> next(data.stance_begin.begin(), data.stance_begin.end() - 1);
  for (uint32_t text = 0; text < data.texts(); ++text) {
    for (uint32_t vote = data.text_begin[text]; vote < data.text_begin[text + 1]; ++vote) {
      const uint32_t at = next[data.stance[vote]]++;
      data.by_stance[at] = vote;
      data.text_of[at] = text;
    }
  }
  for (uint32_t begin = 0, end = 0; begin < data.stances.size(); begin = end) {
    while (end < data.stances.size() && data.stances[end].voter == data.stances[begin].voter) ++end;
    data.voters.emplace_back(begin, end);
  }
}

void index_by_session(IdealData& data) {
  std::map<int, uint32_t> place;
  for (const auto& stance : data.stances) place.emplace(stance.session, 0);
  uint32_t n = 0;
  for (auto& [session, at] : place) at = n++;
  data.members.resize(n);
  data.own_texts.resize(n);
  for (uint32_t s = 0; s < data.stances.size(); ++s) {
    data.session_of.push_back(place.at(data.stances[s].session));
    data.members[data.session_of[s]].push_back(s);
  }
  for (uint32_t t = 0; t < data.texts(); ++t) {
    const uint32_t first = data.session_of[data.stance[data.text_begin[t]]];
    bool several = false;
    for (uint32_t v = data.text_begin[t]; v < data.text_begin[t + 1]; ++v) {
      several |= data.session_of[data.stance[v]] != first;
    }
    data.bridge.push_back(several ? 1 : 0);
    if (!several) data.own_texts[first].push_back(t);
  }
}

}  // namespace

std::pair<size_t, size_t> IdealData::choices_of(size_t text) const {
  const auto begin = choice.begin() + text_begin[text], end = choice.begin() + text_begin[text + 1];
  return {static_cast<size_t>(std::lower_bound(begin, end, 1) - begin),
          static_cast<size_t>(std::lower_bound(begin, end, 2) - begin)};
}

uint32_t IdealData::walks_from(uint32_t s) const {
  if (s > 0 && stances[s - 1].voter == stances[s].voter) return s - 1;
  return s + 1 < stances.size() && stances[s + 1].voter == stances[s].voter ? s + 1 : s;
}

double IdealData::walk_precision(uint32_t s) const {
  const uint32_t from = walks_from(s);
  if (from == s) return 1 / smooth;
  const auto n = static_cast<double>(votes_of(s)), before = static_cast<double>(votes_of(from));
  return (n + before) / (smooth * n);
}

Result<IdealData> ideal_data(const RollCalls& votes, const IdealPointOptions& options, IdealPoints& out) {
  const std::vector<char> used = used_calls(votes, options, out);
  out.calls = static_cast<size_t>(std::count(used.begin(), used.end(), 1));
  if (out.calls == 0) return Error{ErrorCode::input, "no two roll calls of a session in which votes differ"};
  IdealData data;
  lay_out(votes, used, first_calls(votes, options), data);
  index_by_stance(data);
  index_by_session(data);
  out.texts = data.texts();
  out.votes = data.stance.size();
  return data;
}

}  // namespace entente
