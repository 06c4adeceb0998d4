// Part of a brief: how far the source can be relied on, by what can be counted, and where it contradicts itself.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "engine/brief_desk.h"

namespace entente {

namespace {

using Saying = std::tuple<std::vector<ActorId>, std::vector<ActorId>, ClaimType, Domain, Modality, std::string>;

double share(size_t part, size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

void count_claims(const BriefDesk& desk, Appraisal& out) {
  size_t attributed = 0;
  size_t hedged = 0;
  size_t repeated = 0;
  size_t events = 0;
  size_t dated = 0;
  double confidence = 0;
  std::set<Passage> sentences;
  std::map<Saying, Passage> said;
  for (const Claim& claim : desk.claims()) {
    const Evidence& evidence = claim.first_evidence();
    sentences.insert(evidence.passage);
    const Saying saying{claim.source, claim.target, claim.type, claim.domain, claim.modality, claim.good};
    if (said.try_emplace(saying, evidence.passage).first->second != evidence.passage) ++repeated;
    if (!evidence.attribution.empty()) ++attributed;
    if (claim.modality != Modality::asserted && claim.modality != Modality::denied) ++hedged;
    if (claim.kind() == ClaimKind::event) ++events;
    if (claim.kind() == ClaimKind::event && claim.when.known()) ++dated;
    confidence += evidence.confidence;
  }
  const size_t all = desk.claims().size();
  out.claims = all;
  out.sentences = sentences.size();
  out.attributed = share(attributed, all);
  out.hedged = share(hedged, all);
  out.repeated = share(repeated, all);
  out.dated = share(dated, events);
  out.mean_confidence = all == 0 ? 0 : confidence / static_cast<double>(all);
}

/// What can be said and unsaid: an act, tie or stance between a pair in a domain.
struct Sides {
  std::vector<ClaimId> yes;
  std::vector<ClaimId> no;
};
using SideKey = std::tuple<Dyad, std::string, Domain, std::string>;

std::string topic_of(const Claim& claim) {
  if (claim.kind() != ClaimKind::stance) return claim.good;
  return claim.about ? to_lower(claim.about->text) : "";
}

/// Adds a claim to the side it speaks for, under what it is about.
void take_side(std::map<SideKey, Sides>& all, const Claim& claim) {
  const bool stance = claim.kind() == ClaimKind::stance;
  const bool bond = claim.type == ClaimType::ally || claim.type == ClaimType::rival;
  const bool comparable = stance || claim.kind() == ClaimKind::event || claim.kind() == ClaimKind::tie;
  if (!comparable) return;
  const bool no = stance ? claim.type == ClaimType::oppose
                         : (bond ? claim.type == ClaimType::rival : claim.modality == Modality::denied);
  const bool counts = claim.modality == Modality::asserted || (claim.modality == Modality::denied && !stance && !bond);
  if (!counts) return;
  const std::string what = stance ? "stance" : (bond ? "bond" : std::string(name_of(claim.type)));
  for (const Dyad& dyad : dyads(claim)) {
    const Dyad pair = bond ? unordered(dyad) : dyad;
    Sides& sides = all[{pair, what, claim.domain, topic_of(claim)}];
    (no ? sides.no : sides.yes).push_back(claim.id());
  }
}

std::string contradiction(BriefDesk& desk, const SideKey& key) {
  const auto& [pair, what, domain, topic] = key;
  const std::string field = " (" + std::string(name_of(domain)) + ')';
  const std::string from = desk.name(pair.from);
  const std::string to = desk.name(pair.to);
  if (what == "stance") return from + " is said both to support and to oppose " + to + field + '.';
  if (what == "bond") return from + " and " + to + " are called both allies and rivals" + field + '.';
  return "Of " + from + " towards " + to + field + ", " + what + " is both asserted and denied.";
}

void add_contradictions(BriefDesk& desk, std::vector<BriefLine>& out) {
  std::map<SideKey, Sides> all;
  for (const Claim& claim : desk.claims()) take_side(all, claim);
  for (const auto& [key, sides] : all) {
    if (sides.yes.empty() || sides.no.empty()) continue;
    std::vector<ClaimId> grounds = sides.yes;
    append(grounds, sides.no);
    out.push_back(desk.line(contradiction(desk, key), std::move(grounds)));
  }
}

/// Support that was given and support that was refused on one rung need reading side by side.
void add_tensions(BriefDesk& desk, const BriefFacts& facts, std::vector<BriefLine>& out) {
  for (const Ladder& ladder : facts.ladders) {
    for (const RungRecord& rung : ladder.rungs) {
      if (rung.reached.empty() || (rung.refused.empty() && rung.excluded.empty())) continue;
      std::vector<ClaimId> grounds = rung.reached;
      append(grounds, rung.refused);
      append(grounds, rung.excluded);
      out.push_back(desk.line("Of " + desk.name(ladder.from) + " towards " + desk.name(ladder.to) +
                                  ", support on the rung of " + std::string(name_of(rung.rung)) +
                                  " is told both as given and as refused or ruled out.",
                              std::move(grounds)));
    }
  }
}

void add_filler(const BriefSource& source, std::vector<std::string>& out) {
  std::vector<std::string> parts;
  size_t pieces = 0;
  for (const auto& [reason, n] : source.dropped) {
    parts.push_back(reason + " " + std::to_string(n));
    pieces += n;
  }
  if (!parts.empty())
    out.push_back("Left out as no part of the text: " + counted(pieces, "piece") + " (" + join(parts, ", ") + ").");
  if (source.broken_bytes > 0) out.push_back(counted(source.broken_bytes, "byte") + " could not be read as text.");
}

void add_one_source(const BriefSource& source, std::vector<std::string>& out) {
  if (source.is_table()) {
    out.emplace_back("A table: each claim is a row of it, and nothing was read from words.");
    return;
  }
  out.push_back(source.published.known()
                    ? "Published " + to_iso(source.published) + "."
                    : "Undated: no day of publication is given, so that words like “Wednesday” cannot be resolved.");
  if (source.language == "un") out.emplace_back("The language could not be told.");
  if (!source.language.empty() && source.language != "un" && source.language != "en") {
    out.push_back("The text is not English (" + source.language + "): it was not coded.");
  }
  if (source.byline.empty()) out.emplace_back("No author is named.");
  add_filler(source, out);
}

void add_many_sources(const std::vector<BriefSource>& sources, std::vector<std::string>& out) {
  const auto undated = std::count_if(sources.begin(), sources.end(),
                                     [](const BriefSource& s) { return !s.is_table() && !s.published.known(); });
  std::string rests = "Rests on " + sources_in_words(sources);
  if (undated > 0)
    rests += undated == 1 ? ", one article undated" : ", " + std::to_string(undated) + " articles undated";
  out.push_back(rests + ".");
}

void add_shares(const Appraisal& a, std::vector<std::string>& out) {
  out.push_back(counted(a.claims, "claim") + " in " + counted(a.sentences, "sentence") +
                ", read with a mean confidence of " + percent(a.mean_confidence) + ".");
  out.push_back(a.attributed == 0
                    ? "No claim is put in anybody’s mouth: all is the writer’s own word."
                    : percent(a.attributed) +
                          " of the claims are put in somebody’s mouth; the rest is the writer’s own word.");
  out.push_back(a.hedged == 0 ? "Nothing is hedged: all is stated as fact or denied."
                              : percent(a.hedged) +
                                    " are hedged (offered, promised, expected, conditional, hypothetical or open).");
  out.push_back(
      a.repeated == 0
          ? "Nothing is said twice."
          : percent(a.repeated) +
                " repeat what an earlier sentence says; repetition counts less and less in the figures below.");
}

}  // namespace

std::string sources_in_words(const std::vector<BriefSource>& sources) {
  const auto tables = static_cast<size_t>(
      std::count_if(sources.begin(), sources.end(), [](const BriefSource& s) { return s.is_table(); }));
  const auto so_many = [](size_t n, const std::string& what) {
    return std::to_string(n) + ' ' + what + (n == 1 ? "" : "s");
  };
  if (tables == 0) return so_many(sources.size(), "article");
  if (tables == sources.size()) return so_many(tables, "table");
  return so_many(sources.size() - tables, "article") + " and " + so_many(tables, "table");
}

Appraisal write_appraisal(BriefDesk& desk, const BriefFacts& facts, const std::vector<BriefSource>& sources) {
  Appraisal out;
  count_claims(desk, out);
  std::vector<std::string> sentences;
  if (sources.size() == 1) add_one_source(sources.front(), sentences);
  if (sources.size() > 1) add_many_sources(sources, sentences);
  if (out.claims == 0) sentences.emplace_back("Nothing in it could be read as a claim about relations between actors.");
  if (out.claims > 0) add_shares(out, sentences);
  for (std::string& sentence : sentences) out.lines.push_back(desk.line(std::move(sentence), {}));
  add_contradictions(desk, out.contradictions);
  add_tensions(desk, facts, out.contradictions);
  return out;
}

}  // namespace entente
