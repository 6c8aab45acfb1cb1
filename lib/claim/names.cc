#include "claim/names.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"
#include "claim/name_choice.h"
#include "claim/nominative.h"
#include "claim/person_noun.h"

namespace zeitstrahl {
namespace {

// One name for all its mentions: "Deeg" is "Waltraud Deeg", "Microsofts" is "Microsoft", "BGH" is
// what it was short for, and "der Deutschen Bank" is "Deutsche Bank".
class joiner {
 public:
  joiner(const name_words& words, const std::vector<name_run>& runs, const chosen_names& chosen,
         article_names& out)
      : words_(words), text_(words.text()), runs_(runs), chosen_(chosen), out_(out) {
    out.names.clear();
    out.mentions.clear();
  }

  void join() {
    for (const chosen_name& n : chosen_.names) add(n.tokens, n.is, n.describes);
    part_neighbours();
    find_whole();
    find_again();
    sort();
    join_mentions();
    note_tokens();
  }

 private:
  void add(span tokens, known_name::kind kind, bool describes = false) {
    out_.mentions.push_back({tokens, static_cast<std::uint32_t>(raw_.size()), describes});
    raw_.push_back({with_single_spaces(text_.where(tokens).in(text_.text)), {}, kind});
    if (kind != known_name::kind::body) return;
    // "des Ministeriums", "des Landgerichts Ulm", "den Ulmer Verkehrsbetrieben"
    const std::uint32_t token =
        text_.is_like(tokens.begin, word_class::body) ? tokens.begin : tokens.end - 1;
    const std::string_view noun = text_.in(token);
    const lexicon* forms = words_.knowledge().forms;
    std::string& name = raw_.back().canonical;
    if (forms) name.replace(name.rfind(noun), noun.size(), nominative_of(*forms, noun));
  }

  void sort() {
    std::sort(out_.mentions.begin(), out_.mentions.end(),
              [](const name_mention& a, const name_mention& b) {
                return a.tokens.begin < b.tokens.begin;
              });
  }

  // "Gestern traf Hoyer Brandl": two surnames, each of somebody whose full name the text has.
  void part_neighbours() {
    std::unordered_map<std::string, std::string> surnames;  // the full name by the last word
    for (const name_mention& m : out_.mentions) {
      const std::string& name = raw_[m.name].canonical;
      const std::size_t space = name.rfind(' ');
      const bool person = raw_[m.name].is == known_name::kind::person && space != name.npos;
      if (person) surnames.emplace(name.substr(space + 1), name);
    }
    const std::vector<name_mention> all = std::exchange(out_.mentions, {});
    for (const name_mention& m : all) {
      const auto is_other = [&](std::uint32_t token) {
        const auto found = surnames.find(std::string(text_.in(token)));
        return found != surnames.end() && found->second != raw_[m.name].canonical;
      };
      const bool two =
          m.tokens.size() == 2 && is_other(m.tokens.begin) && is_other(m.tokens.begin + 1);
      if (!two) out_.mentions.push_back(m);
      for (std::uint32_t i = m.tokens.begin; two && i < m.tokens.end; ++i) {
        add({i, i + 1}, known_name::kind::person);
      }
    }
  }

  // --- further mentions ---

  // A name of several words that was taken whole in one place is whole in all: "[Federal]
  // Reserve" is "[Federal Reserve]".
  void find_whole() {
    const std::unordered_set<std::u32string> known = names_of_several_words();
    if (known.empty()) return;
    const std::size_t longest =
        std::max_element(known.begin(), known.end(),
                         [](const auto& a, const auto& b) { return a.size() < b.size(); })
            ->size() /
        2;
    std::vector<span> found;
    std::u32string stretch;
    for (const name_run& run : runs_) {
      for (std::uint32_t i = run.tokens.begin; i + 1 < run.tokens.end; ++i) {
        std::uint32_t end = i;
        stretch.clear();
        for (std::uint32_t at = i; at < run.tokens.end && at - i < longest; ++at) {
          append_word(stretch, at);
          if (at > i && known.contains(stretch)) end = at + 1;
        }
        if (end == i) continue;
        found.push_back({i, end});
        i = end - 1;
      }
    }
    replace_parts(found);
  }

