#include "tests/bench/made_articles.h"

#include <cstdint>
#include <iterator>
#include <string_view>

#include "tests/bench/stages.h"
#include "zeitstrahl/calendar.h"

namespace zeitstrahl {
namespace {

constexpr std::string_view first_parts[] = {
    "Hafen",   "Wasser",    "Verkehrs",    "Wald",    "Gesundheits", "Schul",  "Energie",
    "Brücken", "Stadt",     "Kultur",      "Land",    "Sport",       "Umwelt", "Technik",
    "Daten",   "Bahn",      "Straßen",     "Museums", "Forst",       "Wein",   "Strom",
    "Gas",     "Wetter",    "Sicherheits", "Handels", "Bau",         "Milch",  "Holz",
    "Film",    "Theater",   "Bildungs",    "Markt",   "Flughafen",   "Tunnel", "Küsten",
    "Alpen",   "Industrie", "Auto",        "Rad",     "Gemeinde"};
constexpr std::string_view middle_parts[] = {
    "planungs",  "forschungs",  "betriebs", "sanierungs", "entwicklungs", "prüfungs",
    "beratungs", "versorgungs", "schutz",   "ausbau",     "fach",         "groß",
    "rand",      "neben",       "haupt",    "förder"};
constexpr std::string_view last_parts[] = {
    "gruppen",  "verträge", "anlagen",  "projekte", "behörden",  "verbände",
    "firmen",   "preise",   "zentren",  "berichte", "programme", "vereine",
    "räte",     "kosten",   "pläne",    "flächen",  "leitungen", "schulen",
    "gebühren", "mittel",   "konzepte", "gebäude",  "betriebe",  "fragen",
    "experten", "kreise",   "werke",    "systeme",  "linien",    "initiativen"};
constexpr std::string_view plain_nouns[] = {
    "Leute",    "Kinder",   "Länder", "Bürger", "Gäste",     "Fachleute", "Häuser", "Menschen",
    "Parteien", "Gerichte", "Städte", "Bauern", "Forscher",  "Kunden",    "Züge",   "Bücher",
    "Regeln",   "Zahlen",   "Proben", "Wahlen", "Gespräche", "Arbeiten",  "Folgen", "Gründe"};
constexpr std::string_view infinitives[] = {"prüfen", "planen", "bauen",  "fördern", "loben",
                                            "ändern", "öffnen", "kürzen", "stärken", "erneuern"};
constexpr std::string_view past_verbs[] = {"prüften", "planten", "bauten", "förderten",
                                           "lobten",  "sahen",   "trafen", "verließen",
                                           "kauften", "fanden"};
constexpr std::string_view participles[] = {"geprüft",  "geplant", "gebaut",   "gefördert",
                                            "gelobt",   "gesehen", "erneuert", "verkauft",
                                            "gefunden", "gekürzt"};
constexpr std::string_view adjectives[] = {
    "neuen",   "alten",     "großen", "kleinen", "örtlichen", "teuren",  "früheren",
    "letzten", "wichtigen", "vielen", "beiden",  "jungen",    "meisten", "betroffenen"};
constexpr std::string_view months[] = {"Januar",    "Februar", "März",     "April",
                                       "Mai",       "Juni",    "Juli",     "August",
                                       "September", "Oktober", "November", "Dezember"};
constexpr std::string_view weekdays[] = {"Montag",  "Dienstag", "Mittwoch", "Donnerstag",
                                         "Freitag", "Samstag",  "Sonntag"};
constexpr std::string_view syllables[] = {"ba",  "len", "kor", "mi",  "dra", "fel", "gro", "hin",
                                          "jo",  "ker", "lau", "mer", "nor", "pas", "ro",  "sta",
                                          "tel", "ul",  "ver", "wi",  "zan", "bri", "del", "ost"};

// Phrases that hold no time, but words that times are made of.
constexpr std::string_view fillers[] = {"vor allem",
                                        "nach dem Umbau",
                                        "in der Mitte",
                                        "noch immer nicht",
                                        "bis auf %Z %N",
                                        "von Anfang an",
                                        "zum ersten Mal",
                                        "am Rand von %S",
                                        "(%Z Prozent)",
                                        "mit %Z,5 Metern",
                                        "am Ende",
                                        "kurz vor dem Ziel",
                                        "im Vergleich dazu",
                                        "unter anderem",
                                        "auf halber Strecke",
                                        "zwei von drei",
                                        "rund ein Drittel",
                                        "nach wie vor",
                                        "ab %Z Euro",
                                        "ein halbes Dutzend",
                                        "für die %N",
                                        "zwischen den %N",
                                        "\"%A %N\"",
                                        "wegen der %N",
                                        "mit den %A %N",
                                        "laut %O",
                                        "seit Langem schon",
                                        "bis ins Detail",
                                        "erst recht",
                                        "Tag für Tag",
                                        "auf Platz %D",
                                        "im Spiel gegen %O",
                                        "in %Z Fällen",
                                        "%D:%D",
                                        "über %Z Meter",
                                        "trotz allem",
                                        "nach oben",
                                        "um mehr als %Z",
                                        "einer nach dem anderen",
                                        "mit %Z Stimmen",
                                        "in letzter Minute",
                                        "alle %Z %N",
                                        "- auch in %S -",
                                        "so %P",
                                        "%P zufolge",
                                        "ohne die %N",
                                        "gegen Ende",
                                        "von %Z auf %Z",
                                        "%O-%O"};

// N: a noun, A: an adjective, P: a person, O: an organisation, S: a place, Y M W D: parts of
// dates, Z: a number, I V G: an infinitive, a verb in the past, a participle, F: a filler.
constexpr std::string_view sentences[] = {
    "Die %A %N %V am %W %F die %N von %S. ",
    "%P sagte am %W in %S, die %N würden bis %Y %F erneuert. ",
    "Seit %Y %V die %N nach Angaben von %O %F rund %Z %A %N. ",
    "Im %M %Y hatten die %N von %O %F noch %Z %N %G. ",
    "\"Wir haben die %A %N %F lange %G\", so %P. ",
    "Zwischen %Y und %Y wurden dort %F %Z %N %G. ",
    "Am %D. %M will %O %F die %A %N %I, die %F den %N gehörten. ",
    "Die %N, die %P vor drei Jahren %G hatte, sind %F bei den %N beliebt. ",
    "%O wird im kommenden Jahr %F %Z %N in %S %I. ",
    "Nun sollen die %N von %S %F die %A %N %I, %F. ",
    "Das liegt auch an den %N, wie %O %F mitteilte, und %F an den %A %N. ",
    "Viele %N können die %N %F nicht %I, weil die %A %N %F fehlen. ",
    "Bei den %N gibt es %F keine %A %N, aber %F %N. ",
    "Trotz der %A %N blieben die %N %F ruhig, die %A %N %F nicht. ",
    "Auch %P und %P haben die %N von %O %F %G. ",
    "Ob die %N %F zu den %N passen, wissen die %N %F kaum. ",
    "Mehr als %Z %N %F, darunter %Z aus %S, %V die %A %N. ",
    "Wer die %N %I will, muss %F mit %A %N rechnen; %F ist das anders. ",
    "%P hat %F die %N von %O %G: \"Die %N sind %F zu teuer.\" ",
    "Die %N in %S, %S und %S %F haben %Z %N %G. ",
    "Es geht %F um %A %N, um %N und %F um %N. ",
    "Gefragt sind %F %N, die %F die %A %N %I und %I können. ",
    "%O und %O %V %F die %N, %P %F die %A %N. ",
    "Dafür gibt es %F %Z Euro, %F weniger als für die %N. "};

// Numbers that look random; the same everywhere.
class numbers {
 public:
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::size_t>(state_ >> 33) % limit;
  }

