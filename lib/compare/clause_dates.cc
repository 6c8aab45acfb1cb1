#include "compare/clause_dates.h"

#include <algorithm>

#include "compare/times.h"

namespace zeitstrahl {
namespace {

// The days from the first bound that is known to the last; nothing where none is.
days stretch(const interval& when) {
  days out;
  for (const bound& b :
       {when.begin_earliest, when.begin_latest, when.end_earliest, when.end_latest}) {
    if (!b.given()) continue;
    if (!out) out = day_range{b.date, b.date};
    out = day_range{std::min(out->first, b.date), std::max(out->last, b.date)};
  }
  return out;
}

}  // namespace

std::size_t expression_at(const timeline& article, std::uint32_t at) {
  const auto& all = article.expressions;
  return static_cast<std::size_t>(
      std::partition_point(all.begin(), all.end(),
                           [&](const auto& e) { return e.extent.end <= at; }) -
      all.begin());
}

bool in_time(const timeline& article, std::uint32_t at) {
  const std::size_t e = expression_at(article, at);
  if (e >= article.expressions.size() || article.expressions[e].extent.begin > at) return false;
  const time_expression& found = article.expressions[e];
  return found.type != timex_type::duration || !found.when.empty();
}

bool may_be(const interval& expression, const interval& claimed) {
  const days a = stretch(expression);
  const days b = stretch(claimed);
  return !a || !b || (a->first <= b->last && b->first <= a->last);
}

bool dates(const claim& c, std::size_t expression) {
  return std::find(c.expressions.begin(), c.expressions.end(), expression) != c.expressions.end();
}

span whole_clause(const timeline& article, const claim& c) {
  if (c.sentence >= article.sentences.size()) return c.clause;
  const span before{article.sentences[c.sentence].begin, c.clause.begin};
  if (before.end <= before.begin) return c.clause;
  const std::size_t comma = before.in(article.article.text).find_last_of(",;:");
  if (comma == std::string_view::npos) return {before.begin, c.clause.end};
  return {before.begin + static_cast<std::uint32_t>(comma) + 1, c.clause.end};
}

}  // namespace zeitstrahl
