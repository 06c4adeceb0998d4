// What the importers of event tables share: rows by column, numbers and dates, the hash of a row. Internal to sources.
#pragma once

#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "sources/event_records.h"
#include "sources/text_rows.h"

namespace entente {

/// A table whose rows one function turns into records.
class EventTable : public EventFile {
 public:
  std::optional<Result<EventRecord>> next() override;
  bool go_to(const EventPosition& position) override { return rows_.go_to(position); }
  [[nodiscard]] EventPosition position() const override { return rows_.position(); }
  [[nodiscard]] uint64_t progress() const override { return rows_.progress(); }
  [[nodiscard]] std::string beginning() override { return beginning_; }

 protected:
  EventTable(std::unique_ptr<ByteStream> stream, RowStyle style)
      : rows_(std::move(stream), style), beginning_(rows_.beginning()) {}

  /// Reads what stands before the first row. Errors: input, where the file has another format.
  virtual std::optional<Error> begin() = 0;
  /// Fills the record; what is wrong with the row, in a few words, where something is.
  virtual std::optional<std::string> convert(const TextRow& row, EventRecord& record) = 0;
  friend Result<std::unique_ptr<EventFile>> begun(std::unique_ptr<EventTable> table);

  TextRows rows_;
  TextRow row_;

 private:
  std::string beginning_;
};

/// The table once its header is read.
Result<std::unique_ptr<EventFile>> begun(std::unique_ptr<EventTable> table);

std::unique_ptr<EventTable> icews_table(std::unique_ptr<ByteStream> stream);
std::unique_ptr<EventTable> gdelt_table(std::unique_ptr<ByteStream> stream);
std::unique_ptr<EventTable> polecat_table(std::unique_ptr<ByteStream> stream);
std::unique_ptr<EventTable> ucdp_table(std::unique_ptr<ByteStream> stream);
std::unique_ptr<EventTable> acled_table(std::unique_ptr<ByteStream> stream);
Result<std::unique_ptr<EventFile>> open_quads(const std::string& path, const EventReadOptions& options);
/// The parts of a folder of quads: its .txt files but those of names. Empty if it is no such folder.
std::vector<std::string> quad_parts(const std::string& folder);

/// Columns by their name in the header, in any case; blanks, "_" and quotes don't count.
class HeaderColumns {
 public:
  explicit HeaderColumns(const TextRow& header);
  /// The column of the first of these names; nothing if there is none.
  [[nodiscard]] std::optional<size_t> find(std::initializer_list<std::string_view> names) const;
  [[nodiscard]] size_t count() const { return count_; }

 private:
  std::map<std::string, size_t> at_;
  size_t count_ = 0;
};

/// A table in CSV whose header names its columns; what such tables have in common is read here.
class NamedEventTable : public EventTable {
 protected:
  explicit NamedEventTable(std::unique_ptr<ByteStream> stream) : EventTable(std::move(stream), RowStyle::commas) {}

  /// As it stands in messages: "a table of ... events".
  [[nodiscard]] virtual std::string data_set_title() const = 0;
  /// Finds the columns of this format. Errors: input, where those that it must have are not there.
  virtual std::optional<Error> find_columns(const HeaderColumns& columns) = 0;
  /// Fills in what is the format's own; day, place, deaths, publisher, id and digest are filled in already.
  virtual std::optional<std::string> fill(const TextRow& row, EventRecord& record) = 0;

  std::optional<Error> begin() final;
  std::optional<std::string> convert(const TextRow& row, EventRecord& record) final;
  /// The text of a column of the row, empty where the table has no such column. Valid until the next row, or the next
  /// use of the same room.
  std::string_view field(const TextRow& row, std::optional<size_t> column, size_t room) {
    return column ? trim(unquoted(row.fields[*column], rooms_[room])) : std::string_view();
  }

  /// Rooms for the text of fields: a format's own begin at 0, the shared ones lie behind them.
  static constexpr size_t own_rooms = 7;
  std::optional<size_t> id_, date_, deaths_, place_, latitude_, longitude_, publisher_;

 private:
  std::array<std::string, own_rooms + 4> rooms_;
  size_t columns_ = 0;
};

/// A day as "2018-06-01", "20180601", "6/1/2018" (month first), "01 June 2018"; a time behind it is passed over.
std::optional<int64_t> event_day(std::string_view text);

std::optional<double> decimal_number(std::string_view text);
/// Where both are numbers of a place on earth.
void set_location(EventRecord& record, std::string_view latitude, std::string_view longitude);

/// The number, or a hash of a word that is none.
uint64_t event_id(std::string_view text);
/// Of the row's text without the part that is its id (which lies inside the text).
uint32_t row_digest(std::string_view text, std::string_view id);
/// As row_digest, with 64 bits, of all of it.
uint64_t row_hash(std::string_view text);
/// "" for "NA", "NULL", "---" and the like.
std::string_view or_empty(std::string_view text);

}  // namespace entente
