// GDELT (Leetaru and Schrodt 2013): tables parted by tabs without a header; 57 columns, 58 with the address, 61 in
// version 2 (a district behind each place's region).
#include <algorithm>

#include "base/text.h"
#include "sources/event_table.h"

namespace entente {
namespace {

constexpr size_t first_columns = 57;
constexpr size_t first_columns_address = 58;
constexpr size_t second_columns = 61;
constexpr size_t actor_1 = 5;
constexpr size_t actor_2 = 15;
constexpr size_t event_code = 26;
constexpr size_t goldstein = 30;
constexpr size_t num_articles = 33;

/// The columns whose place depends on the version.
struct GdeltColumns {
  size_t place = 0, latitude = 0, longitude = 0, added = 0, address = 0;  // address 0: none
};
std::optional<GdeltColumns> columns_for(size_t count) {
  if (count == first_columns) return GdeltColumns{50, 53, 54, 56, 0};
  if (count == first_columns_address) return GdeltColumns{50, 53, 54, 56, 57};
  if (count == second_columns) return GdeltColumns{52, 56, 57, 59, 60};
  return std::nullopt;
}

/// "www.bbc.co.uk" of an address; as it stands where it is none.
std::string_view host_of(std::string_view address) {
  const size_t scheme = address.find("://");
  if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
  address = address.substr(0, address.find('/'));
  return address.starts_with("www.") ? address.substr(4) : address;
}

class GdeltTable : public EventTable {
 public:
  explicit GdeltTable(std::unique_ptr<ByteStream> stream) : EventTable(std::move(stream), RowStyle::tabs) {
    const std::string_view ahead = rows_.line_ahead();
    columns_ = static_cast<size_t>(std::count(ahead.begin(), ahead.end(), '\t')) + 1;
    looks_right_ = whole_number<uint64_t>(ahead.substr(0, ahead.find('\t'))).has_value();
  }

  [[nodiscard]] EventDataSet data_set() const override {
    return {"gdelt", columns_ == second_columns ? "2.0" : "1.0",
            "free for any use with a citation of The GDELT Project", true};
  }

 protected:
  std::optional<Error> begin() override {
    if (columns_for(columns_) && looks_right_) return std::nullopt;
    return rows_.error_at_line(1, "is no GDELT export: " + std::to_string(columns_) +
                                      " columns parted by tabs; there are 57 or 58 (1.0) or 61 (2.0), and no header");
  }

  std::optional<std::string> convert(const TextRow& row, EventRecord& record) override {
    const auto& f = row.fields;
    const auto columns = columns_for(f.size());
    if (!columns) return std::to_string(f.size()) + " fields; GDELT rows have 57, 58 or 61";
    const auto day = event_day(f[1]);
    if (!day) return "'" + std::string(f[1].substr(0, 30)) + "' is no day";
    record.day = *day;
    record.seen = event_day(f[columns->added].substr(0, 8)).value_or(*day);
    record.source = party(f, actor_1);
    record.target = party(f, actor_2);
    record.act = trim(f[event_code]);
    if (record.act.empty() || !is_ascii_digit(record.act.front())) return "no CAMEO code";
    record.intensity = decimal_number(f[goldstein]);
    record.mentions = whole_number<uint32_t>(f[num_articles]).value_or(1);
    record.place = trim(f[columns->place]);
    set_location(record, f[columns->latitude], f[columns->longitude]);
    if (columns->address != 0) record.publisher = host_of(trim(f[columns->address]));
    record.id = event_id(trim(f[0]));
    record.digest = row_digest(row.text, f[0]);
    return std::nullopt;
  }

 private:
  /// Code, name, country, known group, ethnic group, two religions, three types. An actor of a country or a known group
  /// goes by its codes, any other by its name.
  static EventParty party(const std::vector<std::string_view>& f, size_t at) {
    const std::string_view country = trim(f[at + 2]), group = trim(f[at + 3]), type = trim(f[at + 7]);
    if (!country.empty()) return {{}, {}, country, type};
    if (!group.empty()) return {{}, group, group, {}};
    return {trim(f[at + 1]), {}, {}, type};
  }

  size_t columns_ = 0;
  bool looks_right_ = false;
};

}  // namespace

std::unique_ptr<EventTable> gdelt_table(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<GdeltTable>(std::move(stream));
}

}  // namespace entente
