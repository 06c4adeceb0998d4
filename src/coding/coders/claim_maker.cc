#include "coding/coders/claim_maker.h"

#include <algorithm>

#include "coding/text/domain_of.h"
#include "coding/text/when.h"

namespace entente {

namespace {

constexpr size_t longest_about = 160;  // bytes of the phrase kept in About::text

double ground_weight(const Party& party) {
  if (party.empty()) return 0.8;
  switch (party.ground) {
    case Party::Ground::named:
      return 1.0;
    case Party::Ground::owner:
      return 0.9;
    case Party::Ground::inside:
      return 0.75;
    case Party::Ground::nearest:
    case Party::Ground::place:
      return 0.65;
    case Party::Ground::reference:
      return 0.8;
    case Party::Ground::topic:
      return 0.6;
  }
  return 1.0;
}

std::string_view ground_word(const Party& party) {
  switch (party.ground) {
    case Party::Ground::named:
      return "named";
    case Party::Ground::owner:
      return "by what is theirs";
    case Party::Ground::inside:
      return "inside what the act is about";
    case Party::Ground::nearest:
      return "the nearest name";
    case Party::Ground::place:
      return "people of the place";
    case Party::Ground::reference:
      return "by reference to earlier text";
    case Party::Ground::topic:
      return "not said here; the article's other party";
  }
  return "";
}

/// "; source by what is theirs, 'dollar'": how a side was found that is not simply named.
std::string found_by(const Scene& scene, std::string_view side, const Party& party) {
  if (party.empty() || party.ground == Party::Ground::named) return "";
  std::string out = "; " + std::string(side) + " " + std::string(ground_word(party));
  if (party.word != nowhere) out += ", '" + scene.tree().at(party.word).form + "'";
  return out;
}

std::string shorten(std::string text) {
  if (text.size() <= longest_about) return text;
  size_t cut = text.rfind(' ', longest_about);
  if (cut == std::string::npos) cut = longest_about;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
  return text.substr(0, cut) + "...";
}

}  // namespace

double confidence_of(const Party& source, const Party& target) {
  return 0.9 * ground_weight(source) * ground_weight(target);
}

Domain usual_domain(ClaimType type) {
  switch (type) {
    case ClaimType::assault:
    case ClaimType::mobilize:
    case ClaimType::warning:
    case ClaimType::ultimatum:
      return Domain::military;
    case ClaimType::sanction:
    case ClaimType::cooperate:
    case ClaimType::aid:
    case ClaimType::investor:
    case ClaimType::supplier:
      return Domain::economic;
    case ClaimType::shared_adversary:
      return Domain::ideological;
    case ClaimType::protest:
    case ClaimType::coerce:
    case ClaimType::concede:
    case ClaimType::retreat:
    case ClaimType::partner:
    case ClaimType::ally:
    case ClaimType::rival:
    case ClaimType::alignment:
    case ClaimType::member:
    case ClaimType::dependence:
      return Domain::political;
    default:
      return kind_of(type) == ClaimKind::event || kind_of(type) == ClaimKind::stance ? Domain::diplomatic
                                                                                     : Domain::political;
  }
}

/// What an act without an object is about: a phrase with a preposition that does not just name a time or a place.
static int topic_phrase(const Tree& tree, int word) {
  for (int c : tree.all(word, {Deprel::obl, Deprel::nmod, Deprel::advcl})) {
    const std::string preposition = tree.preposition(c);
    const bool circumstance = preposition == "by" || preposition == "in" || preposition == "at" || preposition.empty();
    const auto& words = tree.children(c);
    const bool time = tree.names_time(c) || tree.at(c).upos == Upos::NUM ||
                      std::any_of(words.begin(), words.end(), [&](int w) { return tree.names_time(w); });
    if (!time && !circumstance) return c;
  }
  return nowhere;
}

/// Words that anybody may say of anything take their domain from their own modifiers alone; acts from all around them.
static Domain domain_for(const Scene& scene, ClaimType type, int word) {
  const bool bond = kind_of(type) == ClaimKind::tie && is_undirected_tie(type);
  const bool words_only = type == ClaimType::consult || type == ClaimType::accuse || type == ClaimType::request;
  if (bond || words_only) {
    const auto own = domains_of_modifiers(scene, word);
    return own.empty() ? usual_domain(type) : own.front();
  }
  const Domain domain = domain_around(scene, word, usual_domain(type));
  return type == ClaimType::sanction && domain == Domain::humanitarian ? Domain::economic : domain;
}

ClaimMaker::ClaimMaker(const Scene& scene, const Article& article, const std::string& method)
    : scene_(scene), article_(article), method_(method) {}

Evidence ClaimMaker::evidence(int word, double confidence, const std::vector<int>& speakers) const {
  Evidence evidence(Passage{article_.id, scene_.tree().sentence().span});
  evidence.trigger = scene_.tree().at(word).span;
  evidence.method = method_;
  evidence.confidence = confidence;
  evidence.attribution = who_says(speakers);
  return evidence;
}

std::vector<ActorId> ClaimMaker::who_says(const std::vector<int>& words) const {
  std::vector<ActorId> speakers;
  for (int word : words) add_actors(speakers, scene_.party(word).actors);
  const Tree& tree = scene_.tree();
  for (int i = 0; i < tree.size(); ++i) {
    if (tree.is(i, {Deprel::obl}) && tree.preposition(i) == "according_to")
      add_actors(speakers, scene_.party(i).actors);
  }
  return speakers;
}

/// Third parties named under the act's word, and the words of what it is about.
void ClaimMaker::set_about(Claim& claim, int word) const {
  const Tree& tree = scene_.tree();
  About about;
  const auto takes_part = [&](const ActorId& actor) {
    const auto same = [&](const ActorId& other) { return principal(other) == principal(actor); };
    return std::any_of(claim.source.begin(), claim.source.end(), same) ||
           std::any_of(claim.target.begin(), claim.target.end(), same);
  };
  for (const ActorId& actor : scene_.named_in(word)) {
    const ActorId owner = principal(actor);
    if (!takes_part(owner) && std::find(about.actors.begin(), about.actors.end(), owner) == about.actors.end())
      about.actors.push_back(owner);
  }
  int content = tree.child(word, {Deprel::xcomp, Deprel::ccomp, Deprel::obj});
  if (content == nowhere) content = topic_phrase(tree, word);
  if (content != nowhere) about.text = shorten(tree.phrase(content, scene_.text()));
  if (!about.actors.empty() || !about.text.empty()) claim.about = about;
}

void ClaimMaker::set_time(Claim& claim, int word) const {
  const When when = time_of(scene_.tree(), word, article_.published);
  claim.when = when.date;
  if (!when.relative.empty()) claim.why += "; '" + when.relative + "' stays undated, the article's date is not known";
}

Claim ClaimMaker::between(ClaimType type, const Party& source, const Party& target, int word, const std::string& reason,
                          const std::vector<int>& speakers) const {
  Claim claim(type, evidence(word, confidence_of(source, target), speakers));
  claim.source = source.actors;
  claim.target = target.actors;
  claim.domain = domain_for(scene_, type, word);
  claim.why = reason;
  set_about(claim, word);
  set_time(claim, word);
  return claim;
}

Claim ClaimMaker::from_act(const Act& act, ClaimType type) const {
  std::string reason = "'" + scene_.tree().at(act.word).form + "' (" + act.entry->place + ")";
  for (const std::string& step : act.frame.steps) reason += "; " + step;
  reason += found_by(scene_, "source", act.source) + found_by(scene_, "target", act.target);
  Claim claim = between(type, act.source, act.target, act.word, reason, act.frame.speakers);
  const auto near = domains_of_modifiers(scene_, act.word);
  if (act.entry->domain) {
    claim.domain = *act.entry->domain;
  } else if (act.good && near.empty() && !is_undirected_tie(type)) {
    claim.domain = act.good->domain;
  }
  if (act.good) claim.good = act.good->id;
  claim.modality = act.frame.modality;
  return claim;
}

}  // namespace entente
