// What a question asks about, said as a statement: "How likely is it that A helps B" asks of "A helps B". Internal to
// coding.
#pragma once

#include <string>
#include <vector>

namespace entente {

/// A statement to be read in the question's place. `ahead` marks where "will" is still to be put: before the verb of a
/// question whose auxiliary stood first ("Will Russia help Iran" gives "Russia help Iran").
struct AskedStatement {
  std::vector<std::string> words;
  bool wants_auxiliary = false;
};

/// The statements that a question may ask about, the likeliest reading first. Negation is left in.
std::vector<AskedStatement> asked_statements(std::vector<std::string> words);

/// The statement with "will" before the word at that place.
std::vector<std::string> with_will(const AskedStatement& statement, size_t place);

/// Takes "not", "n't" and "never" out; true if there was one.
bool take_negation(std::vector<std::string>& words);

/// Words joined as a sentence is written.
std::string as_sentence(const std::vector<std::string>& words);

}  // namespace entente
