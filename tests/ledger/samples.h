// Articles and claims for the ledger's tests, and a folder that goes away with the test.
#pragma once

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "base/hash.h"
#include "domain/article.h"
#include "domain/claim.h"

namespace entente::samples {

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "entente-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// Statements run behind the ledger's back.
inline void run_sql(const std::string& path, const std::string& sql) {
  sqlite3* db = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
  char* message = nullptr;
  EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK) << message;
  sqlite3_free(message);
  sqlite3_close(db);
}

inline Article article(const std::string& text, const std::string& path = "a.txt") {
  Article a;
  a.text = text;
  a.id = ArticleId(content_hash(text));
  a.path = path;
  a.title = "A title";
  a.language = "en";
  return a;
}

inline Claim claim(const Article& a, ClaimType type, const std::string& source, const std::string& target,
                   Span span = {}) {
  if (span.empty()) span = {0, static_cast<uint32_t>(a.text.size())};
  Evidence evidence({a.id, span});
  evidence.method = "coder/1";
  evidence.confidence = 0.75;
  Claim c(type, evidence);
  c.source = {ActorId(source)};
  c.target = {ActorId(target)};
  return c;
}

/// A claim that has something in every field.
inline Claim full_claim(const Article& a) {
  Evidence first({a.id, {0, 10}});
  first.trigger = {2, 5};
  first.method = "coder/1";
  first.confidence = 0.1 + 0.2;
  first.attribution = {ActorId("USA:GOV"), ActorId("UNO:SC")};
  Claim c(ClaimType::aid, first);
  Evidence second({a.id, {11, 14}});
  second.method = "other/2";
  second.confidence = 1.0 / 3;
  c.add_evidence(second);
  c.source = {ActorId("FRA"), ActorId("FRA:MIL")};
  c.target = {ActorId("TCD:Idriss \"D\" Déby")};
  c.domain = Domain::military;
  c.modality = Modality::promised;
  c.about = About{{ActorId("LBY")}, "arms; \"and\" more\n"};
  c.when = Date::of_month(1987, 2);
  c.cameo = "072";
  c.intensity = 8.3;
  c.sign = Sign::mixed;
  c.good = "drones";
  c.amount = 0.1;
  c.unit = "EUR";
  c.consequence = "serious consequences";
  c.why = "v provide";
  return c;
}

}  // namespace entente::samples
