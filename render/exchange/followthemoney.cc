// Entities of FollowTheMoney (https://followthemoney.tech), as OpenAleph and its kin load
// them: a line of JSON each.

#include <cstdint>
#include <cstdio>
#include <set>

#include "io/json_parts.h"
#include "render/exchange/claims.h"
#include "render/tidy.h"

namespace zeitstrahl {
namespace {

// Ids hold letters, digits and hyphens only; the same words always give the same (FNV-1a).
std::string entity_id(std::string_view kind, std::string_view words) {
  std::uint64_t value = 0xcbf29ce484222325;
  for (const char c : words) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  char digits[20];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(value));
  return "zeitstrahl-" + std::string(kind) + "-" + digits;
}

class entity {
 public:
  entity(std::string id, std::string_view schema)
      : value_({{"id", std::move(id)}, {"schema", schema}, {"properties", json::object()}}) {}

  // Properties without value are left out.
  entity& add(std::string_view property, const std::string& value) {
    if (!value.empty()) value_["properties"][std::string(property)].push_back(value);
    return *this;
  }
  std::string line() const { return dump(value_, true) + "\n"; }

 private:
  json value_;
};

std::string actor_id(const std::string& name) { return entity_id("actor", tidy(name)); }

std::string article_line(const timeline& data, const std::string& id) {
  const document& a = data.article;
  return entity(id, "Article")
      .add("title", tidy(a.title))
      .add("fileName", a.id)
      .add("author", tidy(a.author))
      .add("publisher", tidy(a.source))
      .add("sourceUrl", a.url)
      .add("publishedAt", a.published ? format_day(*a.published) : "")
      .add("language", data.language == "de" ? "deu" : data.language)
      .add("bodyText", a.text)
      .line();
}

std::string event_line(const timeline& data, std::size_t index, const std::string& article) {
  const claim& c = data.claims[index];
  const document& a = data.article;
  entity out(entity_id("claim", a.id + "\n" + c.id), "Event");
  out.add("name", tidy(c.label))
      .add("summary", clause_words(data, c))
      .add("description", spoken_claim(data, index))
      .add("keywords", std::string(to_string(c.mode)))
      .add("keywords", c.reported ? "reported" : "")
      .add("recordId", c.id)
      .add("proof", article)
      .add("sourceUrl", a.url)
      .add("publisher", tidy(a.source));
  const bool has_begin = c.when.begin_earliest.given() || c.when.begin_latest.given();
  const std::string begin = has_begin ? iso_text(begin_date(c.when)) : "";
  const std::string end = iso_text(end_date(c.when));
  if (begin == end) {
    out.add("date", begin);
  } else {
    out.add("startDate", begin).add("endDate", end);
  }
  for (const std::string& actor : c.actors) out.add("involved", actor_id(actor));
  return out.line();
}

}  // namespace

std::string to_followthemoney(const timeline& data) {
  const document& a = data.article;
  const std::string article = entity_id("article", a.url.empty() ? a.id : a.url);
  std::string out = article_line(data, article);
  const std::vector<std::size_t> claims = claims_for(data, exchange_format::followthemoney);
  std::set<std::string> known;
  for (const std::size_t i : claims) {
    for (const std::string& actor : data.claims[i].actors) {
      if (!known.insert(actor_id(actor)).second) continue;
      out += entity(actor_id(actor), "LegalEntity").add("name", tidy(actor)).line();
    }
  }
  for (const std::size_t i : claims) out += event_line(data, i, article);
  return out;
}

}  // namespace zeitstrahl