 private:
  std::uint64_t state_ = 20250122;
};

class article_maker {
 public:
  std::string next(std::size_t number) {
    const day published = parse_day("2010-01-01").value_or(day{}) + static_cast<int>(number % 5000);
    std::string out = "{\"id\": \"made-" + std::to_string(number) + "\", \"published\": \"" +
                      format_day(published) + "\", \"text\": \"";
    const std::size_t begin = out.size();
    for (std::size_t written = 1; out.size() < begin + 2000; ++written) {
      add_sentence(out);
      if (written % 5 == 0) out += "\\n\\n";
    }
    return out + "\"}";
  }

 private:
  template <std::size_t n>
  std::string_view one_of(const std::string_view (&words)[n]) {
    return words[numbers_.below(n)];
  }

  void add_sentence(std::string& out) { add_shape(one_of(sentences), out); }

  void add_shape(std::string_view shape, std::string& out) {
    for (std::size_t i = 0; i < shape.size(); ++i) {
      if (shape[i] == '"') {
        out += "\\\"";
      } else if (shape[i] == '%') {
        add_part(shape[++i], out);
      } else {
        out += shape[i];
      }
    }
  }

  void add_part(char kind, std::string& out) {
    switch (kind) {
      case 'N':
        return add_noun(out);
      case 'F':
        if (numbers_.below(4) == 0) return add_known_words(out);
        return add_shape(one_of(fillers), out);
      case 'P':
        add_name(out);
        out += ' ';
        return add_name(out);
      case 'O':
        add_name(out);
        out += numbers_.below(2) ? " AG" : "werk";
        return;
      case 'S':
        add_name(out);
        out += numbers_.below(2) ? "stadt" : "dorf";
        return;
      case 'Y':
        out += std::to_string(1990 + numbers_.below(45));
        return;
      case 'D':
        out += std::to_string(1 + numbers_.below(28));
        return;
      case 'Z':
        out += std::to_string(2 + numbers_.below(9000));
        return;
      default:
        out += kind == 'A'   ? one_of(adjectives)
               : kind == 'M' ? one_of(months)
               : kind == 'W' ? one_of(weekdays)
               : kind == 'I' ? one_of(infinitives)
               : kind == 'V' ? one_of(past_verbs)
                             : one_of(participles);
    }
  }

  void add_noun(std::string& out) {
    if (numbers_.below(2)) {
      out += one_of(plain_nouns);
      return;
    }
    out += one_of(first_parts);
    if (numbers_.below(2)) out += one_of(middle_parts);
    out += one_of(last_parts);
  }

  // Words of the tables in any order, so that ever new stretches go through the automata.
  void add_known_words(std::string& out) {
    for (std::size_t more = 1 + numbers_.below(2); more > 0; --more) {
      const vocabulary& words = german_->words();
      out += words.text(vocabulary::index(numbers_.below(words.size())));
      if (more > 1) out += ' ';
    }
  }

  void add_name(std::string& out) {
    const std::size_t begin = out.size();
    for (std::size_t more = 2 + numbers_.below(2); more > 0; --more) out += one_of(syllables);
    out[begin] = static_cast<char>(out[begin] - 'a' + 'A');
  }

  std::shared_ptr<const language> german_ = value_or_exit(built_in_language("de"));
  numbers numbers_;
};

}  // namespace

std::vector<std::string> make_articles(std::size_t count) {
  article_maker maker;
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < count; ++i) lines.push_back(maker.next(i));
  return lines;
}

}  // namespace zeitstrahl
