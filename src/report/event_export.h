// Events, panels and networks as files that other programs read. docs/codebook.md tells every column.
#pragma once

#include <string>
#include <vector>

#include "engine/engine.h"

namespace entente {

std::string events_csv_head();
std::string event_csv(const CodedEvent& event);
std::string event_jsonl(const CodedEvent& event);
/// A feature of a GeoJSON collection; empty where the event has no place.
std::string event_feature(const CodedEvent& event);
std::string geojson_head();
std::string geojson_tail();

std::string panel_head();
std::string panel_csv(const PanelRow& row);

/// The signed network of a day.
std::string network_graphml(const RelationsAnswer& answer);
/// Pairs over time: the rows of an undirected panel.
std::string pairs_gexf(const std::vector<PanelRow>& rows);

}  // namespace entente
