// "A red line for Moscow": whose line it is, not what it forbids.
#include <gmock/gmock.h>

#include "coding/coder_fixture.h"

namespace entente {
namespace {

/// What the only red line of a text is about.
std::optional<About> about_of_line(const std::string& text) {
  std::optional<About> out;
  for (const Claim& claim : code_text(text).claims) {
    if (claim.kind() == ClaimKind::redline) out = claim.about;
  }
  return out;
}

TEST(RedLineOwner, IsNotWhatTheLineForbids) {
  EXPECT_EQ(about_of_line("This warning serves as a red line for Moscow."), std::nullopt);
  const auto sale = about_of_line("The sale of jets to Greece is a red line for Turkey.");
  ASSERT_TRUE(sale);
  EXPECT_EQ(sale->actors, std::vector{ActorId("GRC")});
  EXPECT_EQ(sale->text, "");
  const auto strike = about_of_line("Russia warned the United States not to strike Iran.");
  ASSERT_TRUE(strike);
  EXPECT_EQ(strike->text, "not to strike Iran");
}

}  // namespace
}  // namespace entente
