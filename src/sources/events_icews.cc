// ICEWS (Boschee and others 2015): tables parted by tabs, 20 columns, or 19 without the event's id. Quotes don't quote,
// "NA" is literal, older years write month/day/year.
#include "base/text.h"
#include "sources/event_table.h"

namespace entente {
namespace {

class IcewsTable : public EventTable {
 public:
  explicit IcewsTable(std::unique_ptr<ByteStream> stream) : EventTable(std::move(stream), RowStyle::tabs) {}

  [[nodiscard]] EventDataSet data_set() const override {
    return {"icews", "", "Harvard Dataverse terms of ICEWS: cite Boschee and others 2015", true};
  }

 protected:
  std::optional<Error> begin() override {
    TextRow header;
    if (!rows_.header(header)) {
      return rows_.error() ? *rows_.error() : rows_.error_at_line(1, "empty file; give a table of ICEWS events");
    }
    const HeaderColumns columns(header);
    const auto date = columns.find({"Event Date"}), source = columns.find({"Source Name"}),
               target = columns.find({"Target Name"}), code = columns.find({"CAMEO Code"});
    if (!date || !source || !target || !code || header.fields.size() < 19) {
      return rows_.error_at_line(1,
                                 "is no ICEWS table: its first line must name Event Date, Source Name, CAMEO Code, "
                                 "Target Name, ... parted by tabs");
    }
    date_ = *date;
    source_ = *source;
    target_ = *target;
    code_ = *code;
    id_ = columns.find({"Event ID"});
    intensity_ = columns.find({"Intensity"});
    publisher_ = columns.find({"Publisher"});
    city_ = columns.find({"City"});
    latitude_ = columns.find({"Latitude"});
    longitude_ = columns.find({"Longitude"});
    country_ = columns.find({"Country"});
    columns_ = header.fields.size();
    return std::nullopt;
  }

  std::optional<std::string> convert(const TextRow& row, EventRecord& record) override {
    const auto& f = row.fields;
    if (f.size() != columns_) {
      return std::to_string(f.size()) + " fields where the first line names " + std::to_string(columns_);
    }
    const auto day = event_day(f[date_]);
    if (!day) return "'" + std::string(f[date_].substr(0, 30)) + "' is no day";
    record.day = record.seen = *day;
    record.source = party(f, source_);
    record.target = party(f, target_);
    record.act = trim(f[code_]);
    if (record.act.empty() || !is_ascii_digit(record.act.front())) return "no CAMEO code";
    if (record.act.size() < 2 || record.act.substr(0, 2) > "20") mend_code(record.act);
    if (intensity_) record.intensity = decimal_number(f[*intensity_]);
    if (publisher_) record.publisher = or_empty(f[*publisher_]);
    if (city_) record.place = or_empty(f[*city_]);
    if (record.place.empty() && country_) record.place = or_empty(f[*country_]);
    if (latitude_ && longitude_) set_location(record, f[*latitude_], f[*longitude_]);
    record.id = id_ ? event_id(trim(f[*id_])) : row_hash(row.text);
    record.digest = row_digest(row.text, id_ ? f[*id_] : row.text.substr(0, 0));
    return std::nullopt;
  }

 private:
  /// The name, and the two columns behind it: sectors and country.
  static EventParty party(const std::vector<std::string_view>& fields, size_t at) {
    return {or_empty(fields[at]), or_empty(fields[at + 2]), {}, or_empty(fields[at + 1])};
  }
  /// A code that a spreadsheet has robbed of its leading zero: "43" is 043.
  void mend_code(std::string_view& code) {
    room_ = "0" + std::string(code);
    code = room_;
  }

  size_t date_ = 0, source_ = 0, target_ = 0, code_ = 0, columns_ = 0;
  std::optional<size_t> id_, intensity_, publisher_, city_, country_, latitude_, longitude_;
  std::string room_;
};

}  // namespace

std::unique_ptr<EventTable> icews_table(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<IcewsTable>(std::move(stream));
}

}  // namespace entente
