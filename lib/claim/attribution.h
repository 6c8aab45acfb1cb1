#ifndef ZEITSTRAHL_LIB_CLAIM_ATTRIBUTION_H_
#define ZEITSTRAHL_LIB_CLAIM_ATTRIBUTION_H_

// Whose words a clause gives.
//
// Words are reported inside the reach of a frame (speech_frame.h), inside a quotation
// (quotation.h), and where the verb stands in the first subjunctive, which German keeps for that;
// without a frame of their own they belong to the speaker before (Krestel, Bergler, Witte 2008 for
// English; here by hand for German).  Who that is, source.h tells.

#include <cstdint>
#include <string>
#include <vector>

#include "claim/actors.h"
#include "claim/clause.h"
#include "claim/names.h"
#include "claim/source.h"
#include "claim/speech_frame.h"
#include "syntax/text_sentences.h"
#include "zeitstrahl/claim.h"

namespace zeitstrahl {

struct attribution {
  bool reported = false;
  std::string source;  // empty where nobody is named
  span opening;        // tokens before the finite verb that only name the source, or empty
  span aside;          // tokens that name it beside what is said: "[laut Roth]", ", [so Roth],"
};

class attribution_finder {
 public:
  // What is given must outlive it; `forms` may be null.
  attribution_finder(const analyzed_text& text, const text_layout& layout,
                     const article_names& names, text_sentences& sentences,
                     const actor_finder& actors, const lexicon* forms);

  // Whose words the clause of a sentence gives; `when` is the token of its time, which may
  // lie in a frame.  Appends what told it to `cues`.
  attribution find(std::uint32_t sentence, const sentence_clauses& clauses,
                   std::uint32_t clause_index, std::uint32_t when, std::vector<cue>& cues);

  // "wie die Stadt am Montag mitteilte", "..., sagte Roth am Montag": the clause that was said
  // where this one only says by whom, or no_index; then `by` is filled.
  std::uint32_t said_in(std::uint32_t sentence, const sentence_clauses& clauses,
                        std::uint32_t clause_index, attribution& by, std::vector<cue>& cues);

 private:
  using reach = speech_frame::reach;

  const std::vector<speech_frame>& frames_of(std::uint32_t sentence);
  const speech_frame* frame_behind(std::uint32_t sentence);
  bool covers(const speech_frame& f, const sentence_clauses& clauses,
              std::uint32_t clause_index) const;
  bool explains(const sentence_clauses& clauses, std::uint32_t index) const;
  bool is_partly_quoted(const sentence_clauses& clauses, std::uint32_t index) const;
  bool is_among_reported(std::uint32_t sentence);
  bool has_subjunctive(span tokens);
  bool is_told(std::uint32_t sentence, const clause& c);
  bool opens_paragraph(std::uint32_t sentence) const;

  std::string speaker_of(const quotation& q, std::vector<cue>& cues);
  std::string name_behind_dash(const quotation& q, std::vector<cue>& cues) const;
  std::string carried(std::uint32_t sentence, std::vector<cue>& cues);
  std::string subject_in(span tokens, std::vector<cue>& cues) const;
  std::string person_before(std::uint32_t sentence, const sentence_clauses& clauses,
                            std::uint32_t index, std::vector<cue>& cues) const;
  void note(const speech_frame& f, cue::field settles, std::vector<cue>& cues) const;

  const analyzed_text& text_;
  const text_layout& layout_;
  const article_names& names_;
  text_sentences& sentences_;
  text_quotations quotations_;
  source_reader sources_;
  frame_finder finder_;
  std::vector<std::vector<speech_frame>> frames_;  // by sentence
  std::vector<bool> known_;                        // whose frames are found
  sentence_clauses other_;                         // of a sentence that is looked up
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_CLAIM_ATTRIBUTION_H_
