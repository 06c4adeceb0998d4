#include "engine/past_desk.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <tuple>

#include "engine/event_desk.h"
#include "relations/relations.h"

namespace entente {

namespace {

constexpr const char* from_articles = "articles";

bool by_day_and_sides(const PastEvent& a, const PastEvent& b) {
  return std::tie(a.day, a.source, a.target, a.code, a.data_set) <
         std::tie(b.day, b.source, b.target, b.code, b.data_set);
}

/// "072" where the words told of military aid and the lexicon's entry has only the root 070.
std::string narrowed_code(const Claim& claim) {
  if (claim.kind() != ClaimKind::event || !claim.cameo.ends_with('0')) return claim.cameo;
  const std::vector<std::string> narrow = act_class_of(claim.type, claim.domain).codes;
  return narrow == act_class_of(claim.type).codes || narrow.empty() ? claim.cameo : narrow.front();
}

bool tells_acts(const Claim& claim) {
  return claim.kind() == ClaimKind::event || claim.kind() == ClaimKind::redline || claim.kind() == ClaimKind::limit;
}

bool is_wanted(const AskHistory& wanted, const std::string& data_set) {
  const auto& sets = wanted.data_sets;
  return sets.empty() || std::find(sets.begin(), sets.end(), data_set) != sets.end();
}

/// Whether nothing but force is asked about.
bool is_of_violence(const ActClass& act) {
  const ActClass force = *act_class_named("force");
  return !act.codes.empty() &&
         std::all_of(act.codes.begin(), act.codes.end(), [&](const std::string& code) { return force.holds(code); });
}

EventQuery::ActorTest counts_as(const ActorId& who) {
  return [id = who.str()](std::string_view candidate) { return counts_for(candidate, id); };
}

ActScheme scheme_of_quads(ActName name) {
  return name == ActName::cameo_code   ? ActScheme::cameo
         : name == ActName::cameo_name ? ActScheme::name
                                       : ActScheme::word;
}

}  // namespace

bool tells_of(const PastEvent& event, const ActClass& act) {
  return event.type.has_value() && act.holds(event.code);
}

void PastDesk::add_act(Act act) {
  if (act.source.empty() || act.target.empty() || act.source == act.target || act.day >= day_) return;
  note_day(act.day);
  ++known_.events;
  acts_.push_back(std::move(act));
}

/// To be called before what happened on that day is counted.
void PastDesk::note_day(int64_t day) {
  if (known_.nothing()) known_.days = {day, day};
  known_.days.first = std::min(known_.days.first, day);
  known_.days.last = std::max(known_.days.last, day);
}

Result<void> PastDesk::add_stored() {
  EventStore store = ledger_->events();
  const Result<std::vector<EventBatch>> batches = store.batches(wanted_.as_of);
  if (!batches) return batches.error();
  for (const EventBatch& batch : *batches) {
    if (!is_wanted(wanted_, batch.data_set)) continue;
    if (!tells_of_violence_alone(batch)) covers_.insert(covers_.end(), batch.covers.begin(), batch.covers.end());
    violence_covers_.insert(violence_covers_.end(), batch.covers.begin(), batch.covers.end());
    if (known_.from.find(batch.data_set) == std::string::npos) {
      known_.from += (known_.from.empty() ? "" : ", ") + batch.data_set;
    }
  }
  EventQuery query;
  query.until = day_ - 1;
  query.data_sets = wanted_.data_sets;
  query.as_of = wanted_.as_of;
  std::vector<ActorId> counted;  // by actor of the run
  return store.visit(query, [&](const EventRun& run, const EventWordList& words) {
    if (counted.size() != words.actors.size()) {
      counted.clear();
      for (const std::string& id : words.actors) counted.push_back(counted_as(ActorId(id)));
    }
    for (size_t i = 0; i < run.days.size(); ++i) {
      const EventKind& kind = words.kinds[run.kinds[i]];
      add_act({counted[run.source], counted[run.target], run.days[i], kind.code, kind.intensity});
    }
  });
}

Result<void> PastDesk::add_quads(const EventCodebook& codebook, const Hooks& hooks) {
  if (!wanted_.origin.known()) {
    return Error{ErrorCode::usage, wanted_.data + ": the day of step 0 is needed: --origin 2014-01-01"};
  }
  const Result<std::vector<std::string>> files = list_event_files(EventFormat::quads, {wanted_.data});
  if (!files) return files.error();
  std::map<std::pair<std::string, int>, ActorId> actors;
  for (const std::string& path : *files) {
    Result<std::unique_ptr<EventFile>> file = open_events(EventFormat::quads, path, {wanted_.origin, wanted_.step});
    if (!file) return file.error();
    int64_t first = std::numeric_limits<int64_t>::max(), last = std::numeric_limits<int64_t>::min();
    while (auto next = (*file)->next()) {
      if (hooks.stop()) return Error{ErrorCode::interrupted, "interrupted"};
      if (!*next) return next->error();
      const EventRecord& record = **next;
      first = std::min(first, record.day);
      last = std::max(last, record.day);
      if (record.day >= day_) continue;
      const int year = day_from_number(record.day).year;
      const auto counted = [&](const EventParty& party) {
        const auto [place, fresh] = actors.try_emplace({std::string(party.name), year});
        if (fresh) {
          const std::optional<ActorId> id = codebook.actor(party, year);
          if (id) place->second = counted_as(*id);
        }
        return place->second;
      };
      const std::optional<EventKind> kind = codebook.act(scheme_of_quads(record.act_name), record.act);
      if (!kind) continue;
      const ActorId source = counted(record.source), target = counted(record.target);
      add_act({source, target, record.day, kind->code, kind->intensity});
      quads_.push_back({record.day, source, target, kind->code, kind->type, {path, record.row}});
    }
    if (first > last) continue;
    covers_.push_back({first, last});
    violence_covers_.push_back({first, last});
  }
  std::sort(quads_.begin(), quads_.end(), [](const QuadRow& a, const QuadRow& b) {
    return std::tie(a.source, a.target, a.day, a.code, a.row) < std::tie(b.source, b.target, b.day, b.code, b.row);
  });
  quads_name_ = std::filesystem::path(wanted_.data).filename().string();
  known_.from = quads_name_;
  return {};
}

void PastDesk::add_claims(const ClaimList& list) {
  const auto published = [&](const ArticleId& id) { return list.articles.at(id).published; };
  for (const Claim& claim : list.claims) {
    if (!tells_acts(claim)) continue;
    const Date when = day_of(claim, published);
    const Date out = published(claim.first_evidence().passage.article);
    if (!when.known() || last_day(when) >= day_ || (out.known() && first_day(out) >= day_)) continue;
    const std::vector<Dyad> pairs = dyads(claim);
    if (pairs.empty()) continue;
    note_day(last_day(when));
    ++known_.claims;
    for (const Dyad& pair : pairs) {
      DatedClaim dated{claim, last_day(when), pair.from, pair.to, narrowed_code(claim), false};
      dated.done = claim.kind() == ClaimKind::event && claim.modality == Modality::asserted && !dated.code.empty();
      claims_.push_back(std::move(dated));
    }
  }
  std::sort(claims_.begin(), claims_.end(), [](const DatedClaim& a, const DatedClaim& b) {
    return std::tuple(a.day, a.source, a.target, a.claim.id()) < std::tuple(b.day, b.source, b.target, b.claim.id());
  });
  if (!claims_.empty()) known_.from += (known_.from.empty() ? "" : ", ") + std::string(from_articles);
}

Result<PastDesk> PastDesk::lay(Ledger* ledger, const ClaimList& list, const EventCodebook& codebook,
                               const AskHistory& wanted, int64_t day, const Hooks& hooks) {
  PastDesk desk;
  desk.ledger_ = ledger;
  desk.wanted_ = wanted;
  desk.day_ = day;
  Result<void> read;
  if (!wanted.data.empty()) {
    read = desk.add_quads(codebook, hooks);
  } else if (ledger != nullptr) {
    read = desk.add_stored();
  }
  if (!read) return read.error();
  desk.add_claims(list);
  return desk;
}

const PairHistory& PastDesk::acts(bool both_ways) {
  std::optional<PairHistory>& made = both_ways ? both_ : forth_;
  if (made) return *made;
  made.emplace();
  const auto add = [&](const Act& act) {
    made->add(act.source.str(), act.target.str(), act.day, act.code, act.intensity);
    if (both_ways) made->add(act.target.str(), act.source.str(), act.day, act.code, act.intensity);
  };
  for (const Act& act : acts_) add(act);
  for (const DatedClaim& dated : claims_) {
    Claim claim = dated.claim;
    claim.cameo = dated.code;
    claim.when = day_from_number(dated.day);
    claim.source = {dated.source};
    claim.target = {dated.target};
    made->add(claim);
    if (!both_ways) continue;
    std::swap(claim.source, claim.target);
    made->add(claim);
  }
  made->settle();
  made->give_names(names_);
  return *made;
}

Result<std::vector<PastEvent>> PastDesk::between(const ActorId& a, const ActorId& b, const DayRange& days) {
  std::vector<PastEvent> out;
  const auto inside = [&](int64_t day) { return day >= days.first && day <= days.last && day < day_; };
  if (wanted_.data.empty() && ledger_ != nullptr) {
    EventQuery query;
    query.source = counts_as(a);
    query.target = counts_as(b);
    query.either_way = true;
    query.since = days.first;
    query.until = std::min(days.last, day_ - 1);
    query.data_sets = wanted_.data_sets;
    query.as_of = wanted_.as_of;
    EventStore store = ledger_->events();
    const Result<void> listed = store.list(query, [&](const Event& event) {
      out.push_back({event.day,
                     counted_as(event.source),
                     counted_as(event.target),
                     event.kind.code,
                     event.kind.type,
                     event.data_set,
                     event.passage,
                     {}});
      return true;
    });
    if (!listed) return listed.error();
  }
  for (const auto& [from, to] : {std::pair(a, b), std::pair(b, a)}) {
    auto row = std::lower_bound(quads_.begin(), quads_.end(), std::tie(from, to),
                                [](const QuadRow& q, const auto& key) { return std::tie(q.source, q.target) < key; });
    for (; row != quads_.end() && row->source == from && row->target == to; ++row) {
      if (inside(row->day)) out.push_back({row->day, from, to, row->code, row->type, quads_name_, row->row, {}});
    }
  }
  for (const DatedClaim& dated : claims_) {
    const bool forth = dated.source == a && dated.target == b, back = dated.source == b && dated.target == a;
    if (!(forth || back) || !inside(dated.day)) continue;
    const auto type = dated.done ? std::optional(dated.claim.type) : std::nullopt;
    out.push_back({dated.day,
                   dated.source,
                   dated.target,
                   dated.done ? dated.code : "",
                   type,
                   from_articles,
                   {},
                   {dated.claim.id()}});
  }
  std::stable_sort(out.begin(), out.end(), by_day_and_sides);
  return out;
}

int64_t PastDesk::uncovered(const DayRange& days, const ActClass& act) const {
  return days.last - days.first + 1 - days_inside(days, joined(is_of_violence(act) ? violence_covers_ : covers_));
}

}  // namespace entente
