#include "render/compare_words.h"
#include "render/markdown.h"
#include "render/tidy.h"
#include "render/words_de.h"
#include "zeitstrahl/draw_comparison.h"

namespace zeitstrahl {

std::string to_markdown(const comparison& all) {
  const bool one_story = all.stories.size() == 1;
  std::string out = "# " + markdown_text(comparison_title(all, false)) + "\n";
  for (const story& s : all.stories) {
    const story_names names(s);
    const std::string topics = topic_words(all, s);
    if (!topics.empty() && !one_story) out += "\n## " + markdown_text(topics) + "\n";
    out += '\n';
    for (const std::uint32_t a : s.articles) {
      out += "- **" + names.letter(a) + "** " +
             markdown_text(article_words(all.articles[a].article)) + "\n";
    }
    out += '\n';
    add_table_row(out,
                  {std::string(compare_words().claim_column), std::string(compare_words().column),
                   std::string(compare_words().evidence_column)});
    add_table_row(out, {"---", "---", "---"});
    for (const comparison_row& r : s.rows) {
      std::string evidence;
      for (const statement& said : r.statements) {
        evidence += (evidence.empty() ? "**" : "<br>**") + evidence_words(all, names, {said}) +
                    "** " + markdown_text(first_sentence(all, said));
      }
      add_table_row(out, {markdown_text(tidy(r.label)), markdown_text(verdict_words(all, names, r)),
                          evidence});
    }
  }
  return out;
}

}  // namespace zeitstrahl
