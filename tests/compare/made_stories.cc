#include "tests/compare/made_stories.h"

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "zeitstrahl/calendar.h"

namespace zeitstrahl {
namespace {

constexpr std::array<std::string_view, 20> firsts = {
    "Vol",  "Lum", "Nor", "Rhen", "Kol", "Ber", "Tan", "Mir", "Sol", "Gar",
    "Arko", "Del", "Fen", "Hul",  "Jor", "Lin", "Pal", "Rus", "Ves", "Zan"};
constexpr std::array<std::string_view, 20> lasts = {
    "tara", "ena",   "dix", "stahl", "plan", "gon", "via",   "mer",  "tech", "bau",
    "chem", "pharm", "log", "trans", "med",  "opt", "druck", "glas", "holz", "kraft"};
constexpr std::array<std::string_view, 20> place_firsts = {
    "Nord", "Süder", "Alten", "Neu",  "Linden", "Birken", "Mühl", "Stein", "Wald", "Brunn",
    "Eich", "Fals",  "Grün",  "Hoch", "Kirch",  "Lauter", "Ober", "Roden", "Tann", "Wies"};
constexpr std::array<std::string_view, 20> place_lasts = {
    "hude", "heim", "bach", "felde", "au",     "burg", "hagen", "tal",  "see",  "rode",
    "berg", "dorf", "furt", "stedt", "hausen", "lohe", "kamp",  "roda", "gast", "moor"};
constexpr std::array<std::string_view, 12> first_names = {
    "Ute", "Jan", "Ina", "Max", "Eva", "Tim", "Lea", "Udo", "Pia", "Nils", "Ruth", "Kai"};
constexpr std::array<std::string_view, 10> last_firsts = {"Kro", "Boy",  "Lind", "San", "Har",
                                                          "Wol", "Behn", "Ahl",  "Tho", "Rie"};
constexpr std::array<std::string_view, 10> last_lasts = {"hn",   "sen", "ner", "der", "tung",
                                                         "ters", "ke",  "ers", "ms",  "mann"};
// Each with its article in the nominative, the genitive and the accusative.
constexpr std::array<std::array<std::string_view, 4>, 8> things = {{
    {"Das Werk", "des Werks", "das Werk", "Werk"},
    {"Die Fabrik", "der Fabrik", "die Fabrik", "Fabrik"},
    {"Das Rechenzentrum", "des Rechenzentrums", "das Rechenzentrum", "Rechenzentrum"},
    {"Die Brücke", "der Brücke", "die Brücke", "Brücke"},
    {"Der Windpark", "des Windparks", "den Windpark", "Windpark"},
    {"Die Klinik", "der Klinik", "die Klinik", "Klinik"},
    {"Der Bahnhof", "des Bahnhofs", "den Bahnhof", "Bahnhof"},
    {"Das Museum", "des Museums", "das Museum", "Museum"},
}};
constexpr std::array<std::string_view, 12> months = {
    "Januar", "Februar", "März",      "April",   "Mai",      "Juni",
    "Juli",   "August",  "September", "Oktober", "November", "Dezember"};

// %F firm, %P place, %T %G %A %N thing, %C person; %B begin of the building, %D its end as it
// is planned now, %O as it was planned before, %S a year since when.
constexpr std::array<std::string_view, 12> sentences = {
    "%T von %F in %P soll %D öffnen.",
    "%F will %A in %P %D eröffnen.",
    "Die Eröffnung %G in %P soll nun %D sein, ursprünglich war sie %O geplant.",
    "Der Bau %G hatte %B begonnen.",
    "%F baut seit %B an %P.",
    "Die Firma %F ist seit %S Partner der Stadt %P.",
    "%C führt %F seit %S.",
    "Der Rat von %P hat dem Bau %G %B zugestimmt.",
    "%F hatte %B rund 40 Millionen Euro in %A gesteckt.",
    "Der Vertrag von %F mit %P läuft bis %S.",
    "In %P arbeiten seit %B rund 300 Menschen für %F.",
    "%C sagte, %T in %P werde %D fertig.",
};

class story_writer {
 public:
  explicit story_writer(std::size_t story) : random_(static_cast<std::uint32_t>(story)) {
    firm_ = std::string(firsts[pick(firsts.size())]) + std::string(lasts[pick(lasts.size())]);
    place_ = std::string(place_firsts[pick(place_firsts.size())]) +
             std::string(place_lasts[pick(place_lasts.size())]);
    thing_ = pick(things.size());
    person_ = std::string(first_names[pick(first_names.size())]) + " " +
              std::string(last_firsts[pick(last_firsts.size())]) +
              std::string(last_lasts[pick(last_lasts.size())]);
    since_ = 2005 + static_cast<int>(pick(12));
    begin_ = "im " + month() + " " + std::to_string(since_ + 1);
    day_ = *parse_day("2018-01-15") + static_cast<std::int32_t>(pick(900));
    planned_ = planned();
  }

  document next(std::string id) {
    document out;
    out.id = std::move(id);
    out.published = day_;
    out.title = filled("%N in %P: was %F plant");
    for (int i = 0; i < 5; ++i) {
      out.text += filled(sentences[pick(sentences.size())]) + (i == 2 ? "\n\n" : " ");
    }
    day_ = day_ + static_cast<std::int32_t>(20 + pick(150));
    if (pick(3) == 0) {
      former_ = planned_;
      planned_ = planned();
    }
    return out;
  }

 private:
  std::size_t pick(std::size_t count) { return random_() % count; }
  std::string month() { return std::string(months[pick(months.size())]); }
  std::string planned() { return "im " + month() + " " + std::to_string(++last_year_); }

  std::string filled(std::string_view pattern) const {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] == '%') {
        out += value(pattern[++i]);
      } else {
        out += pattern[i];
      }
    }
    return out;
  }

  std::string value(char of) const {
    switch (of) {
      case 'F':
        return firm_;
      case 'P':
        return place_;
      case 'T':
        return std::string(things[thing_][0]);
      case 'G':
        return std::string(things[thing_][1]);
      case 'A':
        return std::string(things[thing_][2]);
      case 'N':
        return std::string(things[thing_][3]);
      case 'C':
        return person_;
      case 'B':
        return begin_;
      case 'D':
        return planned_;
      case 'O':
        return former_;
      default:
        return std::to_string(since_);
    }
  }

  std::mt19937 random_;
  std::string firm_;
  std::string place_;
  std::size_t thing_ = 0;
  std::string person_;
  int since_ = 0;
  int last_year_ = 2025;
  std::string begin_;
  std::string planned_;
  std::string former_ = "2019";
  day day_;
};

}  // namespace

std::vector<document> made_stories(std::size_t articles, std::size_t stories) {
  std::vector<story_writer> writers;
  for (std::size_t s = 0; s < stories; ++s) writers.emplace_back(s);
  std::vector<document> out;
  for (std::size_t i = 0; i < articles; ++i) {
    out.push_back(
        writers[i % stories].next(std::to_string(i % stories) + "-" + std::to_string(i / stories)));
  }
  return out;
}

}  // namespace zeitstrahl
