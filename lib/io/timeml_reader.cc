#include "io/timeml_reader.h"

#include <algorithm>
#include <cctype>
#include <pugixml.hpp>
#include <string>
#include <utility>

#include "io/character_reference.h"
#include "io/fields.h"
#include "io/lines.h"

namespace zeitstrahl {
namespace {

constexpr unsigned parse_flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_ws_pcdata |
                                 pugi::parse_eol | pugi::parse_wconv_attribute;

class character_data : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
    return true;
  }

  std::string text;
};

// All the text within an element, however deep its tags.
std::string text_of(pugi::xml_node element) {
  character_data walker;
  element.traverse(walker);
  return std::move(walker.text);
}

std::string trimmed_text_of(pugi::xml_node element) { return std::string(trim(text_of(element))); }

// The date of TIMEX3's value, else the words.
std::string creation_time(pugi::xml_node dct) {
  const std::string value = dct.child("TIMEX3").attribute("value").value();
  return value.empty() ? trimmed_text_of(dct) : value;
}

std::string lower_first(std::string text) {
  if (!text.empty()) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

}  // namespace

bool looks_like_timeml(std::string_view text) {
  constexpr std::size_t head = 4096;  // declaration, comments
  text = text.substr(0, head);
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin != std::string_view::npos && text[begin] == '<' &&
         (text.find("<TimeML") != text.npos || text.find("<!DOCTYPE TimeML") != text.npos);
}

result<raw_article> read_timeml(std::string_view text, std::string_view name,
                                const read_options& options) {
  const std::string bytes = with_sound_references(text);
  const auto problem = [&](std::ptrdiff_t offset, std::string message) {
    const std::size_t at = offset < 0 ? 0 : static_cast<std::size_t>(offset);
    const std::size_t line = line_number(bytes, std::min(at, bytes.size()));
    return error{error_kind::bad_input, std::string(name) + ":" + std::to_string(line),
                 std::move(message)};
  };

  pugi::xml_document xml;
  const pugi::xml_parse_result parsed =
      xml.load_buffer(bytes.data(), bytes.size(), parse_flags, pugi::encoding_utf8);
  if (!parsed) {
    return problem(parsed.offset, "XML is not well formed (" + lower_first(parsed.description()) +
                                      "); mend it or give the plain text");
  }
  const pugi::xml_node root = xml.document_element();
  if (std::string_view(root.name()) != "TimeML") {
    return problem(root.offset_debug(), "the root element is <" + std::string(root.name()) +
                                            ">, not <TimeML>; give TimeML or plain text");
  }
  const pugi::xml_node body = root.child("TEXT");
  if (!body) return problem(root.offset_debug(), "TimeML without <TEXT>; put the text there");

  raw_article raw;
  document& article = raw.article;
  article.id = trimmed_text_of(root.child("DOCID"));
  article.title = trimmed_text_of(root.child("TITLE"));
  raw.source = article.text = text_of(body);
  const pugi::xml_node dct = root.child("DCT");
  const std::string created = creation_time(dct);
  if (!created.empty()) {
    const std::string where = problem(dct.offset_debug(), "").where;
    const result<day> published = read_published(created, where, options);
    if (!published) return published.error();
    article.published = *published;
    article.published_from = published_source::dct;
  }
  return raw;
}

}  // namespace zeitstrahl
