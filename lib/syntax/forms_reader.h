#ifndef ZEITSTRAHL_LIB_SYNTAX_FORMS_READER_H_
#define ZEITSTRAHL_LIB_SYNTAX_FORMS_READER_H_

// A file of forms (forms_file.h) as it lies in memory: checked once, then read in place.

#include <array>
#include <bit>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "syntax/forms_file.h"
#include "syntax/morphology.h"
#include "zeitstrahl/result.h"

namespace zeitstrahl {

// A place in the automaton: the state behind a prefix, and the entry of the prefix itself.
struct form_state {
  static constexpr std::uint32_t no_entry = ~0u;
  std::uint32_t arcs = 0;  // the cell of the first arc; 0: nothing follows
  std::uint32_t entry = no_entry;

  bool alive() const { return arcs != 0 || entry != no_entry; }
  bool is_word() const { return entry != no_entry; }
};

class forms_reader {
 public:
  // The bytes must outlive the reader.  bad_input where they are no file of forms, are cut off
  // or damaged; whatever they are, nothing beyond them is read later.
  static result<forms_reader> open(std::string_view bytes);

  form_state root() const { return {1, form_state::no_entry}; }
  form_state root(forms_file::key_mark mark) const { return behind(marked_[mark]); }

  // The state behind one more byte, which may be dead.
  form_state step(const form_state& from, char letter) const {
    const auto wanted = static_cast<unsigned char>(letter);
    if (from.arcs == 0) return {};
    if (from.arcs == 1) return behind(first_arcs_[wanted]);
    for (std::uint32_t at = from.arcs;; ++at) {
      const std::uint32_t cell = number(cells_ + std::size_t{4} * at);
      if ((cell & 0xFF) == wanted) return behind(cell);
      if ((cell & forms_file::cell_last) != 0) return {};
    }
  }

  form_state walk(form_state from, std::string_view text) const {
    for (const char c : text) {
      from = step(from, c);
      if (!from.alive()) break;
    }
    return from;
  }

  std::uint32_t find(std::string_view form) const { return walk(root(), form).entry; }

  // What an entry says; `by` and `head_at` stay as they are.
  morphology meaning_of(std::uint32_t entry) const;

  // The rule of the nth lemma whose parts of speech share one with `pos`; false if there is none.
  bool find_lemma(std::uint32_t entry, std::uint32_t pos, std::uint32_t nth,
                  forms_file::lemma_rule& rule) const;
  std::string_view text_of(const forms_file::lemma_rule& rule) const {
    return text_.substr(rule.text_at, rule.text_size);
  }

  std::uint32_t class_count() const { return counts_[forms_file::head_classes]; }

  // Words of the language, one after the other: each is a byte of size and the word.
  class words {
   public:
    explicit words(std::string_view bytes) : bytes_(bytes) {}
    // Takes the next word off the list; false where it is empty.
    bool next(std::string_view& word) {
      if (bytes_.empty()) return false;
      word = bytes_.substr(1, static_cast<unsigned char>(bytes_[0]));
      bytes_.remove_prefix(1 + word.size());
      return true;
    }

   private:
    std::string_view bytes_;
  };
  words list(forms_file::word_list which) const { return words(lists_[which]); }
  // Whether the text may begin with a folding, by its first two bytes; it is not empty.
  bool may_fold(std::string_view text) const {
    return folds_[two_bytes(text[0], text.size() > 1 ? text[1] : '\0')];
  }

 private:
  static std::size_t two_bytes(char first, char second) {
    return std::size_t{static_cast<unsigned char>(first)} << 8 | static_cast<unsigned char>(second);
  }
  static std::uint32_t number(const char* at) {
    std::uint32_t out = 0;
    std::memcpy(&out, at, sizeof out);
    if constexpr (std::endian::native == std::endian::big) {
      out = out << 24 | (out & 0xFF00) << 8 | (out >> 8 & 0xFF00) | out >> 24;
    }
    return out;
  }

  form_state behind(std::uint32_t arc) const {
    const std::uint32_t target = arc >> forms_file::cell_target_shift;
    if ((arc & forms_file::cell_word) == 0) return {target, form_state::no_entry};
    const std::uint32_t cell = number(cells_ + std::size_t{4} * target);
    return {(cell & forms_file::cell_last) != 0 ? 0 : target + 1,
            cell >> forms_file::cell_target_shift};
  }

  std::string problem_of(std::string_view bytes);
  bool place_sections(std::string_view body);
  bool place_words(std::string_view bytes);
  bool cells_are_sound();
  bool tables_are_sound() const;

  const char* cells_ = nullptr;
  const char* entries_ = nullptr;
  const char* classes_ = nullptr;
  const char* lemmas_ = nullptr;
  const char* rules_ = nullptr;
  std::string_view text_;
  std::array<std::string_view, forms_file::list_count> lists_;
  std::array<std::uint32_t, forms_file::head_numbers> counts_{};
  std::array<std::uint32_t, 256> first_arcs_{};
  std::array<std::uint32_t, forms_file::first_letter> marked_{};
  std::bitset<1 << 16> folds_;  // by two_bytes()
};

}  // namespace zeitstrahl

#endif  // ZEITSTRAHL_LIB_SYNTAX_FORMS_READER_H_
