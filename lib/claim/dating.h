#ifndef ZEITSTRAHL_LIB_CLAIM_DATING_H_
#define ZEITSTRAHL_LIB_CLAIM_DATING_H_

// Which time expressions of a sentence date a claim, and which of them date it together.
//
//     seit [mehreren Jahren] und bis [2030]       one state, two bounds: /2030
//     am [Freitag] um [9 Uhr]                     one time, said in two parts
//     am [18.] und [19. Dezember]                 one event over several days
//     ein [zweistuendiger] Film, Jahrgang [1998]   no claim

#include <cstdint>
#include <optional>
#include <vector>

#include "claim/clause.h"
#include "claim/reading.h"
#include "zeitstrahl/expression.h"
#include "zeitstrahl/interval.h"

namespace zeitstrahl {

struct dated_group {
  std::vector<std::uint32_t> expressions;  // indexes, in text order
  span tokens;                             // from the first to the last
  interval when;
  relation relates = relation::at;
  std::uint32_t clause = 0;
};

// The expressions of an article, and the tokens of each.
struct article_times {
  const std::vector<time_expression>& expressions;
  const std::vector<span>& tokens;
  std::optional<day> published;
};

// The groups of the expressions [first, last), all of one sentence, in order.  `reading` may be
// null.
void group_times(const analyzed_text& text, const sentence_clauses& clauses,
                 const sentence_reading* reading, const article_times& times, std::uint32_t first,
                 std::uint32_t last, std::vector<dated_group>& out);

// Times in a sentence that date no claim of it, but belong to a word, a name or a comparison.
//
//     die [heutige] Lage                        says which one is meant
//     der trockenste Monat seit [1959]          measured by that time
//     Jana Roth, geb. 3. Mai [1960], leitet     an aside
//     20 Euro im [Monat]                        a price

// The times of one sentence, by their index in the article, and the words around them.
struct sentence_times {
  const analyzed_text& text;
  const sentence_clauses& clauses;
  const sentence_reading* reading;  // may be null
  const article_times& times;

  const time_expression& at(std::uint32_t i) const { return times.expressions[i]; }
  span tokens(std::uint32_t i) const { return times.tokens[i]; }
  std::uint32_t clause_of(std::uint32_t i) const { return clauses.clause_of(tokens(i).begin); }
  span sentence() const { return clauses.tokens; }
  bool is_before(std::uint32_t token, word_class c) const {
    return token > sentence().begin && text.is(token - 1, c);
  }

  // Whether the head of the clause has a form of the past only: who "the coming pupils were" is
  // known by now.
  bool is_past(std::uint32_t clause) const;
};

// "heute", "damals": a time by its distance from the text, without bounds.
inline bool is_reference(const time_expression& e) { return e.value.ends_with("_REF"); }

// Whether the expression dates nothing; `when` is its time, or what other words make of it.
bool dates_nothing(const sentence_times& sentence, std::uint32_t expression, const interval& when);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_DATING_H_
