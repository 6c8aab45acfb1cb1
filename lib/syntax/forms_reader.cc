#include "syntax/forms_reader.h"

#include <string>

namespace zeitstrahl {
namespace {

namespace file = forms_file;

std::uint32_t half(const char* at) {
  return static_cast<unsigned char>(at[0]) | std::uint32_t{static_cast<unsigned char>(at[1])} << 8;
}

}  // namespace

result<forms_reader> forms_reader::open(std::string_view bytes) {
  forms_reader out;
  if (std::string problem = out.problem_of(bytes); !problem.empty()) {
    return error{error_kind::bad_input, "", std::move(problem)};
  }
  return out;
}

// What is wrong with the bytes, or nothing.
std::string forms_reader::problem_of(std::string_view bytes) {
  if (!bytes.starts_with(file::magic)) return "is no file of forms; make one with make_forms";
  if (bytes.size() < file::head_size_in_bytes) return "a file of forms that is cut off in its head";
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    counts_[i] = number(bytes.data() + file::magic.size() + 4 * i);
  }
  if (counts_[file::head_version] != file::version) {
    return "a file of forms of version " + std::to_string(counts_[file::head_version]) +
           ", where version " + std::to_string(file::version) +
           " is read; make it again with make_forms";
  }
  if (counts_[file::head_size] != bytes.size()) {
    return "a file of forms of " + std::to_string(bytes.size()) + " bytes that should have " +
           std::to_string(counts_[file::head_size]);
  }
  const std::string_view body = bytes.substr(file::head_size_in_bytes);
  if (counts_[file::head_checksum] != file::checksum(body)) {
    return "a file of forms whose checksum is wrong; it is damaged";
  }
  if (!place_sections(body) || !cells_are_sound() || !tables_are_sound()) {
    return "a file of forms whose tables do not fit together";
  }
  return {};
}

bool forms_reader::place_sections(std::string_view body) {
  bool fits = true;
  const auto take = [&](file::head_number count, std::size_t size) {
    const std::size_t bytes = counts_[count] * size;
    fits = fits && bytes <= body.size();
    const std::string_view out = fits ? body.substr(0, bytes) : std::string_view();
    body.remove_prefix(out.size());
    return out;
  };
  cells_ = take(file::head_cells, file::cell_size).data();
  entries_ = take(file::head_entries, file::entry_size).data();
  classes_ = take(file::head_classes, file::class_size).data();
  lemmas_ = take(file::head_lemmas, file::lemma_size).data();
  rules_ = take(file::head_rules, file::rule_size).data();
  const std::string_view words_bytes = take(file::head_words_size, 1);
  text_ = take(file::head_text_size, 1);
  return fits && body.empty() && place_words(words_bytes);
}

bool forms_reader::place_words(std::string_view bytes) {
  for (std::uint32_t list = 0; list < file::list_count; ++list) {
    std::size_t end = 0;
    for (std::uint32_t left = counts_[file::head_lists + list]; left > 0; --left) {
      if (end >= bytes.size()) return false;
      end += 1 + std::size_t{static_cast<unsigned char>(bytes[end])};
    }
    if (end > bytes.size()) return false;
    lists_[list] = bytes.substr(0, end);
    bytes.remove_prefix(end);
  }
  std::string_view written;
  std::string_view meant;
  for (words all = list(file::list_foldings); all.next(written) && all.next(meant);) {
    if (written.size() > 1) folds_.set(two_bytes(written[0], written[1]));
    for (int second = 0; written.size() == 1 && second < 256; ++second) {
      folds_.set(two_bytes(written[0], static_cast<char>(second)));
    }
  }
  return bytes.empty();
}

// No arc leads out of the cells, and no row of arcs runs out of them.
bool forms_reader::cells_are_sound() {
  const std::uint32_t count = counts_[file::head_cells];
  if (count < 2) return false;
  std::uint32_t highest = 0;
  for (std::uint32_t at = 1; at < count; ++at) {
    const std::uint32_t target = number(cells_ + std::size_t{4} * at) >> file::cell_target_shift;
    highest = target > highest ? target : highest;
  }
  if (highest >= count) return false;
  if ((number(cells_ + std::size_t{4} * (count - 1)) & file::cell_last) == 0) return false;
  for (std::uint32_t at = 1;; ++at) {
    const std::uint32_t cell = number(cells_ + std::size_t{4} * at);
    const std::uint32_t letter = cell & 0xFF;
    (letter < file::first_letter ? marked_[letter] : first_arcs_[letter]) = cell;
    if ((cell & file::cell_last) != 0) break;
  }
  return true;
}

bool forms_reader::tables_are_sound() const {
  for (std::size_t i = 0; i < counts_[file::head_entries]; ++i) {
    const char* entry = entries_ + i * file::entry_size;
    if (half(entry) >= counts_[file::head_classes]) return false;
    if (std::uint64_t{number(entry + 2)} + half(entry + 6) > counts_[file::head_lemmas]) {
      return false;
    }
  }
  for (std::size_t i = 0; i < counts_[file::head_lemmas]; ++i) {
    if (number(lemmas_ + i * file::lemma_size + 4) >= counts_[file::head_rules]) return false;
  }
  for (std::size_t i = 0; i < counts_[file::head_rules]; ++i) {
    const char* rule = rules_ + i * file::rule_size;
    if (half(rule + 4) + std::size_t{static_cast<unsigned char>(rule[6])} > text_.size()) {
      return false;
    }
  }
  return true;
}

morphology forms_reader::meaning_of(std::uint32_t entry) const {
  morphology out;
  if (entry >= counts_[file::head_entries]) return out;
  const std::uint32_t number_of_class = half(entries_ + std::size_t{entry} * file::entry_size);
  const char* row = classes_ + std::size_t{number_of_class} * file::class_size;
  out.pos = number(row);
  out.detail = number(row + 4);
  out.nominal = static_cast<std::uint16_t>(half(row + 8));
  out.verbal = static_cast<std::uint8_t>(row[10]);
  out.cls = static_cast<std::uint16_t>(number_of_class);
  out.entry = entry + 1;
  return out;
}

bool forms_reader::find_lemma(std::uint32_t entry, std::uint32_t pos, std::uint32_t nth,
                              forms_file::lemma_rule& rule) const {
  if (entry >= counts_[file::head_entries]) return false;
  const char* row = entries_ + std::size_t{entry} * file::entry_size;
  const char* lemma = lemmas_ + std::size_t{number(row + 2)} * file::lemma_size;
  for (std::uint32_t left = half(row + 6); left > 0; --left, lemma += file::lemma_size) {
    if ((number(lemma) & pos) == 0 || nth-- > 0) continue;
    const char* found = rules_ + std::size_t{number(lemma + 4)} * file::rule_size;
    const auto byte = [&](int at) { return static_cast<std::uint8_t>(found[at]); };
    rule = {byte(0), byte(1), byte(2), byte(3), static_cast<std::uint16_t>(half(found + 4)),
            byte(6)};
    return true;
  }
  return false;
}

}  // namespace zeitstrahl
