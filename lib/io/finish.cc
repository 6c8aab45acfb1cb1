#include "io/finish.h"

#include <utility>

#include "io/repair.h"
#include "io/title.h"

namespace zeitstrahl {

void finish(document& article, const read_options& options) {
  if (options.repair) {
    const std::u32string letters = accepted_letters(options.language);
    mended_text mended = mend(article.text, letters);
    article.text = std::move(mended.text);
    article.repairs = std::move(mended.repairs);
    for (std::string* field : {&article.title, &article.source, &article.author}) {
      *field = mend(*field, letters).text;
    }
  }
  const std::string title = find_title(article.text);
  article.title_in_text =
      !title.empty() || (!article.title.empty() && first_line(article.text) == article.title);
  if (article.title.empty()) article.title = title;
}

}  // namespace zeitstrahl
