// UCDP Georeferenced Event Dataset (Sundberg and Melander 2013): CSV, columns by name, line ends inside quoted fields.
#include <array>

#include "base/text.h"
#include "sources/event_table.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 3> violence = {"state-based conflict", "non-state conflict",
                                                      "one-sided violence"};

class UcdpTable : public EventTable {
 public:
  explicit UcdpTable(std::unique_ptr<ByteStream> stream) : EventTable(std::move(stream), RowStyle::commas) {}

  [[nodiscard]] EventDataSet data_set() const override { return {"ucdp", "", "CC BY 4.0", false}; }

 protected:
  std::optional<Error> begin() override {
    TextRow header;
    if (!rows_.header(header)) {
      return rows_.error() ? *rows_.error() : rows_.error_at_line(1, "empty file; give a table of UCDP events");
    }
    const HeaderColumns columns(header);
    size_t* wanted[] = {&id_, &type_, &side_a_, &side_b_, &date_, &best_};
    constexpr std::string_view names[] = {"id", "type_of_violence", "side_a", "side_b", "date_start", "best"};
    for (size_t i = 0; i < std::size(names); ++i) {
      const auto found = columns.find({names[i], names[i] == "best" ? "best_est" : names[i]});
      if (!found) {
        return rows_.error_at_line(
            1, "is no UCDP GED table: its first line does not name '" + std::string(names[i]) + "'");
      }
      *wanted[i] = *found;
    }
    codes_a_ = columns.find({"gwnoa"});
    codes_b_ = columns.find({"gwnob"});
    country_ = columns.find({"country"});
    place_ = columns.find({"where_coordinates"});
    latitude_ = columns.find({"latitude"});
    longitude_ = columns.find({"longitude"});
    sources_ = columns.find({"number_of_sources"});
    office_ = columns.find({"source_office"});
    columns_ = columns.count();
    return std::nullopt;
  }

  std::optional<std::string> convert(const TextRow& row, EventRecord& record) override {
    if (row.fields.size() != columns_) {
      return std::to_string(row.fields.size()) + " fields where the first line names " + std::to_string(columns_);
    }
    const auto field = [&](std::optional<size_t> at, size_t room) {
      return at ? trim(unquoted(row.fields[*at], rooms_[room])) : std::string_view();
    };
    const auto day = event_day(field(date_, 0));
    if (!day) return "'" + std::string(field(date_, 0).substr(0, 30)) + "' is no day";
    record.day = record.seen = *day;
    const auto type = whole_number<unsigned>(field(type_, 0));
    if (!type || *type < 1 || *type > violence.size()) return "an unknown type of violence";
    record.act_name = ActName::own_word;
    record.act = violence[*type - 1];
    record.source = {field(side_a_, 1), {}, code(field(codes_a_, 0), 0), {}};
    record.target = {field(side_b_, 2), {}, code(field(codes_b_, 0), 1), {}};
    if (record.target.name == "Civilians") record.target = {{}, field(country_, 3), {}, "civilians"};
    record.deaths = whole_number<uint32_t>(field(best_, 0)).value_or(0);
    const auto sources = whole_number<int>(field(sources_, 0));
    record.mentions = sources && *sources > 0 ? static_cast<uint32_t>(*sources) : 1;
    record.place = field(place_, 4);
    set_location(record, field(latitude_, 5), field(longitude_, 6));
    record.publisher = field(office_, 7);
    record.publisher = record.publisher.substr(0, record.publisher.find(';'));
    record.id = event_id(field(id_, 0));
    record.digest = row_digest(row.text, row.fields[id_]);
    return std::nullopt;
  }

 private:
  std::string_view code(std::string_view number, size_t side) {
    if (number.empty()) return {};
    codes_[side] = "gw=" + std::string(number.substr(0, number.find(';')));
    return codes_[side];
  }

  size_t id_ = 0, type_ = 0, side_a_ = 0, side_b_ = 0, date_ = 0, best_ = 0, columns_ = 0;
  std::optional<size_t> codes_a_, codes_b_, country_, place_, latitude_, longitude_, sources_, office_;
  std::array<std::string, 8> rooms_;
  std::array<std::string, 2> codes_;
};

}  // namespace

std::unique_ptr<EventTable> ucdp_table(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<UcdpTable>(std::move(stream));
}

}  // namespace entente
