// An ActorId must not pass for a ClaimId: compiled both ways, and only the right way may compile.
#include <gtest/gtest.h>

#include <cstdlib>
#include <string>

namespace {

bool compiles(const std::string& flags) {
  const std::string command = std::string(ENTENTE_CXX) + " -std=c++20 -fsyntax-only " + flags +
                              " -I " ENTENTE_SOURCE "/src " ENTENTE_SOURCE
                              "/tests/architecture/ids_mix.cc > /dev/null 2>&1";
  return std::system(command.c_str()) == 0;
}

TEST(Ids, TheRightIdCompiles) {
  EXPECT_TRUE(compiles(""));
}

TEST(Ids, AnotherIdDoesNot) {
  EXPECT_FALSE(compiles("-DMIX"));
}

}  // namespace
