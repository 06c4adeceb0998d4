// Given pairs: spans to words, what the features see, the types of our own pairs, and models that are damaged.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "base/text.h"
#include "coding/coding.h"
#include "coding/lexicon/lexicon.h"
#include "coding/pairs/pair_features.h"
#include "coding/pairs/pair_model.h"

namespace entente {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string model_path = ENTENTE_SOURCE "/models/pairs.model";

std::shared_ptr<const Reader> reader() {
  static const auto shared = [] {
    auto loaded = Reader::load(ENTENTE_SOURCE "/models/english.model");
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::make_shared<const Reader>(std::move(loaded).value());
  }();
  return shared;
}

const Lexicon& lexicon() {
  static const Lexicon shared = [] {
    auto loaded = Lexicon::load(ENTENTE_SOURCE "/lexicon");
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(loaded).value();
  }();
  return shared;
}

const PairCoder& pair_coder() {
  static const PairCoder shared = [] {
    auto loaded = PairCoder::load(ENTENTE_SOURCE "/lexicon", model_path, reader());
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(loaded).value();
  }();
  return shared;
}

/// "[S Iran] armed [T Syria]." as a text with its ranges.
MarkedPair marked(const std::string& text) {
  MarkedPair pair;
  std::optional<CharacterRange>* open = nullptr;
  uint64_t count = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[') {
      open = text[i + 1] == 'S' ? &pair.source : &pair.target;
      *open = CharacterRange{count, count};
      i += 2;
    } else if (text[i] == ']') {
      (*open)->second = count;
    } else {
      pair.text += text[i];
      if ((text[i] & 0xC0) != 0x80) ++count;
    }
  }
  return pair;
}

PairSentence shortened(const std::string& text) {
  const MarkedPair pair = marked(text);
  const auto span = [&](const std::optional<CharacterRange>& range) {
    return range ? std::optional<Span>(bytes_of(pair.text, *range).value()) : std::nullopt;
  };
  return shorten_to_pair(*reader(), pair.text, span(pair.source), span(pair.target));
}

std::string words_of(const PairSentence& pair) {
  std::string out;
  for (int i = 0; i < static_cast<int>(pair.sentence.tokens.size()); ++i) {
    out += out.empty() ? "" : " ";
    out += i == pair.source ? "S:" : i == pair.target ? "T:" : "";
    out += pair.sentence.tokens[static_cast<size_t>(i)].form;
  }
  return out;
}

std::vector<std::string> features_of(const std::string& text) {
  PairSentence pair = shortened(text);
  FeatureList features(true);
  add_pair_features(*reader(), lexicon(), pair, features);
  return features.names();
}

// --- spans --------------------------------------------------------------------------------------------------------

TEST(PairSpans, CountCodePoints) {
  const std::string text = "C\u00f4te \u2013 \U0001F600 x";
  EXPECT_EQ(bytes_of(text, {0, 4}).value(), (Span{0, 5}));
  EXPECT_EQ(bytes_of(text, {5, 6}).value(), (Span{6, 9}));
  EXPECT_EQ(bytes_of(text, {7, 8}).value(), (Span{10, 14}));
  EXPECT_EQ(bytes_of(text, {9, 10}).value(), (Span{15, 16}));
}

TEST(PairSpans, OutsideTheTextAreRefused) {
  EXPECT_THAT(bytes_of("abc", {0, 4}).error().message, HasSubstr("after the text"));
  EXPECT_THAT(bytes_of("abc", {2, 2}).error().message, HasSubstr("empty"));
  EXPECT_THAT(bytes_of("abc", {2, 1}).error().message, HasSubstr("before it begins"));
  EXPECT_FALSE(bytes_of("", {0, 1}));
  EXPECT_FALSE(bytes_of("abc", {0, UINT64_MAX}));
}

TEST(PairSentences, APhraseIsItsHeadWord) {
  EXPECT_EQ(words_of(shortened("[S Iranian Foreign Minister Zarif] met [T the police of Gaza] again.")),
            "S:Zarif met T:police again .");
  EXPECT_EQ(words_of(shortened("It was [T Chad's old president] that [S Mali's] envoy praised.")),
            "It was T:president that S:Mali 's envoy praised .");
  EXPECT_THAT(shortened("[S The police in Gaza] left.").source_words, ElementsAre("the", "police", "in", "gaza"));
}

