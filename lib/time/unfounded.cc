#include "time/unfounded.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace zeitstrahl {
namespace {

using enum argument_name;

bool is_vague(const said_expression& said, vagueness which_one) {
  return said.what == meaning::vague && said[which] == static_cast<double>(which_one);
}

// --- names of people ---

// A month, season or weekday by one word.
bool may_be_name(const said_expression& said) {
  return said.what == meaning::named && said.within < 0 && said.tokens.size() == 1 &&
         !is_given(said[direction]) && !said.is_joined();
}

bool is_year_alone(const said_expression& said) {
  return said.what == meaning::date && is_given(said[year]) && !is_given(said[month]) &&
         said.tokens.size() == 1;
}

class name_finder {
 public:
  name_finder(const sentence_analyzer& analyzer, const words_around& words,
              const scanned_text& scanned, std::string_view text)
      : analyzer_(analyzer), words_(words), scanned_(scanned), text_(text) {}

  // "[Mai] kritisierte ... Herbert [Mai] leitet ...": once named in full, the bare word is the
  // name, too.
  bool is_name(const said_expression& said) {
    const std::uint32_t at = said.tokens.begin;
    if (!(scanned_.tokens[at].flags & token::capital)) return false;
    if (follows_first_name(at)) return true;
    return !words_.follows_lead(said) && is_called(scanned_.tokens[at].entry);
  }

 private:
  bool follows_first_name(std::uint32_t at) const {
    if (at == 0) return false;
    const token& before = scanned_.tokens[at - 1];
    if (before.is != token::word || !(before.flags & token::capital)) return false;
    const morphology form = analyzer_.forms().find(before.where.in(text_), false);
    // a first name, or a word that no lexicon has, and not behind an article
    const bool led = at > 1 && words_.is_article(at - 2);
    return form.detail & detail_first_name || (!form.known() && !led);
  }

  // Whether somebody in the text has the word behind a first name.
  bool is_called(vocabulary::maybe_index entry) {
    const auto known = std::find_if(seen_.begin(), seen_.end(),
                                    [&](const auto& word) { return word.first == entry; });
    if (known != seen_.end()) return known->second;
    bool called = false;
    for (std::uint32_t i = 0; i < scanned_.tokens.size() && !called; ++i) {
      called = scanned_.tokens[i].entry == entry && follows_first_name(i);
    }
    seen_.emplace_back(entry, called);
    return called;
  }

  const sentence_analyzer& analyzer_;
  const words_around& words_;
  const scanned_text& scanned_;
  std::string_view text_;
  std::vector<std::pair<vocabulary::maybe_index, bool>> seen_;
};

// --- words that the sentence makes a time ---

class clause_words {
 public:
  clause_words(text_sentences& sentences, const std::vector<said_expression>& said)
      : sentences_(sentences), said_(said) {}

  // "baut [gerade] eine Halle": beside the verb that tells of now, or of what is just done.
  bool tells_of_now(const said_expression& said) {
    if (!enter(said, analysis_depth::verbs) || !is_of_now() || opens_with_demonstrative()) {
      return false;
    }
    const bool alone = clause_->content == no_token || clause_->content == clause_->finite;
    const bool copula = alone && finite().word.roles.any(word_role::be);
    if (copula) return is_adverb(word_ + 1) || only_place_follows();  // "ist [gerade] dabei"
    if (is_picked_out()) return false;
    if (clause_->finite == word_ + 1 || clause_->finite == word_ - 1) return true;
    return enter(said, analysis_depth::whole) && is_behind_subject();
  }

  // "[Dann] kommt er": stands before the verb, goes on with no condition, and behind a date.
  bool goes_on(const said_expression& said) {
    if (!has_date_before(said) || !enter(said, analysis_depth::verbs)) return false;
    const bool after_until = said.tokens.begin > 0 && follows_preposition();
    if (!after_until && clause_->finite != word_ + 1) return false;
    if (!tells_of_future() || !enter(said, analysis_depth::whole)) return false;
    return clause_->force == clause_force::statement && (after_until || !has_condition());
  }

 private:
  bool enter(const said_expression& said, analysis_depth depth) {
    sentence_ = sentences_.of_token(said.tokens.begin, depth);
    if (!sentence_) return false;
    word_ = text_sentences::word_of(*sentence_, said.tokens.begin);
    clause_ = text_sentences::clause_of(*sentence_, said.tokens.begin);
    return word_ != no_token && clause_ && clause_->finite != no_token;
  }

