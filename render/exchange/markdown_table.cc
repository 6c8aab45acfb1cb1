#include "render/claim_words.h"
#include "render/exchange/claims.h"
#include "render/markdown.h"
#include "render/tidy.h"
#include "render/words_de.h"

namespace zeitstrahl {

std::string to_markdown_table(const timeline& data) {
  const document& article = data.article;
  const std::string title =
      article.title.empty() ? std::string(words().timeline) : tidy(article.title);
  std::string out =
      "# " + markdown_text(title) + "\n\n" + markdown_text(about_words(article)) + "\n\n";
  std::vector<std::string> heads;
  for (const std::string_view name :
       {words().report_time, words().report_claim, words().report_thread, words().report_standing,
        words().report_source, words().report_place}) {
    heads.emplace_back(name);
  }
  add_table_row(out, heads);
  add_table_row(out, std::vector<std::string>(heads.size(), "---"));
  for (const std::size_t i : claims_for(data, exchange_format::markdown)) {
    const claim& c = data.claims[i];
    const bar b = bar_of(c, static_cast<std::uint32_t>(i));
    const std::string source = c.reported ? according_words(b) : std::string(words().article);
    const std::string band =
        c.thread < data.threads.size() ? band_words(data, data.threads[c.thread]) : std::string();
    add_table_row(out, {markdown_text(when_words(data, b)), markdown_text(tidy(c.label)),
                        markdown_text(band), markdown_text(standing_words(c)),
                        markdown_text(source), markdown_text(place_words(data, b))});
  }
  return out;
}

}  // namespace zeitstrahl
