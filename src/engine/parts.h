// What the engine loads when it is first needed. Internal to the engine.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/engine.h"
#include "reading/reading.h"

namespace entente {

struct Engine::Parts {
  explicit Parts(EngineOptions wanted) : options(std::move(wanted)) {}

  Result<std::string> data_folder() const;
  Result<std::shared_ptr<const Reader>> load_reader();
  Result<const Coder*> load_coder();
  Result<const EventCodebook*> load_codebook();
  Result<StateSystem> load_states() const;
  Result<Ledger*> open_ledger(OpenMode mode);
  [[nodiscard]] int threads() const;
  /// The claims with the articles that they point at.
  Result<ClaimList> with_articles(std::vector<Claim> claims);

  EngineOptions options;
  std::shared_ptr<const Reader> reader;
  std::optional<Coder> coder;
  std::optional<EventCodebook> codebook;
  std::optional<Ledger> ledger;
  std::string ledger_path;  // once it is open
};

/// An article outside of any file.
Article bare_article(const std::string& text, const Date& date);

}  // namespace entente
