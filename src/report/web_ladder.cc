// The ladder of support from the top rung down, what stopped it, and what others were given.
#include <fmt/format.h>

#include "base/text.h"
#include "report/evidence.h"
#include "report/web.h"
#include "report/wrap.h"

namespace entente {

namespace {

std::vector<const RungEntry*> entries_of(const LadderStory& story, Rung rung, RungState state) {
  std::vector<const RungEntry*> out;
  for (const RungEntry& entry : story.entries) {
    if (entry.rung == rung && entry.state == state) out.push_back(&entry);
  }
  return out;
}

std::vector<ClaimId> claims_of(const std::vector<const RungEntry*>& entries) {
  std::vector<ClaimId> out;
  for (const RungEntry* entry : entries) out.push_back(entry->claim);
  return out;
}

std::string domains_text(const std::vector<const RungEntry*>& entries) {
  std::vector<std::string> names;
  for (const RungEntry* entry : entries) {
    const std::string name(name_of(entry->domain));
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return join(names, ", ");
}

std::string rungs_text(const LadderAnswer& answer, int width) {
  std::string out;
  for (auto record = answer.story.ladder.rungs.rbegin(); record != answer.story.ladder.rungs.rend(); ++record) {
    out += std::string(name_of(record->rung)) + "\n";
    for (int s = 0; s <= static_cast<int>(RungState::open); ++s) {
      const auto state = static_cast<RungState>(s);
      const auto entries = entries_of(answer.story, record->rung, state);
      if (entries.empty()) continue;
      out += fmt::format("  {} ({})\n", name_of(state), domains_text(entries));
      out += evidence_text(answer.grounds, claims_of(entries), most_evidence, width, "    ");
    }
  }
  return out;
}

std::string ceiling_words(const Ceiling& ceiling) {
  std::string text = "the ceiling is below " + std::string(name_of(ceiling.rung));
  if (!ceiling.since.known()) return text + "; since when is not told";
  text += ", told of first " + day_text(ceiling.since);
  if (ceiling.days && *ceiling.days > 0) {
    text += fmt::format(", and has held for {} days, until the last that is told of the pair ({})", *ceiling.days,
                        to_iso(ceiling.until));
  }
  return text;
}

std::string domains_text(const LadderAnswer& answer, int width) {
  std::string out;
  for (const DomainLadder& part : answer.story.domains) {
    const auto reached = part.ladder.reached();
    std::string text = fmt::format("{}: {}", name_of(part.domain),
                                   reached ? "reached " + std::string(name_of(*reached)) : "nothing is told as given");
    if (const auto offered = part.ladder.offered()) text += ", offered or promised " + std::string(name_of(*offered));
    if (part.ceiling) text += "; " + ceiling_words(*part.ceiling);
    out += paragraph(text, width);
  }
  return out;
}

std::string broken_text(const LadderAnswer& answer, int width) {
  std::string out;
  for (const BrokenCeiling& b : answer.story.broken) {
    out +=
        paragraph(fmt::format("{}: {} was denied {}, and {} given {} ({} days later)", name_of(b.domain),
                              name_of(b.rung), day_text(b.denied_on), name_of(b.given), day_text(b.given_on), b.days),
                  width, "  ");
    out += evidence_text(answer.grounds, {b.denial, b.deed}, 2, width, "    ");
  }
  return out.empty() ? out : "ceilings that broke\n" + out;
}

std::string precedents_text(const LadderAnswer& answer, int width) {
  const Grounds& grounds = answer.grounds;
  std::string out;
  for (const Precedent& p : answer.story.precedents) {
    std::string text = fmt::format("{} ({}): {}", grounds.name(p.to), name_of(p.domain), name_of(p.rung));
    if (!p.attacked_by.empty()) text += ", under attack by " + names_text(grounds, p.attacked_by);
    out += paragraph(text, width, "  ") + evidence_text(grounds, p.grounds, 1, width, "    ");
  }
  if (out.empty()) return out;
  return "what " + grounds.name(answer.story.ladder.from) + " gave others that it keeps from " +
         grounds.name(answer.story.ladder.to) + "\n" + out;
}

OrderedJson rung_json(const std::optional<Rung>& rung) {
  return rung ? OrderedJson(name_of(*rung)) : OrderedJson(nullptr);
}

OrderedJson ceiling_json(const Grounds& grounds, const std::optional<Ceiling>& ceiling) {
  if (!ceiling) return nullptr;
  return {{"rung", name_of(ceiling->rung)},
          {"since", date_json(ceiling->since)},
          {"until", date_json(ceiling->until)},
          {"days", ceiling->days ? OrderedJson(*ceiling->days) : OrderedJson(nullptr)},
          {"evidence", evidence_json(grounds, ceiling->grounds)}};
}

OrderedJson domain_json(const Grounds& grounds, const DomainLadder& part) {
  return {{"domain", name_of(part.domain)},
          {"reached", rung_json(part.ladder.reached())},
          {"offered", rung_json(part.ladder.offered())},
          {"stopped", rung_json(part.ladder.stopped())},
          {"ceiling", ceiling_json(grounds, part.ceiling)}};
}

OrderedJson entry_json(const Grounds& grounds, const RungEntry& entry) {
  OrderedJson out{{"rung", name_of(entry.rung)}, {"domain", name_of(entry.domain)}, {"state", name_of(entry.state)}};
  out.update(evidence_json(grounds, entry.claim));
  return out;
}

OrderedJson broken_json(const Grounds& grounds, const BrokenCeiling& b) {
  return {{"domain", name_of(b.domain)},
          {"rung", name_of(b.rung)},
          {"given", name_of(b.given)},
          {"denied_on", date_json(b.denied_on)},
          {"given_on", date_json(b.given_on)},
          {"days", b.days},
          {"denial", evidence_json(grounds, b.denial)},
          {"deed", evidence_json(grounds, b.deed)}};
}

OrderedJson precedent_json(const Grounds& grounds, const Precedent& p) {
  return {{"to", p.to.str()},
          {"domain", name_of(p.domain)},
          {"rung", name_of(p.rung)},
          {"attacked_by", ids_json(p.attacked_by)},
          {"evidence", evidence_json(grounds, p.grounds)},
          {"attacks", evidence_json(grounds, p.attack_claims)}};
}

}  // namespace

std::string ladder_text(const LadderAnswer& answer, int width) {
  const Ladder& ladder = answer.story.ladder;
  std::string out =
      paragraph("support of " + answer.grounds.name(ladder.from) + " for " + answer.grounds.name(ladder.to), width);
  if (answer.story.entries.empty()) return out + "nothing is told of it\n";
  out += "\n" + rungs_text(answer, width) + "\n" + domains_text(answer, width);
  if (answer.story.ceiling) out += paragraph("over all: " + ceiling_words(*answer.story.ceiling), width);
  const std::string broken = broken_text(answer, width), precedents = precedents_text(answer, width);
  if (!broken.empty()) out += "\n" + broken;
  if (!precedents.empty()) out += "\n" + precedents;
  return out;
}

std::string ladder_json(const LadderAnswer& answer) {
  const LadderStory& story = answer.story;
  const Grounds& grounds = answer.grounds;
  OrderedJson out{{"from", story.ladder.from.str()},
                  {"to", story.ladder.to.str()},
                  {"reached", rung_json(story.ladder.reached())},
                  {"offered", rung_json(story.ladder.offered())},
                  {"stopped", rung_json(story.ladder.stopped())},
                  {"ceiling", ceiling_json(grounds, story.ceiling)},
                  {"domains", OrderedJson::array()},
                  {"rungs", OrderedJson::array()},
                  {"broken", OrderedJson::array()},
                  {"precedents", OrderedJson::array()}};
  for (const DomainLadder& part : story.domains) out["domains"].push_back(domain_json(grounds, part));
  for (const RungEntry& entry : story.entries) out["rungs"].push_back(entry_json(grounds, entry));
  for (const BrokenCeiling& b : story.broken) out["broken"].push_back(broken_json(grounds, b));
  for (const Precedent& p : story.precedents) out["precedents"].push_back(precedent_json(grounds, p));
  return dump(out);
}

}  // namespace entente
