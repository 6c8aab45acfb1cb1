#include "compare/rare_words.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"

namespace zeitstrahl {
namespace {

constexpr std::size_t least_stem = 2;  // bytes
constexpr float half = 0.5;
constexpr float of_title = 1.5;                // a name that no dictionary has
constexpr std::size_t least_root = 5;          // bytes
constexpr std::size_t least_head_of_name = 6;  // so that "Kirchdorf" stays one
constexpr std::size_t long_compound = 14;      // bytes; the longer, the rarer

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Of one of several things that share a name, and no year.
bool is_number(span word, std::string_view text) {
  constexpr std::uint32_t most_digits = 3;
  return is_digit(word.in(text).front()) && word.end - word.begin <= most_digits;
}

}  // namespace

std::vector<rare_word> rare_word_reader::read(const timeline& article,
                                              const std::vector<term>& actors) {
  std::vector<rare_word> out;
  uses_.clear();
  for (const term t : actors) out.push_back({t, half, false, false});
  if (forms_) add(article.article.title, true, out);
  if (forms_) add(article.article.text, false, out);
  std::sort(out.begin(), out.end(), [](const rare_word& a, const rare_word& b) {
    return std::tuple(a.is, -a.weight, b.title, b.name) <
           std::tuple(b.is, -b.weight, a.title, a.name);
  });
  const auto same = [](const rare_word& a, const rare_word& b) { return a.is == b.is; };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  std::erase_if(out, [&](rare_word& w) {
    const auto used = uses_.find(w.is);
    if (used == uses_.end()) return false;
    w.name = used->second.name();
    if (!used->second.listed || w.name) return false;
    w.weight = half;
    return !w.title;
  });
  return out;
}

void rare_word_reader::add(std::string_view text, bool title, std::vector<rare_word>& out) {
  std::vector<span> words;
  split_words(text, words);
  const auto is_capital = [&](std::size_t i) {
    return i < words.size() && !is_digit(words[i].in(text).front()) &&
           words[i].in(text) != fold_case(words[i].in(text));
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i].in(text);
    if (!is_capital(i)) continue;
    const facts& f = facts_of(word);
    switch (f.of) {
      case sort::none:
        break;
      case sort::first_name:  // many have it, but few have no other name behind it
        out.push_back({f.is, is_capital(i + 1) ? half : 1, true, title});
        if (is_capital(i + 1)) add_surname(words[i + 1].in(text), title, out);
        break;
      case sort::common:
        if (title) out.push_back({f.is, half, false, title});
        break;
      case sort::place:
      case sort::compound:
        out.push_back({f.is, title && word.size() >= long_compound ? 2.0F : 1, false, title});
        if (i > 0) count(words[i - 1].in(text), f.is, f.of == sort::place);
        break;
      case sort::country:
        out.push_back({f.is, half, true, title});
        break;
      case sort::name:
        out.push_back({f.is, title && !f.listed ? of_title : 1, true, title});
        if (i + 1 < words.size() && is_number(words[i + 1], text) &&
            words[i + 1].begin == words[i].end + 1) {
          const std::string numbered = terms_[f.is].key + " " + std::string(words[i + 1].in(text));
          out.push_back({terms_.add(numbered), 1, true, false});
        }
        break;
    }
  }
}

// What stands behind a first name is a name, whatever else it means.
void rare_word_reader::add_surname(std::string_view word, bool title, std::vector<rare_word>& out) {
  const facts& f = facts_of(word);
  if (f.of == sort::none || f.of == sort::common) out.push_back({f.is, 1, true, title});
}

void rare_word_reader::count(std::string_view before, term noun, bool listed) {
  const analyzed_word known = grammar_.analyze(fold_case(before), false, false);
  use& u = uses_[noun];
  u.listed = listed;
  u.bare += known.is(word_class::preposition);
  u.determined += known.is(word_class::article) || known.is(word_class::contraction);
}

// "Gotthard" of "Gotthardtunnel": what stands before known heads and is unknown.
std::string_view rare_word_reader::root_of(std::string_view word) const {
  for (;;) {
    const morphology form = forms_->find(word, true);
    const bool long_head = word.size() >= form.head_at + least_head_of_name;
    if (form.by != found_by::ending || form.head_at < least_root || !long_head ||
        !form.is(pos_noun)) {
      return word;
    }
    word = word.substr(0, form.head_at);
  }
}

const rare_word_reader::facts& rare_word_reader::facts_of(std::string_view word) {
  const auto [at, fresh] = known_.try_emplace(std::string(word));
  if (fresh) {
    const std::string_view root = root_of(word);
    const std::string stem(equals_.bare(stemmer_.stem(fold_case(root))));
    const word_meaning& m = equals_.meaning(stem);
    at->second.is = m.name ? terms_.add(m) : terms_.add(stem);
    at->second.listed = m.name || forms_->find(root, true).known();
    at->second.of = stem.size() < least_stem ? sort::none : sort_of(root, stem, m);
  }
  return at->second;
}

rare_word_reader::sort rare_word_reader::sort_of(std::string_view word, std::string_view stem,
                                                 const word_meaning& m) const {
  if (m.name) return m.wide ? sort::country : sort::name;
  if (m.light || m.event()) return sort::none;
  if (m.thing && equals_.modifier(stem).empty()) return sort::none;
  const morphology form = forms_->find(word, true);
  const bool listed = form.by == found_by::form || form.by == found_by::folding;
  if (!form.known()) return sort::name;
  if (form.is(pos_name) && !form.is(pos_noun | pos_adjective)) {
    if ((form.detail & detail_first_name) != 0 && (form.detail & detail_place) == 0) {
      return sort::first_name;
    }
    return (form.detail & detail_country) != 0 ? sort::country : sort::name;
  }
  if (!form.is(pos_noun)) return sort::none;
  if (listed && form.is(pos_name) && (form.detail & detail_place) != 0) return sort::place;
  return listed ? sort::common : sort::compound;
}

}  // namespace zeitstrahl
