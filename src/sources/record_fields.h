// The names that fields of records go by, in JSON lines and in tables.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>

#include "sources/record.h"

namespace entente {

/// Gathers a record from named values. Of two names for the same field the one listed first counts ("text" before
/// "summary"), whatever their order in the file.
class RecordFields {
 public:
  /// Asks for the value only if the name is known and no better one was set.
  void set(std::string_view name, const std::function<std::string()>& value);
  [[nodiscard]] Record record() const;

  /// True if records may have a field of that name, in any case.
  static bool knows(std::string_view name);
  /// True if it holds a text.
  static bool is_text(std::string_view name);

 private:
  struct Value {
    std::string text;
    size_t rank = 1000;
  };
  static constexpr size_t field_count = 10;
  std::array<Value, field_count> values_;
};

}  // namespace entente
