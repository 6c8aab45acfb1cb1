#ifndef ZEITSTRAHL_RENDER_MARKDOWN_H_
#define ZEITSTRAHL_RENDER_MARKDOWN_H_

// Tables of Markdown (GitHub's).  Functions are pure and total.

#include <string>
#include <string_view>
#include <vector>

namespace zeitstrahl {

// Tidy text, with Markdown's own marks made letters.
std::string markdown_text(std::string_view content);

// `cells` are Markdown.
void add_table_row(std::string& out, const std::vector<std::string>& cells);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_RENDER_MARKDOWN_H_
