// Acts of event data sets: CAMEO with its statements and appeals, names of codes, words of other data sets, domains
// (lexicon/cameo.txt and lexicon/event-acts.txt). Internal to coding.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "domain/event.h"

namespace entente {

class ActTable {
 public:
  static Result<ActTable> load(const std::string& lexicon_folder);

  /// The kind of that code, or of its nearest shorter form ("0439" is 043); null if there is none.
  [[nodiscard]] const EventKind* coded(std::string_view code) const;
  /// By a code's name, in any case, "_" for blanks allowed; null if unknown.
  [[nodiscard]] const EventKind* named(std::string_view name) const;
  [[nodiscard]] const EventKind* worded(std::string_view word) const;
  [[nodiscard]] std::string name_of(std::string_view code) const;

 private:
  friend class ActFileReader;
  void set_domains(const std::map<std::string, Domain, std::less<>>& domains);

  std::map<std::string, EventKind, std::less<>> codes_;
  std::map<std::string, std::string, std::less<>> names_;    // lower-case name to code
  std::map<std::string, std::string, std::less<>> printed_;  // code to its name
  std::map<std::string, std::string, std::less<>> words_;    // word to code
};

}  // namespace entente
