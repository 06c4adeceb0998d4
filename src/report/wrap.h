// Words set into lines of a terminal: display width of UTF-8, wrapping, styles. Inside report: may change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Columns that a text takes: combining marks none, East Asian wide characters two.
size_t display_width(std::string_view text);
/// The text with control characters, which could steer a terminal, made blanks.
std::string without_controls(std::string_view text);
/// The text cut to so many columns, the cut shown by "…".
std::string cut_to(std::string_view text, size_t width);
/// The text followed by blanks up to so many columns.
std::string padded(std::string text, size_t width);

/// A piece of text in one style; `style` is an ANSI parameter such as "1" or "31", empty for none.
struct Styled {
  std::string text;
  std::string style;
};

/// Wraps at blanks to lines of at most `width` columns; words that are longer are broken. The first line begins with
/// `first`, the others with `rest`, both counted in the width. No styles are written unless `colour`.
std::string wrap(const std::vector<Styled>& pieces, size_t width, const std::string& first, const std::string& rest,
                 bool colour);
/// Plain text with what does not fit on its first line hanging two columns further in.
std::string paragraph(const std::string& text, int width, const std::string& indent = "");
/// The text in a style, or plain.
std::string styled(const std::string& text, std::string_view style, bool colour);

}  // namespace entente