  bool inside(token_index i) const {
    return i >= 0 && i < static_cast<token_index>(sentence_->words.size());
  }
  const syntax_token& word(token_index i) const {
    return sentence_->words[static_cast<std::size_t>(i)];
  }
  const syntax_token& finite() const { return word(clause_->finite); }
  bool is_adverb(token_index i) const { return inside(i) && word(i).is.any(tag_role::adverb); }

  // "ist [gerade] in Rom", not "sind [gerade] im Winter teuer"
  bool only_place_follows() const {
    if (!inside(word_ + 1) || !word(word_ + 1).is.any(tag_role::adposition)) return false;
    int nouns = 0;
    token_index last = word_ + 1;
    for (token_index i = last; i < clause_->end; ++i) {
      if (word(i).word.mark != mark_kind::none) continue;
      nouns += word(i).is.any(tag_role::noun | tag_role::name);
      last = i;
    }
    return nouns == 1 && word(last).is.any(tag_role::noun | tag_role::name);
  }

  // "gerade Kinder", "gerade drei", "gerade noch"
  bool is_picked_out() const {
    if (!inside(word_ + 1)) return false;
    const tag_roles next = word(word_ + 1).is;
    return next.any(tag_role::noun | tag_role::name | tag_role::number | tag_role::adverb);
  }

  // "Das trifft gerade die Armen"
  bool opens_with_demonstrative() const {
    const token_index first = clause_->finite - 1;
    if (!inside(first) || (inside(first - 1) && word(first - 1).word.mark == mark_kind::none)) {
      return false;
    }
    const morphology& form = word(first).word.form;
    return form.is(pos_pronoun) && (form.detail & detail_demonstrative);
  }

  // "Zum Ausgleich baut die Firma [gerade] eine Halle"
  bool is_behind_subject() const {
    if (clause_->subject == no_phrase) return false;
    const noun_phrase& subject = sentence_->phrases[static_cast<std::size_t>(clause_->subject)];
    return subject.begin > clause_->finite && subject.end == word_;
  }

  bool has_condition() const {
    return std::any_of(sentence_->clauses.begin(), sentence_->clauses.end(),
                       [&](const syntax_clause& c) { return c.force == clause_force::condition; });
  }

  bool is_of_now() const {
    const verb_tense tense = clause_->tense;
    return (tense == verb_tense::present || tense == verb_tense::perfect) &&
           clause_->mood == verb_mood::indicative;
  }

  bool tells_of_future() const {
    return clause_->tense == verb_tense::present || clause_->tense == verb_tense::future;
  }

  bool follows_preposition() const {
    return word_ > 0 && word(word_ - 1).is.any(tag_role::adposition);
  }

  // In its sentence or the one before.
  bool has_date_before(const said_expression& said) const {
    const span own = sentences_.tokens_of(said.tokens.begin);
    const auto index = static_cast<std::size_t>(&said - said_.data());
    for (std::size_t i = index; i > 0; --i) {
      const said_expression& before = said_[i - 1];
      if (before.what == meaning::vague || before.what == meaning::reference) continue;
      return sentences_.tokens_of(before.tokens.begin).end + 1 >= own.begin;
    }
    return false;
  }

  text_sentences& sentences_;
  const std::vector<said_expression>& said_;
  const sentence* sentence_ = nullptr;
  const syntax_clause* clause_ = nullptr;
  token_index word_ = no_token;
};

}  // namespace

void drop_unfounded(const sentence_analyzer* analyzer, const context_reader& reader,
                    const scanned_text& scanned, std::string_view text, text_sentences& sentences,
                    said_text& said) {
  if (!analyzer) return;
  const words_around words(reader, scanned, text, sentences, said.parts);
  name_finder names(*analyzer, words, scanned, text);
  clause_words clauses(sentences, said.parts);
  std::vector<bool> drop(said.parts.size());
  for (std::size_t i = 0; i < said.parts.size(); ++i) {
    const said_expression& part = said.parts[i];
    drop[i] = (may_be_name(part) && names.is_name(part)) ||
              (is_year_alone(part) && words.counts(part, analyzer->forms())) ||
              (is_vague(part, vagueness::just) && !clauses.tells_of_now(part)) ||
              (is_vague(part, vagueness::then_at) && !clauses.goes_on(part));
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < said.parts.size(); ++i) {
    if (drop[i]) continue;
    if (kept != i) said.parts[kept] = said.parts[i];
    ++kept;
  }
  said.parts.resize(kept);
}

}  // namespace zeitstrahl
