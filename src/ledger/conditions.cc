// Who takes part is found by the index of actors; everything else is a condition on the row.
#include "ledger/conditions.h"

#include <algorithm>
#include <cstdint>

namespace entente::ledger_detail {

namespace {

/// The claims in which somebody takes part; takes three parameters (parameters_of). Two searches, since one with OR
/// would read the whole table.
std::string claims_of_one() {
  const std::string select = "SELECT claim FROM claim_actor WHERE ";
  return select + "actor = ? UNION ALL " + select + "actor > ? AND actor < ?";
}

}  // namespace

/// ';' is the character after ':', so that the range holds everything that hangs on the actor.
Parameters parameters_of(const ActorId& actor) {
  return {actor.str(), actor.str() + ":", actor.str() + ";"};
}

void add_actor(Conditions& conditions, const ActorId& actor) {
  conditions.add("c.entry IN (" + claims_of_one() + ")", parameters_of(actor));
}

namespace {

/// The claims in which so many of the actors, at least, take part, by entry. Counted here: SQL would sort and group
/// rows of text for it.
std::vector<int64_t> claims_of_some(Database& db, const std::vector<ActorId>& actors, size_t least) {
  std::vector<int64_t> all;
  for (const ActorId& actor : actors) {
    const size_t begin = all.size();
    Statement rows(db, claims_of_one());
    for (const auto& name : parameters_of(actor)) rows.bind(std::get<std::string>(name));
    while (rows.step()) all.push_back(rows.integer(0));
    const auto its = all.begin() + static_cast<std::ptrdiff_t>(begin);
    std::sort(its, all.end());
    all.erase(std::unique(its, all.end()), all.end());
  }
  std::sort(all.begin(), all.end());
  std::vector<int64_t> out;
  for (size_t i = 0; i + least <= all.size(); ++i) {
    if (all[i + least - 1] == all[i] && (out.empty() || out.back() != all[i])) out.push_back(all[i]);
  }
  return out;
}

void add_some_of(Database& db, Conditions& conditions, const std::vector<ActorId>& actors, size_t least) {
  std::string list = "[";
  for (const int64_t entry : claims_of_some(db, actors, least)) {
    if (list.size() > 1) list += ',';
    list += std::to_string(entry);
  }
  conditions.add("c.entry IN (SELECT value FROM json_each(?))", {list + ']'});
}

}  // namespace

Conditions conditions_of(Database& db, const ClaimFilter& filter) {
  Conditions all;
  all.add(is_present, {filter.as_of.row, filter.as_of.row});
  if (filter.kind) all.add("c.kind = ?", {std::string(name_of(*filter.kind))});
  if (filter.type) all.add("c.type = ?", {*filter.type});
  if (filter.domain) all.add("c.domain = ?", {std::string(name_of(*filter.domain))});
  if (filter.since.known()) all.add("c.last_day >= ?", {first_day(filter.since)});
  if (filter.until.known()) all.add("c.first_day <= ?", {last_day(filter.until)});
  if (filter.article) all.add("a.id = ?", {filter.article->str()});
  for (const ActorId& actor : filter.actors) add_actor(all, actor);
  if (!filter.any_of.empty()) add_some_of(db, all, filter.any_of, 1);
  if (!filter.two_of.empty()) add_some_of(db, all, filter.two_of, 2);
  if (!filter.words.empty()) {
    all.add("c.passage IN (SELECT rowid FROM passage_text WHERE passage_text MATCH ?)", {filter.words});
  }
  return all;
}

}  // namespace entente::ledger_detail
