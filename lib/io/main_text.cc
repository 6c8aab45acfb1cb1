#include "io/main_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_map>

#include "base/utf8.h"
#include "io/fields.h"
#include "io/lines.h"
#include "io/page_blocks.h"
#include "io/parts.h"

namespace zeitstrahl {
namespace {

// Parts of class names and ids, without marks between words.
constexpr std::array<std::string_view, 51> aside_names = {
    "comment",        "related",   "recommend",  "newsletter", "social",   "share",
    "sharing",        "promo",     "advert",     "sponsor",    "cookie",   "consent",
    "breadcrumb",     "sidebar",   "navigation", "navbar",     "menu",     "outbrain",
    "taboola",        "paywall",   "caption",    "copyright",  "credit",   "gallery",
    "slideshow",      "tagcloud",  "taglist",    "keywords",   "byline",   "twittertweet",
    "instagrammedia", "authorbox", "authorinfo", "authorbio",  "subscri",  "banner",
    "popup",          "modal",     "overlay",    "tooltip",    "dropdown", "readmore",
    "mostread",       "topics",    "pagination", "skiplink",   "toolbar",  "disqus",
    "metadata",       "timestamp", "servicebox"};

constexpr std::size_t shortest_good = 60;   // bytes, of a paragraph that weighs
constexpr std::size_t shortest_body = 600;  // bytes, of the text in JSON-LD
constexpr std::size_t around = 6;           // blocks above and below the text that may belong to it

// "article__Caption big" as "articlecaption big"
std::string squeezed(std::string_view names) {
  std::string out;
  for (const char c : names) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) out += static_cast<char>(std::tolower(c));
    if (c == ' ') out += ' ';
  }
  return out;
}

bool ends_sentence(std::string_view text) {
  for (const std::string_view mark :
       {".", "!", "?", ".\"", ".\u201c", "?\u201c", "!\u201c", ".)", "\u2026", ":"}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

// Small letters and digits only, to compare texts that differ in marks and spaces.
std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : fold_case(text)) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0xC3)
      out += c;
  }
  return out;
}

class text_finder {
 public:
  text_finder(const html_tree& page, const page_facts& facts, const article_words& words)
      : facts_(facts),
        words_(words),
        blocks_(read_page_blocks(page, words)),
        chosen_(blocks_.size()) {}

