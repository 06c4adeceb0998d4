// ACLED (Raleigh and others 2010): CSV, columns by the names in its header, which changed over the years.
#include <array>

#include "base/text.h"
#include "sources/event_table.h"

namespace entente {
namespace {

class AcledTable : public NamedEventTable {
 public:
  explicit AcledTable(std::unique_ptr<ByteStream> stream) : NamedEventTable(std::move(stream)) {}

  [[nodiscard]] EventDataSet data_set() const override {
    return {"acled", "", "ACLED terms of use: cite Raleigh and others 2010", false};
  }

 protected:
  [[nodiscard]] std::string data_set_title() const override { return "ACLED"; }

  std::optional<Error> find_columns(const HeaderColumns& columns) override {
    id_ = columns.find({"event_id_cnty", "data_id"});
    date_ = columns.find({"event_date"});
    type_ = columns.find({"event_type"});
    actor_1_ = columns.find({"actor1"});
    actor_2_ = columns.find({"actor2"});
    if (!id_ || !date_ || !type_ || !actor_1_ || !actor_2_) {
      return rows_.error_at_line(1,
                                 "is no ACLED table: its first line must name event_id_cnty, event_date, event_type, "
                                 "actor1, actor2, ...");
    }
    sub_type_ = columns.find({"sub_event_type"});
    role_1_ = columns.find({"inter1"});
    role_2_ = columns.find({"inter2"});
    country_ = columns.find({"country"});
    place_ = columns.find({"location"});
    latitude_ = columns.find({"latitude"});
    longitude_ = columns.find({"longitude"});
    publisher_ = columns.find({"source"});
    deaths_ = columns.find({"fatalities"});
    return std::nullopt;
  }

  std::optional<std::string> fill(const TextRow& row, EventRecord& record) override {
    record.act = field(row, sub_type_, 1);
    record.act_group = field(row, type_, 2);
    const std::string_view country = field(row, country_, 3);
    record.source = party(field(row, actor_1_, 4), role(field(row, role_1_, 0)), country);
    record.target = party(field(row, actor_2_, 5), role(field(row, role_2_, 0)), country);
    return std::nullopt;
  }

 private:
  /// The codes 1 to 8 of older files as the words of newer ones.
  static std::string_view role(std::string_view text) {
    constexpr std::array<std::string_view, 9> roles = {
        "",        "State forces", "Rebel groups", "Political militias",   "Identity militias",
        "Rioters", "Protesters",   "Civilians",    "External/Other forces"};
    const auto number = whole_number<size_t>(text);
    if (!number) {
      for (const std::string_view known : roles) {
        if (!known.empty() && to_lower(known) == to_lower(text)) return known;
      }
      return {};
    }
    return *number < roles.size() ? roles[*number] : std::string_view();
  }
  /// "Military Forces of Nigeria (2015-2023)", "Protesters (Nigeria)", "Boko Haram": those without a name of their own
  /// are organs of a state, which is the one in brackets or else the one where it happened.
  static EventParty party(std::string_view name, std::string_view role, std::string_view country) {
    if (name.empty()) return {};
    for (const std::string_view forces : {"Military Forces of ", "Police Forces of ", "Government of "}) {
      if (!name.starts_with(forces)) continue;
      std::string_view state = name.substr(forces.size());
      state = trim(state.substr(0, state.find('(')));
      return {{}, state, {}, forces.starts_with("M") ? "military" : forces.starts_with("P") ? "police" : "government"};
    }
    const bool own_name = role == "Rebel groups" || role == "Political militias" || role == "External/Other forces";
    if (own_name && !name.starts_with("Unidentified")) return {name, {}, {}, {}};
    return {{}, country, {}, role};
  }

  std::optional<size_t> type_, sub_type_, actor_1_, actor_2_, role_1_, role_2_, country_;
};

}  // namespace

std::unique_ptr<EventTable> acled_table(std::unique_ptr<ByteStream> stream) {
  return std::make_unique<AcledTable>(std::move(stream));
}

}  // namespace entente
