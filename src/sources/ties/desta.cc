// DESTA's trade agreements by pair (Dür, Baccini and Elsig 2014): partner ties from the year of signature on.
#include "sources/ties/tie_rows.h"

namespace entente {

namespace {

class Desta : public TieReader {
 public:
  [[nodiscard]] std::vector<std::string> needs() const override {
    return {"country1", "country2", "name", "entry_type", "year"};
  }
  [[nodiscard]] std::string title() const override { return "DESTA trade agreements"; }

  void row(const TieRow& row, TieBuilder& out) override {
    const std::optional<int> year = row.year("year");
    if (!year) return out.bad(row.line(), "'" + std::string(row["year"]) + "' is no year");
    if (row["entry_type"] == "consolidated") return out.pass_over();  // the same agreement, written down anew
    const auto a = out.party(PartyScheme::name, row["country1"], *year);
    const auto b = out.party(PartyScheme::name, row["country2"], *year);
    if (!a || !b || *a == *b) return out.pass_over();
    const bool left = row["entry_type"] == "withdrawal";
    Claim claim = out.claim(ClaimType::partner, Domain::economic, *a, *b,
                            out.write(row, {"country1", "country2", "name", "entry_type", "year", "entryforceyear"}));
    claim.sign = Sign::positive;
    claim.about = About{{}, "trade agreement: " + std::string(row["name"])};
    claim.when = Date::of_year(*year);
    if (left) claim.modality = Modality::denied;
    out.add(std::move(claim));
  }
};

}  // namespace

std::unique_ptr<TieReader> desta_reader() {
  return std::make_unique<Desta>();
}

}  // namespace entente
