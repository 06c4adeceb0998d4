// The tree is built here, in the only file that knows the TOML library.
#include "sources/settings.h"

#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "base/text.h"
#include "base/utf8.h"
#include "sources/article_file.h"
#include "sources/byte_stream.h"

namespace entente {

namespace {

constexpr size_t most_bytes = 1 << 20;
constexpr int most_depth = 16;

template <class T>
std::string as_written(const T& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

Setting setting_of(const toml::node& node, int depth) {
  Setting out;
  out.line = node.source().begin.line;
  if (const auto* table = node.as_table(); table != nullptr) {
    out.kind = Setting::Kind::table;
    for (const auto& [key, value] : *table) {
      if (depth < most_depth) out.table.emplace(std::string(key.str()), setting_of(value, depth + 1));
    }
  } else if (const auto* list = node.as_array(); list != nullptr) {
    out.kind = Setting::Kind::list;
    for (const auto& value : *list) {
      if (depth < most_depth) out.list.push_back(setting_of(value, depth + 1));
    }
  } else if (node.is_number()) {
    out.kind = Setting::Kind::number;
    out.number = node.value<double>().value_or(NAN);
  } else if (node.is_boolean()) {
    out.kind = Setting::Kind::flag;
    out.flag = node.value<bool>().value_or(false);
  } else {
    out.kind = Setting::Kind::text;
    if (const auto* text = node.as_string(); text != nullptr) out.text = text->get();
    if (const auto* date = node.as_date(); date != nullptr) out.text = as_written(date->get());
    if (const auto* time = node.as_time(); time != nullptr) out.text = as_written(time->get());
    if (const auto* both = node.as_date_time(); both != nullptr) out.text = as_written(both->get());
  }
  return out;
}

}  // namespace

Result<Setting> parse_settings(std::string_view toml, const std::string& path) {
  try {
    return setting_of(toml::parse(toml, path), 0);
  } catch (const toml::parse_error& error) {
    return error_at(path, error.source().begin.line, for_message(error.description()));
  }
}

Result<std::string> read_settings_file(const std::string& path) {
  Result<std::unique_ptr<ByteStream>> stream = ByteStream::open(path);
  if (!stream) return stream.error();
  const std::string text((*stream)->ahead(most_bytes + 1));
  if (text.size() > most_bytes) return Error{ErrorCode::too_large, path + ": a scenario of more than 1 MB"};
  if ((*stream)->failure()) return *(*stream)->failure();
  return with_broken_replaced(text);
}

SettingsReader::SettingsReader(const Setting& table, std::string path, std::string what)
    : table_(table), path_(std::move(path)), what_(std::move(what)) {}

void SettingsReader::fail(size_t line, const std::string& what) {
  if (!error_) error_ = error_at(path_, line, what);
}

const Setting* SettingsReader::find(const std::string& name, Setting::Kind kind, const char* expected) {
  asked_.insert(name);
  const auto found = table_.table.find(name);
  if (found == table_.table.end() || error_) return nullptr;
  if (found->second.kind == kind) return &found->second;
  fail(found->second.line, name + " must be " + expected);
  return nullptr;
}

bool SettingsReader::in_range(const Setting& value, const std::string& name, double least, double most) {
  if (value.number >= least && value.number <= most) return true;
  std::ostringstream range;
  range << name << " must lie from " << least << " to " << most;
  fail(value.line, range.str());
  return false;
}

std::string SettingsReader::text(const std::string& name, const std::string& otherwise) {
  const Setting* value = find(name, Setting::Kind::text, "a text in quotes");
  return value == nullptr ? otherwise : value->text;
}

std::string SettingsReader::needed_text(const std::string& name) {
  if (!has(name)) fail(table_.line, what_ + " needs " + name);
  return text(name);
}

std::optional<double> SettingsReader::number_if_there(const std::string& name, double least, double most) {
  const Setting* value = find(name, Setting::Kind::number, "a number");
  if (value == nullptr || !in_range(*value, name, least, most)) return std::nullopt;
  return value->number;
}

double SettingsReader::number(const std::string& name, double otherwise, double least, double most) {
  return number_if_there(name, least, most).value_or(otherwise);
}

bool SettingsReader::flag(const std::string& name, bool otherwise) {
  const Setting* value = find(name, Setting::Kind::flag, "true or false");
  return value == nullptr ? otherwise : value->flag;
}

std::vector<std::string> SettingsReader::texts(const std::string& name) {
  const auto found = table_.table.find(name);
  if (found != table_.table.end() && found->second.kind == Setting::Kind::text) return {text(name)};
  const Setting* value = find(name, Setting::Kind::list, "a list of texts");
  std::vector<std::string> out;
  if (value == nullptr) return out;
  for (const Setting& element : value->list) {
    if (element.kind != Setting::Kind::text) fail(element.line, name + " must be a list of texts");
    out.push_back(element.text);
  }
  return out;
}

std::vector<double> SettingsReader::numbers(const std::string& name, double least, double most) {
  const Setting* value = find(name, Setting::Kind::list, "a list of numbers");
  std::vector<double> out;
  if (value == nullptr) return out;
  for (const Setting& element : value->list) {
    if (element.kind != Setting::Kind::number) fail(element.line, name + " must be a list of numbers");
    if (in_range(element, name, least, most)) out.push_back(element.number);
  }
  return out;
}

std::map<std::string, double> SettingsReader::numbers_by_name(const std::string& name, double least, double most) {
  const Setting* value = find(name, Setting::Kind::table, "a table such as { RUS = 0.066 }");
  std::map<std::string, double> out;
  if (value == nullptr) return out;
  for (const auto& [key, element] : value->table) {
    if (element.kind != Setting::Kind::number) fail(element.line, name + "." + key + " must be a number");
    if (in_range(element, name + "." + key, least, most)) out.emplace(key, element.number);
  }
  return out;
}

std::vector<const Setting*> SettingsReader::tables(const std::string& name) {
  const Setting* value = find(name, Setting::Kind::list, ("written as [[" + name + "]]").c_str());
  std::vector<const Setting*> out;
  if (value == nullptr) return out;
  for (const Setting& element : value->list) {
    if (element.kind != Setting::Kind::table) fail(element.line, name + " must be written as [[" + name + "]]");
    out.push_back(&element);
  }
  return out;
}

std::string SettingsReader::one_of(const std::string& name, const std::vector<std::string>& words) {
  const std::string value = text(name, words.front());
  if (std::find(words.begin(), words.end(), value) != words.end()) return value;
  const auto found = table_.table.find(name);
  fail(found == table_.table.end() ? table_.line : found->second.line,
       name + " '" + for_message(value) + "' is none of " + join(words, ", "));
  return words.front();
}

std::optional<Error> SettingsReader::problem() {
  for (const auto& [name, value] : table_.table) {
    if (asked_.contains(name)) continue;
    fail(value.line, what_ + " has no '" + for_message(name) + "'; it knows " +
                         join(std::vector<std::string>(asked_.begin(), asked_.end()), ", "));
  }
  return error_;
}

std::string beside(const std::string& path, const std::string& named) {
  if (named.empty() || path == "-") return named;
  const std::filesystem::path file(named);
  return file.is_absolute() ? named : (std::filesystem::path(path).parent_path() / file).string();
}

}  // namespace entente
