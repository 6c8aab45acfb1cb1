#include "syntax/maker/morfologik.h"

#include <cstdint>
#include <vector>

namespace zeitstrahl {
namespace {

constexpr std::string_view magic = "\\fsa\xC6";
constexpr std::uint8_t target_next = 0x80;
constexpr std::uint8_t last_arc = 0x40;
constexpr std::uint8_t final_arc = 0x20;
constexpr std::uint8_t label_bits = 0x1F;
constexpr std::uint16_t has_numbers = 0x100;
constexpr char separator = '_';
constexpr std::size_t longest = 1000;  // bytes of an entry; longer ones are a damaged file

class reader {
 public:
  reader(std::string_view bytes, const std::function<void(const dictionary_entry&)>& each)
      : bytes_(bytes), each_(each) {}

  result<std::size_t> read() {
    const std::size_t head = magic.size() + 3;
    if (!bytes_.starts_with(magic) || bytes_.size() < head) {
      return problem("is no dictionary of morfologik in the format CFSA2");
    }
    numbers_ = ((byte(5) << 8 | byte(6)) & has_numbers) != 0;
    labels_ = bytes_.substr(head, byte(7));
    arcs_ = bytes_.substr(std::min(bytes_.size(), head + labels_.size()));
    const std::size_t root = target(first_arc(0));
    walk(root);
    if (damaged_) return problem("is damaged");
    return count_;
  }

 private:
  static error problem(std::string_view what) {
    return {error_kind::bad_input, "", "the dictionary " + std::string(what)};
  }

  std::uint8_t byte(std::size_t at) const { return static_cast<std::uint8_t>(bytes_[at]); }

  std::uint8_t arc_byte(std::size_t at) {
    if (at < arcs_.size()) return static_cast<std::uint8_t>(arcs_[at]);
    damaged_ = true;
    return 0;
  }

  std::size_t number(std::size_t at, std::size_t& end) {
    std::size_t value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      const std::uint8_t next = arc_byte(at++);
      value |= std::size_t{next & 0x7Fu} << shift;
      if (next < 0x80) break;
    }
    end = at;
    return value;
  }

  std::size_t first_arc(std::size_t state) {
    std::size_t end = state;
    if (numbers_) number(state, end);
    return end;
  }

  std::size_t after_label(std::size_t arc) {
    return arc + ((arc_byte(arc) & label_bits) == 0 ? 2 : 1);
  }

  std::size_t next_arc(std::size_t arc) {
    std::size_t end = after_label(arc);
    if ((arc_byte(arc) & target_next) == 0) number(end, end);
    return end;
  }

  // The state behind the arc; 0 where nothing follows.
  std::size_t target(std::size_t arc) {
    std::size_t end = after_label(arc);
    if ((arc_byte(arc) & target_next) == 0) return number(end, end);
    while ((arc_byte(arc) & last_arc) == 0 && !damaged_) arc = next_arc(arc);
    return next_arc(arc);
  }

  char label(std::size_t arc) {
    const std::size_t index = arc_byte(arc) & label_bits;
    if (index == 0) return static_cast<char>(arc_byte(arc + 1));
    if (index < labels_.size()) return labels_[index];
    damaged_ = true;
    return 0;
  }

  void walk(std::size_t state) {
    if (word_.size() > longest) damaged_ = true;
    std::size_t arc = first_arc(state);
    while (!damaged_) {
      const std::uint8_t flags = arc_byte(arc);
      word_ += label(arc);
      if ((flags & final_arc) != 0) tell();
      if (const std::size_t next = target(arc); next != 0) walk(next);
      word_.pop_back();
      if ((flags & last_arc) != 0) return;
      arc = next_arc(arc);
    }
  }

  void tell() {
    const std::string_view word = word_;
    const std::size_t first = word.find(separator);
    const std::size_t second = word.find(separator, first + 2);
    if (first == word.npos || second == word.npos) {
      damaged_ = true;
      return;
    }
    const std::string_view form = word.substr(0, first);
    const std::size_t cut = static_cast<unsigned char>(word[first + 1]) - std::size_t{'A'};
    lemma_.assign(form.substr(0, cut <= form.size() ? form.size() - cut : 0));
    lemma_ += word.substr(first + 2, second - first - 2);
    each_({form, lemma_, word.substr(second + 1)});
    ++count_;
  }

  std::string_view bytes_;
  const std::function<void(const dictionary_entry&)>& each_;
  std::string_view labels_;
  std::string_view arcs_;
  std::string word_;
  std::string lemma_;
  std::size_t count_ = 0;
  bool numbers_ = false;
  bool damaged_ = false;
};

}  // namespace

result<std::size_t> read_morfologik(std::string_view bytes,
                                    const std::function<void(const dictionary_entry&)>& each) {
  return reader(bytes, each).read();
}

}  // namespace zeitstrahl
