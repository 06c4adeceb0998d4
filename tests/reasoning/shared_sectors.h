// The accounts of 1993 behind the NAFTA tables, where the shared data is there.
#pragma once

#include "reasoning/reasoning.h"
#include "reasoning/shared_tables.h"

namespace entente {

struct Nafta {
  SectorEconomy economy;
  std::vector<double> tariff_before, tariff_after;  // of the trade table
};

inline Result<Nafta> shared_nafta() {
  SectorTables t;
  t.trade = shared_table("cp2015/trade.csv.gz", {"value", "tariff", "tariff_bln", "tariff_cfl"},
                         {"sector", "exporter", "importer"});
  t.value_added = shared_table("cp2015/value_added.csv.gz", {"value"}, {"sector", "region"});
  t.inputs = shared_table("cp2015/intermediate_consumption.csv.gz", {"value"}, {"input", "sector", "region"});
  t.final_use = shared_table("cp2015/final_consumption.csv.gz", {"value"}, {"sector", "region"});
  t.theta = shared_table("cp2015/theta.csv.gz", {"value"}, {"sector"});
  t.deficit = shared_table("cp2015/deficit.csv.gz", {"D"}, {"region"});
  t.deficit.numbers["value"] = t.deficit.numbers["D"];
  auto economy = sector_economy_of(t, "cp2015");
  if (!economy) return economy.error();
  Nafta out{*economy, by_pair(*economy, t.trade, "tariff_bln"), by_pair(*economy, t.trade, "tariff_cfl")};
  return out;
}

}  // namespace entente