TEST(PairSentences, WhatIsFarIsLeftOut) {
  std::string text = "[S Iran] armed [T Syria]";
  for (int i = 0; i < 40; ++i) text += " and more";
  EXPECT_LT(shortened(text).sentence.tokens.size(), 20u);
}

TEST(PairSentences, OtherSentencesAreLeftOut) {
  EXPECT_EQ(words_of(shortened("It rained in Rome. [S Iran] armed [T Syria]. Then it stopped.")),
            "S:Iran armed T:Syria .");
  EXPECT_EQ(words_of(shortened("[S Iran] sold drones. [T Syria] took them.")),
            "S:Iran sold drones . T:Syria took them .");
}

TEST(PairSentences, ImpliedAndNestedPartiesAreBorne) {
  const PairSentence implied = shortened("[S Iran] threatened war.");
  EXPECT_EQ(implied.target, -1);
  EXPECT_EQ(words_of(implied), "S:Iran threatened war .");
  EXPECT_EQ(words_of(shortened("Nobody is named here.")), "Nobody is named here .");
  const std::string text = "Iran's army fired.";
  for (const auto& [one, two] : {std::pair<Span, Span>{{0, 11}, {0, 4}}, {{0, 4}, {0, 11}}, {{0, 4}, {0, 4}}}) {
    const PairSentence nested = shorten_to_pair(*reader(), text, one, two);
    EXPECT_GE(nested.source, 0);
    EXPECT_NE(nested.source, nested.target);
  }
}

// --- features -----------------------------------------------------------------------------------------------------

TEST(PairFeatures, SeeWhoDoesItToWhom) {
  const auto active = features_of("[S Paris] condemned [T Libya].");
  const auto passive = features_of("[T Libya] was condemned by [S Paris].");
  for (const auto& names : {active, passive}) {
    EXPECT_THAT(names, Contains("lr|both|ACCUSE"));
    EXPECT_THAT(names, Contains("pl|<S> condemn <T>"));
  }
  EXPECT_THAT(passive, Contains("vpass|B"));
  EXPECT_THAT(active, Not(Contains("vpass|B")));
  EXPECT_THAT(features_of("[T Paris] condemned [S Libya]."), Not(Contains("lr|both|ACCUSE")));
}

TEST(PairFeatures, SeeWhatEmbedsTheAct) {
  EXPECT_THAT(features_of("[S Chad] refused to arm [T Mali]."), Contains("lrm|both|limit-refused|AID"));
  EXPECT_THAT(features_of("[S Chad] promised to arm [T Mali]."), Contains("lrm|both|promised|AID"));
  EXPECT_THAT(features_of("[S Chad] did not arm [T Mali]."), Contains("lrm|both|told!|AID"));
}

TEST(PairFeatures, AreTheSameWithoutNames) {
  PairSentence one = shortened("[S Paris] condemned [T Libya]."), two = one;
  FeatureList named(true), plain;
  add_pair_features(*reader(), lexicon(), one, named);
  add_pair_features(*reader(), lexicon(), two, plain);
  ASSERT_EQ(named.features().size(), plain.features().size());
  EXPECT_EQ(named.names().size(), named.features().size());
  for (size_t i = 0; i < plain.features().size(); ++i) {
    EXPECT_EQ(named.features()[i].key, plain.features()[i].key);
    EXPECT_EQ(named.features()[i].value, plain.features()[i].value);
  }
}

TEST(PairFeatures, TheLargerValueStays) {
  FeatureList list;
  list.add(0.5F, "a", "b");
  list.add(1, "a", "b");
  list.add(0.7F, "a", "c");
  list.close();
  ASSERT_EQ(list.features().size(), 2u);
  EXPECT_EQ(std::max(list.features()[0].value, list.features()[1].value), 1);
}

// --- types --------------------------------------------------------------------------------------------------------

struct GoldPair {
  std::string type;
  std::string text;
};

