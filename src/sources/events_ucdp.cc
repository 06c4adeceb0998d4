// UCDP Georeferenced Event Dataset (Sundberg and Melander 2013): CSV, columns by name, line ends inside quoted fields.
#include <array>

#include "base/text.h"
#include "sources/event_table.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 3> violence = {"state-based conflict", "non-state conflict",
                                                      "one-sided violence"};

class UcdpTable : public NamedEventTable {
 public:
  explicit UcdpTable(std::unique_ptr<ByteStream> stream) : NamedEventTable(std::move(stream)) {}

  [[nodiscard]] EventDataSet data_set() const override { return {"ucdp", "", "CC BY 4.0", false}; }

 protected:
  [[nodiscard]] std::string data_set_title() const override { return "UCDP"; }

  std::optional<Error> find_columns(const HeaderColumns& columns) override {
    std::optional<size_t>* wanted[] = {&id_, &type_, &side_a_, &side_b_, &date_, &deaths_};
    constexpr std::string_view names[] = {"id", "type_of_violence", "side_a", "side_b", "date_start", "best"};
    for (size_t i = 0; i < std::size(names); ++i) {
      *wanted[i] = columns.find({names[i], names[i] == "best" ? "best_est" : names[i]});
      if (!*wanted[i]) {
        return rows_.error_at_line(
            1, "is no UCDP GED table: its first line does not name '" + std::string(names[i]) + "'");
      }
    }
    codes_a_ = columns.find({"gwnoa"});
    codes_b_ = columns.find({"gwnob"});
    country_ = columns.find({"country"});
    place_ = columns.find({"where_coordinates"});
    latitude_ = columns.find({"latitude"});
    longitude_ = columns.find({"longitude"});
    sources_ = columns.find({"number_of_sources"});
    publisher_ = columns.find({"source_office"});
    return std::nullopt;
  }

  std::optional<std::string> fill(const TextRow& row, EventRecord& record) override {
    const auto type = whole_number<unsigned>(field(row, type_, 0));
    if (!type || *type < 1 || *type > violence.size()) return "an unknown type of violence";
    record.act = violence[*type - 1];
    record.source = {field(row, side_a_, 1), {}, code(field(row, codes_a_, 0), 0), {}};
    record.target = {field(row, side_b_, 2), {}, code(field(row, codes_b_, 0), 1), {}};
    if (record.target.name == "Civilians") record.target = {{}, field(row, country_, 3), {}, "civilians"};
    const auto sources = whole_number<int>(field(row, sources_, 0));
    record.mentions = sources && *sources > 0 ? static_cast<uint32_t>(*sources) : 1;
    return std::nullopt;
  }

 private:
  std::string_view code(std::string_view number, size_t side) {
    if (number.empty()) return {};
    codes_[side] = "gw=" + std::string(number.substr(0, number.find(';')));
    return codes_[side];
  }

  std::optional<size_t> type_, side_a_, side_b_, codes_a_, codes_b_, country_, sources_;
  std::array<std::string, 2> codes_;
};

}  // namespace

std::unique_ptr<EventTable> ucdp_table(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<UcdpTable>(std::move(stream));
}

}  // namespace entente