  main_text run() {
    weigh_all();
    set_asides();
    if (!choose_by_body()) choose_by_weight();
    drop_lines();
    if (!any_chosen()) choose_all();
    if (is_cut_off()) return whole_body();
    choose_headings();
    main_text found;
    found.apart = find_apart();
    found.changed = find_stamp(/*change=*/true);
    found.stamped = find_stamp(/*change=*/false);
    if (!found.stamped) found.stamped = found.changed;
    found.author = find_author(found.apart);
    found.heading = find_heading();
    std::vector<article_block>& out = found.blocks;
    if (const std::size_t teaser = find_teaser(); teaser < blocks_.size()) {
      out.push_back({blocks_[teaser].text, part_kind::teaser});
      chosen_[teaser] = false;
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!chosen_[i]) continue;
      out.push_back({blocks_[i].text, std::nullopt});
      if (blocks_[i].heading) out.back().is = part_kind::heading;
    }
    return found;
  }

 private:
  static bool is_good(const page_block& b) {
    const bool long_enough =
        b.text.size() >= shortest_good || (b.text.size() >= 30 && ends_sentence(b.text));
    return long_enough && b.links() < 0.35 && !b.heading && !b.aside;
  }

  bool is_entry(const page_block& b) const {
    return b.entry || zeitstrahl::is_entry(b.text, words_);
  }

  void add_weight(const page_block& b, std::size_t weight) {
    for (const GumboNode* at = b.element; at && is_element(at); at = at->parent)
      weights_[at] += weight;
    total_ += weight;
  }

  void weigh_all() {
    for (const page_block& b : blocks_) {
      if (is_good(b)) add_weight(b, b.text.size() - b.linked);
    }
  }

  bool is_named_aside(const GumboNode* node) const {
    const std::string names =
        squeezed(std::string(attribute(node, "class")) + ' ' + std::string(attribute(node, "id")));
    const auto holds = [&](std::string_view name) { return names.find(name) != names.npos; };
    return std::any_of(aside_names.begin(), aside_names.end(), holds) ||
           std::any_of(words_.of("aside-class").begin(), words_.of("aside-class").end(), holds);
  }

  // The <article> with the page's heading, if there is one with text.
  const GumboNode* own_article() {
    for (const page_block& b : blocks_) {
      if (!b.heading || !is_tag(b.element, GUMBO_TAG_H1)) continue;
      const GumboNode* found = article_around(b.element);
      return found && weights_[found] > 0 ? found : nullptr;
    }
    return nullptr;
  }

  static const GumboNode* article_around(const GumboNode* node) {
    while (node && is_element(node) && !is_tag(node, GUMBO_TAG_ARTICLE)) node = node->parent;
    return node && is_element(node) ? node : nullptr;
  }

  // Pages show pieces of others below their own; what lies in their own is theirs.
  static bool lies_in_other_article(const GumboNode* node, const GumboNode* own) {
    const GumboNode* around = own ? article_around(node) : nullptr;
    return around && !lies_in(around, own) && !lies_in(own, around);
  }

  // Whether the element, or one that it lies in, stands beside the article.
  bool lies_beside(const GumboNode* node, bool entry, std::size_t much) {
    std::unordered_map<const GumboNode*, bool>& known = beside_[entry ? 1 : 0];
    std::vector<const GumboNode*> path;
    bool beside = false;
    for (; node && is_element(node); node = node->parent) {
      if (const auto found = known.find(node); found != known.end()) {
        beside = found->second;
        break;
      }
      path.push_back(node);
    }
    for (auto at = path.rbegin(); at != path.rend(); ++at) {
      const bool table = is_tag(*at, GUMBO_TAG_TABLE) && !entry;
      beside = beside || (weights_[*at] <= much && (table || is_named_aside(*at)));
      known.emplace(*at, beside);
    }
    return beside;
  }

  // An element that holds much of the page is not beside it, whatever its name; nor is a table
  // that does, for it is there for the layout.
  void set_asides() {
    const std::size_t much = total_ * 2 / 5;
    const GumboNode* own = own_article();
    for (page_block& b : blocks_) {
      const bool small_cell = b.table && !b.entry && !is_good(b);
      b.aside = b.aside || small_cell || lies_beside(b.element, b.entry, much) ||
                lies_in_other_article(b.element, own);
    }
    weights_.clear();
    total_ = 0;
    weigh_all();
  }

  // By what JSON-LD gives as the text, where enough of it is found on the page.
  bool choose_by_body() {
    if (facts_.body.size() < shortest_body) return false;
    const std::string body = letters_of(facts_.body);
    std::size_t found = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const std::string letters = letters_of(blocks_[i].text);
      if (letters.size() < 20 || body.find(letters) == body.npos) continue;
      if (blocks_[i].heading) continue;
      chosen_[i] = true;
      found += letters.size();
    }
    if (found * 10 >= body.size() * 8 && found * 10 <= body.size() * 12) return true;
    std::fill(chosen_.begin(), chosen_.end(), false);
    return false;
  }

  // The page shows readers who have not paid a piece of the text that its JSON-LD holds.
  bool is_cut_off() const {
    if (facts_.body.size() < shortest_body || facts_.body.find('<') != std::string::npos)
      return false;
    const std::string body = letters_of(facts_.body);
    std::size_t shown = 0;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const std::string letters = chosen_[i] ? letters_of(blocks_[i].text) : std::string();
      if (letters.size() >= 20 && body.find(letters) != body.npos) shown += letters.size();
    }
    return shown > 0 && shown * 2 < body.size();
  }

  main_text whole_body() const {
    main_text found;
    for (std::size_t at = 0; at < facts_.body.size();) {
      const source_line line = line_at(facts_.body, at);
      at = line.next;
      if (!trim(line.text).empty()) {
        found.blocks.push_back({with_single_spaces(line.text), std::nullopt});
      }
    }
    return found;
  }

  void choose_by_weight() {
    const GumboNode* article = find_article();
    if (!article) return;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const page_block& b = blocks_[i];
      const bool text = is_good(b) || (b.links() < 0.5 && (ends_sentence(b.text) || is_entry(b)));
      chosen_[i] = text && !b.heading && !b.aside && lies_in(b.element, article);
    }
  }

  static bool lies_in(const GumboNode* node, const GumboNode* in) {
    for (; node; node = node->parent) {
      if (node == in) return true;
    }
    return false;
  }

  // What holds one paragraph only, however long it is.
  static bool is_paragraph(const GumboNode* node) {
    return is_tag(node, GUMBO_TAG_P) || is_tag(node, GUMBO_TAG_LI) || is_tag(node, GUMBO_TAG_DD) ||
           is_tag(node, GUMBO_TAG_BLOCKQUOTE);
  }

  // The innermost element that holds nearly all weight.
  const GumboNode* find_article() {
    const GumboNode* best = nullptr;
    for (const page_block& b : blocks_) {
      if (!is_good(b)) continue;
      const GumboNode* at = b.element;
      if (is_paragraph(at)) at = at->parent;
      while (at && is_element(at) && weights_[at] * 10 < total_ * 7) at = at->parent;
      if (at && is_element(at) && (!best || lies_in(at, best))) best = at;
    }
    return best;
  }

  // Credits, stamps and their like within the text.
  void drop_lines() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const std::string& text = blocks_[i].text;
      if (chosen_[i] && (kind_of_line(text, words_) || is_notice(text))) chosen_[i] = false;
    }
  }

  bool is_notice(std::string_view text) const {
    const article_words::words& notices = words_.of("notice");
    return text.size() < 400 &&
           std::any_of(notices.begin(), notices.end(),
                       [&](std::string_view n) { return text.find(n) != text.npos; });
  }

  std::size_t first_chosen() const {
    return static_cast<std::size_t>(std::find(chosen_.begin(), chosen_.end(), true) -
                                    chosen_.begin());
  }
  bool any_chosen() const { return first_chosen() < chosen_.size(); }

  // Of a page without a paragraph worth the name.
  void choose_all() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const page_block& b = blocks_[i];
      chosen_[i] = !b.aside && !b.heading && b.links() < 0.5 && !kind_of_line(b.text, words_);
    }
  }

  // The nearest above the text, else the first below its begin.
  std::optional<day> find_stamp(bool change) const {
    const std::size_t begin = std::min(first_chosen(), blocks_.size());
    for (std::size_t i = begin; i > 0; --i) {
      if (const std::optional<day> found = stamp_of(blocks_[i - 1], change)) return found;
    }
    for (std::size_t i = begin; i < blocks_.size(); ++i) {
      if (const std::optional<day> found = stamp_of(blocks_[i], change)) return found;
    }
    return std::nullopt;
  }

  // The nearest above the text.
  std::string find_heading() const {
    for (std::size_t i = std::min(first_chosen(), blocks_.size()); i > 0; --i) {
      if (blocks_[i - 1].heading && !blocks_[i - 1].aside) return blocks_[i - 1].text;
    }
    return {};
  }

  std::string find_author(const std::vector<apart_line>& lines) const {
    for (const apart_line& line : lines) {
      if (line.is != part_kind::byline && line.is != part_kind::stamp) continue;
      if (std::string names = names_in_byline(line.text, words_); !names.empty()) return names;
    }
    return {};
  }

  // Not what stands in another element than the text: pages have lists of other articles.
  std::vector<apart_line> find_apart() const {
    std::vector<apart_line> out;
    const std::size_t begin = first_chosen();
    std::size_t end = blocks_.size();
    while (end > begin && !chosen_[end - 1]) --end;
    const std::size_t first = begin - std::min(begin, around);
    for (std::size_t i = first; i < std::min(end + around, blocks_.size()); ++i) {
      const std::optional<part_kind> kind = chosen_[i] ? std::nullopt : kind_apart(blocks_[i]);
      if (kind) out.push_back({*kind, blocks_[i].text});
    }
    return out;
  }

  std::optional<part_kind> kind_apart(const page_block& b) const {
    if (b.outside) return std::nullopt;
    if (const std::optional<part_kind> kind = kind_of_line(b.text, words_)) return kind;
    const bool words = std::count(b.text.begin(), b.text.end(), ' ') >= 2 && b.links() < 0.5;
    return b.caption && words ? std::optional(part_kind::caption) : std::nullopt;
  }

  std::optional<day> stamp_of(const page_block& b, bool change) const {
    const std::optional<part_kind> kind = kind_of_line(b.text, words_);
    const bool tells = kind == part_kind::stamp || (kind == part_kind::byline && !change);
    const bool fits = tells && tells_change(b.text, words_) == change;
    return fits ? find_day(b.text, words_) : std::nullopt;
  }

  // Those between two paragraphs.
  void choose_headings() {
    const std::string title = letters_of(facts_.title);
    for (std::size_t i = first_chosen() + 1; i + 1 < blocks_.size(); ++i) {
      const page_block& b = blocks_[i];
      if (!b.heading || b.aside || b.links() > 0.5 || !leads_to_text(i)) continue;
      chosen_[i] = letters_of(b.text) != title && !kind_of_line(b.text, words_);
    }
  }

  // Pictures and what belongs to them may stand between.
  bool leads_to_text(std::size_t heading) const {
    constexpr std::size_t far = 6;
    const std::size_t end = std::min(heading + far, blocks_.size());
    for (std::size_t i = heading + 1; i < end && !blocks_[i].heading; ++i) {
      if (chosen_[i]) return true;
    }
    return false;
  }

  // What the page gives as its description, if readers see it above the text.
  std::size_t find_teaser() const {
    const std::size_t end = first_chosen();
    const std::string description = letters_of(facts_.description);
    if (description.size() < 40) return blocks_.size();
    for (std::size_t i = 0; i < std::min(end + 1, blocks_.size()); ++i) {
      const std::string letters = letters_of(blocks_[i].text);
      const std::size_t head = std::min<std::size_t>({letters.size(), description.size(), 60});
      if (head >= 40 && letters.compare(0, head, description, 0, head) == 0) return i;
    }
    return blocks_.size();
  }

  const page_facts& facts_;
  const article_words& words_;
  std::vector<page_block> blocks_;
  std::vector<bool> chosen_;
  std::unordered_map<const GumboNode*, std::size_t> weights_;
  std::array<std::unordered_map<const GumboNode*, bool>, 2> beside_;  // others, and entries
  std::size_t total_ = 0;
};

}  // namespace

main_text find_main_text(const html_tree& page, const page_facts& facts,
                         const article_words& words) {
  return text_finder(page, facts, words).run();
}

}  // namespace zeitstrahl
