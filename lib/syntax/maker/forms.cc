#include "syntax/maker/forms.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "base/utf8.h"
#include "syntax/forms_file.h"
#include "syntax/maker/automaton.h"
#include "syntax/morphology.h"
#include "syntax/word_buffer.h"

namespace zeitstrahl {
namespace {

using class_key = std::tuple<std::uint32_t, std::uint32_t, std::uint16_t, std::uint8_t>;
using rule_key = std::tuple<std::string, std::uint8_t, std::uint8_t, std::uint8_t, std::uint8_t>;
using lemma_list = std::vector<std::pair<rule_key, std::uint32_t>>;  // and what of
using entry_key = std::pair<class_key, lemma_list>;

class_key key_of(const tag_meaning& m) { return {m.pos, m.detail, m.nominal, m.verbal}; }

std::size_t common_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

// The shortest rule from form to lemma; among those, the one without an infix.
rule_key rule_between(std::string_view form, std::string_view lemma,
                      const std::vector<std::string>& infixes) {
  rule_key best;
  std::size_t best_size = std::string::npos;
  const auto consider = [&](std::string base, std::size_t at, std::size_t size, bool small) {
    if (small) {
      std::size_t first = (static_cast<unsigned char>(base[0]) & 0x80) != 0 ? 2 : 1;
      const std::string folded = fold_case(std::string_view(base).substr(0, first));
      if (base.starts_with(folded)) return;
      base.replace(0, first, folded);
    }
    const std::size_t common = common_prefix(base, lemma);
    const std::size_t cost = 4 * (lemma.size() - common) + base.size() - common + size + small;
    if (common < at || cost >= best_size) return;
    best_size = cost;
    best = {std::string(lemma.substr(common)), static_cast<std::uint8_t>(at),
            static_cast<std::uint8_t>(size), static_cast<std::uint8_t>(base.size() - common),
            static_cast<std::uint8_t>(small)};
  };
  for (const bool small : {false, true}) {
    consider(std::string(form), 0, 0, small);
    for (const std::string& infix : infixes) {
      for (std::size_t at = form.find(infix); at != form.npos; at = form.find(infix, at + 1)) {
        std::string base(form);
        consider(base.erase(at, infix.size()), at, infix.size(), small);
      }
    }
  }
  return best;
}

void put(std::string& out, std::uint32_t value, int bytes) {
  for (; bytes > 0; --bytes, value >>= 8) out += static_cast<char>(value & 0xFF);
}

void put_word(std::string& out, std::string_view word) {
  put(out, static_cast<std::uint32_t>(word.size()), 1);
  out += word;
}

// Numbers things by how many forms have them, the most frequent first.
template <class Key>
std::vector<const Key*> by_frequency(const std::map<Key, std::uint32_t>& counts) {
  std::vector<const Key*> out;
  for (const auto& [key, count] : counts) out.push_back(&key);
  std::stable_sort(out.begin(), out.end(),
                   [&](const Key* a, const Key* b) { return counts.at(*a) > counts.at(*b); });
  return out;
}

class writer {
 public:
  explicit writer(const tag_table& tags) : tags_(tags) {}

  void count(const std::string& form, const entry_key& entry) {
    ++entries_[entry];
    ++classes_[entry.first];
    keys_.emplace_back(form, &entries_.find(entry)->first);
  }

