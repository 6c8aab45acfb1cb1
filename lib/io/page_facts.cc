#include "io/page_facts.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "io/fields.h"
#include "io/json_parse.h"
#include "io/lines.h"
#include "io/moment.h"
#include "io/parts.h"

namespace zeitstrahl {
namespace {

using nlohmann::json;

// Meta tags by name, property or itemprop, the surest first.
constexpr std::array published_names = {"article:published_time",
                                        "og:article:published_time",
                                        "article:published",
                                        "og:published_time",
                                        "datepublished",
                                        "date.published",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "cxenseparse:recs:publishtime",
                                        "cxenseparse:publishtime",
                                        "dc.date.issued",
                                        "dcterms.issued",
                                        "dcterms.created",
                                        "dc.date.created",
                                        "dcterms.date",
                                        "dc.date",
                                        "publish-date",
                                        "publish_date",
                                        "publishdate",
                                        "publication_date",
                                        "published_time",
                                        "pubdate",
                                        "article.published",
                                        "datecreated",
                                        "article:post_date",
                                        "originalpublicationdate",
                                        "date"};
constexpr std::array modified_names = {"article:modified_time",
                                       "og:article:modified_time",
                                       "og:updated_time",
                                       "datemodified",
                                       "dcterms.modified",
                                       "dc.date.modified",
                                       "last-modified",
                                       "lastmod",
                                       "revised"};
constexpr std::size_t longest_authors = 200;  // bytes
constexpr std::size_t longest_day = 40;       // bytes, of a day as people write it

constexpr std::array author_names = {"author",          "article:author", "dc.creator",
                                     "dcterms.creator", "parsely-author", "cxenseparse:author"};
constexpr std::array site_names = {"og:site_name", "application-name", "dc.publisher", "publisher"};
constexpr std::array title_names = {"og:title", "twitter:title", "dc.title", "headline"};
constexpr std::array description_names = {"og:description", "description", "twitter:description"};

bool is_address(std::string_view value) { return value.find("://") != value.npos; }

// Things that a page tells of other articles.
constexpr std::array elsewhere = {"itemListElement", "hasPart",        "isRelatedTo", "mentions",
                                  "citation",        "comment",        "video",       "image",
                                  "associatedMedia", "isPartOf",       "relatedLink", "subjectOf",
                                  "review",          "liveBlogUpdate", "about",       "breadcrumb"};

// All objects of a JSON-LD text, the outer ones first.
void collect(const json& value, std::vector<const json*>& out) {
  if (value.is_object()) out.push_back(&value);
  if (!value.is_structured()) return;
  for (const auto& item : value.items()) {
    const bool other = value.is_object() &&
                       std::find(elsewhere.begin(), elsewhere.end(), item.key()) != elsewhere.end();
    if (!other) collect(item.value(), out);
  }
}

bool has_type(const json& object, std::string_view part) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto holds = [&](const json& name) {
    return name.is_string() && name.get_ref<const std::string&>().find(part) != std::string::npos;
  };
  return type->is_array() ? std::any_of(type->begin(), type->end(), holds) : holds(*type);
}

// A name, or names of several, out of strings and objects.
std::string names_of(const json& value) {
  if (value.is_string()) {
    std::string name = with_single_spaces(value.get_ref<const std::string&>());
    return is_address(name) ? std::string() : name;
  }
  if (value.is_object()) {
    const auto name = value.find("name");
    return name == value.end() ? std::string() : names_of(*name);
  }
  std::string out;
  if (!value.is_array()) return out;
  for (const json& item : value) {
    const std::string name = names_of(item);
    if (!name.empty()) out += (out.empty() ? "" : ", ") + name;
  }
  return out;
}

std::string names_in(const json& object, const char* key) {
  const auto member = object.find(key);
  return member == object.end() ? std::string() : names_of(*member);
}

// The string behind "key": in a text that is no sound JSON.
std::string find_string(std::string_view text, std::string_view key) {
  const std::string quoted = '"' + std::string(key) + '"';
  const std::size_t at = text.find(quoted);
  if (at == text.npos) return {};
  std::size_t begin = text.find_first_not_of(" \t\r\n:", at + quoted.size());
  if (begin == text.npos || text[begin] != '"') return {};
  std::size_t end = ++begin;
  while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
  return std::string(text.substr(begin, std::min(end, text.size()) - begin));
}

// Without what people put around it ("<!--", "<![CDATA[") and in it: commas too many, NaN, line
// breaks within strings.
std::string mended_json(std::string_view text) {
  if (const std::size_t mark = text.find("CDATA["); mark != text.npos) {
    text = text.substr(mark + 6, text.rfind("]]>") - mark - 6);
  }
  const std::size_t begin = std::min(text.find_first_of("[{"), text.size());
  const std::size_t end = text.find_last_of("]}");
  std::string out;
  bool quoted = false;
  for (std::size_t i = begin; end != text.npos && i <= end; ++i) {
    const char c = text[i];
    if (c == '"' && text[i - (i > 0 ? 1 : 0)] != '\\') quoted = !quoted;
    if (!quoted && text.substr(i).starts_with("NaN")) {
      out += "null";
      i += 2;
      continue;
    }
    const bool closes = !quoted && (c == '}' || c == ']');
    const std::size_t last = closes ? out.find_last_not_of(' ') : out.npos;
    if (last != out.npos && out[last] == ',') out.resize(last);
    out += c >= 0 && c < ' ' ? ' ' : c;
  }
  return out;
}

json parse_page_json(const std::string& text) {
  json parsed = parse_json(text);
  return parsed.is_discarded() ? parse_json(mended_json(text)) : parsed;
}

class fact_reader {
 public:
  fact_reader(const html_tree& page, moment_reader& moments, const article_words& words)
      : moments_(moments), words_(words) {
    walk(page.root(), [&](const GumboNode* node) {
      read_element(node);
      return true;
    });
  }

