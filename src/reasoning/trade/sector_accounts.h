// Sector accounts from tables in long form.
#pragma once

#include "base/result.h"
#include "domain/data_frame.h"
#include "reasoning/trade/sectors.h"

namespace entente {

/// One row a value. Columns: trade has sector, exporter, importer, value and tariff; value_added and final_use have
/// sector, region, value; inputs input, sector, region, value; theta sector, value; deficit (may have no rows: imports
/// less exports) region, value.
struct SectorTables {
  DataFrame trade, value_added, inputs, final_use, theta, deficit;
};

/// Regions and sectors sorted by name. Pairs that trade does not list sell nothing at no tariff. Errors: input (a
/// region or sector that trade does not know, a sector without theta, a row that occurs twice), with file and line;
/// `folder` names the tables in messages.
Result<SectorEconomy> sector_economy_of(const SectorTables& tables, const std::string& folder);

/// Another column of the trade table (a tariff) laid out as SectorEconomy::tariff.
std::vector<double> by_pair(const SectorEconomy& economy, const DataFrame& trade, const std::string& column);

}  // namespace entente