  result<std::string> write() {
    number_classes();
    write_entries();
    automaton_builder automaton;
    for (const auto& [key, number] : keys_that_are_no_forms()) automaton.add(key, number);
    for (const auto& [form, entry] : keys_) automaton.add(form, entry_numbers_.at(entry));
    const std::vector<std::uint32_t> cells = automaton.cells();
    for (const auto& [what, size, limit] :
         {std::tuple{"cells", cells.size(), std::size_t{forms_file::max_cells}},
          std::tuple{"classes", classes_.size(), std::size_t{0xFFFF}},
          std::tuple{"text", text_.size(), std::size_t{0xFFFF}}}) {
      if (size > limit) {
        return error{error_kind::bad_input, "",
                     "too many " + std::string(what) + ": " + std::to_string(size) + " of " +
                         std::to_string(limit) + " that a file of forms can number"};
      }
    }
    std::string body;
    for (const std::uint32_t cell : cells) put(body, cell, 4);
    body += entry_bytes_ + class_bytes_ + lemma_bytes_ + rule_bytes_;
    const std::string words = word_bytes();
    body += words + text_;
    std::string out(forms_file::magic);
    std::vector<std::size_t> head = {forms_file::version,
                                     body.size() + forms_file::head_size_in_bytes,
                                     forms_file::checksum(body),
                                     cells.size(),
                                     entries_.size(),
                                     classes_.size() + 1,
                                     lemma_bytes_.size() / forms_file::lemma_size,
                                     rules_.size()};
    for (std::uint32_t list = 0; list < forms_file::list_count; ++list) {
      head.push_back(tags_.list(forms_file::word_list(list)).size());
    }
    head.push_back(words.size());
    head.push_back(text_.size());
    for (const std::size_t number : head) put(out, static_cast<std::uint32_t>(number), 4);
    return out + body;
  }

 private:
  void number_classes() {
    put_class({});  // number 0 is none
    for (const class_key* key : by_frequency(classes_)) {
      class_numbers_.emplace(*key, static_cast<std::uint32_t>(class_numbers_.size() + 1));
      put_class(*key);
    }
  }

  void put_class(const class_key& key) {
    put(class_bytes_, std::get<0>(key), 4);
    put(class_bytes_, std::get<1>(key), 4);
    put(class_bytes_, std::get<2>(key), 2);
    put(class_bytes_, std::get<3>(key), 2);
  }

  void write_entries() {
    for (const entry_key* key : by_frequency(entries_)) {
      entry_numbers_.emplace(key, static_cast<std::uint32_t>(entry_numbers_.size()));
      put(entry_bytes_, class_numbers_.at(key->first), 2);
      put(entry_bytes_, lemmas_at(key->second), 4);
      put(entry_bytes_, static_cast<std::uint32_t>(key->second.size()), 2);
    }
  }

  std::uint32_t lemmas_at(const lemma_list& lemmas) {
    const auto [at, fresh] = lemma_lists_.emplace(
        lemmas, static_cast<std::uint32_t>(lemma_bytes_.size() / forms_file::lemma_size));
    if (fresh) {
      for (const auto& [rule, of] : lemmas) {
        put(lemma_bytes_, of, 4);
        put(lemma_bytes_, rule_number(rule), 4);
      }
    }
    return at->second;
  }

  std::uint32_t rule_number(const rule_key& rule) {
    const auto [at, fresh] = rules_.emplace(rule, static_cast<std::uint32_t>(rules_.size()));
    if (fresh) {
      const auto& [text, infix_at, infix_size, cut, first] = rule;
      std::size_t text_at = text_.find(text);
      if (text_at == std::string::npos) {
        text_at = text_.size();
        text_ += text;
      }
      for (const std::uint8_t byte : {infix_at, infix_size, cut, first}) put(rule_bytes_, byte, 1);
      put(rule_bytes_, static_cast<std::uint32_t>(text_at), 2);
      put(rule_bytes_, static_cast<std::uint32_t>(text.size()), 2);
    }
    return at->second;
  }

  std::map<std::string, std::uint32_t> keys_that_are_no_forms() const {
    std::map<std::string, std::uint32_t> out;
    const std::vector<std::string>& alikes = tags_.alikes();
    for (std::size_t i = 0; i + 1 < alikes.size(); i += 2) {
      const std::string& form = alikes[i + 1];
      const auto at = std::lower_bound(
          keys_.begin(), keys_.end(), form,
          [](const auto& key, const std::string& wanted) { return key.first < wanted; });
      std::string key(1, begins_with_capital(form) ? forms_file::key_noun_ending
                                                   : forms_file::key_small_ending);
      key.append(alikes[i].rbegin(), alikes[i].rend());
      out[key] = entry_numbers_.at(at->second);
    }
    for (const std::string& prefix : tags_.prefixes())
      out[char{forms_file::key_prefix} + prefix] = 0;
    return out;
  }