  // As append_word() writes them.
  std::unordered_set<std::u32string> names_of_several_words() const {
    std::unordered_set<std::u32string> known;
    for (const name_mention& m : out_.mentions) {
      if (m.tokens.size() < 2 || !text_.words[m.tokens.begin].number) continue;
      std::u32string name;
      for (std::uint32_t i = m.tokens.begin; i < m.tokens.end; ++i) {
        if (i > m.tokens.begin + 1 && text_.is(i, word_class::organisation_form)) {
          known.insert(name);  // "Energie Ulm" of "Energie Ulm AG"
        }
        append_word(name, i);
      }
      known.insert(std::move(name));
    }
    return known;
  }

  // Two numbers that are those of the same words only.
  void append_word(std::u32string& name, std::uint32_t token) const {
    const auto number = text_.words[token].number.get();
    name += static_cast<char32_t>(number ? number->number() + 1 : 0);
    name += static_cast<char32_t>(text_.symbol(token));
  }

  // Each whole, in text order, stands for mentions that are no more than a part of it.
  void replace_parts(const std::vector<span>& wholes) {
    sort();
    std::vector<name_mention> kept;
    auto next = out_.mentions.begin();
    const auto end = out_.mentions.end();
    std::vector<std::pair<span, known_name::kind>> added;
    for (const span whole : wholes) {
      while (next != end && next->tokens.end <= whole.begin) kept.push_back(*next++);
      auto behind = next;
      known_name::kind is = known_name::kind::unknown;
      bool parts = true;
      for (; behind != end && behind->tokens.begin < whole.end; ++behind) {
        parts &= behind->tokens != whole && whole.contains(behind->tokens);
        is = raw_[behind->name].is;
      }
      if (is == known_name::kind::place) is = known_name::kind::unknown;
      if (!parts) continue;
      next = behind;
      added.emplace_back(whole, is);
    }
    kept.insert(kept.end(), next, end);
    out_.mentions = std::move(kept);
    for (const auto& [tokens, is] : added) add(tokens, is);
  }

  // A noun would need an article: "Baumann kam", but not "der gute Baumann kam".
  bool stands_bare(const name_run& run) const {
    const std::uint32_t token = run.tokens.begin;
    if (run.tokens.size() != 1 || token == 0) return run.tokens.size() == 1;
    const analyzed_word& before = text_.words[token - 1];
    const bool adjective = text_.is_word(token - 1) && !before.classes && before.forms == 0 &&
                           text_.ends_like_adjective(token - 1);
    return run.first ||
           !(adjective || before.is_any(bit(word_class::article) | bit(word_class::contraction)));
  }

  // "Minister [Heil]"
  bool is_titled(const name_run& run, std::uint32_t token) const {
    return token > run.tokens.begin && token + 1 == run.tokens.end && words_.is_title(token - 1);
  }

  // Names of one word and surnames, where the choice took none.
  void find_again() {
    std::unordered_set<std::string_view> known;
    std::unordered_set<std::string_view> last_names;  // of persons
    std::vector<index_of<word_cache>> named;          // words that are one of them
    std::vector<bool> taken(text_.words.size(), false);
    for (const name_mention& m : out_.mentions) {
      const known_name& n = raw_[m.name];
      const std::size_t space = n.canonical.rfind(' ');
      if (n.is == known_name::kind::person && space != n.canonical.npos) {
        last_names.insert(std::string_view(n.canonical).substr(space + 1));
      }
      std::fill(taken.begin() + m.tokens.begin, taken.begin() + m.tokens.end, true);
      known.insert(n.canonical);
      const bool numbered = text_.at(m.tokens.end - 1).is == token::number;
      const auto number = text_.words[m.tokens.begin].number.get();
      if (number && m.tokens.size() == (numbered ? 2 : 1)) named.push_back(*number);
    }
    std::sort(named.begin(), named.end());
    const auto is_named = [&](std::uint32_t token) {
      const auto number = text_.words[token].number.get();
      return number && std::binary_search(named.begin(), named.end(), *number);
    };
    std::vector<span> found;
    std::vector<span> numbered;
    for (const name_run& run : runs_) {
      for (std::uint32_t i = run.tokens.begin; i < run.tokens.end; ++i) {
        const bool number = i + 1 < taken.size() && text_.at(i + 1).is == token::number;
        if (number && known.contains(text_.where({i, i + 2}).in(text_.text))) {
          numbered.push_back({i, i + 2});  // "Xerba 2"
          continue;
        }
        if (taken[i] || words_.is_hyphen(i + 1)) continue;
        const std::string_view word = text_.in(i);
        const std::string_view base = without_genitive(word);
        if (is_named(i) || (!base.empty() && known.contains(base)) ||
            ((stands_bare(run) || is_titled(run, i)) &&
             (last_names.contains(word) || last_names.contains(base)))) {
          found.push_back({i, i + 1});
        }
      }
    }
    std::vector<compound_part> parts = chosen_.parts;
    std::erase_if(parts, [&](const compound_part& p) {
      return taken[p.token] || (!p.sure && !is_named(p.token));
    });
    replace_parts(numbered);
    for (const span tokens : found) add(tokens, known_name::kind::unknown);
    for (const compound_part& p : parts) {
      const bool apostrophe = p.token > 1 && words_.is_inner_apostrophe(p.token + 1);
      const span tokens{p.token, p.token + (apostrophe ? 3u : 1u)};
      add(tokens, known_name::kind::unknown, describes_person(tokens.end + 1));
    }
  }

