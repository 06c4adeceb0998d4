#include "engine/scenario_texts.h"

namespace entente {

namespace {

std::string toml_text(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string between_line(const std::string& a, const std::string& b) {
  return "between = [" + toml_text(a) + ", " + toml_text(b) + "]\n";
}

}  // namespace

std::string agreement_between(const std::string& a, const std::string& b) {
  return "title = " +
         toml_text("A trade agreement between " + a + " and " + b + ", as large as agreements were on average") +
         "\n\n[[change]]\nkind = \"agreement\"\n" + between_line(a, b);
}

std::string rails_between(const std::string& a, const std::string& b) {
  return "title = " + toml_text("What " + a + " and " + b + " can pay each other, and by which rails") + "\n" +
         between_line(a, b);
}

}  // namespace entente
