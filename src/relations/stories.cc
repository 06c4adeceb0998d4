// Stories: what is reported many times happened once.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "relations/relations.h"

namespace entente {

namespace {

constexpr int64_t days_apart = 2;        // reports of days no further apart than this are of one event
constexpr int64_t background_age = 30;   // days before its publication after which what is told is history
constexpr uint32_t lead_ends = 600;      // bytes of the text that headline and lead take up
constexpr double below_the_lead = 0.85;  // what a report further down counts

/// What all reports of an event share but for the day.
using StoryKey = std::tuple<ClaimType, std::vector<ActorId>, std::vector<ActorId>, bool, std::string>;

std::vector<ActorId> counted(const std::vector<ActorId>& ids) {
  std::set<ActorId> out;
  for (const ActorId& id : ids) out.insert(counted_as(id));
  return {out.begin(), out.end()};
}

struct Report {
  const Claim* claim = nullptr;
  Date day;   // what it tells of: the claim's own day, else the publication's
  Date told;  // the publication's day
};

/// A month or a year tells of a time, not of a day: it stands for itself. So does an undated report of its article.
std::string apart(const Report& report) {
  if (!report.day.known()) return report.claim->first_evidence().passage.article.str();
  return report.day.precision == Precision::day ? "" : to_iso(report.day);
}

StoryKey key_of(const Report& report) {
  const Claim& claim = *report.claim;
  return {claim.type, counted(claim.source), counted(claim.target), claim.modality == Modality::asserted,
          apart(report)};
}

double report_weight(const Claim& claim) {
  const Evidence& evidence = claim.first_evidence();
  return evidence.confidence * (evidence.passage.span.begin < lead_ends ? 1.0 : below_the_lead);
}

bool is_background(const Report& report) {
  return report.day.known() && report.told.known() && last_day(report.day) + background_age < first_day(report.told);
}

bool better(const Report& a, const Report& b) {
  const double wa = report_weight(*a.claim), wb = report_weight(*b.claim);
  return wa != wb ? wa > wb : a.claim->id() < b.claim->id();
}

/// Each article counts once, by its best report: 1 - product(1 - weight), as if articles erred apart from each other.
void add_up(const std::vector<Report>& reports, Story& story) {
  std::map<ArticleId, double> best;
  for (const Report& report : reports) {
    double& weight = best[report.claim->first_evidence().passage.article];
    weight = std::max(weight, report_weight(*report.claim));
  }
  double all_wrong = 1;
  for (const auto& [article, weight] : best) all_wrong *= 1 - weight;
  story.confidence = 1 - all_wrong;
  story.articles = best.size();
}

Story story_of(std::vector<Report> reports) {
  std::sort(reports.begin(), reports.end(), better);
  const Claim& lead = *reports.front().claim;
  Story story;
  story.type = lead.type;
  story.source = counted(lead.source);
  story.target = counted(lead.target);
  story.modality = lead.modality;
  story.first = story.last = reports.front().day;
  for (const Report& report : reports) {
    story.reports.push_back(report.claim->id());
    if (!report.day.known()) continue;
    story.first = std::min(story.first, report.day);
    story.last = std::max(story.last, report.day);
  }
  story.background = std::all_of(reports.begin(), reports.end(), is_background);
  add_up(reports, story);
  return story;
}

/// Reports of one key in order of day, cut where the days lie too far apart.
void cut_by_days(std::vector<Report> reports, std::vector<Story>& out) {
  std::stable_sort(reports.begin(), reports.end(), [](const Report& a, const Report& b) { return a.day < b.day; });
  std::vector<Report> together;
  for (const Report& report : reports) {
    const bool far =
        !together.empty() && report.day.known() && first_day(report.day) - last_day(together.back().day) > days_apart;
    if (far) out.push_back(story_of(std::exchange(together, {})));
    together.push_back(report);
  }
  if (!together.empty()) out.push_back(story_of(std::move(together)));
}

}  // namespace

std::vector<Story> stories(const std::vector<Claim>& claims, const PublicationDay& published) {
  std::map<StoryKey, std::vector<Report>> by_key;
  for (const Claim& claim : claims) {
    if (claim.kind() != ClaimKind::event) continue;
    Report report{&claim, claim.when, published(claim.first_evidence().passage.article)};
    if (!report.day.known()) report.day = report.told;
    by_key[key_of(report)].push_back(report);
  }
  std::vector<Story> out;
  for (auto& [key, reports] : by_key) cut_by_days(std::move(reports), out);
  std::sort(out.begin(), out.end(), [](const Story& a, const Story& b) {
    return std::tie(a.first, a.last, a.type, a.source, a.target, a.reports) <
           std::tie(b.first, b.last, b.type, b.source, b.target, b.reports);
  });
  return out;
}

}  // namespace entente
