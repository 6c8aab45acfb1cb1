#ifndef ZEITSTRAHL_ZEITSTRAHL_H_
#define ZEITSTRAHL_ZEITSTRAHL_H_

// The whole of Zeitstrahl: reads an article, finds what it claims and when, and
// draws the timeline.
//
//     #include <iostream>
//     #include "zeitstrahl/zeitstrahl.h"
//
//     namespace zs = zeitstrahl;
//
//     int main() {
//       auto german = zs::built_in_language("de");
//       auto article = zs::read_article_file("artikel.txt");
//       if (!german || !article) {
//         std::cerr << (german ? article.error() : german.error()).to_string() << '\n';
//         return 1;
//       }
//       if (!article->published) {
//         article->published = zs::parse_day("2025-01-22");
//         article->published_from = zs::published_source::option;
//       }
//
//       zs::extractor find(*german);
//       zs::scratch memory;
//       zs::timeline found = find.analyze(*article, memory);
//       for (const zs::claim& c : found.claims) {
//         std::cout << zs::to_edtf(c.when) << "  " << c.label << '\n';
//       }
//
//       auto picture = zs::draw(found, {.format = zs::picture_format::svg});
//       if (!picture || !zs::write_file("artikel.svg", *picture)) return 3;
//       return 0;
//     }

#include "zeitstrahl/calendar.h"
#include "zeitstrahl/claim.h"
#include "zeitstrahl/compare.h"
#include "zeitstrahl/dictionary.h"
#include "zeitstrahl/document.h"
#include "zeitstrahl/draw.h"
#include "zeitstrahl/draw_comparison.h"
#include "zeitstrahl/edit.h"
#include "zeitstrahl/exchange.h"
#include "zeitstrahl/expression.h"
#include "zeitstrahl/extractor.h"
#include "zeitstrahl/interval.h"
#include "zeitstrahl/language.h"
#include "zeitstrahl/read.h"
#include "zeitstrahl/reject.h"
#include "zeitstrahl/result.h"
#include "zeitstrahl/span.h"
#include "zeitstrahl/timeline.h"
#include "zeitstrahl/write.h"

#endif  // ZEITSTRAHL_ZEITSTRAHL_H_
