#include "claim/label.h"

#include <algorithm>

#include "base/utf8.h"
#include "claim/phrase.h"

namespace zeitstrahl {
namespace {

// Tokens of a claim that are looked at: more than the longest label can hold.
constexpr std::size_t most_items = 80;

// A piece of the label: a token, or a part of one ("statt" of "stattfinden").
struct item {
  explicit item(std::uint32_t at, std::string_view written, bool is_part = false)
      : token(at), part(is_part), words(written), width(count_code_points(written)) {}

  std::uint32_t token;
  bool part;
  std::string_view words;
  std::size_t width;  // code points
};

bool is_closing(std::uint8_t symbol) {
  return symbol == symbol_comma || symbol == symbol_close || symbol == symbol_stop ||
         symbol == symbol_colon || symbol == symbol_semicolon || symbol == symbol_dot;
}

class label_maker {
 public:
  label_maker(const analyzed_text& text, const article_names& names, const label_source& source)
      : text_(text), names_(names), source_(source), phrases_(text, names, source.clauses.tokens) {}

  std::string make() {
    collect();
    drop_participle();
    drop_predicate();
    drop_ends();
    if (!source_.nominal) arrange();
    if (!source_.nominal) add_complement();
    shorten();
    return capitalized(written());
  }

 private:
  const clause& owner() const { return source_.clauses.clauses[source_.clause]; }
  bool is_word(std::uint32_t i) const { return text_.is_word(i); }

  // --- what is kept ---

  // The claim's tokens without times, what leads to them, and clauses inside it.
  void collect() {
    items_.reserve(most_items);
    std::vector<bool> dropped(source_.tokens.size(), false);
    const auto drop = [&](span tokens) {
      for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
        if (i >= source_.tokens.begin && i < source_.tokens.end) {
          dropped[i - source_.tokens.begin] = true;
        }
      }
    };
    for (std::size_t t = 0; t < source_.times.size(); ++t) {
      const span time = source_.times[t].tokens;
      std::uint32_t lead = lead_of(time);
      const std::uint32_t phrase_begin = source_.times[t].phrase.begin;  // "bis kurz vor"
      while (lead > source_.tokens.begin && text_.at(lead - 1).where.begin >= phrase_begin) --lead;
      const std::uint32_t end = end_of(source_.times[t]);
      drop({lead, end});
      if (lead > 0 && is_comma(lead - 1) && is_comma(end)) drop({lead - 1, end + 1});
      if (is_comma(end) && has_comma(time)) drop({end, end + 1});  // "am Sonntag, dem 3. Mai, "
      if (t > 0 && only_joins(source_.times[t - 1].tokens.end, time.begin)) {
        drop({source_.times[t - 1].tokens.end, time.begin});
      }
    }
    std::uint32_t last_embedded = no_index;
    for (std::uint32_t i = source_.tokens.begin; i < source_.tokens.end; ++i) {
      const std::uint32_t owner = source_.clauses.clause_of(i);
      const bool embedded =
          !source_.nominal && owner != source_.clause && owner != no_index && is_word(i);
      if (embedded) last_embedded = i;
      // marks inside what is left out, and a bracket that belongs to it
      if (last_embedded != no_index && i > last_embedded && !is_word(i)) {
        const bool inside = text_.symbol(i) == symbol_inner_hyphen;
        if (inside) continue;
        if (text_.symbol(i) == symbol_open && i == last_embedded + 1) {
          while (i + 1 < source_.tokens.end && text_.symbol(i) != symbol_close) ++i;
          continue;
        }
      }
      if (dropped[i - source_.tokens.begin] || embedded) continue;
      last_embedded = no_index;
      items_.emplace_back(i, text_.in(i));
      if (items_.size() == most_items) break;
    }
    tidy_marks();
  }

  bool is_comma(std::uint32_t i) const {
    return i >= source_.tokens.begin && i < source_.tokens.end && text_.symbol(i) == symbol_comma;
  }

  bool has_comma(span tokens) const {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (text_.symbol(i) == symbol_comma) return true;
    }
    return false;
  }

  bool is_genitive_article(std::uint32_t i) const {
    return text_.is(i, word_class::genitive_article);
  }