  page_facts run() {
    read_json_ld();
    take_day(facts_.published, published_source::meta, published_names);
    for (const std::string& moment : {marked_time_, article_time_, first_time_}) {
      set_published(moment, published_source::time_element);
    }
    if (!facts_.modified) {
      for (const char* name : modified_names) {
        if (!facts_.modified) facts_.modified = day_of(meta_of(name));
      }
    }
    const std::string headline = std::move(facts_.title);
    facts_.title = choose_title(headline);
    if (facts_.title != heading_) drop_site_from_title();
    if (facts_.author.empty()) facts_.author = names_of_authors();
    if (facts_.author.empty()) facts_.author = marked_author_;
    if (facts_.site.empty()) facts_.site = meta_among(site_names);
    if (const std::string named = meta_of("og:site_name"); !named.empty()) facts_.site = named;
    facts_.url = first_of(facts_.url, canonical_, meta_of("og:url"));
    if (facts_.description.empty()) facts_.description = meta_among(description_names);
    return std::move(facts_);
  }

 private:
  template <class... T>
  static std::string first_of(const T&... texts) {
    std::string out;
    ((out = out.empty() ? texts : out), ...);
    return out;
  }

  void read_element(const GumboNode* node) {
    switch (node->v.element.tag) {
      case GUMBO_TAG_META:
        read_meta(node);
        break;
      case GUMBO_TAG_SCRIPT:
        if (attribute(node, "type").find("ld+json") != std::string_view::npos) {
          read_script(node);
        }
        break;
      case GUMBO_TAG_TITLE:
        if (title_.empty()) title_ = words_within(node);
        break;
      case GUMBO_TAG_H1:
        if (heading_.empty()) heading_ = title_like(words_within(node));
        break;
      case GUMBO_TAG_A:
      case GUMBO_TAG_SPAN:
        read_author(node);
        break;
      case GUMBO_TAG_LINK:
        if (attribute(node, "rel") == "canonical") canonical_ = attribute(node, "href");
        break;
      case GUMBO_TAG_TIME:
        read_time(node);
        break;
      default:
        break;
    }
  }

  // Microdata, and links that say so.
  void read_author(const GumboNode* node) {
    const bool name = attribute(node, "itemprop") == "name" && is_element(node->parent) &&
                      attribute(node->parent, "itemprop") == "author";
    const bool marked = attribute(node, "rel") == "author" || name;
    if (!marked || marked_author_.size() > longest_authors) return;
    const std::string words = words_within(node);
    if (words.empty() || is_address(words) || marked_author_.find(words) != std::string::npos)
      return;
    marked_author_ += (marked_author_.empty() ? "" : ", ") + words;
  }

  // Where two networks are given two titles, both are made for them, and readers of the page
  // see its heading.
  std::string choose_title(const std::string& headline) const {
    const std::string shared = meta_of("og:title");
    const std::string tweeted = meta_of("twitter:title");
    const bool differ = !tweeted.empty() && tweeted != shared;
    if (differ) return first_of(heading_, headline, shared, title_);
    return first_of(shared, meta_among(title_names), headline, heading_, title_);
  }

  // Not a logo's name or a section's.
  static std::string title_like(std::string words) {
    const auto blanks = std::count(words.begin(), words.end(), ' ');
    return blanks >= 2 && words.size() >= 15 ? std::move(words) : std::string();
  }

  void read_meta(const GumboNode* node) {
    const std::string value = with_single_spaces(attribute(node, "content"));
    if (value.empty()) return;
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string_view name = attribute(node, key);
      if (!name.empty()) metas_.emplace_back(lower_ascii(name), value);
    }
  }

  void read_script(const GumboNode* node) {
    const GumboVector& children = node->v.element.children;
    std::string text;
    for (unsigned i = 0; i < children.length; ++i) {
      text += static_cast<const GumboNode*>(children.data[i])->v.text.text;
    }
    scripts_.push_back(std::move(text));
  }

