// Sanction programmes as OpenSanctions lists them: who holds whom under sanctions. The list tells no dates.
#include "base/text.h"
#include "sources/ties/tie_rows.h"

namespace entente {

namespace {

constexpr double goldstein_of_sanctions = -8;  // CAMEO 163

class Sanctions : public TieReader {
 public:
  [[nodiscard]] std::vector<std::string> needs() const override {
    return {"key", "title", "issuer", "issuer_territory", "target_territories", "measures"};
  }
  [[nodiscard]] std::string title() const override { return "Sanction programmes (OpenSanctions)"; }

  void row(const TieRow& row, TieBuilder& out) override {
    if (row["key"].empty()) return out.bad(row.line(), "a programme without a key");
    const auto issuer = issuer_of(row, out);
    bool told = false;
    std::optional<Evidence> evidence;
    for (const std::string_view territory : split(row["target_territories"], '|')) {
      if (!issuer || territory.empty() || territory == "zz") continue;
      const auto target = out.party(PartyScheme::iso2, territory, 0);
      if (!target || *target == *issuer) continue;
      if (!evidence) {
        evidence = out.write(row, {"key", "title", "issuer_name", "target_territories", "measures"});
      }
      Claim claim = out.claim(ClaimType::sanction, domain_of(row["measures"]), *issuer, *target, *evidence);
      claim.cameo = "163";
      claim.intensity = goldstein_of_sanctions;
      claim.about = About{{}, std::string(row["title"]) + measures(row)};
      out.add(std::move(claim));
      told = true;
    }
    if (!told) out.pass_over();
  }

 private:
  /// The Security Council's programmes have no territory.
  static std::optional<ActorId> issuer_of(const TieRow& row, TieBuilder& out) {
    const std::string_view territory = row["issuer"] == "zz_unsc" ? "unsc" : row["issuer_territory"];
    if (territory.empty() || territory == "zz") return std::nullopt;
    return out.party(PartyScheme::iso2, territory, 0);
  }

  static std::string measures(const TieRow& row) {
    std::vector<std::string> out;
    for (const std::string_view measure : split(row["measures"], '|')) {
      if (!measure.empty()) out.push_back(to_lower(measure));
    }
    return out.empty() ? "" : ": " + join(out, ", ");
  }

  /// By the gravest measure of a field; most programmes freeze assets and ban travel.
  static Domain domain_of(std::string_view measures) {
    if (measures == "Arms embargo") return Domain::military;
    const bool money = measures.find("Financial restrictions") != std::string_view::npos;
    const bool trade = measures.find("port") != std::string_view::npos;  // import, export
    return money && !trade ? Domain::financial : Domain::economic;
  }
};

}  // namespace

std::unique_ptr<TieReader> sanctions_reader() {
  return std::make_unique<Sanctions>();
}

}  // namespace entente