  // The noun behind a hyphen is somebody: "RWE-Chef".
  bool describes_person(std::uint32_t token) const {
    return token < words_.size() && text_.is_word(token) && !words_.is_hyphen(token + 1) &&
           words_.is_title(token);
  }

  // --- one name for all ---

  void join_mentions() {
    find_full_names();
    std::unordered_map<std::string, std::uint32_t> index;  // by the name without endings
    for (name_mention& m : out_.mentions) {
      const known_name& raw = raw_[m.name];
      const std::string_view name = whole_name(raw, m.tokens);
      const auto [at, made] =
          index.emplace(without_endings(name), static_cast<std::uint32_t>(out_.names.size()));
      if (made) out_.names.push_back({std::string(name), {}, raw.is});
      m.name = at->second;
      known_name& n = out_.names[m.name];
      if (n.is == known_name::kind::unknown) n.is = raw.is;
    }
    for (known_name& n : out_.names) {
      n.heading = n.is == known_name::kind::person ? n.canonical : nominative(n.canonical);
      const auto found = abbreviations_.find(n.canonical);
      if (forms_.contains(n.heading)) n.canonical = n.heading;
      if (found == abbreviations_.end()) continue;
      const std::string short_form = " (" + std::string(found->second) + ")";
      n.canonical += short_form;
      n.heading += short_form;
    }
  }

  // "Zoologischen Gartens", "Zoologischer Garten"
  std::string without_endings(std::string_view rest) const {
    std::string out;
    while (rest.find(' ') != rest.npos) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      const std::string_view stem = stem_of_adjective(word);
      out.append(stem.empty() ? word : stem) += ' ';
      rest.remove_prefix(word.size() + 1);
    }
    const std::string_view base = out.empty() ? std::string_view() : without_genitive(rest);
    return out.append(base.empty() ? rest : base);
  }

  std::string_view stem_of_adjective(std::string_view word) const {
    constexpr std::size_t shortest = 5;  // bytes
    const std::string_view stem = text_.tables.without_ending(word, word_class::adjective_ending);
    return stem.size() < shortest ? std::string_view() : stem;
  }

  // Of a name of adjectives and a noun, as it stands without an article: "Deutschen Bank" is
  // "Deutsche Bank".
  std::string nominative(const std::string& name) const {
    const lexicon* forms = words_.knowledge().forms;
    const std::size_t space = name.rfind(' ');
    if (!forms || space == name.npos) return name;
    std::string_view noun = std::string_view(name).substr(space + 1);
    const morphology m = forms->find(noun, false);
    if (!m.is(pos_noun) || m.by != found_by::form) return name;
    lexicon::buffer memory;
    const bool fits = (m.nominal & nominal_case(grammatical_case::nominative)) != 0;
    if (!fits) noun = forms->lemma(noun, m, pos_noun, memory);
    const std::string_view ending = text_.tables.ending(
        word_class::bare_adjective, row_of(fits ? m : forms->find(noun, false)));
    if (noun.empty() || ending.empty()) return name;
    std::string out;
    std::string_view rest = std::string_view(name).substr(0, space);
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      const std::string_view stem = stem_of_adjective(word);
      if (stem.empty() || !is_adjective(*forms, word)) return name;
      out.append(stem).append(ending) += ' ';
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
    return out.append(noun);
  }

