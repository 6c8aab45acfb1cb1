#include <string>
#include <vector>

#include "io/bound_text.h"
#include "io/csv_row.h"
#include "io/original.h"
#include "zeitstrahl/write.h"

namespace zeitstrahl {
namespace {

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "; ") + name;
  return out;
}

}  // namespace

std::string to_csv(const timeline& result) {
  std::string out;
  append_row(out, {"article",    "published", "claim",          "sentence",     "time",
                   "clause",     "edtf",      "begin_earliest", "begin_latest", "end_earliest",
                   "end_latest", "relation",  "modality",       "reported",     "source",
                   "actors",     "label",     "thread",         "hidden",       "note"});
  const original_text original(result.article);
  const std::string published =
      result.article.published ? format_day(*result.article.published) : "";
  for (const claim& c : result.claims) {
    std::vector<std::string> times;
    for (const std::uint32_t index : c.expressions) {
      if (index >= result.expressions.size()) continue;
      times.emplace_back(original.words(result.expressions[index].extent));
    }
    append_row(out, {result.article.id,
                     published,
                     c.id,
                     c.added ? "" : std::to_string(sentence_number(result, c.sentence)),
                     joined(times),
                     original.words(c.clause),
                     to_edtf(c.when),
                     bound_text(c.when.begin_earliest),
                     bound_text(c.when.begin_latest),
                     bound_text(c.when.end_earliest),
                     bound_text(c.when.end_latest),
                     to_string(c.relates),
                     to_string(c.mode),
                     c.reported ? "true" : "false",
                     c.source,
                     joined(c.actors),
                     c.label,
                     c.thread < result.threads.size() ? result.threads[c.thread].label : "",
                     c.hidden ? "true" : "false",
                     c.note});
  }
  return out;
}

}  // namespace zeitstrahl
