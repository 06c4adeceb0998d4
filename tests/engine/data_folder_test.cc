// Where the program looks for its data and keeps its ledger.
#include "engine/data_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace entente {
namespace {

/// Sets a variable for a test and puts the old value back after it.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    had_ = std::getenv(name) != nullptr;
    if (value == nullptr) {
      unsetenv(name);
    } else {
      setenv(name, value, 1);
    }
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() {
    if (had_) {
      setenv(name_, before_.c_str(), 1);
    } else {
      unsetenv(name_);
    }
  }

 private:
  const char* name_;
  std::string before_;
  bool had_ = false;
};

TEST(DataFolder, TheEnvironmentComesFirst) {
  const Variable data("ENTENTE_DATA", "/somewhere");
  EXPECT_EQ(find_data_folder().value(), "/somewhere");
}

TEST(DataFolder, ElseTheSourceTreeItWasBuiltFrom) {
  const Variable data("ENTENTE_DATA", nullptr);
  EXPECT_EQ(find_data_folder().value(), ENTENTE_SOURCE);
}

TEST(LedgerPath, FollowsTheXdgRules) {
  {
    const Variable data_home("XDG_DATA_HOME", "/data");
    EXPECT_EQ(default_ledger_path().value(), "/data/entente/ledger.db");
  }
  const Variable data_home("XDG_DATA_HOME", nullptr);
  const Variable home("HOME", "/home/ada");
  EXPECT_EQ(default_ledger_path().value(), "/home/ada/.local/share/entente/ledger.db");
  const Variable no_home("HOME", nullptr);
  const Result<std::string> none = default_ledger_path();
  ASSERT_FALSE(none.ok());
  EXPECT_THAT(none.error().message, ::testing::HasSubstr("--db"));
}

}  // namespace
}  // namespace entente
