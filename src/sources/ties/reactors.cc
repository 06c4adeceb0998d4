// Power reactors (GeoNuclearData): who supplied a reactor abroad, by the vendor of its design. The table has no column
// for vendors; lexicon/table-parties.txt tells them by model.
#include "sources/ties/tie_rows.h"

namespace entente {

namespace {

class Reactors : public TieReader {
 public:
  [[nodiscard]] std::vector<std::string> needs() const override {
    return {"name", "countrycode", "status", "reactormodel", "constructionstartat", "operationalfrom"};
  }
  [[nodiscard]] std::string title() const override { return "Nuclear power reactors (GeoNuclearData)"; }

  void row(const TieRow& row, TieBuilder& out) override {
    const Date when = when_of(row);
    const auto state = out.party(PartyScheme::iso2, row["countrycode"], when.year);
    const auto vendor = find_vendor(row, when.year, out);
    const bool built =
        row["status"].find("Cancelled") == std::string_view::npos && row["status"] != "Never Commissioned";
    if (!state || !vendor || *vendor == *state || !built) return out.pass_over();
    Claim claim = out.claim(ClaimType::supplier, Domain::nuclear, *vendor, *state,
                            out.write(row, {"name", "country", "countrycode", "status", "reactortype", "reactormodel",
                                            "constructionstartat", "operationalfrom"}));
    claim.sign = Sign::positive;
    claim.good = "reactors";
    claim.amount = 1;
    claim.about = About{{}, std::string(row["name"]) + ", " + std::string(row["reactormodel"])};
    claim.when = when;
    if (row["status"] == "Planned") claim.modality = Modality::expected;
    out.add(std::move(claim));
  }

 private:
  /// When it was begun, else when it began to work; unknown for what is only planned.
  static Date when_of(const TieRow& row) {
    for (const char* column : {"constructionstartat", "operationalfrom"}) {
      if (const auto date = parse_iso_date(row[column])) return *date;
    }
    return {};
  }

  /// Models that nobody is named for are no mistake: of many the vendor is the state itself or not known.
  static std::optional<ActorId> find_vendor(const TieRow& row, int year, const TieBuilder& out) {
    return row["reactormodel"].empty() ? std::nullopt
                                       : out.try_party(PartyScheme::reactor_model, row["reactormodel"], year);
  }
};

}  // namespace

std::unique_ptr<TieReader> reactors_reader() {
  return std::make_unique<Reactors>();
}

}  // namespace entente