  static bool is_adjective(const lexicon& forms, std::string_view word) {
    const morphology m = forms.find(fold_case(word), false);
    return m.is(pos_adjective | pos_present_participle) && m.nominal != 0;
  }

  // The row of the ending by the noun's gender; nothing where it is not sure.
  static std::string_view row_of(const morphology& m) {
    constexpr std::string_view rows[] = {"masculine", "feminine", "neuter", "plural"};
    std::string_view found;
    for (unsigned g = 0; g < 4; ++g) {
      if (!(m.nominal & nominal_bit(grammatical_case::nominative, static_cast<gender>(g))))
        continue;
      if (!found.empty()) return {};
      found = rows[g];
    }
    return found;
  }

  void note_tokens() {
    out_.by_token.assign(text_.words.size(), no_index);
    for (std::uint32_t i = 0; i < out_.mentions.size(); ++i) {
      const span tokens = out_.mentions[i].tokens;
      std::fill(out_.by_token.begin() + tokens.begin, out_.by_token.begin() + tokens.end, i);
    }
  }

  void find_full_names() {
    for (const name_mention& m : out_.mentions) {
      const known_name& raw = raw_[m.name];
      forms_.insert(raw.canonical);
      add_abbreviation(m, raw);
      const std::string_view whole = raw.canonical;
      const std::size_t last = whole.rfind(' ');
      if (last == whole.npos) continue;
      const std::string_view first = whole.substr(0, whole.find(' '));
      const bool person = raw.is == known_name::kind::person;
      const bool form = text_.is(m.tokens.end - 1, word_class::organisation_form);
      if (form && !person) full_.emplace(whole.substr(0, last), whole);
      const bool same = person ? !forms_.contains(first) : is_told_apart(m.tokens);
      if (same) full_.emplace(first, whole);
      if (person) full_.emplace(whole.substr(first.size() + 1), whole);  // "Van der Meulen"
      if (person || words_.is_upper(m.tokens.end - 1)) full_.emplace(whole.substr(last + 1), whole);
    }
  }

  // "Kelmara AG", "RSV Ulm": but "Kelmara Cloud" is something else than Kelmara.
  bool is_told_apart(span name) const {
    const std::uint32_t last = name.end - 1;
    return name.size() == 2 &&
           (text_.is(last, word_class::organisation_form) || words_.is_place(last));
  }

  // "Initiative Pustertal (IP)": the short form stands for the long one.
  void add_abbreviation(const name_mention& m, const known_name& raw) {
    const std::uint32_t open = bracket_behind(m.tokens.end);
    const bool other = raw.is == known_name::kind::person || raw.is == known_name::kind::place;
    if (other || open + 2 >= words_.size()) return;
    const bool closed =
        text_.symbol(open + 2) == symbol_close || text_.symbol(open + 2) == symbol_comma;
    if (text_.symbol(open) != symbol_open || !closed) return;
    if (text_.in(open + 1)[0] != raw.canonical[0]) return;
    if (!words_.is_upper(open + 1) && !is_short_for(open + 1, {m.tokens.begin, open})) return;
    full_.emplace(text_.in(open + 1), raw.canonical);
    abbreviations_.emplace(raw.canonical, text_.in(open + 1));
  }

  // "Dax" of "Deutscher Aktienindex": its letters stand there in their order.
  bool is_short_for(std::uint32_t token, span name) const {
    constexpr std::size_t longest = 6;  // bytes
    const std::string letters = fold_case(text_.in(token));
    const std::string whole = fold_case(text_.where(name).in(text_.text));
    if (letters.size() > longest || name.size() < 2) return false;
    std::size_t at = 0;
    for (const char c : whole) at += at < letters.size() && c == letters[at];
    return at == letters.size();
  }

