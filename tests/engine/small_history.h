// A small history of quads, asked and settled, for tests of questions.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "engine/engine.h"
#include "ledger/samples.h"

namespace entente {

/// Russia and Iran talk every ten days; Russia arms Iran now and then; nobody else does much. The last day lies behind
/// the questions' windows.
class SmallHistoryTest : public ::testing::Test {
 protected:
  static constexpr int days = 240;  // of history, from 2014-01-01
  enum Who { russia, iran, china, japan, israel, france };
  enum What { consult, military_aid, criticise };

  SmallHistoryTest() {
    std::filesystem::create_directories(folder_.file("small"));
    write("entity2id.txt", "Russia\t0\nIran\t1\nChina\t2\nJapan\t3\nIsrael\t4\nFrance\t5\n");
    write("relation2id.txt", "Consult\t0\nProvide_military_aid\t1\nCriticize_or_denounce\t2\n");
    std::string facts;
    const auto add = [&](int s, int r, int o, int t) {
      facts +=
          std::to_string(s) + "\t" + std::to_string(r) + "\t" + std::to_string(o) + "\t" + std::to_string(t) + "\n";
    };
    for (int t = 0; t < days; ++t) {
      if (t % 10 == 0) add(russia, consult, iran, t), add(iran, consult, russia, t);
      if (t % 60 == 30) add(russia, military_aid, iran, t);
      if (t % 7 == 0) add(china, criticise, japan, t), add(japan, criticise, china, t);
      if (t % 40 == 5) add(israel, criticise, iran, t), add(france, consult, china, t);
    }
    add(russia, military_aid, iran, 250);
    add(china, consult, france, 330);
    write("train.txt", facts);
  }

  void write(const std::string& name, const std::string& text) { std::ofstream(folder_.file("small/" + name)) << text; }
  Engine engine() {
    EngineOptions options;
    options.ledger = folder_.file("ledger.db");
    options.data_folder = ENTENTE_SOURCE;
    options.threads = 1;
    return Engine(options);
  }
  AskHistory history() {
    AskHistory out;
    out.data = folder_.file("small");
    out.origin = Date::of_day(2014, 1, 1);
    return out;
  }
  AskRequest request(const std::string& text, bool save = false) {
    AskRequest out;
    out.text = text;
    out.at = "2014-08-29";  // step 240
    out.history = history();
    out.save = save;
    return out;
  }
  ResolveRequest settle(const std::string& at) {
    ResolveRequest out;
    out.at = at;
    out.history = history();
    return out;
  }

  samples::Folder folder_;
};

}  // namespace entente
