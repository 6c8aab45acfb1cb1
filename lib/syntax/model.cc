#include "syntax/model.h"

#include <charconv>

#include "lang/table.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view first_line = "zeitstrahl syntax model 1";
constexpr std::array<std::size_t, 4> row_sizes = {tag_capacity, tag_capacity, move_capacity,
                                                  label_capacity};
constexpr int most_bits = 24;

constexpr std::string_view checksum_key = "\nchecksum: ";

// Goes on from the checksum of what stands before.
std::uint64_t checksum_of(std::string_view bytes, std::uint64_t h = 0xcbf29ce484222325u) {
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    for (std::size_t i = 0, shift = 0; i < 8; ++i, shift += 8) {
      h ^= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << shift;
    }
    h *= 0x100000001b3u;
  }
  for (char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return h;
}

std::string hex_of(std::uint64_t value) {
  std::string out(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4) out[i] = "0123456789abcdef"[value & 15];
  return out;
}

std::vector<std::string> names_of(std::string_view value) {
  std::vector<std::string> out;
  for (std::string_view name : split(value, " ")) out.emplace_back(name);
  return out;
}

error fault(std::string message) {
  return {error_kind::bad_input, "syntax.bin", std::move(message) + "; make it again"};
}

}  // namespace

result<syntax_model> syntax_model::open(std::string_view bytes) {
  const std::size_t head_end = bytes.find("\n\n");
  if (!bytes.starts_with(first_line) || head_end == std::string_view::npos) {
    return fault("no model of this version, which begins '" + std::string(first_line) + "'");
  }
  syntax_model out;
  std::vector<std::string> bits;
  std::string checksum;
  for (std::string_view line : split(bytes.substr(0, head_end), "\n")) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string_view::npos) continue;
    const std::string_view key = line.substr(0, colon);
    const std::string_view value = line.substr(colon + 2);
    if (key == "about") out.about_ = value;
    if (key == "tags") out.tags_ = names_of(value);
    if (key == "labels") out.labels_ = names_of(value);
    if (key == "tables") bits = names_of(value);
    if (key == "checksum") checksum = value;
  }
  const bool fits = !out.tags_.empty() && out.tags_.size() <= tag_capacity &&
                    !out.labels_.empty() && out.labels_.size() <= label_capacity &&
                    bits.size() == row_sizes.size();
  if (!fits) return fault("its head lacks tags, labels or tables, or has too many");

  std::string_view rest = bytes.substr(head_end + 2);
  std::array<const std::uint8_t*, 4> tables{};
  std::array<int, 4> sizes{};
  for (std::size_t i = 0; i < row_sizes.size(); ++i) {
    const char* end = bits[i].data() + bits[i].size();
    const auto [rest_of, problem] = std::from_chars(bits[i].data(), end, sizes[i]);
    if (problem != std::errc() || rest_of != end || sizes[i] < 1 || sizes[i] > most_bits) {
      return fault("its tables have no size");
    }
    const std::size_t size = row_sizes[i] << sizes[i];
    if (rest.size() < size) return fault("it is cut off");
    tables[i] = reinterpret_cast<const std::uint8_t*>(rest.data());
    rest.remove_prefix(size);
  }
  const std::string_view weights = bytes.substr(head_end + 2);
  const std::string_view head = bytes.substr(0, bytes.substr(0, head_end).rfind(checksum_key));
  if (hex_of(checksum_of(weights, checksum_of(head))) != checksum) return fault("it is damaged");
  out.tagger[0] = {tables[0], sizes[0]};
  out.tagger[1] = {tables[1], sizes[1]};
  out.moves = {tables[2], sizes[2]};
  out.labeller = {tables[3], sizes[3]};
  return out;
}

std::string write_model(const model_parts& parts) {
  std::string weights;
  for (const std::vector<std::uint8_t>& table : parts.weights) {
    weights.append(table.begin(), table.end());
  }
  std::string out(first_line);
  const auto put = [&](std::string_view key, const auto& values, auto&& text_of) {
    out += "\n" + std::string(key) + ":";
    for (const auto& value : values) out += " " + text_of(value);
  };
  const auto same = [](const std::string& text) { return text; };
  out += "\nabout: " + parts.about;
  put("tags", parts.tags, same);
  put("labels", parts.labels, same);
  put("tables", parts.bits, [](int bits) { return std::to_string(bits); });
  const std::uint64_t checksum = checksum_of(weights, checksum_of(out));
  out.append(checksum_key).append(hex_of(checksum)) += "\n\n";
  return out + weights;
}

}  // namespace zeitstrahl