  // Behind what a name is for: "Deutsches Zentrum [fuer Luft- und Raumfahrt] (DZL)".
  std::uint32_t bracket_behind(std::uint32_t end) const {
    constexpr std::uint32_t longest = 7;  // tokens
    if (end >= words_.size() || !text_.is(end, word_class::preposition)) return end;
    std::uint32_t i = end;
    while (i < words_.size() && i < end + longest &&
           (text_.is_word(i) || text_.symbol(i) == symbol_hyphen ||
            text_.symbol(i) == symbol_inner_hyphen) &&
           !(verb_forms(text_, i) & finite)) {
      ++i;
    }
    return i < words_.size() && text_.symbol(i) == symbol_open ? i : end;
  }

  // "Ausgrabungen Anna Brandls", "Anna Brandls Haus"
  bool stands_in_genitive(span name) const {
    const bool several = name.size() > 1 && words_.is_first_name(name.begin);
    if (words_.can_follow(name.end) && words_.is_owner(name.end - 1, name.end)) {
      return several || words_.is_name(without_genitive(text_.in(name.end - 1)));
    }
    if (!several || words_.is_name_or_place(name.end - 1)) return false;
    const auto is_noun = [&](std::uint32_t i) {
      return i < words_.size() && words_.can_begin(i) && words_.is_common(i) && !words_.is_title(i);
    };
    if (is_noun(name.end)) return true;
    if (name.begin == 0) return false;
    const std::uint32_t before = name.begin - 1;
    return is_noun(before) && !is_body(before) && !is_person(before);
  }

  // "der Brasilianer [Davi Moraes]"
  bool is_person(std::uint32_t noun) const {
    const lexicon* forms = words_.knowledge().forms;
    const std::string_view written = text_.in(noun);
    return forms && has_other_gender(text_.tables, *forms, written, forms->find(written, false));
  }

  // "Chef der Nordwerk AG [Jan Behrens]", "Sprecher des Vereins [Jan Behrens]"
  bool is_body(std::uint32_t noun) const {
    return words_.is_upper(noun) || text_.is_like(noun, word_class::company) ||
           text_.is_like(noun, word_class::club) || text_.is(noun, word_class::body);
  }

  std::string_view whole_name(const known_name& raw, const span tokens) const {
    std::string_view name = raw.canonical;
    const std::string_view base = without_genitive(name);
    const bool known =
        forms_.contains(base) || full_.contains(base) || words_.knowledge().places->holds(base);
    const bool owner = stands_in_genitive(tokens);
    if (known || (owner && !base.empty())) name = base;
    const auto whole = full_.find(name);
    if (whole == full_.end()) return name;
    if (raw.is == known_name::kind::company || raw.is == known_name::kind::place) return name;
    return whole->second;
  }

  const name_words& words_;
  const analyzed_text& text_;
  const std::vector<name_run>& runs_;
  const chosen_names& chosen_;
  article_names& out_;
  std::vector<known_name> raw_;  // by mention, before they are joined
  std::unordered_set<std::string_view> forms_;
  std::unordered_map<std::string_view, std::string_view> full_;           // by short form
  std::unordered_map<std::string_view, std::string_view> abbreviations_;  // by full name
};

}  // namespace

std::pair<std::uint32_t, std::uint32_t> article_names::in(span tokens) const {
  const auto from = [&](std::uint32_t token) {
    const auto found =
        std::lower_bound(mentions.begin(), mentions.end(), token,
                         [](const name_mention& m, std::uint32_t t) { return m.tokens.begin < t; });
    return static_cast<std::uint32_t>(found - mentions.begin());
  };
  return {from(tokens.begin), from(tokens.end)};
}

const name_mention* article_names::at(std::uint32_t token) const {
  if (token >= by_token.size() || by_token[token] == no_index) return nullptr;
  return &mentions[by_token[token]];
}

void find_names(const analyzed_text& text, const std::vector<span>& times,
                const name_knowledge& knowledge, noun_cache& cache, article_names& out) {
  const name_words words(text, times, knowledge, cache);
  const std::vector<name_run> runs = find_name_runs(words);
  const chosen_names chosen = choose_names(words, runs);
  joiner(words, runs, chosen, out).join();
}

}  // namespace zeitstrahl
