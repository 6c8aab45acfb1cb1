#!/usr/bin/env python3
"""The rules of the house hold in this checkout, and a breach of each is found."""

import tempfile
import unittest
from pathlib import Path

import ascii
import layers
import sizes

ROOT = Path(__file__).resolve().parents[2]


class RuleCase(unittest.TestCase):
    def faults_of(self, check, files):
        """The faults of a tree that holds just these files."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return check.faults(folder)

    def expect(self, check, cases):
        for files, faults in cases:
            with self.subTest(files=files):
                self.assertEqual(self.faults_of(check, files), faults)


class Layers(RuleCase):
    def test_this_checkout(self):
        self.assertEqual(layers.faults(ROOT), [])

    def test_every_layer_has_sources(self):
        for layer in layers.LAYERS + [layers.PUBLIC]:
            self.assertTrue(list((ROOT / layer).glob("*.[ch]*")), layer)

    def test_arrows(self):
        scan = {"lib/text/scan.h": ""}
        day = {"lib/include/zeitstrahl/day.h": ""}
        self.expect(layers, [
            # Down, sideways, and to public headers.
            (scan | day | {"lib/time/a.cc": '#include "text/scan.h"\n#include <vector>\n'
                           '#include "zeitstrahl/day.h"\n'}, []),
            (scan | {"lib/text/a.cc": '#include "lib/text/scan.h"\n'}, []),
            (scan | {"lib/text/a.cc": '#include "scan.h"\n'}, []),
            (scan | {"cli/a.cc": '#include "text/scan.h"\n'}, []),
            # Up.
            (scan | {"lib/base/a.cc": '#include "text/scan.h"\n'},
             ["lib/base/a.cc: arrow upward to lib/text/scan.h"]),
            ({"render/a.h": "", "lib/io/a.cc": '  #  include "render/a.h"\n'},
             ["lib/io/a.cc: arrow upward to render/a.h"]),
            ({"cli/a.h": "", "render/a.cc": '#include "../cli/a.h"\n'},
             ["render/a.cc: arrow upward to cli/a.h"]),
            # Nowhere, and to tests.
            ({"lib/base/a.cc": '#include "b.h"\n'}, ['lib/base/a.cc: no file for #include "b.h"']),
            ({"tests/a.h": "", "lib/base/a.cc": '#include "tests/a.h"\n'},
             ["lib/base/a.cc: tests/a.h belongs to no layer"]),
            ({"lib/other/a.cc": ""}, ["lib/other/a.cc: belongs to no layer"]),
            # Out of a public header.
            (scan | {"lib/include/zeitstrahl/a.h": '#include "text/scan.h"\n'},
             ["lib/include/zeitstrahl/a.h: a public header includes lib/text/scan.h"]),
            ({"lib/include/zeitstrahl/a.h": "#include <string_view>\n"}, []),
            ({"lib/include/zeitstrahl/a.h": "#include <png.h>\n"},
             ["lib/include/zeitstrahl/a.h: a public header includes <png.h>, "
              "which is not C++'s own"]),
        ])

    def test_libraries(self):
        self.expect(layers, [
            ({"lib/base/a.h": "#include <date/date.h>\n"}, []),
            ({"lib/time/a.cc": "date::days x;\n"}, []),
            ({"render/a.cc": "date::days x;\n"},
             ["render/a.cc: names date, which only lib/(?!include/) may"]),
            ({"lib/include/zeitstrahl/a.h": "date::days x;\n"},
             ["lib/include/zeitstrahl/a.h: names date, which only lib/(?!include/) may"]),
            ({"lib/lang/a.cc": "#include <re2/re2.h>\n"}, []),
            ({"lib/lang/a.cc": "#include <re2/re2.h>\n", "lib/lang/a.h": "namespace re2 {}\n"},
             ["RE2 is named in more than one file: lib/lang/a.cc, lib/lang/a.h"]),
            ({"lib/time/a.cc": "re2::RE2 x;\n"},
             ["lib/time/a.cc: names RE2, which only lib/lang/ may"]),
            ({"render/text_metrics.cc": "#include <pango/pango.h>\npango_version();\n"}, []),
            ({"render/layout.cc": "#include <cairo.h>\n"},
             ["render/layout.cc: names Cairo or Pango, "
              r"which only render/(pango_font|text_metrics|cairo_writers|font_subset)\. may"]),
            ({"lib/io/a.cc": "#include <CLI/CLI.hpp>\n"},
             ["lib/io/a.cc: names CLI11, which only cli/ may"]),
            # Prose and strings name what they like.
            ({"lib/time/a.cc": '// RE2 and date::\n/* cairo_t\n RE2 */ auto x = "RE2";\n'}, []),
        ])


class Ascii(RuleCase):
    def test_this_checkout(self):
        self.assertEqual(ascii.faults(ROOT), [])

    def test_letters(self):
        self.expect(ascii, [
            ({"lib/time/a.cc": "// Maerz\n", "lib/lang/de/lexicon.tsv": "März\n"}, []),
            ({"lib/time/a.cc": "\n// März\n"},
             ["lib/time/a.cc:2: not ASCII; words belong into lib/lang"]),
            ({"lib/time/a.h": '"ä"\n"\\u00e4"\n"–"\n'},
             ["lib/time/a.h:1: not ASCII; words belong into lib/lang",
              "lib/time/a.h:3: not ASCII; words belong into lib/lang"]),
            ({"render/words_de.cc": "März\nläuft\n", "render/texts_de.cc": "März\n"}, []),
            ({"render/words.cc": "März\n", "cli/words_de.cc": "ä\n"},
             ["render/words.cc:1: not ASCII; words belong into render/*_de.cc",
              "cli/words_de.cc:1: not ASCII; words belong into render/*_de.cc"]),
        ])


class Sizes(RuleCase):
    def test_this_checkout(self):
        self.assertEqual(sizes.faults(ROOT), [])

    def test_lengths(self):
        self.expect(sizes, [
            ({"lib/time/a.cc": "\n" * 500, "tests/a.py": "x" * 5000}, []),
            ({"lib/lang/de/lexicon.tsv": "\n" * 501, "bench/a.py": "\n" * 501}, []),
            ({"lib/time/a.h": "\n" * 501, "render/a.js": "\n" * 700 + "x"},
             ["lib/time/a.h: 501 lines, which is more than 500; "
              "give an idea of it a file of its own",
              "render/a.js: 701 lines, which is more than 500; "
              "give an idea of it a file of its own"]),
        ])


if __name__ == "__main__":
    unittest.main()
