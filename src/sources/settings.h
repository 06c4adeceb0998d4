// A TOML file as a tree of values with their lines, and a reader that says what is wrong where. Inside sources.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente {

struct Setting {
  enum class Kind { text, number, flag, list, table };
  Kind kind = Kind::table;
  size_t line = 0;
  std::string text;  // dates and times as they are written, too
  double number = 0;
  bool flag = false;
  std::vector<Setting> list;
  std::map<std::string, Setting> table;
};

/// Errors: input, with the line.
Result<Setting> parse_settings(std::string_view toml, const std::string& path);
/// All of a file, 1 MB at most. Errors: missing, io, too_large, input.
Result<std::string> read_settings_file(const std::string& path);

/// Takes values out of one table by name. The first thing that is wrong is kept; values asked for after it are empty.
class SettingsReader {
 public:
  /// The table outlives the reader; `what` names it in messages: "[[change]]".
  SettingsReader(const Setting& table, std::string path, std::string what);

  std::string text(const std::string& name, const std::string& otherwise = {});
  std::string needed_text(const std::string& name);
  /// A number from `least` to `most`.
  double number(const std::string& name, double otherwise, double least, double most);
  std::optional<double> number_if_there(const std::string& name, double least, double most);
  bool flag(const std::string& name, bool otherwise);
  /// A list of texts; one text stands for a list of one.
  std::vector<std::string> texts(const std::string& name);
  std::vector<double> numbers(const std::string& name, double least, double most);
  /// A table of numbers by name.
  std::map<std::string, double> numbers_by_name(const std::string& name, double least, double most);
  /// The tables of an array: [[change]].
  std::vector<const Setting*> tables(const std::string& name);
  /// One of the words, or the first.
  std::string one_of(const std::string& name, const std::vector<std::string>& words);

  [[nodiscard]] bool has(const std::string& name) const { return table_.table.contains(name); }
  void fail(size_t line, const std::string& what);
  [[nodiscard]] size_t line() const { return table_.line; }
  /// What went wrong; else the first name that nobody asked for.
  std::optional<Error> problem();

 private:
  const Setting* find(const std::string& name, Setting::Kind kind, const char* expected);
  bool in_range(const Setting& value, const std::string& name, double least, double most);

  const Setting& table_;
  std::string path_;
  std::string what_;
  std::set<std::string> asked_;
  std::optional<Error> error_;
};

/// A path that a file of settings names, meant from where that file lies.
std::string beside(const std::string& path, const std::string& named);

}  // namespace entente