  // "gestrigen" of "in seinem gestrigen Vortrag"
  bool describes_noun(span time) const {
    const std::uint32_t last = time.end - 1;
    return is_word(last) && !text_.is_capital(last) && time.end < source_.tokens.end &&
           phrases_.is_noun(time.end) && text_.ends_like_adjective(last);
  }

  // The first token of the preposition and the adverbs that lead to a time: "schon bis zum".
  std::uint32_t lead_of(span time) const {
    std::uint32_t begin = time.begin;
    if (describes_noun(time)) return begin;
    const auto may_lead = [&](word_class c) {
      return begin > source_.tokens.begin && is_word(begin - 1) &&
             !(text_.words[begin - 1].forms & finite) && text_.is(begin - 1, c);
    };
    const auto preposition = [&] {
      return may_lead(word_class::preposition) || may_lead(word_class::contraction);
    };
    if (phrases_.is_preposition(time.begin)) {  // it leads itself
      // "von sechs bis 22 Uhr"
      const bool range = begin >= source_.tokens.begin + 2 && phrases_.is_number(begin - 1) &&
                         phrases_.is_preposition(begin - 2);
      if (range) begin -= 2;
      while (may_lead(word_class::filler)) --begin;
      return begin;
    }
    // "am fruehen Samstag"
    if (begin >= source_.tokens.begin + 2 && phrases_.is_adjective(begin - 1) &&
        !phrases_.is_preposition(begin - 1) &&
        (phrases_.is_preposition(begin - 2) || text_.is(begin - 2, word_class::article))) {
      --begin;
    }
    if (may_lead(word_class::article) && begin >= source_.tokens.begin + 2 &&
        phrases_.is_preposition(begin - 2)) {
      --begin;
    }
    if (preposition()) --begin;
    if (begin < time.begin && preposition()) --begin;
    // "im Laufe des Vormittags"
    const bool genitive = begin > source_.tokens.begin && is_genitive_article(begin - 1);
    const std::uint32_t behind = begin - (genitive ? 1 : 0);
    if ((genitive || is_genitive_article(begin)) && behind >= source_.tokens.begin + 2 &&
        text_.is(behind - 1, word_class::course_noun) && phrases_.is_preposition(behind - 2)) {
      begin = behind - 2;
    }
    // "im Vergleich zum Vorjahr"
    if (begin >= source_.tokens.begin + 2 && text_.is(begin - 1, word_class::comparing_noun) &&
        phrases_.is_preposition(begin - 2)) {
      begin -= 2;
    }
    while (may_lead(word_class::filler)) --begin;
    return begin;
  }

  // Behind the time and what closes its frame: "von Juni [an]".
  std::uint32_t end_of(const dating_words& time) const {
    std::uint32_t end = time.tokens.end;
    while (end < source_.tokens.end && text_.at(end).where.end <= time.phrase.end) ++end;
    return end_of_numbers(end_of_zone(end));
  }

  // Behind a bracket without words: "(29.06.)".
  std::uint32_t end_of_numbers(std::uint32_t begin) const {
    if (begin >= source_.tokens.end || text_.symbol(begin) != symbol_open) return begin;
    for (std::uint32_t i = begin + 1; i < source_.tokens.end && !is_word(i); ++i) {
      if (text_.symbol(i) == symbol_close) return i + 1;
    }
    return begin;
  }

  // Behind what says where a clock stands: "Ortszeit", "deutscher Zeit", "(MEZ)".
  std::uint32_t end_of_zone(std::uint32_t begin) const {
    const std::uint32_t last = source_.tokens.end;
    std::uint32_t at = begin;
    const bool bracket = at < last && text_.symbol(at) == symbol_open;
    at += bracket;
    if (at + 1 < last && is_word(at) && text_.words[at].ends_like(word_class::origin_ending) &&
        text_.is(at + 1, word_class::zone_noun)) {
      ++at;
    } else if (at >= last || !text_.is(at, word_class::zone)) {
      return begin;
    }
    ++at;
    return bracket && at < last && text_.symbol(at) == symbol_close ? at + 1 : at;
  }

  bool only_joins(std::uint32_t from, std::uint32_t to) const {
    constexpr word_classes joins = bit(word_class::preposition) | bit(word_class::contraction) |
                                   bit(word_class::article) | bit(word_class::coordinator) |
                                   bit(word_class::focus);
    for (std::uint32_t i = from; i < to; ++i) {
      if (is_word(i) ? !text_.words[i].is_any(joins) : text_.at(i).is == token::number) {
        return false;
      }
    }
    return true;
  }

