// Linked data in the words of https://schema.org/Claim.  It rates nothing, so there is no
// ClaimReview.

#include "io/json_parts.h"
#include "render/exchange/claims.h"
#include "render/tidy.h"

namespace zeitstrahl {
namespace {

json named(std::string_view type, std::string_view name) {
  return {{"@type", type}, {"name", tidy(name)}};
}

json article_to_json(const timeline& data, const std::string& id) {
  const document& a = data.article;
  json out = {{"@type", "NewsArticle"}, {"@id", id}, {"identifier", a.id}};
  if (!a.title.empty()) out["headline"] = tidy(a.title);
  if (a.published) out["datePublished"] = format_day(*a.published);
  if (!a.source.empty()) out["publisher"] = named("Organization", a.source);
  if (!a.author.empty()) out["author"] = named("Person", a.author);
  if (!a.url.empty()) out["url"] = a.url;
  if (!data.language.empty()) out["inLanguage"] = data.language;
  return out;
}

json claim_to_json(const timeline& data, std::size_t index, const std::string& article) {
  const claim& c = data.claims[index];
  json keywords = {to_string(c.mode)};
  if (c.reported) keywords.push_back("reported");
  json out = {{"@type", "Claim"},
              {"@id", (data.article.url.empty() ? "_:" : data.article.url + "#") + c.id},
              {"identifier", c.id},
              {"name", tidy(c.label)},
              {"text", clause_words(data, c)},
              {"description", spoken_claim(data, index)},
              {"keywords", std::move(keywords)},
              {"appearance", {{"@id", article}}}};
  if (const std::string edtf = to_edtf(c.when); !edtf.empty()) out["temporalCoverage"] = edtf;
  // Whether a person or an organization, the text need not say.
  if (c.reported && !c.source.empty()) out["author"] = {{"name", tidy(c.source)}};
  for (const std::string& actor : c.actors) out["about"].push_back(named("Thing", actor));
  if (!data.language.empty()) out["inLanguage"] = data.language;
  return out;
}

}  // namespace

std::string to_json_ld(const timeline& data) {
  const std::string article = data.article.url.empty() ? "_:article" : data.article.url;
  json graph = {article_to_json(data, article)};
  for (const std::size_t i : claims_for(data, exchange_format::json_ld)) {
    graph.push_back(claim_to_json(data, i, article));
  }
  return dump({{"@context", "https://schema.org"}, {"@graph", std::move(graph)}}, false) + "\n";
}

}  // namespace zeitstrahl
