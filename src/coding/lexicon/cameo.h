// The CAMEO codes with their PLOVER types and Goldstein intensities, from lexicon/cameo.txt.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "domain/vocabulary.h"

namespace entente {

struct CameoCode {
  std::string code;  // two to four digits
  ClaimType type;
  double goldstein = 0;
  std::string name;
};

class CameoTable {
 public:
  static Result<CameoTable> load(const std::string& lexicon_folder);
  /// The code's row, or null.
  [[nodiscard]] const CameoCode* find(std::string_view code) const;

 private:
  std::map<std::string, CameoCode, std::less<>> codes_;
};

}  // namespace entente