std::vector<GoldPair> gold_pairs() {
  std::vector<GoldPair> pairs;
  std::ifstream in(ENTENTE_SOURCE "/tests/coding/pairs/pairs.txt");
  for (std::string line; std::getline(in, line);) {
    const size_t bar = line.find('|');
    if (line.empty() || line[0] == '#' || bar == std::string::npos) continue;
    pairs.push_back({std::string(trim(line.substr(0, bar))), std::string(trim(line.substr(bar + 1)))});
  }
  return pairs;
}

TEST(Pairs, OwnPairsAreMostlyTold) {
  const auto pairs = gold_pairs();
  ASSERT_GT(pairs.size(), 80u);
  size_t right = 0;
  std::string wrong;
  for (const GoldPair& pair : pairs) {
    const auto answer = pair_coder().code(marked(pair.text));
    ASSERT_TRUE(answer) << answer.error().message;
    const std::string told(answer->type ? name_of(*answer->type) : "none");
    right += told == pair.type ? 1 : 0;
    if (told != pair.type) wrong += "\n" + told + " for " + pair.type + ": " + pair.text;
  }
  RecordProperty("right", static_cast<int>(right));
  EXPECT_GE(right * 100, pairs.size() * 90) << right << " of " << pairs.size() << wrong;
}

TEST(Pairs, AnswersHaveTheQuadOfTheirData) {
  const auto answer = pair_coder().code(marked("[S The governor] gave in to the demands of [T the strikers]."));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->type, ClaimType::concede);
  EXPECT_EQ(answer->quad, Quad::material_cooperation);
  EXPECT_GT(answer->confidence, 0.3);
  EXPECT_LE(answer->confidence, 1);
}

TEST(Pairs, NothingIsToldOfNothing) {
  const auto answer = pair_coder().code({"", std::nullopt, std::nullopt});
  ASSERT_TRUE(answer);
  EXPECT_FALSE(answer->type);
  EXPECT_EQ(answer->quad, Quad::none);
}

TEST(Pairs, ARangeOutsideIsAnErrorThatNamesTheParty) {
  const auto answer = pair_coder().code({"Iran armed Syria.", CharacterRange{0, 4}, CharacterRange{11, 99}});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, ErrorCode::input);
  EXPECT_THAT(answer.error().message, HasSubstr("\"target\" [11, 99]"));
}

// --- the model's file ---------------------------------------------------------------------------------------------

class PairModelFile : public testing::Test {
 protected:
  void TearDown() override { std::remove(path_.c_str()); }
  Error error_for(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary) << bytes;
    const auto loaded = PairModel::load(path_);
    return loaded ? Error{ErrorCode::usage, "loaded"} : loaded.error();
  }
  static std::string good() {
    std::ifstream in(model_path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::string path_ = testing::TempDir() + "entente-pairs-" + std::to_string(::getpid());
};

TEST_F(PairModelFile, DamageIsNamedWhereverItIs) {
  const std::string bytes = good();
  for (const size_t at : {size_t{0}, size_t{12}, size_t{20}, size_t{50}, bytes.size() / 2, bytes.size() - 1}) {
    std::string bad = bytes;
    bad[at] = static_cast<char>(bad[at] ^ 0x10);
    EXPECT_EQ(error_for(bad).code, ErrorCode::damaged) << at;
    EXPECT_THAT(error_for(bad).message, HasSubstr(path_));
  }
  for (const size_t size : {size_t{0}, size_t{10}, size_t{200}, bytes.size() - 1}) {
    EXPECT_EQ(error_for(bytes.substr(0, size)).code, ErrorCode::damaged) << size;
  }
  EXPECT_EQ(error_for(bytes).code, ErrorCode::usage);
}

TEST_F(PairModelFile, AnotherVersionIsSaidSo) {
  std::string bytes = good();
  bytes[8] = 99;
  EXPECT_EQ(error_for(bytes).code, ErrorCode::version);
}

TEST_F(PairModelFile, AMissingOneIsSaidSo) {
  const auto loaded = PairModel::load("/nowhere/pairs.model");
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::missing);
  EXPECT_THAT(loaded.error().message, HasSubstr("/nowhere/pairs.model"));
}

}  // namespace
}  // namespace entente
