// POLECAT (Halterman and others 2023): tables parted by tabs, 40 columns by name; extra tabs may trail a row.
#include "base/text.h"
#include "sources/event_table.h"

namespace entente {
namespace {

class PolecatTable : public EventTable {
 public:
  explicit PolecatTable(std::unique_ptr<ByteStream> stream) : EventTable(std::move(stream), RowStyle::tabs) {}

  [[nodiscard]] EventDataSet data_set() const override {
    return {"polecat", version_, "Harvard Dataverse terms of POLECAT: cite Halterman and others 2023", true};
  }

 protected:
  std::optional<Error> begin() override {
    TextRow header;
    if (!rows_.header(header)) {
      return rows_.error() ? *rows_.error() : rows_.error_at_line(1, "empty file; give a table of POLECAT events");
    }
    while (!header.fields.empty() && trim(header.fields.back()).empty()) header.fields.pop_back();
    const HeaderColumns columns(header);
    const auto id = columns.find({"Event ID"}), date = columns.find({"Event Date"}),
               type = columns.find({"Event Type"}), actor = columns.find({"Actor Name"}),
               recipient = columns.find({"Recipient Name"});
    if (!id || !date || !type || !actor || !recipient) {
      return rows_.error_at_line(
          1,
          "is no POLECAT table: its first line must name Event ID, Event Date, Event Type, Actor "
          "Name, Recipient Name, ... parted by tabs");
    }
    id_ = *id;
    date_ = *date;
    type_ = *type;
    intensity_ = columns.find({"Intensity"});
    actor_ = {actor, columns.find({"Actor Country"}), columns.find({"Actor COW"}),
              columns.find({"Primary Actor Sector"})};
    recipient_ = {recipient, columns.find({"Recipient Country"}), columns.find({"Recipient COW"}),
                  columns.find({"Primary Recipient Sector"})};
    place_ = columns.find({"Placename"});
    latitude_ = columns.find({"Latitude"});
    longitude_ = columns.find({"Longitude"});
    source_ = columns.find({"Source"});
    said_ = columns.find({"Version"});
    columns_ = header.fields.size();
    return std::nullopt;
  }

  std::optional<std::string> convert(const TextRow& row, EventRecord& record) override {
    const auto& f = row.fields;
    for (size_t i = columns_; i < f.size(); ++i) {
      if (!trim(f[i]).empty()) {
        return std::to_string(f.size()) + " fields where the first line names " + std::to_string(columns_);
      }
    }
    if (f.size() < columns_) {
      return std::to_string(f.size()) + " fields where the first line names " + std::to_string(columns_);
    }
    const auto day = event_day(trim(f[date_]));
    if (!day) return "'" + std::string(f[date_].substr(0, 30)) + "' is no day";
    record.day = record.seen = *day;
    record.source = party(f, actor_, codes_[0]);
    record.target = party(f, recipient_, codes_[1]);
    record.act_name = ActName::own_word;
    record.act = trim(f[type_]);
    if (intensity_) record.intensity = decimal_number(trim(f[*intensity_]));
    if (place_) record.place = or_empty(f[*place_]);
    if (latitude_ && longitude_) set_location(record, f[*latitude_], f[*longitude_]);
    if (source_) record.publisher = or_empty(f[*source_]);
    if (said_ && version_.empty()) version_ = or_empty(f[*said_]);
    record.id = event_id(trim(f[id_]));
    record.digest = row_digest(row.text, f[id_]);
    return std::nullopt;
  }

 private:
  struct Columns {
    std::optional<size_t> name, country, cow, sector;
  };
  /// Several countries or sectors are parted by semicolons: the first counts.
  static std::string_view first_of(const std::vector<std::string_view>& f, std::optional<size_t> column) {
    if (!column) return {};
    return or_empty(f[*column].substr(0, f[*column].find(';')));
  }
  static EventParty party(const std::vector<std::string_view>& f, const Columns& columns, std::string& code) {
    EventParty party{first_of(f, columns.name), first_of(f, columns.country), {}, first_of(f, columns.sector)};
    const std::string_view cow = first_of(f, columns.cow);
    if (!party.country.empty() || cow.empty()) return party;
    code = "cow=" + std::string(cow);
    party.code = code;
    return party;
  }

  size_t id_ = 0, date_ = 0, type_ = 0, columns_ = 0;
  Columns actor_, recipient_;
  std::optional<size_t> intensity_, place_, latitude_, longitude_, source_, said_;
  std::string codes_[2];
  std::string version_;
};

}  // namespace

std::unique_ptr<EventTable> polecat_table(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<PolecatTable>(std::move(stream));
}

}  // namespace entente
