// The coder as tests use it: the committed model and lexicon, loaded once.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "coding/coding.h"

namespace entente {

inline const Coder& coder() {
  static const Coder shared = [] {
    auto reader = Reader::load(ENTENTE_SOURCE "/models/english.model");
    if (!reader) throw std::runtime_error(reader.error().message);
    auto loaded = Coder::load(ENTENTE_SOURCE "/lexicon", std::make_shared<const Reader>(std::move(reader).value()));
    if (!loaded) throw std::runtime_error(loaded.error().message);
    return std::move(loaded).value();
  }();
  return shared;
}

inline Coded code_text(const std::string& text, const Date& published = {}) {
  Article article;
  article.id = ArticleId("test");
  article.text = text;
  article.language = "en";
  article.published = published;
  return coder().code(article);
}

/// "RUS+IRN > USA" from a claim's parties, by their principals.
inline std::string parties_of(const Claim& claim) {
  const auto side = [](const std::vector<ActorId>& actors) {
    std::string out;
    for (const ActorId& actor : actors) out += (out.empty() ? "" : "+") + principal(actor).str();
    return out.empty() ? std::string("-") : out;
  };
  return side(claim.source) + " > " + side(claim.target);
}

/// "AID RUS > IRN promised", one for each claim of a kind.
inline std::vector<std::string> told(const std::string& text, ClaimKind kind = ClaimKind::event) {
  std::vector<std::string> out;
  for (const Claim& claim : code_text(text).claims) {
    if (claim.kind() == kind)
      out.push_back(std::string(name_of(claim.type)) + " " + parties_of(claim) + " " +
                    std::string(name_of(claim.modality)));
  }
  return out;
}

}  // namespace entente
