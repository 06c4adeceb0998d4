#include "report/event_export.h"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/date.h"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

std::string code_text(const std::optional<int>& code) {
  return code ? std::to_string(*code) : "NA";
}

std::string xml(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (static_cast<unsigned char>(c) >= ' ')
      out += c;
  }
  return out;
}

Json event_object(const CodedEvent& coded) {
  const Event& event = coded.event;
  const auto code = [](const std::optional<int>& value) { return value ? Json(*value) : Json(nullptr); };
  Json out;
  out["date"] = iso_day(event.day);
  out["source"] = event.source.str();
  out["target"] = event.target.str();
  out["cow_source"] = code(coded.cow_source);
  out["cow_target"] = code(coded.cow_target);
  out["gw_source"] = code(coded.gw_source);
  out["gw_target"] = code(coded.gw_target);
  out["cameo"] = event.kind.code;
  out["type"] = event.kind.type ? Json(name_of(*event.kind.type)) : Json(nullptr);
  out["quad"] = static_cast<int>(event.kind.quad);
  out["domain"] = name_of(event.kind.domain);
  out["intensity"] = event.kind.intensity;
  out["mentions"] = event.mentions;
  out["deaths"] = event.deaths;
  out["publisher"] = event.publisher;
  out["place"] = event.place.name;
  out["latitude"] = event.place.located ? Json(event.place.latitude) : Json(nullptr);
  out["longitude"] = event.place.located ? Json(event.place.longitude) : Json(nullptr);
  out["id"] = event.source_id;
  out["data_set"] = event.data_set;
  out["version"] = event.version;
  out["licence"] = event.licence;
  out["file"] = event.passage.file;
  out["row"] = event.passage.row;
  out["entry"] = event.entry;
  return out;
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A JSON value as a field: text without quotes, NA for null.
std::string field_of(const Json& value) {
  if (value.is_null()) return "NA";
  if (value.is_string()) return csv_field(value.get<std::string>());
  return dumped(value);
}

}  // namespace

std::string events_csv_head() {
  std::string out;
  const Json columns = event_object({});
  for (const auto& [key, value] : columns.items()) out += (out.empty() ? "" : ",") + key;
  return out + "\n";
}

std::string event_csv(const CodedEvent& event) {
  std::string out;
  const Json columns = event_object(event);
  for (const auto& [key, value] : columns.items()) out += (out.empty() ? "" : ",") + field_of(value);
  return out + "\n";
}

std::string event_jsonl(const CodedEvent& event) {
  return dumped(event_object(event)) + "\n";
}

std::string geojson_head() {
  return "{\"type\":\"FeatureCollection\",\"features\":[\n";
}
std::string geojson_tail() {
  return "\n]}\n";
}

std::string event_feature(const CodedEvent& event) {
  if (!event.event.place.located) return {};
  Json out;
  out["type"] = "Feature";
  out["geometry"] = {{"type", "Point"}, {"coordinates", {event.event.place.longitude, event.event.place.latitude}}};
  out["properties"] = event_object(event);
  return dumped(out);
}

std::string panel_head() {
  return "from,to,a,b,cow_a,cow_b,gw_a,gw_b,covered_days,events,verbal_cooperation,material_cooperation,verbal_"
         "conflict,"
         "material_conflict,goldstein_sum,goldstein_mean\n";
}

std::string panel_csv(const PanelRow& row) {
  std::string out = fmt::format("{},{},{},{},{},{},{},{},{}", iso_day(row.days.first), iso_day(row.days.last),
                                csv_field(row.a.str()), csv_field(row.b.str()), code_text(row.cow_a),
                                code_text(row.cow_b), code_text(row.gw_a), code_text(row.gw_b), row.covered_days);
  if (row.covered_days == 0) return out + ",NA,NA,NA,NA,NA,NA,NA\n";
  out += fmt::format(",{},{},{},{},{},{}", row.events, row.quads[1], row.quads[2], row.quads[3], row.quads[4],
                     row.goldstein);
  return out + (row.events == 0 ? ",NA\n" : fmt::format(",{}\n", row.goldstein / static_cast<double>(row.events)));
}

std::string network_graphml(const RelationsAnswer& answer) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  for (const char* key :
       {"sign\" attr.type=\"string", "balance\" attr.type=\"double", "uncertainty\" attr.type=\"double",
        "score\" attr.type=\"double", "events\" attr.type=\"long"}) {
    const std::string id(key, std::string(key).find('"'));
    out += "  <key id=\"" + id + "\" for=\"edge\" attr.name=\"" + key + "\"/>\n";
  }
  out += "  <graph id=\"" + iso_day(answer.days.last) + "\" edgedefault=\"undirected\">\n";
  std::set<std::string> names;
  for (const PairEvidence& pair : answer.pairs) names.insert({pair.a, pair.b});
  for (const std::string& name : names) out += "    <node id=\"" + xml(name) + "\"/>\n";
  std::map<std::pair<std::string, std::string>, const PairEvidence*> sorted;
  for (const PairEvidence& pair : answer.pairs) sorted[{pair.a, pair.b}] = &pair;
  for (const auto& [key, pair] : sorted) {
    out += fmt::format(
        "    <edge source=\"{}\" target=\"{}\"><data key=\"sign\">{}</data><data key=\"balance\">{}</data><data "
        "key=\"uncertainty\">{}</data><data key=\"score\">{}</data><data key=\"events\">{}</data></edge>\n",
        xml(pair->a), xml(pair->b), name_of(pair->sign()), pair->balance(), pair->uncertainty(), pair->score(),
        pair->events);
  }
  return out + "  </graph>\n</graphml>\n";
}

std::string pairs_gexf(const std::vector<PanelRow>& rows) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
      "  <graph mode=\"dynamic\" defaultedgetype=\"undirected\" timeformat=\"date\">\n"
      "    <attributes class=\"edge\" mode=\"dynamic\">\n"
      "      <attribute id=\"events\" title=\"events\" type=\"long\"/>\n"
      "      <attribute id=\"goldstein\" title=\"goldstein\" type=\"double\"/>\n    </attributes>\n    <nodes>\n";
  std::set<std::string> names;
  std::map<std::pair<std::string, std::string>, std::vector<const PanelRow*>> pairs;
  for (const PanelRow& row : rows) {
    if (row.events == 0) continue;
    names.insert({row.a.str(), row.b.str()});
    pairs[{row.a.str(), row.b.str()}].push_back(&row);
  }
  for (const std::string& name : names) out += fmt::format("      <node id=\"{0}\" label=\"{0}\"/>\n", xml(name));
  out += "    </nodes>\n    <edges>\n";
  size_t number = 0;
  for (const auto& [pair, spells] : pairs) {
    out += fmt::format("      <edge id=\"{}\" source=\"{}\" target=\"{}\">\n        <attvalues>\n", number++,
                       xml(pair.first), xml(pair.second));
    std::string times;
    for (const PanelRow* row : spells) {
      const std::string from = iso_day(row->days.first), to = iso_day(row->days.last);
      out += fmt::format(
          "          <attvalue for=\"events\" value=\"{0}\" start=\"{2}\" end=\"{3}\"/>\n          <attvalue "
          "for=\"goldstein\" value=\"{1}\" start=\"{2}\" end=\"{3}\"/>\n",
          row->events, row->goldstein, from, to);
      times += fmt::format("          <spell start=\"{}\" end=\"{}\"/>\n", from, to);
    }
    out += "        </attvalues>\n        <spells>\n" + times + "        </spells>\n      </edge>\n";
  }
  return out + "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace entente
