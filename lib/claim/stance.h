#ifndef ZEITSTRAHL_LIB_CLAIM_STANCE_H_
#define ZEITSTRAHL_LIB_CLAIM_STANCE_H_

// What a sentence thinks of a clause that depends on it:
//
//     Es ist nicht ausgeschlossen, dass ...     possible
//     Die Firma bestreitet, 2022 ... zu haben   negated
//     der Plan, 2026 ... zu bauen               planned
//
// Told by the governing clauses, from the nearest one up, as far as the clause is what they say,
// know or want: a relative clause and one that gives a reason stand for themselves.

#include <cstdint>
#include <optional>
#include <vector>

#include "claim/reading.h"
#include "zeitstrahl/claim.h"

namespace zeitstrahl {

struct stance {
  modality mode = modality::actual;
  token_index told_by = no_token;
  word_class of = word_class::count_;
};

// The stance of all that governs the clause, or nothing where nothing has one.
std::optional<stance> find_stance(const sentence_reading& s, std::int32_t clause);

// What the words of one clause think of what its subject names, or of what it governs.
std::optional<stance> stance_of_clause(const sentence_reading& s, std::int32_t clause);

// Whether the clause says that its subject does not come: "wurde abgesagt", "findet nicht statt",
// "laesst sich nicht halten".
bool is_called_off(const sentence_reading& s, std::int32_t clause);

// Whether the clause is a condition: not "auch wenn", and not "Hatte er gehofft, ist nun klar".
bool sets_condition(const sentence_reading& s, const syntax_clause& c);

// Whether a condition in the sentence holds for the clause: "Falls ..., schliesst das Bad".
std::optional<stance> find_condition(const sentence_reading& s, std::int32_t clause);

// --- denials ---
//
//     Die Steuer steigt nicht im Juli, sondern im Oktober.   the first time only
//     Der Minister kommt am Freitag und nicht am Samstag.    the second
//     Sie hatten sich krank gemeldet und ihren Dienst nicht angetreten.   what is behind "und"
//     die nicht erklaerten Streiks                           none

// The word that denies what the clause says at the time, or no_token.
token_index denial_of(const sentence_reading& s, std::int32_t clause, word_range time);

// Whether the words between two times deny or correct one of them, so that they do not date
// one event together.
bool is_corrected_between(const sentence_reading& s, word_range first, word_range second);

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_STANCE_H_
