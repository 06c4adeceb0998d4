// Who is meant by the names and codes of tables of states. Part of the door: coding.h includes it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.h"
#include "base/result.h"

namespace entente {

/// Loaded once, then shared by all threads: every method is const.
class TableParties {
 public:
  /// Reads actors/, offices/ and table-parties.txt. Errors: missing, damaged (file and line).
  static Result<TableParties> load(const std::string& lexicon_folder);

  TableParties(TableParties&&) noexcept;
  TableParties& operator=(TableParties&&) noexcept;
  ~TableParties();

  /// By an English name in any case; of several that bore it, the one that did in that year (0: today).
  [[nodiscard]] std::optional<ActorId> named(std::string_view name, int year) const;
  /// By a code: "cow" or "iso2", and what tables write for those who have none.
  [[nodiscard]] std::optional<ActorId> coded(std::string_view scheme, std::string_view code) const;
  /// The state that supplies reactors of that model.
  [[nodiscard]] std::optional<ActorId> vendor(std::string_view model) const;

 private:
  struct Parts;
  explicit TableParties(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace entente
