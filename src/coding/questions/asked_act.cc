#include "coding/questions/asked_act.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "coding/coders/event_terms.h"
#include "coding/text/domain_of.h"

namespace entente {

namespace {

/// The type that an outcome has as an event: a stance is said, a warning threatens.
std::optional<ClaimType> as_event(ClaimType type) {
  switch (type) {
    case ClaimType::support:
      return ClaimType::support_act;
    case ClaimType::oppose:
      return ClaimType::accuse;
    case ClaimType::warning:
    case ClaimType::ultimatum:
      return ClaimType::threaten;
    case ClaimType::refused:
      return ClaimType::reject;
    default:
      return kind_of(type) == ClaimKind::event ? std::optional(type) : std::nullopt;
  }
}

/// Acts whose domain lies in what they are: to name it ("military attack") narrows nothing.
bool has_own_domain(ClaimType type) {
  return type == ClaimType::assault || type == ClaimType::mobilize || type == ClaimType::protest;
}

/// The domain that the words of an act name: before it ("military aid"), before what it is done with, or of the good.
std::optional<Domain> named_domain(const Scene& scene, const Act& act) {
  const Tree& tree = scene.tree();
  std::vector<int> words = {act.word};
  for (const int object : tree.objects(act.word)) words.push_back(object);
  for (const int below : tree.all(act.word, {Deprel::obj, Deprel::iobj, Deprel::nsubj_pass, Deprel::obl})) {
    words.push_back(below);
  }
  for (const int word : words) {
    if (scene.name_at(word) != nullptr) continue;
    const std::vector<Domain> near = domains_of_modifiers(scene, word);
    if (!near.empty()) return near.front();
  }
  if (act.good) return act.good->domain;
  return act.entry->domain;
}

bool pledged(const Scene& scene, const Act& act) {
  const int by = act.frame.embedded_by;
  return by != nowhere && scene.tree().at(by).upos == Upos::VERB &&
         (scene.in_class(by, "promise") || scene.in_class(by, "commitment"));
}

/// The one party that is named and stands on no side yet: "Iran will be given aid by Russia".
ActorList left_over(const Scene& scene, const ActorList& known) {
  ActorList others;
  for (const Mention& name : scene.names()) {
    const bool used = std::any_of(known.begin(), known.end(),
                                  [&](const ActorId& id) { return principal(id) == principal(name.actor); });
    if (!used) add_actors(others, {principal(name.actor)});
  }
  return others.size() == 1 ? others : ActorList{};
}

/// Codes that a question means by themselves, because their types hold acts that are too unlike: to mediate is no
/// meeting, who signs an agreement does more than praise, who lifts sanctions does not retreat.
constexpr std::array<std::string_view, 6> codes_apart = {"045", "057", "085", "0871", "161", "163"};

}  // namespace

AskedAct asked_act(const Scene& scene, const Act& act) {
  AskedAct out;
  for (const Outcome& outcome : act.entry->outcomes) {
    const std::optional<ClaimType> type = as_event(outcome.type);
    if (!type) continue;
    out.types = {*type};
    const bool apart = std::find(codes_apart.begin(), codes_apart.end(), outcome.cameo) != codes_apart.end();
    if (apart) out.codes = {outcome.cameo};
    break;
  }
  if (out.types.empty()) return out;
  const bool turned = (act.frame.limit == ClaimType::refused || pledged(scene, act)) && cooperative(out.types.front());
  if (turned) out.codes.clear();
  if (act.frame.limit == ClaimType::refused && cooperative(out.types.front())) out.types = {ClaimType::reject};
  if (pledged(scene, act) && cooperative(out.types.front())) out.types = {ClaimType::agree};
  if (out.codes.empty() && !has_own_domain(out.types.front())) out.domain = named_domain(scene, act);
  return out;
}

AskedPart asked_part(const Scene& scene, const Act& act) {
  AskedPart out{act.source.actors, act.target.actors, {}, act.reciprocal || act.entry->mutual, {}, {}, {}};
  AskedAct asked = asked_act(scene, act);
  if (!asked.types.empty()) out.act = std::move(asked);
  if (out.act && out.source.empty() != out.target.empty()) {
    (out.source.empty() ? out.source : out.target) = left_over(scene, out.source.empty() ? out.target : out.source);
  }
  out.words = scene.tree().at(act.word).form;
  out.entry = act.entry->place;
  for (const Outcome& outcome : act.entry->outcomes) {
    if (out.code.empty()) out.code = outcome.cameo;
  }
  return out;
}

}  // namespace entente