  void read_time(const GumboNode* node) {
    std::string moment(attribute(node, "datetime"));
    if (moment.empty()) moment = attribute(node, "content");
    if (!moments_.read(moment)) return;
    const std::string marks = lower_ascii(std::string(attribute(node, "itemprop")) + ' ' +
                                          std::string(attribute(node, "class")));
    if (marks.find("modif") != marks.npos || marks.find("updat") != marks.npos) return;
    const bool marked = marks.find("publish") != marks.npos ||
                        gumbo_get_attribute(&node->v.element.attributes, "pubdate") != nullptr;
    if (marked && marked_time_.empty()) marked_time_ = moment;
    if (first_time_.empty()) first_time_ = moment;
    if (article_time_.empty() && !heading_.empty()) article_time_ = moment;
  }

  std::string meta_of(std::string_view name) const {
    for (const auto& [key, value] : metas_) {
      if (key == name) return value;
    }
    return {};
  }

  template <std::size_t N>
  std::string meta_among(const std::array<const char*, N>& names) const {
    for (const char* name : names) {
      if (std::string value = meta_of(name); !value.empty()) return value;
    }
    return {};
  }

  std::string names_of_authors() const {
    std::string out;
    for (const char* name : author_names) {
      for (const auto& [key, value] : metas_) {
        if (out.size() > longest_authors) return out;
        if (key == name && !is_address(value) && out.find(value) == out.npos) {
          out += (out.empty() ? "" : ", ") + value;
        }
      }
      if (!out.empty()) break;
    }
    return out;
  }

  // Of a moment for machines, or of a day as people write it.
  std::optional<day> day_of(const std::string& moment) {
    if (const std::optional<day> found = moments_.read(moment)) return found;
    return moment.size() <= longest_day ? find_day(moment, words_) : std::nullopt;
  }

  bool set_published(const std::string& moment, published_source from) {
    if (facts_.published) return true;
    facts_.published = day_of(moment);
    if (facts_.published) facts_.published_from = from;
    return facts_.published.has_value();
  }

  template <std::size_t N>
  void take_day(std::optional<day>& into, published_source from,
                const std::array<const char*, N>& names) {
    for (const char* name : names) {
      if (into || set_published(meta_of(name), from)) return;
    }
  }

  void read_json_ld() {
    std::vector<json> parsed;
    for (const std::string& script : scripts_) parsed.push_back(parse_page_json(script));
    std::vector<const json*> objects;
    for (const json& value : parsed) collect(value, objects);
    for (const std::string_view type : {"Article", "Posting", "Report", "WebPage"}) {
      for (const json* object : objects) {
        if (has_type(*object, type)) read_object(*object, type != "WebPage");
      }
    }
    for (std::size_t i = 0; i < scripts_.size(); ++i) {
      if (parsed[i].is_discarded()) read_broken(scripts_[i]);
    }
  }

  void read_object(const json& object, bool article) {
    set_published(string_or_empty(object, "datePublished"), published_source::json_ld);
    if (!facts_.modified) {
      facts_.modified = moments_.read(string_or_empty(object, "dateModified"));
    }
    if (!article) return;
    facts_.title = first_of(facts_.title, with_single_spaces(string_or_empty(object, "headline")));
    facts_.author =
        first_of(facts_.author, names_in(object, "author"), names_in(object, "creator"));
    facts_.site = first_of(facts_.site, names_in(object, "publisher"));
    facts_.description = first_of(facts_.description, string_or_empty(object, "description"));
    std::string body = string_or_empty(object, "articleBody");
    if (body.size() > facts_.body.size()) facts_.body = std::move(body);
  }

  void read_broken(const std::string& script) {
    set_published(find_string(script, "datePublished"), published_source::json_ld);
    if (!facts_.modified) facts_.modified = moments_.read(find_string(script, "dateModified"));
    facts_.title = first_of(facts_.title, with_single_spaces(find_string(script, "headline")));
  }

  // "Title - Site", "Title | Site"
  void drop_site_from_title() {
    std::string& title = facts_.title;
    for (const std::string_view mark : {" | ", " - ", " \u2013 ", " \u2014 ", " \u2022 "}) {
      const std::size_t at = title.rfind(mark);
      if (at == title.npos || at < title.size() / 3) continue;
      const std::string behind = lower_ascii(title.substr(at + mark.size()));
      const std::string site = lower_ascii(first_of(facts_.site, meta_among(site_names)));
      const bool named =
          !site.empty() && (behind.find(site) != behind.npos || site.find(behind) != site.npos);
      if (named || (mark == " | " && behind.size() < 40)) title.resize(at);
    }
  }

  moment_reader& moments_;
  const article_words& words_;
  page_facts facts_;
  std::vector<std::pair<std::string, std::string>> metas_;  // name in small letters, content
  std::vector<std::string> scripts_;                        // JSON-LD
  std::string title_;
  std::string heading_;
  std::string canonical_;
  std::string marked_author_;
  std::string marked_time_;   // itemprop="datePublished", pubdate
  std::string article_time_;  // the first behind the heading
  std::string first_time_;
};

}  // namespace

page_facts read_page_facts(const html_tree& page, moment_reader& moments,
                           const article_words& words) {
  return fact_reader(page, moments, words).run();
}

}  // namespace zeitstrahl
