"""From `extract` to an edited timeline and its picture.

usage: edit_test.py PROGRAM [TEST...]
"""

import csv
import io
import json
import re

from program import Program, faults, main


class Edits(Program):
    """extract, edit, draw."""

    ARTICLE = ("---\ntitle: Hafen\npublished: 2025-01-22\n---\nSeit 2019 sind Hansen und Petersen "
               "Partner. Hansen will 2027 eine Halle bauen. Derzeit prüft das Amt die Pläne.\n")

    def setUp(self):
        super().setUp()
        self.write("a.md", self.ARTICLE)
        self.run_program("extract", "a.md", "-o", "a.json")
        self.found = json.loads((self.root / "a.json").read_text())
        self.hall = next(c for c in self.found["claims"] if "Halle" in c["label"])

    def save(self, data):
        self.write("e.json", json.dumps(data, ensure_ascii=False, indent=1))

    def test_unchanged_it_is_the_same(self):
        for name in ["t.json", "t.csv", "t.svg"]:
            command = "draw" if name.endswith("svg") else "extract"
            self.run_program(command, "a.json", "-o", "1" + name)
            self.run_program(command, "a.md", "-o", "2" + name)
            self.assertEqual((self.root / ("1" + name)).read_text(),
                             (self.root / ("2" + name)).read_text())

    def test_changes_are_drawn_and_recorded(self):
        self.hall.update(label="Neue Halle", edtf="2028-03", note="nach Rückruf")
        self.save(self.found)
        picture = self.run_program("draw", "e.json").out
        self.assertIn("Neue Halle", picture)
        self.assertIn("März 2028", picture)
        again = self.extract("e.json")
        claim = next(c for c in again["claims"] if c["id"] == self.hall["id"])
        self.assertEqual(claim["edited"], ["label", "edtf"])
        self.assertIn("Halle", claim["found"]["label"])
        self.assertEqual(claim["found"]["edtf"], "2027")
        self.assertEqual(claim["note"], "nach Rückruf")

    def test_a_new_run_keeps_them_by_passage(self):
        self.hall.update(label="Neue Halle", hidden=False)
        self.found["claims"][0]["hidden"] = True
        self.save(self.found)
        self.write("a.md", self.ARTICLE.replace("Seit", "Im Jahr 1990 war es anders. Seit"))
        done = self.run_program("extract", "a.md", "--edits", "e.json")
        again = json.loads(done.out)
        self.assertEqual((done.err, faults(again)), ("", []))
        labels = {c["label"]: c for c in again["claims"]}
        self.assertEqual(labels["Neue Halle"]["edited"], ["label"])
        self.assertEqual(sum(c["hidden"] for c in again["claims"]), 1)
        self.write("a.md", self.ARTICLE.replace("2027", "2029"))
        done = self.run_program("extract", "a.md", "--edits", "e.json")
        self.assertIn(self.hall["id"], done.err)
        self.assertIn("fits no passage", done.err)

    def test_added_claims_are_marked(self):
        self.found["claims"].append({"label": "Richtfest", "edtf": "2028-06-01", "thread": "t1"})
        self.save(self.found)
        added = self.extract("e.json")["claims"][-1]
        self.assertEqual((added["label"], added["added"], added["sentence"]), ("Richtfest", True, None))
        self.assertNotIn("found", added)
        self.assertIn("von Hand", self.run_program("draw", "e.json").out)

    def test_mistakes_name_the_claim(self):
        for change, says in [({"edtf": "Mitte Mai"}, '"edtf" is "Mitte Mai"'),
                             ({"modality": "perhaps"}, "actual, planned, possible, negated"),
                             ({"hidden": "yes"}, '"hidden" is neither true nor false'),
                             ({"label": 7}, '"label" is no text')]:
            with self.subTest(change=change):
                self.save({**self.found, "claims": [{**self.hall, **change}]})
                self.expect_error(1, f'e.json: claim {self.hall["id"]}: ', "draw", "e.json")
                self.expect_error(1, says, "draw", "e.json")
        self.write("e.json", '{"schema": "zeitstrahl/2",\n"claims": [}')
        self.expect_error(1, "e.json:2: ", "draw", "e.json")

    def test_tables(self):
        self.run_program("extract", "a.md", "-o", "a.csv")
        rows = list(csv.DictReader(io.StringIO((self.root / "a.csv").read_text())))
        row = next(r for r in rows if r["claim"] == self.hall["id"])
        row.update(label="=Neue; Halle", hidden="FALSCH")
        rows.append({"label": "Richtfest", "edtf": "2028-06-01"})
        out = io.StringIO()
        writer = csv.DictWriter(out, rows[0].keys(), delimiter=";", restval="")
        writer.writeheader()
        writer.writerows(rows)
        self.write("e.csv", "\ufeff" + out.getvalue())
        self.expect_error(2, "--article", "draw", "e.csv")
        for arguments in [["e.csv", "--article", "a.md"], ["a.md", "--edits", "e.csv"]]:
            again = self.extract(*arguments)
            self.assertEqual([c["edited"] for c in again["claims"] if c["edited"]], [["label"]])
            self.assertEqual(again["claims"][-1]["added"], True)
        self.write("e.csv", out.getvalue().replace("2028-06-01", "Juni"))
        self.expect_error(1, f"e.csv:{len(rows) + 1}: ", "draw", "e.csv", "--article", "a.md")

    def test_formulas_come_back_from_a_table_as_they_were(self):
        for label in ["=SUM(1)", "+1+1", "-Tor", "@Bund", "'=Kran", "''+1", "\uff1d1", "'Kran", "-7"]:
            with self.subTest(label=label):
                self.hall["label"] = label
                self.save(self.found)
                self.run_program("extract", "e.json", "-o", "e.csv")
                table = (self.root / "e.csv").read_text()
                cells = [row["label"] for row in csv.DictReader(io.StringIO(table))]
                self.assertFalse([c for c in cells if c[0] in "=+@\uff1d"], cells)
                again = self.extract("a.md", "--edits", "e.csv")["claims"]
                self.assertEqual([c["label"] for c in again if c["edited"]], [label])

    def test_several_articles_each_find_their_edits(self):
        self.write("b.md", self.ARTICLE.replace("2027", "2028"))
        self.write("c.md", self.ARTICLE.replace("2027", "2029"))
        self.hall["label"] = "Neue Halle"
        self.write("edits/a.json", json.dumps(self.found))
        other = self.extract("b.md")
        next(c for c in other["claims"] if "Halle" in c["label"])["label"] = "Andere Halle"
        self.write("edits/b.json", json.dumps(other))
        for edits in [["edits"], ["edits/a.json", "edits/b.json"]]:
            options = [word for name in edits for word in ("--edits", name)]
            done = self.run_program("extract", "a.md", "b.md", "c.md", *options, "--output-dir", "out")
            self.assertEqual((done.returncode, done.err), (0, ""))
            edited = {name: [c["label"] for c in json.loads((self.root / f"out/{name}.json").read_text())["claims"]
                             if c["edited"]] for name in "abc"}
            self.assertEqual(edited, {"a": ["Neue Halle"], "b": ["Andere Halle"], "c": []})
        self.run_program("extract", "edits/a.json", "edits/b.json", "--format", "csv", "--output-dir", ".")
        first, second = ((self.root / name).read_text() for name in ["a.csv", "b.csv"])
        self.write("both.csv", first + second.split("\n", 1)[1])
        done = self.run_program("draw", "a.md", "b.md", "--edits", "both.csv", "--output-dir", "out")
        self.assertEqual((done.returncode, done.err), (0, ""))
        for name, label in [("a", "Neue Halle"), ("b", "Andere Halle")]:
            self.assertIn(label, (self.root / f"out/{name}.svg").read_text())
        again = ["a.md", "b.md", "--edits", "edits", "--edits", "both.csv", "--output-dir", "out"]
        self.expect_error(2, "leave one out", "draw", *again)
        done = self.run_program("draw", "b.md", "c.md", "--edits", "edits", "--output-dir", "out")
        self.assertIn("edits/a.json: warning: holds no edit of an article", done.err)

    def test_caption(self):
        done = self.run_program("draw", "a.md", "-o", "a.svg", "--caption", "a.txt")
        self.assertEqual((done.returncode, done.err), (0, ""))
        caption, alternative = (self.root / "a.txt").read_text().split("\n\n")
        self.assertTrue(caption.startswith("Zeitleiste: Hafen. "), caption)
        self.assertIn("Halle", alternative)

    def test_choosing(self):
        def drawn(*options):
            picture = self.run_program("draw", "a.md", *options).out
            return " ".join(re.findall(r'aria-label="([^"]*)"', picture))  # not what is left out

        self.assertIn("Halle", drawn("--hide-vague"))
        self.assertNotIn("prüft", drawn("--hide-vague"))
        without = drawn("--without", self.hall["id"] + ",3")
        self.assertNotIn("Halle", without)
        self.assertNotIn("prüft", without)
        self.assertNotIn("Halle", drawn("--until", "2025-12-31"))
        shown = self.run_program("draw", "a.md", "--max-claims", "1", "-v")
        self.assertIn("2 of 3 claims are left out", shown.err)
        self.expect_error(2, "no claim is called", "draw", "a.md", "--without", "c99")
        self.expect_error(2, "no thread is called", "draw", "a.md", "--thread", "Bahnhof")
        heading = self.found["threads"][0]["label"]
        self.assertEqual(self.run_program("draw", "a.md", "--thread", heading).returncode, 0)


if __name__ == "__main__":
    main()
