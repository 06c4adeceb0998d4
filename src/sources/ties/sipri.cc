// SIPRI's arms transfers by supplier, recipient and year, in trend-indicator values (which are no dollars): supplier
// ties.
#include "sources/ties/tie_rows.h"

namespace entente {

namespace {

class Sipri : public TieReader {
 public:
  [[nodiscard]] std::vector<std::string> needs() const override { return {"supplier", "recipient", "year", "tiv_m"}; }
  [[nodiscard]] std::string title() const override { return "SIPRI arms transfers"; }

  void row(const TieRow& row, TieBuilder& out) override {
    const std::optional<int> year = row.year("year");
    const std::optional<double> tiv = row.number("tiv_m");
    if (!year) return out.bad(row.line(), "'" + std::string(row["year"]) + "' is no year");
    if (!tiv || *tiv < 0) return out.bad(row.line(), "'" + std::string(row["tiv_m"]) + "' is no volume");
    const auto supplier = out.party(PartyScheme::name, row["supplier"], *year);
    const auto recipient = out.party(PartyScheme::name, row["recipient"], *year);
    if (!supplier || !recipient || *supplier == *recipient || *tiv == 0) return out.pass_over();
    Claim claim = out.claim(ClaimType::supplier, Domain::military, *supplier, *recipient, out.write(row, needs()));
    claim.sign = Sign::positive;
    claim.good = "arms";
    claim.amount = *tiv;
    claim.unit = "million TIV";
    claim.when = Date::of_year(*year);
    out.add(std::move(claim));
  }
};

}  // namespace

std::unique_ptr<TieReader> sipri_reader() {
  return std::make_unique<Sipri>();
}

}  // namespace entente
