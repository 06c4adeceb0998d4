#include "faces/cli/day_list.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace entente::cli {

Result<std::vector<int>> day_list(const std::string& text, const std::string& option) {
  constexpr int most = 3660;
  std::vector<int> out;
  for (const std::string_view part : split(text, ',')) {
    const std::optional<int> days = whole_number<int>(trim(part));
    if (!days || *days < 1 || *days > most) {
      return Error{ErrorCode::usage, option + " '" + std::string(trim(part)) + "': give numbers of days from 1 to " +
                                         std::to_string(most) + ", parted by commas, such as 7,30,90"};
    }
    out.push_back(*days);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace entente::cli
