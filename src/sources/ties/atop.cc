// ATOP's alliance obligations by directed pair and year (Leeds and others 2002): each unbroken run of years is a tie
// from its first year on, and a tie denied from the year after its last, where the data go on.
#include <algorithm>
#include <iterator>
#include <tuple>

#include "sources/ties/tie_rows.h"

namespace entente {

namespace {

enum class Pact { none, consultation, neutrality, non_aggression, defence };

class Atop : public TieReader {
 public:
  [[nodiscard]] std::vector<std::string> needs() const override {
    return {"ccode1", "ccode2", "year", "atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul"};
  }
  [[nodiscard]] std::string title() const override { return "ATOP alliance obligations"; }

  void row(const TieRow& row, TieBuilder& out) override {
    const std::optional<int> year = row.year("year");
    if (!year) return out.bad(row.line(), "'" + std::string(row["year"]) + "' is no year");
    const Pact pact = pact_of(row);
    if (pact == Pact::none) return out.pass_over();
    const auto a = out.party(PartyScheme::cow, row["ccode1"], *year);
    const auto b = out.party(PartyScheme::cow, row["ccode2"], *year);
    if (!a || !b || *a == *b) return out.pass_over();
    covered_until_ = std::max(covered_until_, *year);
    Years& years = pairs_[{std::min(*a, *b), std::max(*a, *b)}];
    const auto [place, fresh] = years.try_emplace(*year, pact, row.line());
    if (!fresh) place->second.first = std::max(place->second.first, pact);  // either direction binds
    if (fresh) lines_[{std::min(*a, *b), std::max(*a, *b), *year}] = copy(row);
  }

  void finish(TieBuilder& out) override {
    for (const auto& [pair, years] : pairs_) {
      for (auto year = years.begin(); year != years.end();) year = add_spell(pair, year, years, out);
    }
  }

 private:
  using Pair = std::pair<ActorId, ActorId>;
  using Years = std::map<int, std::pair<Pact, size_t>>;  // year to the strongest pact, and the line

  static Pact pact_of(const TieRow& row) {
    if (row["atop_defense"] == "1" || row["atop_offense"] == "1") return Pact::defence;
    if (row["atop_nonagg"] == "1") return Pact::non_aggression;
    if (row["atop_neutral"] == "1") return Pact::neutrality;
    return row["atop_consul"] == "1" ? Pact::consultation : Pact::none;
  }

  std::vector<std::string> copy(const TieRow& row) const {
    std::vector<std::string> fields;
    for (const std::string& column : needs()) fields.emplace_back(row[column]);
    return fields;
  }

  Years::const_iterator add_spell(const Pair& pair, Years::const_iterator begin, const Years& years, TieBuilder& out) {
    const Pact pact = begin->second.first;
    auto end = begin;
    while (std::next(end) != years.end() && std::next(end)->first == end->first + 1 &&
           std::next(end)->second.first == pact) {
      ++end;
    }
    add_claim(pair, pact, begin->first, end->first, false, out);
    if (end->first < covered_until_) add_claim(pair, pact, begin->first, end->first, true, out);
    return std::next(end);
  }

  void add_claim(const Pair& pair, Pact pact, int first, int last, bool ended, TieBuilder& out) {
    const int told_by = ended ? last : first;
    const Years& years = pairs_.at(pair);
    const CsvRow row{years.at(told_by).second, lines_.at({pair.first, pair.second, told_by})};
    std::map<std::string, size_t> columns;
    for (size_t i = 0; i < needs().size(); ++i) columns[needs()[i]] = i;
    const bool defence = pact == Pact::defence;
    Claim claim =
        out.claim(defence ? ClaimType::ally : ClaimType::partner, defence ? Domain::military : Domain::diplomatic,
                  pair.first, pair.second, out.write(TieRow(row, columns), needs()));
    claim.sign = Sign::positive;
    claim.about = About{{}, words_of(pact, first, last, ended)};
    claim.when = Date::of_year(ended ? last + 1 : first);
    if (ended) claim.modality = Modality::denied;
    out.add(std::move(claim));
  }

  static std::string words_of(Pact pact, int first, int last, bool ended) {
    static const std::map<Pact, std::string> names = {{Pact::consultation, "consultation pact"},
                                                      {Pact::neutrality, "neutrality pact"},
                                                      {Pact::non_aggression, "non-aggression pact"},
                                                      {Pact::defence, "mutual defence pact"}};
    const std::string years = " (in these data " + std::to_string(first) + " to " + std::to_string(last) + ")";
    return names.at(pact) + (ended ? " no longer in force" : " in force") + years;
  }

  std::map<Pair, Years> pairs_;
  std::map<std::tuple<ActorId, ActorId, int>, std::vector<std::string>> lines_;
  int covered_until_ = 0;
};

}  // namespace

std::unique_ptr<TieReader> atop_reader() {
  return std::make_unique<Atop>();
}

}  // namespace entente
