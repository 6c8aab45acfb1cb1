#ifndef ZEITSTRAHL_LIB_SYNTAX_FORMS_FILE_H_
#define ZEITSTRAHL_LIB_SYNTAX_FORMS_FILE_H_

// The layout of a file of forms (lib/lang/de/forms.bin), which is used where it lies: the reader
// (lexicon.h) copies nothing, and the maker (maker/) writes it.  All numbers are little-endian;
// nothing need be aligned.
//
//     head      the magic, then head_number numbers of four bytes
//     cells     four bytes each: the automaton
//     entries   eight bytes each: what a form is told by: class (2), lemmas begin (4), count (2)
//     classes   twelve bytes each: pos (4), detail (4), nominal (2), verbal (1), zero
//     lemmas    eight bytes each: the kinds it is of (4), rule (4)
//     rules     eight bytes each: see lemma_rule
//     words     one byte of size and the word: the lists of word_list in their order
//     text      the endings that rules append
//
// The automaton is minimal and acyclic.  A state is its arcs in a row, the last one marked; where
// words end, the entry's number stands in a cell before them.  An arc is a letter (8 bits), marks
// (2 bits) and the cell its target begins with (22 bits).

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace zeitstrahl::forms_file {

constexpr std::string_view magic = "zsforms\n";
constexpr std::uint32_t version = 1;

// The automaton's first letters below a blank mark keys that are no forms.
enum key_mark : char {
  key_noun_ending = 1,   // how an unknown word with a capital ends, backwards; told by the entry of
                         // a form that it is then like
  key_small_ending = 2,  // ... with a small letter
  key_prefix = 3,        // what begins compounds but is no word, small; the entry means nothing
};
constexpr unsigned char first_letter = 0x20;

// What else is said of the language.
enum word_list : std::uint32_t {
  list_foldings,  // pairs: what may be written, instead of what
  list_infixes,   // what stands between the particle of a verb and its infinitive: "zu"
  list_joints,    // what joins the words of a compound
  list_lacks,     // what the first word of a compound may have lost at its end
  list_count
};

enum head_number : std::uint32_t {
  head_version,
  head_size,      // of the whole file, in bytes
  head_checksum,  // of all behind the head
  head_cells,     // how many there are of each, to the text's bytes
  head_entries,
  head_classes,
  head_lemmas,
  head_rules,
  head_lists,  // how many words are in each of the lists, one number a list
  head_words_size = head_lists + list_count,  // bytes
  head_text_size,                             // bytes
  head_numbers
};
constexpr std::size_t head_size_in_bytes = magic.size() + std::size_t{4} * head_numbers;

constexpr std::size_t cell_size = 4;
constexpr std::size_t entry_size = 8;
constexpr std::size_t class_size = 12;
constexpr std::size_t lemma_size = 8;
constexpr std::size_t rule_size = 8;

constexpr std::uint32_t cell_last = 0x100;  // the last arc of its state
constexpr std::uint32_t cell_word = 0x200;  // a word ends at the target, whose entry comes first
constexpr std::uint32_t cell_target_shift = 10;
constexpr std::uint32_t max_cells = 1u << 22;
constexpr std::uint32_t no_target = 0;  // cell 0 is no state: nothing follows

// From a form to its lemma: leave out `infix_size` bytes at `infix_at`, cut `cut` bytes off the
// end, append a text; then make the first letter small, or a capital.
struct lemma_rule {
  enum first_letter : std::uint8_t { keep, small };
  std::uint8_t infix_at = 0;
  std::uint8_t infix_size = 0;
  std::uint8_t cut = 0;
  std::uint8_t first = keep;
  std::uint16_t text_at = 0;
  std::uint8_t text_size = 0;  // the eighth byte is zero

  bool operator==(const lemma_rule&) const = default;
};

// FNV-1a over words of four bytes, the rest byte by byte: finds what a copy broke.
constexpr std::uint32_t checksum(std::string_view bytes) {
  const auto at = [&](std::size_t i) {
    return std::uint32_t{static_cast<unsigned char>(bytes[i])};
  };
  std::uint64_t sum = 0xcbf29ce484222325u;
  std::size_t i = 0;
  for (; i + 4 <= bytes.size(); i += 4) {
    sum = (sum ^ (at(i) | at(i + 1) << 8 | at(i + 2) << 16 | at(i + 3) << 24)) * 0x100000001b3u;
    sum ^= sum >> 29;
  }
  for (; i < bytes.size(); ++i) sum = (sum ^ at(i)) * 0x100000001b3u;
  return static_cast<std::uint32_t>(sum ^ sum >> 32);
}

}  // namespace zeitstrahl::forms_file

#endif  // ZEITSTRAHL_LIB_SYNTAX_FORMS_FILE_H_
