// The lines of a file or of standard input as items; a bad line is named and left out, and the others go on.
#pragma once

#include <fstream>
#include <functional>
#include <iostream>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "faces/cli/session.h"

namespace entente::cli {

template <class Item>
class JsonLines {
 public:
  /// Takes one line's object apart; the second argument is the line's place. Errors: input, saying what is wrong.
  using Parse = std::function<Result<Item>(const nlohmann::json&, const std::string&)>;

  /// `shape`: what a line must look like, for messages. `path` "-" is standard input.
  JsonLines(const std::string& path, Parse parse, std::string shape, Session& session)
      : name_(path == "-" ? "standard input" : path),
        parse_(std::move(parse)),
        shape_(std::move(shape)),
        session_(session) {
    if (path != "-") file_.open(path);
    in_ = path == "-" ? &std::cin : &file_;
  }

  [[nodiscard]] bool open() const { return in_ == &std::cin || file_.is_open(); }

  std::optional<Item> next() {
    for (std::string line; std::getline(*in_, line);) {
      ++number_;
      if (trim(line).empty()) continue;
      ++items_;
      const std::string place = name_ + ":" + std::to_string(number_);
      const nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
      Result<Item> item =
          object.is_object() ? parse_(object, place) : Result<Item>(Error{ErrorCode::input, "no JSON object"});
      if (item) return std::move(*item);
      fail(place, item.error());
    }
    return std::nullopt;
  }

  /// Names a line that failed, now or after it was read. May be called while another thread reads.
  void fail(const std::string& place, const Error& error) {
    const std::lock_guard guard(lock_);
    ++failed_;
    session_.fail({ErrorCode::input, place + ": " + error.message + ": each line must be " + shape_});
  }
  [[nodiscard]] int code() const { return Session::code_for(failed_, items_); }

 private:
  std::string name_;
  Parse parse_;
  std::string shape_;
  Session& session_;
  std::ifstream file_;
  std::istream* in_ = nullptr;
  std::mutex lock_;
  size_t number_ = 0;
  size_t items_ = 0;
  size_t failed_ = 0;
};

}  // namespace entente::cli
