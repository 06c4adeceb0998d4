// Lines of plain text to paragraphs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// The paragraphs of a text: empty lines part them; a line break inside wrapped text is a blank, and where every line
/// is a paragraph of its own it stays one. List items and indented first lines begin a paragraph. None is empty.
std::vector<std::string> split_paragraphs(std::string_view text);

/// True for a line that begins with a bullet ("• ", "- ", "* ").
bool is_bullet(std::string_view line);

/// The line without its bullet.
std::string_view without_bullet(std::string_view line);

/// True if the text ends as a sentence does: full stop, question or exclamation mark, ellipsis, quotes and brackets
/// after it allowed.
bool ends_sentence(std::string_view text);

/// The sentences of a paragraph, roughly: good enough to leave one out, not to parse. Joined by " " they give it back.
std::vector<std::string_view> rough_sentences(std::string_view paragraph);

}  // namespace entente
