// Questions in many words: what they ask, and what is said where they do not say enough.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/question_desk.h"

namespace entente {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::SizeIs;

const Coder& shared_coder() {
  static const Coder coder = [] {
    auto reader = Reader::load(ENTENTE_SOURCE "/models/english.model");
    return Coder::load(ENTENTE_SOURCE "/lexicon", std::make_shared<const Reader>(std::move(reader).value())).value();
  }();
  return coder;
}
const EventCodebook& shared_codebook() {
  static const EventCodebook codebook = EventCodebook::load(ENTENTE_SOURCE "/lexicon").value();
  return codebook;
}

const int64_t asked_on = first_day(Date::of_day(2026, 9, 1));

Result<std::vector<AskedQuestion>> ask(AskRequest request) {
  return ask_in_parts(request, asked_on, shared_coder(), shared_codebook());
}
Result<std::vector<AskedQuestion>> ask(const std::string& text) {
  AskRequest request;
  request.text = text;
  return ask(request);
}
/// "RUS > IRN AID (military) 2026-09-01 2027-03-31", the questions parted by "; ".
std::string read(const Result<std::vector<AskedQuestion>>& asked) {
  if (!asked) return asked.error().message;
  std::string out;
  for (const AskedQuestion& one : *asked) {
    const Question& q = one.question;
    out += (out.empty() ? "" : "; ") + q.source.str() + (q.either_way ? " <> " : " > ") + q.target.str() +
           (q.denied ? " not " : " ") + act_words(q.act) + " " + to_iso(day_from_number(q.window.first)) + " " +
           to_iso(day_from_number(q.window.last));
  }
  return out;
}

TEST(Questions, ParaphrasesAskTheSame) {
  const std::vector<std::string> paraphrases = {
      "Will Russia provide military aid to Iran by 31 March 2027?",
      "Is Russia going to provide military aid to Iran by March 31, 2027?",
      "How likely is it that Russia will provide military aid to Iran by 31 March 2027?",
      "What is the chance that Iran gets military aid from Russia before April 2027?",
      "Will Iran receive military aid from Russia by the end of March 2027?",
      "Will Iran be given military aid by Russia by 31 March 2027?",
      "Will Moscow provide Tehran with military aid by 31 March 2027?",
      "Will the Kremlin give military aid to Iran by 31 March 2027?",
      "How probable is Russian military aid to Iran by 31 March 2027?",
      "What are the odds of Russian military aid to Iran before April 2027?",
      "What is the probability of Russia providing military aid to Iran by 31 March 2027?",
      "Is it likely that Russia will give Iran military aid by 31 March 2027?",
      "Do you think Russia will provide Iran with military assistance by 31 March 2027?",
      "By 31 March 2027, will Russia provide military aid to Iran?",
      "Will military aid be provided to Iran by Russia by 31 March 2027?",
      "Will Putin provide military aid to Iran by 31 March 2027?",
      "Will there be Russian military aid to Iran by 31 March 2027?",
      "Russia will provide military aid to Iran by 31 March 2027?",
      "Can we expect Russia to provide military aid to Iran before 1 April 2027?",
      "How likely is Russia to provide military aid to Iran no later than 31 March 2027?",
      "Is Russia likely to provide Iran with military aid by the 31st of March 2027?",
      "Will the Russian government provide military aid to the Iranian government by 2027-03-31?",
      "Will Russia give Tehran military help before the end of March 2027?",
      "What is the likelihood that Russia supplies Iran with weapons by 31 March 2027?",
      "Will Russia send weapons to Iran by 31 March 2027?",
      "Will weapons be delivered to Iran by Russia by 31 March 2027?",
      "Could Russia provide military support to Iran until 31 March 2027?",
      "I would like to know whether Russia will provide military aid to Iran by 31 March 2027.",
      "Will Russia's government provide military aid to Iran between 1 September 2026 and 31 March 2027?",
      "What are the chances that Tehran obtains military aid from Moscow by 31 March 2027?",
      "Will the Russians provide military aid to the Iranians by 31 March 2027?",
      "Will Vladimir Putin's government supply military aid to Iran by 31 Mar 2027?",
      "Is there any chance of Russia giving military aid to Iran before April 2027?",
      "Might Moscow supply Iran with arms through 31 March 2027?",
  };
  ASSERT_GE(paraphrases.size(), 30U);
  const auto first = ask(paraphrases.front());
  ASSERT_EQ(read(first), "RUS > IRN AID (military) 2026-09-01 2027-03-31");
  for (const std::string& paraphrase : paraphrases) {
    const auto asked = ask(paraphrase);
    EXPECT_EQ(read(asked), read(first)) << paraphrase;
    if (!asked) continue;
    EXPECT_EQ(asked->front().question.id(), first->front().question.id()) << paraphrase;
  }
}

TEST(Questions, OtherQuestionsAreOthers) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Will Iran provide military aid to Russia by 31 March 2027?", "IRN > RUS AID (military) 2026-09-01 2027-03-31"},
      {"Will Russia not provide military aid to Iran by 31 March 2027?",
       "RUS > IRN not AID (military) 2026-09-01 2027-03-31"},
      {"Won't Russia provide military aid to Iran by 31 March 2027?",
       "RUS > IRN not AID (military) 2026-09-01 2027-03-31"},
      {"Will Russia refuse to provide military aid to Iran by 31 March 2027?",
       "RUS > IRN REJECT 2026-09-01 2027-03-31"},
      {"Will the US impose sanctions on Turkey this year?", "USA > TUR SANCTION (CAMEO 163) 2026-09-01 2026-12-31"},
      {"Will the EU lift sanctions on Russia in Q1 2027?", "EUR > RUS RETREAT (CAMEO 085) 2027-01-01 2027-03-31"},
      {"Is a Turkish attack on Syria likely this month?", "TUR > SYR ASSAULT 2026-09-01 2026-09-30"},
      {"Will there be a Chinese invasion of Taiwan in 2027?", "CHN > TWN ASSAULT 2027-01-01 2027-12-31"},
      {"Will Germany condemn Russia within two weeks?", "DEU > RUS ACCUSE 2026-09-01 2026-09-14"},
      {"Will Washington halt military aid to Kyiv by year's end?",
       "USA > UKR SANCTION (military) 2026-09-01 2026-12-31"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(read(ask(text)), expected) << text;
}

TEST(Questions, WhatGoesBothWaysIsAskedBothWays) {
  const std::string expected = "IRN <> RUS CONSULT 2026-09-01 2026-09-30";
  EXPECT_EQ(read(ask("Will Russia and Iran hold talks within 30 days?")), expected);
  EXPECT_EQ(read(ask("Will Iran and Russia hold talks within 30 days?")), expected);
  EXPECT_EQ(read(ask("Will Putin meet Khamenei within 30 days?")), expected);
}

TEST(Questions, SeveralActorsOrActsAreSeveralQuestions) {
  EXPECT_EQ(read(ask("Will Russia or China provide military aid to Iran this year?")),
            "RUS > IRN AID (military) 2026-09-01 2026-12-31; CHN > IRN AID (military) 2026-09-01 2026-12-31");
  EXPECT_EQ(read(ask("Will Israel attack Iran or invade Lebanon in October?")),
            "ISR > IRN ASSAULT 2026-10-01 2026-10-31; ISR > LBN ASSAULT 2026-10-01 2026-10-31");
  EXPECT_THAT(*ask("Will Israel attack or threaten Iran in October?"), SizeIs(2));
}

TEST(Questions, EveryPartCanBeCorrected) {
  AskRequest request;
  request.text = "Will Russia provide military aid to Iran by 31 March 2027?";
  request.from = "China, North Korea";
  request.to = "SYR";
  EXPECT_EQ(read(ask(request)),
            "CHN > SYR AID (military) 2026-09-01 2027-03-31; PRK > SYR AID (military) 2026-09-01 2027-03-31");
  request.from = "CHN";
  request.act = "042";
  request.by = "2026-12";
  request.after = "2026-10-31";
  EXPECT_EQ(read(ask(request)), "CHN > SYR CAMEO 042 2026-11-01 2026-12-31");
  request.act = "cooperate";
  request.domain = "economic";
  EXPECT_EQ(read(ask(request)), "CHN > SYR COOPERATE (economic) 2026-11-01 2026-12-31");
  request.act = "Impose embargo, boycott, or sanctions";
  request.domain.clear();
  EXPECT_EQ(read(ask(request)), "CHN > SYR CAMEO 163 2026-11-01 2026-12-31");
}

TEST(Questions, OptionsAloneAreEnough) {
  AskRequest request;
  request.text = "Will it happen?";
  request.from = "RUS";
  request.to = "Iran";
  request.act = "AID";
  EXPECT_EQ(read(ask(request)), "RUS > IRN AID 2026-09-01 2026-09-30");
}

TEST(Questions, WhatIsMissingIsNamedWithTheOptionThatGivesIt) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"Will China help?", "--to"},
      {"Will anyone help Iran?", "--from"},
      {"Will Russia?", "--act"},
      {"Will it rain tomorrow?", "--from"},
      {"", "--act"},
      {"Will Russia provide military aid to Iran before the thaw?", "--by"},
      {"Will Russia provide military aid to Iran by May 2020?", "--at"},
  };
  for (const auto& [text, option] : rows) {
    const auto asked = ask(text);
    ASSERT_FALSE(asked.ok()) << text << " was read as " << read(asked);
    EXPECT_EQ(asked.error().code, ErrorCode::usage) << text;
    EXPECT_THAT(asked.error().message, HasSubstr(option)) << text;
  }
  AskRequest request;
  request.text = "Will Russia provide military aid to Iran by 31 March 2027?";
  request.from = "Atlantis";
  EXPECT_THAT(ask(request).error().message, HasSubstr("Atlantis"));
  request.from.clear();
  request.act = "dance";
  EXPECT_THAT(ask(request).error().message, HasSubstr("--act"));
  request.act.clear();
  request.by = "soon";
  EXPECT_THAT(ask(request).error().message, HasSubstr("--by"));
}

TEST(Questions, TheRuleAndWhatWasChosenAreTold) {
  const auto asked = ask("Will Erdogan visit Moscow?");
  ASSERT_TRUE(asked.ok());
  const AskedQuestion& one = asked->front();
  EXPECT_THAT(one.rule, HasSubstr("Turk"));
  EXPECT_THAT(one.rule, HasSubstr("2026-09-01 to 2026-09-30"));
  EXPECT_THAT(one.notes, testing::Contains(HasSubstr("no end is given: 30 days")));
  EXPECT_THAT(one.notes, testing::Contains(HasSubstr("--act 042")));
}

TEST(Questions, DaysOfAskingAreReadOrRefused) {
  EXPECT_EQ(day_of_asking("2014-09-01").value(), first_day(Date::of_day(2014, 9, 1)));
  EXPECT_EQ(day_of_asking("2014").error().code, ErrorCode::usage);
  EXPECT_GT(day_of_asking("").value(), first_day(Date::of_day(2024, 1, 1)));
}

}  // namespace
}  // namespace entente
