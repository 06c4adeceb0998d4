// Votes from their tables, voters by their ids or by the file's names, and the measures or points over them.
#include <algorithm>
#include <filesystem>
#include <map>

#include "base/text.h"
#include "engine/engine.h"
#include "engine/parts.h"
#include "sources/sources.h"

namespace entente {
namespace {

constexpr const char* shipped_list = "/world/un_repeated_votes.csv";

/// Names by which a file may call an actor: its id, and its codes in the lexicon.
std::vector<std::string> names_of(const std::string& actor, const ActorCodes& codes) {
  std::vector<std::string> names = {actor};
  if (const auto found = codes.find(ActorId(actor)); found != codes.end()) {
    for (const auto& [scheme, code] : found->second) names.push_back(code);
  }
  return names;
}

std::optional<std::string> voter_called(const std::string& actor, const RollCalls& votes, const ActorCodes& codes) {
  for (const std::string& name : names_of(actor, codes)) {
    if (std::binary_search(votes.voters.begin(), votes.voters.end(), name)) return name;
  }
  return std::nullopt;
}

Result<std::string> voter_named(const std::string& actor, const RollCalls& votes, const ActorCodes& codes,
                                const std::string& path) {
  if (auto voter = voter_called(actor, votes, codes)) return *voter;
  return Error{ErrorCode::usage,
               "'" + actor + "' does not vote in " + path + ": give an actor's id or a name as there"};
}

size_t place_of(const RollCalls& votes, const std::string& voter) {
  return static_cast<size_t>(std::lower_bound(votes.voters.begin(), votes.voters.end(), voter) - votes.voters.begin());
}

Result<PairVoting> pair_voting(const VotingRequest& request, const RollCalls& votes, const ActorCodes& codes) {
  const Result<std::string> a = voter_named(request.a, votes, codes, request.path);
  if (!a) return a.error();
  const Result<std::string> b = voter_named(request.b, votes, codes, request.path);
  if (!b) return b.error();
  const size_t of_a = place_of(votes, *a), of_b = place_of(votes, *b);
  PairVoting pair{request.a, request.b, {}, agreement_by_session(votes, of_a, of_b)};
  const auto wanted = [&](int session) { return !request.session || session == *request.session; };
  std::erase_if(pair.sessions, [&](const SessionAgreement& s) { return !wanted(s.session); });
  pair.all = agreement(votes, of_a, of_b, [&](const RollCall& call) { return wanted(call.session); });
  if (pair.all.n == 0) {
    return Error{ErrorCode::input, request.path + ": " + request.a + " and " + request.b + " have no common vote" +
                                       (request.session ? " in session " + std::to_string(*request.session) : "")};
  }
  return pair;
}

/// The two sides: those that were named, else the United States and Russia.
Result<IdealPointOptions> sides(const VotingRequest& request, const RollCalls& votes, const ActorCodes& codes) {
  IdealPointOptions options = request.options;
  for (auto& [side, usual] : {std::pair(&options.positive, "USA"), std::pair(&options.negative, "RUS")}) {
    const Result<std::string> voter = voter_named(side->empty() ? usual : *side, votes, codes, request.path);
    if (!voter) {
      return Error{ErrorCode::usage, voter.error().message + "; name the two sides by --positive and --negative"};
    }
    *side = *voter;
  }
  return options;
}

/// ISO alpha-3 and other ids in place of the file's names, where the lexicon knows them by ISO alpha-2.
void name_by_id(IdealPoints& points, const ActorCodes& codes) {
  std::map<std::string, std::string> by_code;
  for (const auto& [id, schemes] : codes) {
    const auto found = schemes.find("iso2");
    if (found != schemes.end()) by_code.emplace(found->second.substr(0, found->second.find(' ')), id.str());
  }
  for (IdealPoint& point : points.points) {
    if (const auto id = by_code.find(point.voter); id != by_code.end()) point.voter = id->second;
  }
  std::stable_sort(points.points.begin(), points.points.end(), [](const IdealPoint& a, const IdealPoint& b) {
    return std::tie(a.voter, a.session) < std::tie(b.voter, b.session);
  });
}

}  // namespace

Result<VotingAnswer> Engine::voting(const VotingRequest& request) {
  Result<RollCalls> votes = read_roll_calls(request.path);
  if (!votes) return votes.error();
  if (!request.roll_calls.empty()) {
    const Result<void> notes = read_roll_call_notes(request.roll_calls, *votes);
    if (!notes) return notes.error();
  }
  const Result<std::string> folder = parts_->data_folder();
  if (!folder) return folder.error();
  const Result<ActorCodes> codes = actor_codes(*folder + "/lexicon");
  if (!codes) return codes.error();
  VotingAnswer answer{request, votes->voters.size(), votes->calls.size(), votes->votes.size(), votes->unknown, {}, {}};
  if (!request.a.empty()) {
    Result<PairVoting> pair = pair_voting(request, *votes, *codes);
    if (!pair) return pair.error();
    answer.pair = std::move(*pair);
    return answer;
  }
  Result<IdealPointOptions> options = sides(request, *votes, *codes);
  if (!options) return options.error();
  const std::string shipped = *folder + shipped_list;
  const std::string list =
      !request.repeated.empty() ? request.repeated : (std::filesystem::exists(shipped) ? shipped : std::string());
  if (!list.empty()) {
    Result<std::vector<std::pair<std::string, std::string>>> repeated = read_repeated_calls(list);
    if (!repeated) return repeated.error();
    options->repeated = std::move(*repeated);
  }
  options->threads = parts_->threads();
  options->hooks = parts_->options.hooks;
  Result<IdealPoints> points = ideal_points(*votes, *options);
  if (!points) return Error{points.error().code, request.path + ": " + points.error().message};
  name_by_id(*points, *codes);
  answer.points = std::move(*points);
  return answer;
}

}  // namespace entente
