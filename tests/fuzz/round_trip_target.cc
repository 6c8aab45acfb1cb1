// What is written is what is read: dates, intervals, TIMEX3, JSON, cells of tables, and packed
// bytes.

#include <span>

#include "base/utf8.h"
#include "io/character_reference.h"
#include "io/csv_row.h"
#include "io/decode.h"
#include "io/json_parse.h"
#include "io/json_parts.h"
#include "io/json_text.h"
#include "io/unpack.h"
#include "tests/fuzz/choices.h"
#include "tests/fuzz/targets.h"
#include "tests/fuzz/timex_reader.h"
#include "time/timex.h"
#include "zeitstrahl/interval.h"

namespace zeitstrahl {
namespace {

std::string fault_of_dates(std::string_view bytes) {
  if (const auto date = parse_day(bytes)) {
    if (parse_day(format_day(*date)) != date) return "another day";
  }
  const std::string edtf = to_edtf(from_edtf(bytes));
  if (to_edtf(from_edtf(edtf)) != edtf) return "EDTF is read otherwise: " + edtf;
  return "";
}

// Units of the calendar that EDTF can name are the same when they are read.
std::string fault_of_units(std::string_view bytes) {
  static constexpr grain named[] = {grain::day,    grain::month,     grain::quarter,
                                    grain::season, grain::half_year, grain::year,
                                    grain::decade, grain::century,   grain::millennium};
  choices choose(bytes);
  const auto unit = [&] {
    const grain precision = named[choose(std::size(named))];
    const int year = static_cast<int>(choose(9998)) + 1;
    const day some =
        to_day({year, static_cast<int>(choose(12)) + 1, static_cast<int>(choose(28)) + 1});
    return in_unit(unit_of(some, precision), precision);
  };
  interval when = unit();
  if (const interval end = unit(); choose(3) == 0 && end.begin_earliest > when.end_latest) {
    when.end_earliest = end.end_earliest;
    when.end_latest = end.end_latest;
    when.end_grain = end.end_grain;
    // Of a range the begin is the first unit, and the end the last one.
  } else if (choose(2) == 0) {
    when.end_earliest = when.end_latest = bound::open();
  }
  when.approximate = choose(2) == 0;
  const interval read = from_edtf(to_edtf(when));
  const bool same = read.begin_earliest == when.begin_earliest &&
                    read.begin_latest == when.begin_latest && read.end_latest == when.end_latest &&
                    read.end_earliest == when.end_earliest && read.approximate == when.approximate;
  return same ? "" : "another interval: " + to_edtf(when) + ", " + to_edtf(read);
}

// How many of a unit a TIMEX3 unit holds: months are M of a date, minutes M of a clock.
double size_of(const timex_length& read) {
  static constexpr std::pair<std::string_view, double> sizes[] = {
      {"D", 1},  {"W", 7},  {"WE", 1},   {"M", 1},     {"Q", 1},
      {"SE", 1}, {"Y", 12}, {"DE", 120}, {"CE", 1200}, {"L", 12000}};
  static constexpr std::pair<std::string_view, double> of_clock[] = {
      {"S", 1}, {"M", 60}, {"H", 3600}};
  const std::span<const std::pair<std::string_view, double>> all =
      read.clock ? std::span<const std::pair<std::string_view, double>>(of_clock) : sizes;
  for (const auto& [unit, size] : all) {
    if (unit == read.unit) return size;
  }
  return 0;
}

std::string fault_of_duration(choices& choose) {
  static constexpr std::pair<double, double> sizes[] = {
      {second_unit, 1},
      {static_cast<double>(grain::minute), 60},
      {static_cast<double>(grain::hour), 3600},
      {static_cast<double>(grain::day), 1},
      {static_cast<double>(grain::weekend), 1},
      {static_cast<double>(grain::week), 7},
      {static_cast<double>(grain::month), 1},
      {static_cast<double>(grain::quarter), 1},
      {static_cast<double>(grain::season), 1},
      {static_cast<double>(grain::half_year), 6},
      {static_cast<double>(grain::year), 12},
      {static_cast<double>(grain::decade), 120},
      {static_cast<double>(grain::century), 1200},
      {static_cast<double>(grain::millennium), 12000}};
  const auto& [unit, size] = sizes[choose(std::size(sizes))];
  const double number = static_cast<double>(choose(60000)) / 4;
  const std::string known = timex_duration(number, unit);
  const std::optional<timex_length> read = read_timex_length(known);
  if (!read || read->number.value_or(-1) * size_of(*read) != number * size) {
    return "another duration: " + known;
  }
  const std::string some = timex_duration(absent, unit);
  const std::optional<timex_length> unknown = read_timex_length(some);
  return unknown && !unknown->number && size_of(*unknown) > 0 ? "" : "another duration: " + some;
}

// TIMEX3 of a unit of the calendar, of a duration and of a clock time.
std::string fault_of_timex(std::string_view bytes) {
  static constexpr grain before_christ_too[] = {grain::day,       grain::weekend, grain::week,
                                                grain::month,     grain::quarter, grain::season,
                                                grain::half_year, grain::year};
  static constexpr grain other[] = {grain::decade, grain::century, grain::millennium};
  choices choose(bytes);
  const bool later = choose(3) == 0;
  const grain precision = later ? other[choose(std::size(other))]
                                : before_christ_too[choose(std::size(before_christ_too))];
  // A decade, century or millennium of 999 has fewer digits than its kind needs.
  const int year =
      later ? 1000 + static_cast<int>(choose(9000)) : static_cast<int>(choose(14000)) - 5000;
  const day some =
      to_day({year, static_cast<int>(choose(12)) + 1, static_cast<int>(choose(31)) + 1});
  const std::string unit = timex_unit(some, precision);
  if (read_timex_unit(unit) != unit_of(some, precision)) return "another unit: " + unit;
  const int minute = static_cast<int>(choose(24 * 60 + 1));
  const int second = static_cast<int>(choose(60));
  const std::string clock = timex_clock(minute, second);
  if (read_timex_clock(clock) != std::pair(minute, second) ||
      read_timex_clock(timex_clock(minute)) != std::pair(minute, 0)) {
    return "another clock time: " + clock;
  }
  return fault_of_duration(choose);
}

std::string fault_of_json(std::string_view bytes) {
  const std::string quoted = json_text(true).string(bytes).take();
  const nlohmann::json read = parse_json(quoted);
  const bool sound = find_invalid_utf8(bytes) == bytes.npos;
  if (!read.is_string() || (sound && read.get<std::string>() != bytes)) return "another string";
  if (quoted != dump(json(std::string(bytes)), true)) return "quoted otherwise than in the tree";
  const nlohmann::json tree = parse_json(bytes);
  if (tree.is_discarded()) return "";
  if (parse_json(tree.dump()) != tree) return "another tree";
  return "";
}

std::string fault_of_cells(std::string_view bytes) {
  std::string row;
  append_row(row, {bytes});
  std::string_view cell(row);
  while (cell.ends_with('\n') || cell.ends_with('\r')) {
    if (cell.size() >= 2 && cell[cell.size() - 2] == '\r') cell.remove_suffix(1);
    cell.remove_suffix(1);
    break;
  }
  std::string read;
  if (cell.starts_with('"')) {
    for (std::size_t i = 1; i + 1 < cell.size(); ++i) {
      read += cell[i];
      if (cell[i] == '"') ++i;
    }
  } else {
    read = cell;
  }
  return without_guard(read) == bytes ? "" : "another cell: " + visible(read);
}

// Piece by piece or at once.
std::string fault_of_gzip(std::string_view bytes) {
  const std::string packed = "\x1f\x8b" + std::string(bytes);
  const result<std::string> whole = unpack_gzip(packed, "x.gz");
  gzip_stream stream;
  std::string pieces;
  std::string_view rest(packed);
  char some[7];
  while (pieces.size() < (1u << 20)) {
    const std::size_t size = stream.unpack(rest, some, sizeof some);
    if (size == 0) break;
    pieces.append(some, size);
  }
  if (!whole || pieces.size() >= (1u << 20)) return "";
  return *whole == pieces ? "" : "unpacked otherwise piece by piece";
}

}  // namespace

std::string fuzz_round_trip(std::string_view bytes) {
  for (const auto fault_of : {fault_of_dates, fault_of_units, fault_of_timex, fault_of_json,
                              fault_of_cells, fault_of_gzip}) {
    if (std::string fault = fault_of(bytes); !fault.empty()) return fault;
  }
  const std::string shown = visible(bytes);
  for (const char c : shown) {
    if (static_cast<unsigned char>(c) < ' ' || c == 0x7F) return "a control character is shown";
  }
  if (find_invalid_utf8(shown) != shown.npos) return "shown bytes are no UTF-8";
  const std::string decoded = decode(bytes, U"\u00e4\u00f6\u00fc\u00df").text;
  if (find_invalid_utf8(decoded) != decoded.npos) return "decoded to what is no UTF-8";
  const std::string references = with_sound_references(bytes);
  if (with_sound_references(references) != references) return "references are not sound at once";
  return "";
}

}  // namespace zeitstrahl