  std::string word_bytes() const {
    std::string out;
    for (std::uint32_t list = 0; list < forms_file::list_count; ++list) {
      for (const std::string& word : tags_.list(forms_file::word_list(list))) put_word(out, word);
    }
    return out;
  }

  const tag_table& tags_;
  std::map<entry_key, std::uint32_t> entries_;
  std::map<class_key, std::uint32_t> classes_;
  std::vector<std::pair<std::string, const entry_key*>> keys_;
  std::map<class_key, std::uint32_t> class_numbers_;
  std::unordered_map<const entry_key*, std::uint32_t> entry_numbers_;
  std::map<lemma_list, std::uint32_t> lemma_lists_;
  std::map<rule_key, std::uint32_t> rules_;
  std::string entry_bytes_, class_bytes_, lemma_bytes_, rule_bytes_, text_;
};

}  // namespace

void forms_builder::add(std::string_view form, std::string_view lemma, std::string_view tag) {
  if (form.empty() || form.size() > max_word) return;
  if (static_cast<unsigned char>(form[0]) < forms_file::first_letter) return;
  if (form.find_first_of(" #") != form.npos || lemma.find(' ') != lemma.npos) return;
  if (form == "-") return;
  const tag_meaning meaning = tags_.meaning_of(form, tag);
  if (meaning.pos == 0) return;
  add(form, lemma, meaning);
  if ((meaning.pos & pos_zu_infinitive) != 0) add_particle(form, lemma);
}

void forms_builder::add(std::string_view text, std::string_view lemma, const tag_meaning& meaning) {
  form& all = forms_[std::string(text)];
  all.meaning.pos |= meaning.pos;
  all.meaning.detail |= meaning.detail;
  all.meaning.nominal |= meaning.nominal;
  all.meaning.verbal |= meaning.verbal;
  all.lemmas[std::string(lemma)] |= meaning.pos;
}

// "mitzuteilen" of "mitteilen": what stands before the infix is a particle.
void forms_builder::add_particle(std::string_view form, std::string_view lemma) {
  for (const std::string& infix : tags_.list(forms_file::list_infixes)) {
    for (std::size_t at = form.find(infix, 1); at != form.npos; at = form.find(infix, at + 1)) {
      if (lemma.starts_with(form.substr(0, at)) &&
          lemma.substr(at) == form.substr(at + infix.size())) {
        const std::string_view particle = form.substr(0, at);
        add(particle, particle, tag_meaning{pos_particle, 0, 0, 0});
        return;
      }
    }
  }
}

result<std::string> forms_builder::build() const {
  const std::vector<std::string>& alikes = tags_.alikes();
  for (std::size_t i = 0; i + 1 < alikes.size(); i += 2) {
    const std::string& form = alikes[i + 1];
    if (alikes[i].empty() || forms_.count(form) == 0 || !form.ends_with(alikes[i])) {
      return error{error_kind::bad_input, "",
                   "\"" + form + "\", which words in \"" + alikes[i] +
                       "\" are like, is no such form of the dictionary"};
    }
  }
  std::vector<std::string> infixes = tags_.list(forms_file::list_infixes);
  infixes.insert(infixes.end(), tags_.participles().begin(), tags_.participles().end());
  writer out(tags_);
  for (const auto& [text, form] : forms_) {
    lemma_list lemmas;
    for (const auto& [lemma, of] : form.lemmas) {
      lemmas.emplace_back(rule_between(text, lemma, infixes), of);
    }
    out.count(text, {key_of(form.meaning), lemmas});
  }
  return out.write();
}

}  // namespace zeitstrahl