  std::uint8_t symbol(std::size_t position) const { return text_.symbol(items_[position].token); }

  // Marks that lost what they belong to.
  void tidy_marks() {
    const auto quotes = std::count_if(items_.begin(), items_.end(), [&](const item& i) {
      return text_.symbol(i.token) == symbol_quote;
    });
    std::size_t kept = 0;
    int open = 0;
    for (const item i : items_) {
      const std::uint8_t s = text_.symbol(i.token);
      const std::uint8_t last =
          kept == 0 ? std::uint8_t{symbol_stop} : text_.symbol(items_[kept - 1].token);
      if (s == symbol_quote && quotes % 2 != 0) continue;
      if (s == last && (s == symbol_comma || s == symbol_dash)) {
        --kept;  // what stood between them is gone
        continue;
      }
      if (s == symbol_comma && (last == symbol_open || kept == 0)) continue;
      if (s == symbol_close && (open == 0 || last == symbol_open)) {
        if (last == symbol_open) {
          --kept;
          --open;
        }
        continue;
      }
      open += s == symbol_open;
      open -= s == symbol_close;
      items_[kept++] = i;
    }
    items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(kept), items_.end());
  }

  // "laufende" of "die bis 2030 laufende Partnerschaft" says nothing without its time, and
  // neither does the article.
  void drop_participle() {
    if (!source_.nominal || source_.times.empty()) return;
    const std::uint32_t behind = end_of(source_.times.back());
    const auto at = std::find_if(items_.begin(), items_.end(),
                                 [&](const item& i) { return i.token >= behind; });
    if (at != items_.end() && at->token == behind && phrases_.is_adjective(behind) &&
        items_.size() > 1) {
      items_.erase(at);
    }
    drop_article();
  }

  // "die Partnerschaft" -> "Partnerschaft", "das kleine Werk" stays, and of "dem kleinen Werk",
  // whose words would need other endings, "Werk".
  void drop_article() {
    if (items_.empty()) return;
    const bool article = text_.is(items_.front().token, word_class::article);
    std::size_t noun = article ? 1 : 0;
    const auto describes = [&](std::uint32_t i) {
      return phrases_.is_adjective(i) || (is_word(i) && !text_.is_capital(i) &&
                                          !text_.words[i].classes && text_.ends_like_adjective(i));
    };
    while (noun < items_.size() && describes(items_[noun].token) &&
           !phrases_.is_number(items_[noun].token)) {
      ++noun;
    }
    if (noun >= items_.size() || !phrases_.is_noun(items_[noun].token)) {
      // "die aus Ulm stammende Frau" keeps it
      const bool led = items_.size() > 1 && phrases_.is_preposition(items_[1].token);
      if (article && items_.size() > 1 && !led) items_.erase(items_.begin());
      return;
    }
    const bool described = noun > (article ? 1u : 0u);
    const bool weak =
        described && text_.words[items_[noun - 1].token].ends_like(word_class::oblique_ending);
    const bool oblique =
        article && text_.words[items_.front().token].is_any(bit(word_class::dative) |
                                                            bit(word_class::genitive_article));
    if (described && article && !(oblique && weak)) return;
    if (described && !article && !weak) return;
    erase(0, noun);
  }

  // "ist der" of "der naechste Termin ist der 20. Mai"
  void drop_predicate() {
    if (items_.size() < 2 || source_.nominal) return;
    const std::uint32_t last = items_.back().token;
    if (!text_.is(last, word_class::article) || text_.words[last].forms != 0) return;
    items_.pop_back();
    const bool copula =
        static_cast<bool>(text_.tables.classes_of_verb({}, text_.words[items_.back().token].verb) &
                          bit(word_class::auxiliary_be));
    if (items_.size() > 1 && copula && items_.back().token == owner().head) items_.pop_back();
  }

  // Marks, conjunctions and adverbs at the begin, marks and prepositions at the end.
  void drop_ends() {
    const auto drops_first = [&](const item& i) {
      if (text_.at(i.token).is == token::number) return false;
      if (!is_word(i.token)) return text_.symbol(i.token) != symbol_quote;
      return text_.words[i.token].is_any(bit(word_class::coordinator) | bit(word_class::filler)) &&
             !text_.is(i.token, word_class::negation);
    };
    std::size_t first = 0;
    while (first + 1 < items_.size() && drops_first(items_[first])) ++first;
    items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(first));
    const auto drops_last = [&](const item& i) {
      if (is_word(i.token)) {
        return text_.words[i.token].is_any(bit(word_class::coordinator) |
                                           bit(word_class::comparison));
      }
      const std::uint8_t s = text_.symbol(i.token);
      return text_.at(i.token).is != token::number && s != symbol_close && s != symbol_quote &&
             s != symbol_percent && s != symbol_currency;
    };
    while (items_.size() > 1 && drops_last(items_.back())) items_.pop_back();
  }

  // --- order ---

  void arrange() {
    if (items_.empty()) return;
    const clause& c = owner();
    if (c.head == no_index) return;
    if (c.is == clause::kind::main) {
      const std::uint32_t first = items_.front().token;
      const bool verb = !text_.is_capital(first) && verb_forms(text_, first) & finite;
      if ((first == c.head || verb) && !put_subject_first(c)) verb_second(items_.front());
    } else if (c.is == clause::kind::subordinate && !opens_question(c)) {
      if (items_.front().token == c.opener) items_.erase(items_.begin());
      const auto verb = std::find_if(items_.begin(), items_.end(),
                                     [&](const item& i) { return i.token == c.head; });
      if (verb == items_.end() || verb == items_.begin()) return;
      verb_second(*verb);
    } else if (c.is == clause::kind::relative) {
      put_antecedent_first(c);
    }
  }

  // "welche Plaene sie haben" stays so, but "wie der Verein mitteilte" is a sentence.
  bool opens_question(const clause& c) const {
    return items_.front().token == c.opener &&
           !(items_.size() > 1 && text_.is(c.opener, word_class::how) && is_speech(c.head));
  }

  bool is_speech(std::uint32_t verb) const {
    const std::string prefix = fold_case(text_.in(verb).substr(0, text_.words[verb].prefix));
    return static_cast<bool>(text_.tables.classes_of_verb(prefix, text_.words[verb].verb) &
                             bit(word_class::speech_verb));
  }

  bool is_light(std::uint32_t token) const {
    return text_.is(token, word_class::object_pronoun) && !phrases_.is_noun(token);
  }

  // "und zog um": with the subject of the clause that it goes on with, where one opens that.
  bool put_subject_first(const clause& c) {
    if (c.joined == no_index || items_.front().token != c.head) return false;
    if (text_.is_word(c.head - 1) && !text_.is(c.head - 1, word_class::coordinator)) return false;
    if (c.head + 1 < c.tokens.end && text_.is(c.head + 1, word_class::person_subject)) return false;
    const clause& before = source_.clauses.clauses[c.joined];
    const std::uint32_t begin = before.tokens.begin;
    if (before.is != clause::kind::main || before.head == no_index || before.head <= begin) {
      return true;
    }
    const bool subject = phrases_.is_noun(begin) || text_.is(begin, word_class::article) ||
                         text_.is(begin, word_class::person_subject);
    if (!subject || phrases_.end_of_constituent(begin) != before.head) return true;
    std::vector<item> out;
    for (std::uint32_t i = begin; i < before.head; ++i) out.emplace_back(i, text_.in(i));
    out.insert(out.end(), items_.begin(), items_.end());
    items_ = std::move(out);
    return true;
  }

  // Puts the verb behind the first constituent, and small pronouns behind the verb.
  void verb_second(const item verb) {
    std::vector<item> rest;
    for (const item& i : items_) {
      if (i.token != verb.token) rest.push_back(i);
    }
    std::size_t light = 0;
    while (light < rest.size() && is_light(rest[light].token)) ++light;
    if (light > 0 && text_.is(rest.front().token, word_class::it)) {  // "es gibt"
      light = 0;
    } else if (light == rest.size() || text_.is(rest[light].token, word_class::negation)) {
      return;
    }
    if (is_verb(rest[light]) && !phrases_.is_number(rest[light].token)) {
      // "war vereinzelt Schnee gefallen"
      const auto noun = std::find_if(rest.begin(), rest.end(),
                                     [&](const item& i) { return phrases_.is_noun(i.token); });
      if (noun == rest.end() || noun != rest.begin() + static_cast<std::ptrdiff_t>(light) + 1)
        return;
      std::swap(rest[light], rest[light + 1]);
    }
    const std::uint32_t end = end_of_first(rest[light].token);
    std::size_t behind = light + 1;
    const std::uint32_t first = rest[light].token;
    while (behind < rest.size() && rest[behind].token > first && rest[behind].token < end) ++behind;
    behind = behind_insertion(rest, light, behind);

    std::vector<item> out(rest.begin() + static_cast<std::ptrdiff_t>(light),
                          rest.begin() + static_cast<std::ptrdiff_t>(behind));
    const std::size_t prefix = text_.words[verb.token].prefix;
    // in second place only what never parts stands before its verb: "ueberholte"
    const bool parts = owner().is != clause::kind::main && prefix > 0;
    if (parts && prefix < verb.words.size()) {
      out.emplace_back(verb.token, verb.words.substr(prefix), true);
      rest.emplace_back(verb.token, verb.words.substr(0, prefix), true);
    } else {
      out.push_back(verb);
    }
    out.insert(out.end(), rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(light));
    out.insert(out.end(), rest.begin() + static_cast<std::ptrdiff_t>(behind), rest.end());
    items_ = std::move(out);
  }

  // Of the constituent that stands before the verb; "von X" of a passive is none of it.
  std::uint32_t end_of_first(std::uint32_t first) const {
    const std::uint32_t end = phrases_.end_of_constituent(first);
    const std::uint32_t head = owner().head;
    const bool passive =
        static_cast<bool>(text_.tables.classes_of_verb({}, text_.words[head].verb) &
                          bit(word_class::auxiliary_become));
    for (std::uint32_t i = first + 1; passive && i < end; ++i) {
      if (text_.is(i, word_class::of)) return i;
    }
    return end;
  }

  // Behind what stands between two commas without a verb at the end of the constituent that
  // begins at `first`, or `at`.
  std::size_t behind_insertion(const std::vector<item>& items, std::size_t first,
                               std::size_t at) const {
    const auto is_comma = [&](std::size_t i) {
      return text_.symbol(items[i].token) == symbol_comma;
    };
    if (at >= items.size() || !is_comma(at)) return at;
    for (std::size_t i = first; i < at; ++i) {
      if (is_comma(i)) return at + 1;  // the constituent holds the opening one
    }
    for (std::size_t end = at + 1; end < items.size(); ++end) {
      if (is_comma(end)) return end + 1;
      if (is_verb(items[end])) return at;
    }
    return at;
  }

  // "die Tagung, die in Lindau stattfindet"
  void put_antecedent_first(const clause& c) {
    std::uint32_t noun = c.tokens.begin;
    const auto closes = [&](std::uint32_t i) { return text_.symbol(i) == symbol_close; };
    while (noun > source_.clauses.tokens.begin && !is_word(noun - 1) && !closes(noun - 1)) --noun;
    if (noun > source_.clauses.tokens.begin && closes(noun - 1)) noun = before_bracket(noun - 1);
    if (noun == source_.clauses.tokens.begin || noun == c.tokens.begin) return;
    const std::uint32_t end = noun_before(noun);
    if (end == no_index) return;
    const name_mention* name = names_.at(end - 1);
    std::uint32_t begin = name ? name->tokens.begin : phrases_.begin_of_phrase(end - 1);
    const bool named_phrase =
        name && begin > source_.clauses.tokens.begin && text_.is(begin - 1, word_class::article);
    if (named_phrase) begin = phrases_.begin_of_phrase(end - 1);
    const bool articled = text_.is(begin, word_class::article);
    while (!articled && !name && begin > source_.clauses.tokens.begin &&
           phrases_.is_noun(begin - 1)) {
      --begin;
    }
    const bool oblique =
        text_.words[begin].is_any(bit(word_class::dative) | bit(word_class::genitive_article));
    if (articled && begin + 1 < end && (oblique || phrases_.is_noun(begin + 1))) ++begin;
    const auto weak = [&](std::uint32_t i) {
      return phrases_.is_adjective(i) && !phrases_.is_number(i) &&
             text_.words[i].ends_like(word_class::oblique_ending);
    };
    while (oblique && begin + 1 < end && weak(begin)) ++begin;
    std::vector<item> out;
    for (std::uint32_t i = begin; i < end; ++i) out.emplace_back(i, text_.in(i));
    out.emplace_back(c.tokens.begin - 1, text_.in(c.tokens.begin - 1));
    out.insert(out.end(), items_.begin(), items_.end());
    items_ = std::move(out);
  }

  // Before "(...)" that ends before the token, or the token.
  std::uint32_t before_bracket(std::uint32_t token) const {
    const std::uint32_t first = source_.clauses.tokens.begin;
    if (token <= first || text_.symbol(token) != symbol_close) return token;
    std::uint32_t open = token;
    while (open > first && text_.symbol(open) != symbol_open) --open;
    return open > first ? open : token;
  }

  // Behind the noun that ends before the token; a verb may stand between.
  std::uint32_t noun_before(std::uint32_t token) const {
    constexpr std::uint32_t furthest = 3;
    const std::uint32_t first = source_.clauses.tokens.begin;
    for (std::uint32_t end = token; end > first && token - end < furthest; --end) {
      if (phrases_.is_noun(end - 1)) return end;
      if (!is_word(end - 1) || text_.words[end - 1].forms == 0) return no_index;
    }
    return no_index;
  }

  // --- what it is about ---

  // "Alle wussten, dass der Damm bricht": of what is known or said the label tells what, where
  // it is short enough.
  void add_complement() {
    const std::vector<clause>& all = source_.clauses.clauses;
    for (std::uint32_t i = source_.clause + 1; i < all.size(); ++i) {
      const clause& c = all[i];
      if (c.parent != source_.clause || c.tokens.begin < source_.tokens.end) continue;
      const bool said = c.opener != no_index && text_.is(c.opener, word_class::complementizer);
      if (c.tokens.begin > source_.tokens.end + 1 || !said) return;
      const std::size_t before = items_.size();
      for (std::uint32_t t = c.tokens.begin - 1; t < c.tokens.end; ++t) {
        if (source_.clauses.owns(i, t) || t < c.tokens.begin) items_.emplace_back(t, text_.in(t));
      }
      if (!fits()) items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(before), items_.end());
      return;
    }
  }

  // --- length ---

  bool fits() const { return length() <= longest_label; }

  bool is_verb(const item& i) const {
    return i.token == owner().head ||
           (text_.words[i.token].forms != 0 && is_word(i.token) && !text_.is_capital(i.token));
  }
  bool has_verb(std::size_t from, std::size_t to) const {
    return std::any_of(items_.begin() + static_cast<std::ptrdiff_t>(from),
                       items_.begin() + static_cast<std::ptrdiff_t>(to),
                       [&](const item& i) { return is_verb(i); });
  }
  void erase(std::size_t from, std::size_t to) {
    items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(from),
                 items_.begin() + static_cast<std::ptrdiff_t>(to));
  }

  void shorten() {
    if (!fits()) drop_parts();
    tidy_marks();
    drop_ends();
    if (!fits()) cut();
  }

  void drop_parts() {
    while (!fits() && drop_brackets()) continue;
    while (!fits() && drop_insertion()) continue;
    while (!fits() && drop_remark()) continue;
    while (!fits() && drop_description()) continue;
    if (!fits()) drop_adverbs();
    while (!fits() && drop_phrase(false)) continue;
    while (!fits() && drop_adjective()) continue;
    while (!fits() && drop_tail()) continue;
    if (!fits()) drop_first();
    while (!fits() && drop_phrase(true)) continue;
  }

  bool drop_brackets() {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (symbol(i) != symbol_open) continue;
      std::size_t end = i + 1;
      while (end < items_.size() && symbol(end) != symbol_close) ++end;
      erase(i, std::min(end + 1, items_.size()));
      return i > 0;
    }
    return false;
  }

  // What stands between two commas without a verb.
  bool drop_insertion() {
    for (std::size_t i = 1; i < items_.size(); ++i) {
      if (symbol(i) != symbol_comma) continue;
      for (std::size_t end = i + 1; end < items_.size(); ++end) {
        if (symbol(end) != symbol_comma) continue;
        // behind the verb it is no insertion but a list
        if (has_verb(i + 1, end) || !has_verb(end, items_.size())) break;
        erase(i, end + 1);
        return true;
      }
    }
    return false;
  }

  // ", 19 of them outside" at the end: what a number or an adverb opens and no verb is in.
  bool drop_remark() {
    for (std::size_t i = items_.size(); i-- > 1;) {
      if (symbol(i) != symbol_comma || i + 1 == items_.size()) continue;
      const std::uint32_t first = items_[i + 1].token;
      const bool remark =
          phrases_.is_number(first) ||
          (is_word(first) && !phrases_.is_noun(first) && !phrases_.is_adjective(first) &&
           !phrases_.is_preposition(first) && !text_.is(first, word_class::article));
      if (!remark || !has_verb(0, i) || has_verb(i + 1, items_.size())) return false;
      erase(i, items_.size());
      return true;
    }
    return false;
  }

  bool describes(std::uint32_t noun) const {
    constexpr word_classes kinds = bit(word_class::title) | bit(word_class::person) |
                                   bit(word_class::company) | bit(word_class::club) |
                                   bit(word_class::person_ending);
    return static_cast<bool>((text_.words[noun].classes | text_.words[noun].endings) & kinds);
  }

  // "der Hersteller" before a name.
  bool drop_description() {
    for (std::size_t i = 0; i + 2 < items_.size(); ++i) {
      if (!text_.is(items_[i].token, word_class::definite)) continue;
      std::size_t noun = i + 1;
      while (noun + 1 < items_.size() && phrases_.is_adjective(items_[noun].token)) ++noun;
      const std::uint32_t token = items_[noun].token;
      if (!phrases_.is_noun(token) || names_.at(token) || noun + 1 >= items_.size()) continue;
      if (!describes(token) || !names_.at(items_[noun + 1].token)) continue;
      erase(i, noun + 1);
      return true;
    }
    return false;
  }

  void drop_adverbs() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (i == 0 || !is_word(items_[i].token) || !text_.is(items_[i].token, word_class::filler) ||
          text_.is(items_[i].token, word_class::coordinator)) {
        items_[kept++] = items_[i];
      }
    }
    items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(kept), items_.end());
  }

  // The first prepositional phrase: what the verb needs most stands nearest to its end.
  // Names and numbers stay unless `any`.
  bool drop_phrase(bool any) {
    for (std::size_t i = 1; i < items_.size(); ++i) {
      const std::uint32_t token = items_[i].token;
      if (!is_word(token) || !phrases_.is_preposition(token) || is_verb(items_[i])) continue;
      if (phrases_.is_preposition(items_[i - 1].token)) continue;  // "bis zum": not half of it
      const std::uint32_t behind = phrases_.end_of_constituent(token);
      bool matters = false;
      std::size_t end = i + 1;
      for (; end < items_.size() && items_[end].token > token && items_[end].token < behind;
           ++end) {
        matters |= names_.at(items_[end].token) || phrases_.is_number(items_[end].token);
      }
      if (end == i + 1 || (matters && !any)) continue;
      if (stands_inside(i, end)) continue;
      end = behind_joint(behind_place(end));
      while (end < items_.size() && !items_[end].part && is_tied(items_[end].token)) ++end;
      erase(i, end);
      return true;
    }
    return false;
  }

  // Before the phrase that a coordinator ties to the one that ends there: "(gegen einen Mast und
  // danach) gegen ein Gitter".
  std::size_t behind_joint(std::size_t at) const {
    if (at >= items_.size() || !text_.is(items_[at].token, word_class::coordinator)) return at;
    for (std::size_t next = at + 1; next < items_.size() && next <= at + 2; ++next) {
      if (phrases_.is_preposition(items_[next].token)) return next;
      if (!is_word(items_[next].token) || text_.is_capital(items_[next].token)) return at;
    }
    return at;
  }

  // Behind a place that belongs to the phrase before it: "(im Haus) in Ulm".
  std::size_t behind_place(std::size_t at) const {
    if (at + 1 >= items_.size() || !text_.is(items_[at].token, word_class::place_preposition)) {
      return at;
    }
    if (!names_.at(items_[at + 1].token)) return at;
    const std::uint32_t behind = phrases_.end_of_constituent(items_[at].token);
    const std::uint32_t first = items_[at].token;
    while (at < items_.size() && items_[at].token >= first && items_[at].token < behind) ++at;
    return at;
  }

  // Before a participle ("der aus Ulm stammende Gast") or in quotation marks.
  bool stands_inside(std::size_t from, std::size_t to) const {
    std::size_t quotes = 0;
    for (std::size_t i = 0; i < from; ++i) quotes += symbol(i) == symbol_quote;
    if (quotes % 2 != 0) return true;
    if (to + 1 >= items_.size()) return false;
    const std::uint32_t next = items_[to].token;
    return is_word(next) && !text_.is_capital(next) && !text_.words[next].classes &&
           text_.ends_like_adjective(next) && phrases_.is_noun(items_[to + 1].token);
  }

  // "/Baku" behind a word, or what follows such a mark.
  bool is_tied(std::uint32_t token) const {
    const auto ties = [&](std::uint32_t i) { return text_.symbol(i) == symbol_inner_slash; };
    return ties(token) || (token > 0 && ties(token - 1));
  }

  // A prepositional phrase before the verb; the next constituent takes its place.
  void drop_first() {
    if (source_.nominal || owner().head == no_index) return;
    const auto verb = std::find_if(items_.begin(), items_.end(),
                                   [&](const item& i) { return i.token == owner().head; });
    if (verb == items_.end() || verb == items_.begin() || verb + 1 == items_.end()) return;
    const std::uint32_t first = items_.front().token;
    const bool marked = std::any_of(
        items_.begin(), verb, [&](const item& i) { return text_.symbol(i.token) == symbol_comma; });
    if (!phrases_.is_preposition(first) || marked) return;
    const item head = *verb;
    items_.erase(items_.begin(), verb);
    verb_second(head);
  }

  bool drop_adjective() {
    for (std::size_t i = 1; i + 1 < items_.size(); ++i) {
      const std::uint32_t token = items_[i].token;
      const bool inside = text_.is(items_[i - 1].token, word_class::article);
      if (!inside || !phrases_.is_adjective(token) || !phrases_.is_noun(items_[i + 1].token)) {
        continue;
      }
      erase(i, i + 1);
      return true;
    }
    return false;
  }

  // From the last comma on, where the finite verb stands before it.
  bool drop_tail() {
    for (std::size_t i = items_.size(); i-- > 1;) {
      if (symbol(i) != symbol_comma) continue;
      if (!source_.nominal && !has_verb(0, i)) return false;
      erase(i, items_.size());
      return true;
    }
    return false;
  }

  // At a word, with dots.
  void cut() {
    const auto opens = [&](const item& i) {
      return text_.is(i.token, word_class::article) || (!phrases_.is_noun(i.token) && !is_verb(i));
    };
    while (items_.size() > 1 && length() > longest_label - 2) items_.pop_back();
    while (items_.size() > 1 && opens(items_.back())) items_.pop_back();
    tidy_marks();
    drop_ends();
    cut_ = true;
  }

  // --- writing ---

  bool space_before(std::size_t position) const {
    const item& a = items_[position - 1];
    const item& b = items_[position];
    if (!a.part && !b.part && b.token == a.token + 1) {
      return !(text_.at(b.token).flags & token::glued);
    }
    return !is_closing(text_.symbol(b.token)) && text_.symbol(a.token) != symbol_open;
  }

  // Code points of written().
  std::size_t length() const {
    std::size_t out = cut_ ? 2 : 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      out += (i > 0 && space_before(i) ? 1 : 0) + items_[i].width;
    }
    return out;
  }

  std::string written() const {
    std::string out;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (i > 0 && space_before(i)) out += ' ';
      out += items_[i].words;
    }
    if (cut_) {
      out += ' ';
      append_utf8(out, U'\u2026');
    }
    return out;
  }

  // A name keeps its small letter: "iPhone".
  std::string capitalized(std::string words) const {
    if (!words.empty() && !has_inner_capital(items_.front().words)) capitalize(words);
    return words;
  }

  static bool has_inner_capital(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  const analyzed_text& text_;
  const article_names& names_;
  const label_source& source_;
  phrase_reader phrases_;
  std::vector<item> items_;
  bool cut_ = false;
};

}  // namespace

std::string make_label(const analyzed_text& text, const article_names& names,
                       const label_source& source) {
  return label_maker(text, names, source).make();
}

}  // namespace zeitstrahl
