#include "io/html_reader.h"

#include <utility>

#include "io/fields.h"
#include "io/html_tree.h"
#include "io/lines.h"
#include "io/main_text.h"
#include "io/page_facts.h"

namespace zeitstrahl {
namespace {

// "<!-- saved from url=(0042)https://example.org/a.html -->", as browsers write it.
std::string saved_from(std::string_view text) {
  constexpr std::string_view mark = "saved from url=(";
  const std::size_t at = text.substr(0, 4096).find(mark);
  if (at == text.npos) return {};
  const std::size_t begin = text.find(')', at);
  if (begin == text.npos) return {};
  const std::size_t end = text.find_first_of(" \r\n-", begin + 1);
  return end == text.npos ? std::string() : std::string(text.substr(begin + 1, end - begin - 1));
}

void add_block(document& article, const article_block& block) {
  if (!article.text.empty()) article.text += "\n\n";
  const auto begin = static_cast<std::uint32_t>(article.text.size());
  article.text += block.text;
  if (block.is) {
    article.parts.push_back({{begin, static_cast<std::uint32_t>(article.text.size())}, *block.is});
  }
}

}  // namespace

bool looks_like_page(std::string_view text) {
  const std::string head = lower_ascii(trim(text.substr(0, 8192)));
  if (!head.starts_with('<')) return false;
  for (const std::string_view mark : {"<!doctype html", "<html", "<head>", "<head ", "<body"}) {
    if (head.find(mark) != head.npos) return true;
  }
  return false;
}

bool looks_like_html(std::string_view text) {
  if (looks_like_page(text)) return true;
  const std::string head = lower_ascii(trim(text.substr(0, 8192)));
  if (!head.starts_with('<')) return false;
  const bool fragment = head.find("</p>") != head.npos || head.find("</div>") != head.npos ||
                        head.find("</article>") != head.npos;
  return fragment && !head.starts_with("<?xml");
}

result<raw_article> read_html(std::string_view text, std::string_view name,
                              const read_options& options) {
  const article_words& words = article_words_of(options.language);
  const html_tree page(text);
  moment_reader moments(options.time_zone);
  page_facts facts = read_page_facts(page, moments, words);
  if (const std::optional<error> fault = moments.fault(name)) return *fault;
  raw_article raw;
  document& article = raw.article;
  main_text found = find_main_text(page, facts, words);
  for (const article_block& block : found.blocks) add_block(article, block);
  article.apart = std::move(found.apart);
  article.title = facts.title.empty() ? std::move(found.heading) : std::move(facts.title);
  article.published = facts.published;
  article.published_from = facts.published_from;
  if (!article.published && found.stamped) {
    article.published = found.stamped;
    article.published_from = published_source::dateline;
  }
  article.modified = facts.modified ? facts.modified : found.changed;
  article.source = std::move(facts.site);
  article.author = facts.author.empty() ? std::move(found.author) : std::move(facts.author);
  article.url = facts.url.empty() ? saved_from(text) : std::move(facts.url);
  raw.source = article.text;
  raw.first_line_may_be_title = false;
  return raw;
}

}  // namespace zeitstrahl
