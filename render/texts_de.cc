#include "render/compare_words.h"
#include "render/reading_words.h"
#include "render/words_de.h"

namespace zeitstrahl {

const picture_words& words() {
  static const picture_words german = {
      .timeline = "Zeitleiste",
      .published = "veröffentlicht {}",
      .about_source = "Zeitangaben aus einem Artikel vom {}, {}",
      .about_day = "Zeitangaben aus einem Artikel vom {}",
      .about_no_day = "Zeitangaben aus einem Artikel ohne Veröffentlichungsdatum",
      .nothing_found = "Der Artikel enthält keine Aussage mit einer Zeitangabe.",
      .nothing_dated = "Keine Aussage des Artikels lässt sich auf ein Datum legen.",
      .unnamed_band = "Weitere Aussagen",
      .undated = "Ohne Datum",
      .page = "Seite {} von {}",
      .caption = "Zeitleiste: {}. {}.",
      .planned = "angekündigt",
      .possible = "möglich",
      .negated = "gilt nicht",
      .denied = "bestritten",
      .according_to = "laut {}",
      .unnamed_source = "laut ungenannter Quelle",
      .headline = "Titel",
      .sentence = "Satz",
      .edited = "von Hand geändert, gefunden war: {}",
      .added_by_hand = "von Hand ergänzt",
      .hidden = "nicht im Bild",
      .note = "Notiz: {}",
      .added = "von Hand",
      .article = "Artikel",
      .recurring = "wiederkehrend",
      .at_present = "Stand bei Erscheinen, ohne eigenes Datum",
      .recurrences = "Wiederkehrend",
      .report_claims = "Aussagen",
      .report_number = "Nr.",
      .report_claim = "Aussage",
      .report_time = "Zeit",
      .report_standing = "Darstellung",
      .report_source = "Quelle",
      .report_place = "Stelle",
      .report_as_fact = "als Tatsache",
      .report_to_row = "Aussage {} in der Tabelle",
      .report_to_passage = "Aussage {} im Artikel",
      .report_search = "Suche",
      .report_thread = "Thema",
      .report_all = "alle",
      .report_count = "{} von {} Aussagen",
      .report_copy = "Tabelle kopieren",
      .report_copied = "Kopiert: {} Zeilen, bereit für die Tabellenkalkulation",
      .report_remarks = "Bearbeitung",
      .report_on_page = "{}, im Original",
      .report_page = "Zur Seite des Artikels",
      .legend_until_published = "bis zur Veröffentlichung",
      .legend_actual = "Zeitraum",
      .legend_after_published = "nach der Veröffentlichung",
      .legend_planned = "angekündigt",
      .legend_possible = "möglich",
      .legend_bound = "Grenze nur ungefähr bekannt",
      .legend_begin_unknown = "Beginn unbekannt",
      .legend_end_unknown = "Ende unbekannt",
      .legend_end_open = "Ende offen",
      .legend_before_after = "irgendwann davor oder danach",
      .legend_event = "auf den Tag genau",
      .legend_vague_event = "auf Woche, Monat oder Jahr genau",
      .legend_negated = "gilt nicht (mehr) oder wird bestritten",
      .legend_reported = "Worte anderer",
      .legend_broken_axis = "Achse unterbrochen, danach anderer Maßstab",
  };
  return german;
}

const comparison_words& compare_words() {
  static const comparison_words german = {
      .title = "{} Artikel im Vergleich",
      .title_topics = "{} Artikel im Vergleich: {}",
      .merged = "{} Artikel auf einer Zeitleiste",
      .merged_topics = "{} Artikel auf einer Zeitleiste: {}",
      .column = "Vergleich",
      .sources_column = "Quellen",
      .claim_column = "Aussage",
      .evidence_column = "Belege",
      .source = "{}: {}",
      .published = "veröffentlicht {}",
      .not_mentioned = "keine passende Aussage gefunden",
      .not_mentioned_in = "in {} keine passende Aussage gefunden",
      .equal = "gleich ({})",
      .compatible = "vereinbar",
      .compatible_coarser = "vereinbar ({} ungenauer: {})",
      .conflict_time = "Zeit weicht ab: {} gegen {}",
      .conflict_begin = "Beginn weicht ab: {} gegen {}",
      .conflict_end = "Ende weicht ab: {} gegen {}",
      .conflict_status = "{} bestreitet, was {} sagt",
      .moved_time = "verschoben: {} statt {}",
      .moved_begin = "Beginn verschoben: {} statt {}",
      .moved_end = "Ende verschoben: {} statt {}",
      .moved_often = ", in {}\u00A0Schritten",
      .moved_back = "verschoben und wieder zurück: {}",
      .moved_then = "{}; {}",
      .fulfilled = "eingetreten wie angekündigt ({})",
      .status_changed = "gilt nach {} nicht mehr",
      .called_off = "nach {} abgesagt",
      .only = "nur in {}",
      .nothing_shared = "Die Artikel haben keine Aussage gemeinsam.",
      .none_wanted = "Keine Zeile mit den gewählten Urteilen.",
      .apart = "Ohne gemeinsame Aussage mit anderen: {}",
      .only_once = "Nur in einem der Artikel: {}\u00A0weitere Aussagen.",
      .hidden = "Nicht gezeigt: {}\u00A0weitere Zeilen.",
      .hidden_stories = "Nicht gezeigt: {}\u00A0weitere Geschichten.",
      .denied_date = "nicht {}",
      .drift = "Wie sich das Datum verschob: {}",
      .one_source = "1\u00A0Quelle: {}",
      .sources = "{}\u00A0Quellen: {}",
      .note_solid = "Gefüllt: bis zur Veröffentlichung.",
      .note_hatched = "Schraffiert oder gestrichelt: danach oder angekündigt.",
      .note_tint = "Hell: Grenze nur ungefähr bekannt.",
      .note_hollow = "Durchgestrichen: gilt nicht oder wird bestritten.",
      .note_published = "Gestrichelte Linie: Veröffentlichung.",
      .note_conflict = "Linie mit Pfeil: Widerspruch.",
      .note_drift =
          "Kurzer Strich: Veröffentlichung. Raute oder Balken: das Datum, das der Artikel nennt.",
  };
  return german;
}

const editing_words& words_of_editing() {
  static const editing_words german = {
      .one_left_out = "Nicht gezeigt ist eine Aussage: {}.",
      .left_out = "Nicht gezeigt sind {} Aussagen: {}.",
      .more_left_out = "{} weitere",
      .no_reason = "ohne Angabe eines Grunds",
      .by_choice = "nach Wahl von Thema, Zeitraum oder Aussage",
      .for_vagueness = "nur mit Wörtern wie „derzeit“ datiert",
      .for_room = "zugunsten anderer, damit das Bild überschaubar bleibt",
      .edits = "Was geändert und was weggelassen wurde",
      .edits_intro = "Alles andere steht hier so, wie das Programm es im Artikel gefunden hat.",
      .how_to_read = "So ist das zu lesen",
      .how_marks =
          "Jede Marke ist eine Aussage; darunter steht, für wann sie gilt, wer es sagt und "
          "in welchem Satz des Artikels es steht. Die Zeichen:",
      .how_sources =
          "Ohne „laut“ spricht der Artikel selbst. Ob stimmt, was er sagt, ist damit "
          "nicht geprüft.",
      .how_passages =
          "Im Text sind die Stellen unterlegt, auf denen die Aussagen beruhen; die "
          "Ziffern führen zur Tabelle und von dort zurück.",
  };
  return german;
}

}  // namespace zeitstrahl
