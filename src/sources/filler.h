// What stands in a copied page beside the article: contents, captions, author boxes, prompts to the reader.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/article.h"

namespace entente {

/// A sentence by which the page speaks to its reader about itself: "Leave a comment below", "Subscribe to our
/// newsletter".
bool is_prompt(std::string_view sentence);

/// A line that names a social network, alone or with an address: "twitter:", "Follow us on Facebook".
bool is_social_line(std::string_view line);

/// "Photo: ...", "Image credit: ...", "(Photo by ...)".
bool is_credit_line(std::string_view line);

/// The paragraph without its prompts; those go to `dropped`.
std::string without_prompts(std::string_view paragraph, std::vector<Dropped>& dropped);

/// Where paragraphs come from: in text copied from a page captions can be told only by their repetition.
enum class FillerOf { copied_text, page };

/// The paragraphs that belong to the article; the others go to `dropped` with the reason. The first one is never
/// dropped.
std::vector<std::string> without_filler(const std::vector<std::string>& paragraphs, FillerOf origin,
                                        std::vector<Dropped>& dropped);

}  // namespace entente
