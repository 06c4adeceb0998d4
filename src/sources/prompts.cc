// Sentences and lines that are addressed to the page's reader, told by how they begin and what they must contain.
#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "sources/filler.h"
#include "sources/paragraphs.h"

namespace entente {
namespace {

/// A sentence that begins so is a prompt if it holds one of the words too (parted by "|"; none: always).
struct Prompt {
  std::string_view opening;
  std::string_view words;
};

constexpr std::array<Prompt, 49> prompts = {{
    {"share your", "below|comment|with us"},
    {"share this", "article|post|story|page|on facebook|on twitter|with your|with friends|link|via"},
    {"leave a comment", ""},
    {"leave a reply", ""},
    {"leave your", "comment|thought|below"},
    {"add a comment", ""},
    {"add your comment", ""},
    {"post a comment", ""},
    {"join the discussion", "below|comment|on our|us"},
    {"join the conversation", "below|comment|on our|us"},
    {"comment below", ""},
    {"tell us", "in the comments|below|what you think|your thoughts"},
    {"let us know", "in the comments|below|what you think|your thoughts|your opinion"},
    {"what are your thoughts", ""},
    {"what do you think", "comment|below|about this?|of this?|? let us|about this article"},
    {"do you agree", "comment|below|let us know"},
    {"have your say", ""},
    {"we hope this", "article|analysis|guide|post|overview|piece|helps|helped|shed|has shed|information|blog"},
    {"we hope that this", "article|analysis|guide|post|overview|piece|helps|helped|shed|information|blog"},
    {"we hope you", "enjoyed|found|have found|liked|learned|this article|our"},
    {"i hope you enjoyed", ""},
    {"thank you for reading", ""},
    {"thanks for reading", ""},
    {"subscribe to", "our|newsletter|channel|us|updates|for more|my|full access|the print"},
    {"subscribe now", ""},
    {"sign up for", "our|newsletter|email|alerts|updates|briefing"},
    {"sign up to", "our|newsletter|receive|get the|email"},
    {"get our", "newsletter|app|email|free|inbox"},
    {"get the latest", "inbox|newsletter|email|alerts|delivered"},
    {"stay informed with", "our|newsletter"},
    {"stay tuned", "for more|to our"},
    {"follow us", ""},
    {"follow him on", "twitter|facebook|instagram|linkedin"},
    {"follow her on", "twitter|facebook|instagram|linkedin"},
    {"like us on", "facebook"},
    {"find us on", ""},
    {"download our", "app|guide|ebook|report"},
    {"download the", "app today|app now|our app"},
    {"click here", ""},
    {"explore our", "article|guide|other|content|website|site|collection|related"},
    {"check out our", ""},
    {"read more about", "our|here"},
    {"read our", "other|latest|related|full guide|guide|privacy"},
    {"by clicking", "agree|accept|consent"},
    {"have a tip", ""},
    {"got a tip", ""},
    {"got a story", ""},
    {"this website uses cookies", ""},
    {"we use cookies", ""},
}};

constexpr std::array<std::string_view, 16> networks = {
    "facebook", "flickr",   "github",  "instagram", "linkedin", "mastodon", "medium",  "pinterest",
    "reddit",   "telegram", "threads", "tiktok",    "twitter",  "whatsapp", "youtube", "x"};

bool holds_one(std::string_view text, std::string_view words) {
  for (const std::string_view word : split(words, '|')) {
    if (word.empty() || text.find(word) != std::string_view::npos) return true;
  }
  return false;
}

bool names_network(std::string_view text) {
  return std::any_of(networks.begin(), networks.end() - 1,
                     [&](std::string_view network) { return text.find(network) != std::string_view::npos; });
}

bool is_network(std::string_view word) {
  return std::find(networks.begin(), networks.end(), word) != networks.end();
}

}  // namespace

bool is_prompt(std::string_view sentence) {
  std::string plain = to_lower(trim(sentence));
  for (const std::string_view polite : {"please ", "don't forget to ", "be sure to ", "so, ", "and "}) {
    if (plain.starts_with(polite)) plain.erase(0, polite.size());
  }
  if (plain.starts_with("follow ") && plain.find(" on ") != std::string::npos && names_network(plain)) return true;
  return std::any_of(prompts.begin(), prompts.end(), [&](const Prompt& prompt) {
    return plain.starts_with(prompt.opening) &&
           holds_one(std::string_view(plain).substr(prompt.opening.size()), prompt.words);
  });
}

bool is_social_line(std::string_view line) {
  std::string plain = to_lower(without_bullet(trim(line)));
  for (const std::string_view opening : {"follow us on ", "follow on ", "share on ", "share to ", "find us on "}) {
    if (plain.starts_with(opening)) plain.erase(0, opening.size());
  }
  const size_t end = std::min(plain.find_first_of(" :"), plain.size());
  if (!is_network(std::string_view(plain).substr(0, end))) return false;
  const std::string_view rest = trim(std::string_view(plain).substr(end));
  const std::string_view value = rest.starts_with(':') ? trim(rest.substr(1)) : rest;
  return value.empty() || value.starts_with("http") || value.starts_with('@');
}

bool is_credit_line(std::string_view line) {
  constexpr std::array<std::string_view, 14> openings = {
      "photo:",    "photo by ",    "photo credit", "photograph:",    "photograph by ", "image:",   "image credit",
      "image by ", "image source", "picture:",     "featured image", "(photo",         "caption:", "file photo"};
  constexpr size_t longest_credit = 200;
  const std::string plain = to_lower(line);
  return line.size() <= longest_credit && std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) {
           return plain.starts_with(opening);
         });
}

std::string without_prompts(std::string_view paragraph, std::vector<Dropped>& dropped) {
  std::string kept;
  std::string prompt;
  for (const std::string_view sentence : rough_sentences(paragraph)) {
    std::string& side = is_prompt(sentence) ? prompt : kept;
    if (!side.empty()) side += ' ';
    side += sentence;
  }
  if (!prompt.empty()) dropped.push_back({prompt, "prompt to the reader"});
  return kept;
}

}  // namespace entente
