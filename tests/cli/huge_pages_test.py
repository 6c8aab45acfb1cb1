"""Pages of 10 MB that are made to take time or memory: both stay bounded, and what stands behind
the attack is read.

usage: huge_pages_test.py PROGRAM [TEST...]
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = ""
SIZE = 10 << 20
SECONDS = 60  # of processor time, on a slow machine
BYTES = 3 << 30
TEXT = "".join(f"<p>Die Firma Nordwerk schließt {year} ihr Werk in Riesa, wie der Vorstand am Montag "
               "mitteilte.</p>" for year in (2031, 2032, 2033))
LD = "<script type='application/ld+json'>"


def many(piece):
    return piece * (SIZE // len(piece))


def numbered(make, count=300_000):
    return "".join(map(make, range(count)))


# Whether the text behind it must come out.
PAGES = {
    "nested div": (many("<div>"), False),
    "nested div and p": (many("<div><p>x"), False),
    "nested lists": (many("<ul><li>x"), False),
    "nested terms": (many("<dl><dt>2019<dd>x"), False),
    "nested tables": (many("<table><tr><td>"), False),
    "nested emphasis": (many("<b><i>"), False),
    "open links": (many("<a href=x>y"), False),
    "fonts that differ": (numbered(lambda i: f"<font size={i}><p>x"), False),
    "a million attributes": ("<p " + numbered(lambda i: f"a{i}=1 ", 1_000_000) + ">x</p>", True),
    "null bytes": (many("<p>\0\0\0abc\0</p>"), True),
    "references": (many("&amp;&#0;&bogus;&#xD800;"), True),
    "ampersands": (many("&"), False),
    "angle brackets": (many("<"), False),
    "open comments": (many("<!-- "), False),
    "cells": ("<table><tr>" + many("<td>2019</td>") + "</tr></table>", True),
    "terms": ("<dl>" + many("<dt>2019") + "</dl>", True),
    "spans side by side": ("<p>" + many("<span>a1</span><span>Bb</span>") + "</p>", False),
    "meta tags": (numbered(lambda i: f"<meta name=author content=a{i}>"), True),
    "authors": (numbered(lambda i: f"<a rel=author>Name {i}</a>"), True),
    "times": (many("<time datetime=2025-01-01>x</time>"), True),
    "open JSON": (LD + many("[") + "</script>", True),
    "deep JSON": (LD + many('{"a":') + "</script>", True),
    "broken JSON": (many(LD + '{"@type":"Article",}</script>'), True),
    "bylines": (many("<p>Von Jana Roth</p>"), True),
}


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


class Hostile(unittest.TestCase):
    def test_pages(self):
        for name, (attack, text_is_read) in PAGES.items():
            with self.subTest(name), tempfile.TemporaryDirectory() as folder:
                page = Path(folder) / "page.html"
                page.write_text("<!DOCTYPE html><html><body>" + attack + TEXT, encoding="utf-8")
                done = subprocess.run([PROGRAM, "extract", "-q", page], capture_output=True,
                                      preexec_fn=limit)
                self.assertEqual(done.returncode, 0, done.stderr)
                if text_is_read:
                    times = {c["edtf"] for c in json.loads(done.stdout)["claims"]}
                    self.assertLessEqual({"2031", "2032", "2033"}, times)


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv[1])
    unittest.main(argv=sys.argv[:1] + sys.argv[2:])
