// Roles, sectors and codes of event data sets (lexicon/event-parties.txt). Internal to coding.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/ids.h"
#include "base/result.h"

namespace entente {

class PartyRoles {
 public:
  static Result<PartyRoles> load(const std::string& lexicon_folder);

  /// The organ that the first known of these roles stands for, by the order of the file's lines; "" if none is known.
  /// `roles` are parted by commas, in any case.
  [[nodiscard]] std::string_view organ(std::string_view roles) const;
  [[nodiscard]] std::optional<ActorId> coded(std::string_view code) const;

 private:
  struct Role {
    std::string organ;
    int line = 0;
  };
  std::unordered_map<std::string, Role> whole_;
  std::unordered_map<std::string, Role> words_;
  std::unordered_map<std::string, ActorId> codes_;
};

}  // namespace entente
