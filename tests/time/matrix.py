#!/usr/bin/env python3
"""matrix.py PROGRAM [--failures N] [--table]: every shape of a date with every phrase for the unit
in which it lies, and ranges and lists over them.  The sentences are made here, and so are their
values, with datetime alone.  Prints the share of sentences whose values all come out right, by
shape and by join, and fails below the floor.  --table prints the sentences instead."""

import argparse
import collections
import datetime
import json
import subprocess
import sys

FLOOR = 0.97
PUBLISHED = [datetime.date(2024, 5, 15), datetime.date(2021, 11, 3)]
MONTHS = ("Januar Februar März April Mai Juni Juli August September Oktober November "
          "Dezember").split()
WEEKDAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
ORDINALS = "nullt erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft".split()

Case = collections.namedtuple("Case", "row column published text values")


# --- the calendar ---------------------------------------------------------------------------

def easter(year):  # the anonymous Gregorian computation
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 19 * m) // 433
    month = (h + m - 7 * n + 90) // 25
    return datetime.date(year, month, (h + m - 7 * n + 33 * month + 19) % 32)


def iso(date):
    return date.isoformat()


def week(date):
    year, number, _ = date.isocalendar()
    return f"{year}-W{number:02}"


def nth(year, month, weekday, n):
    """The nth such weekday (1 Monday) of a month, or the last for -1."""
    days = [datetime.date(year, month, d) for d in range(1, 32) if valid(year, month, d)]
    return [d for d in days if d.isoweekday() == weekday][n - 1 if n > 0 else n]


def valid(year, month, day):
    try:
        datetime.date(year, month, day)
        return True
    except ValueError:
        return False


# --- phrases for units ------------------------------------------------------------------------

YEARS = [("2019", None), ("des Jahres 2019", None), ("im Jahr 2019", None), ("letzten Jahres", -1),
         ("des vergangenen Jahres", -1), ("des vorigen Jahres", -1), ("dieses Jahres", 0),
         ("des laufenden Jahres", 0), ("nächsten Jahres", 1), ("des kommenden Jahres", 1),
         ("des vorletzten Jahres", -2), ("des vorvergangenen Jahres", -2),
         ("des übernächsten Jahres", 2), ("des Vorjahres", -1)]


def year_of(phrase, published):
    text, shift = phrase
    return 2019 if shift is None else published.year + shift


# A shape: words before the year's, and its value in a year.
def d(month, day):
    return lambda y: iso(datetime.date(y, month, day))


def m(month):
    return lambda y: f"{y}-{month:02}"


def unit(name):
    return lambda y: f"{y}-{name}"


def feast(days):
    return lambda y: iso(easter(y) + datetime.timedelta(days))


def weekday_day(month, day):
    """'am Montag, 3. Juni', which needs to know the year."""
    return lambda y: f"am {WEEKDAYS[datetime.date(y, month, day).weekday()]}, {day}. {MONTHS[month - 1]}"


SHAPES = [
    ("Monat", "im Juni", m(6)),
    ("Anfang Monat", "Anfang Mai", m(5)),
    ("Mitte Monat", "Mitte August", m(8)),
    ("Ende Monat", "Ende September", m(9)),
    ("Tag", "am 3. Juni", d(6, 3)),
    ("Tag in Worten", "am ersten Juli", d(7, 1)),
    ("Wochentag und Tag", weekday_day(3, 12), d(3, 12)),
    ("Quartal", "im dritten Quartal", unit("Q3")),
    ("Quartal in Ziffern", "im 2. Quartal", unit("Q2")),
    ("Halbjahr", "im zweiten Halbjahr", unit("H2")),
    ("Jahreshälfte", "in der ersten Jahreshälfte", unit("H1")),
    ("Hälfte", "in der zweiten Hälfte", unit("H2")),
    ("Jahreszeit", "im Herbst", unit("FA")),
    ("frühe Jahreszeit", "im späten Frühjahr", unit("SP")),
    ("Fest", "an Pfingsten", feast(49)),
    ("kurz vor Fest", "kurz vor Ostern", feast(0)),
    ("Tagesteil", "am Abend des 4. April", lambda y: iso(datetime.date(y, 4, 4)) + "TEV"),
    ("n-ter Wochentag", "am zweiten Montag im Oktober", lambda y: iso(nth(y, 10, 1, 2))),
    ("letzter Wochentag", "am letzten Freitag im Januar", lambda y: iso(nth(y, 1, 5, -1))),
    ("Kalenderwoche", "in der 12. Kalenderwoche", lambda y: f"{y}-W12"),
    ("KW", "in KW 34", lambda y: f"{y}-W34"),
    ("Monatshälfte", "in der zweiten Aprilhälfte", m(4)),
    ("Nacht auf", "in der Nacht auf den 14. August", d(8, 14)),
]
BOUNDS = ["Anfang", "Mitte", "Ende"]


def shapes_and_years():
    for published in PUBLISHED:
        for name, text, value in SHAPES:
            for phrase in YEARS:
                year = year_of(phrase, published)
                head = text(year) if callable(text) else text
                yield Case(name, phrase[0], published, f"{head} {phrase[0]}", [value(year)])
        for phrase in YEARS:
            if phrase[0].startswith("im "):
                continue
            year = year_of(phrase, published)
            for bound in BOUNDS:
                yield Case("Grenze des Jahres", phrase[0], published, f"{bound} {phrase[0]}",
                           [str(year)])


# --- months, weeks and longer units -----------------------------------------------------------

def months_on(date, by):
    index = date.year * 12 + date.month - 1 + by
    return index // 12, index % 12 + 1


POINTERS = [("letzten", -1), ("vergangenen", -1), ("vorigen", -1), ("laufenden", 0),
            ("nächsten", 1), ("kommenden", 1), ("vorletzten", -2), ("vorvergangenen", -2),
            ("übernächsten", 2)]


def in_other_units():
    for published in PUBLISHED:
        for word, by in POINTERS:
            year, month = months_on(published, by)
            of = f"des {word} Monats"
            for name, text, value in [
                    ("Tag", "am 3.", f"{year}-{month:02}-03"),
                    ("Wochentag", "am ersten Dienstag", iso(nth(year, month, 2, 1))),
                    ("letzter Wochentag", "am letzten Freitag", iso(nth(year, month, 5, -1))),
                    ("Anfang", "Anfang", f"{year}-{month:02}"),
                    ("Ende", "gegen Ende", f"{year}-{month:02}"),
                    ("Hälfte", "in der ersten Hälfte", f"{year}-{month:02}")]:
                yield Case(name + " im Monat", of, published, f"{text} {of}", [value])
            monday = published - datetime.timedelta(published.weekday()) + datetime.timedelta(7 * by)
            ending = word[:-1] + "r"
            for of in (f"{ending} Woche", f"der {word} Woche"):
                for name, text, value in [
                        ("Wochentag", "am Freitag", iso(monday + datetime.timedelta(4))),
                        ("Tagesteil", "am Dienstagabend",
                         iso(monday + datetime.timedelta(1)) + "TEV"),
                        ("Anfang", "Anfang", week(monday)),
                        ("Mitte", "Mitte", week(monday)),
                        ("Hälfte", "in der zweiten Hälfte", week(monday))]:
                    yield Case(name + " der Woche", of, published, f"{text} {of}", [value])
            index = published.year * 4 + (published.month - 1) // 3 + by
            quarter = f"{index // 4}-Q{index % 4 + 1}"
            for text in ("Anfang", "Ende"):
                yield Case("Grenze des Quartals", f"des {word} Quartals", published,
                           f"{text} des {word} Quartals", [quarter])
            decade = str(published.year // 10 + by)
            for text in ("Anfang", "Ende", "in der ersten Hälfte"):
                yield Case("Teil des Jahrzehnts", f"des {word} Jahrzehnts", published,
                           f"{text} des {word} Jahrzehnts", [decade])
            for text in ("Anfang", "Ende", "in der zweiten Hälfte"):
                value = str(published.year + by)
                yield Case("Teil der Saison", f"der {word} Saison", published,
                           f"{text} der {word} Saison", [value])
        for text, value in [("im Juli 64 v. Chr.", "BC0064-07"), ("Anfang 52 v. Chr.", "BC0052"),
                            ("am 15. März 44 v. Chr.", "BC0044-03-15"),
                            ("im Herbst 202 v. Chr.", "BC0202-FA"),
                            ("Ende Mai 48 v. Chr.", "BC0048-05"),
                            ("in der ersten Hälfte des 3. Jahrhunderts v. Chr.", "BC03"),
                            ("Ende des 2. Jahrhunderts v. Chr.", "BC02"),
                            ("am Abend des 3. Juni 51 v. Chr.", "BC0051-06-03TEV")]:
            yield Case("vor Christus", "v. Chr.", published, text, [value])
        for text, value in [("in der ersten Hälfte des 19. Jahrhunderts", "18"),
                            ("zu Beginn des 20. Jahrhunderts", "19"),
                            ("in der zweiten Hälfte der 1930er Jahre", "193"),
                            ("Mitte der achtziger Jahre", "198"),
                            ("in der ersten Hälfte der Neunzigerjahre", "199"),
                            ("Ende der 70er Jahre", "197")]:
            yield Case("Jahrzehnt und Jahrhundert", "", published, text, [value])


# --- ranges and lists ---------------------------------------------------------------------------

def without_last(*values):
    return lambda y: [value(y) for value in values]


def weekday_days(first, second, join):
    def text(y):
        day = [WEEKDAYS[datetime.date(y, *at).weekday()] + f", {at[1]}. {MONTHS[at[0] - 1]}"
               for at in (first, second)]
        return join.format(*day)
    return text


JOINS = [
    ("Monate", [
        ("von bis", "von Mai bis Juli"), ("zwischen und", "zwischen Mai und Juli"),
        ("bis einschließlich", "von Mai bis einschließlich Juli"), ("Strich", "Mai–Juli"),
        ("Schrägstrich", "im Mai/Juli"), ("und", "im Mai und Juli"), ("und im", "im Mai und im Juli"),
        ("oder", "im Mai oder Juli"), ("sowie", "im Mai sowie im Juli")],
     without_last(m(5), m(7))),
    ("drei Monate", [("Liste", "im Mai, Juli und Oktober"), ("Liste im", "im Mai, im Juli und im Oktober")],
     without_last(m(5), m(7), m(10))),
    ("Tage eines Monats", [
        ("vom bis", "vom 3. bis 7. Juni"), ("vom bis zum", "vom 3. bis zum 7. Juni"),
        ("zwischen und", "zwischen dem 3. und dem 7. Juni"), ("zwischen und kurz", "zwischen 3. und 7. Juni"),
        ("bis einschließlich", "vom 3. bis einschließlich 7. Juni"), ("Strich", "3.–7. Juni"),
        ("Schrägstrich", "am 3./7. Juni"), ("und", "am 3. und 7. Juni"), ("und am", "am 3. und am 7. Juni"),
        ("oder", "am 3. oder 7. Juni"), ("sowie", "am 3. sowie am 7. Juni")],
     without_last(d(6, 3), d(6, 7))),
    ("vier Tage", [("Liste", "am 3., 7., 12. und 20. Juni"), ("Liste am", "am 3., am 7., am 12. und am 20. Juni")],
     without_last(d(6, 3), d(6, 7), d(6, 12), d(6, 20))),
    ("Tage zweier Monate", [
        ("vom bis", "vom 28. Mai bis 4. Juni"), ("vom bis zum", "vom 28. Mai bis zum 4. Juni"),
        ("zwischen und", "zwischen dem 28. Mai und dem 4. Juni"),
        ("bis einschließlich", "vom 28. Mai bis einschließlich 4. Juni"), ("Strich", "28. Mai – 4. Juni"),
        ("und", "am 28. Mai und 4. Juni"), ("und am", "am 28. Mai und am 4. Juni"),
        ("oder", "am 28. Mai oder am 4. Juni"), ("sowie", "am 28. Mai sowie am 4. Juni")],
     without_last(d(5, 28), d(6, 4))),
    ("Tage mit Wochentag", [
        ("von bis", weekday_days((6, 28), (7, 1), "von {}, bis {}")),
        ("und", weekday_days((6, 28), (7, 1), "am {}, und am {}")),
        ("vom bis zum", weekday_days((6, 28), (7, 1), "vom {}, bis zum {}")),
        ("und ohne am", weekday_days((6, 28), (7, 1), "am {} und {}"))],
     without_last(d(6, 28), d(7, 1))),
    ("Quartale", [
        ("und", "im ersten und zweiten Quartal"), ("vom bis zum", "vom ersten bis zum zweiten Quartal"),
        ("zwischen und", "zwischen dem ersten und dem zweiten Quartal"), ("oder", "im ersten oder zweiten Quartal"),
        ("sowie", "im ersten sowie im zweiten Quartal"), ("Ziffern", "im 1. und 2. Quartal"),
        ("und im", "im ersten und im zweiten Quartal"), ("Schrägstrich", "im 1./2. Quartal")],
     without_last(unit("Q1"), unit("Q2"))),
    ("drei Quartale", [("Liste", "im ersten, zweiten und vierten Quartal")],
     without_last(unit("Q1"), unit("Q2"), unit("Q4"))),
    ("Halbjahre", [("und", "im ersten und zweiten Halbjahr"), ("und im", "im ersten und im zweiten Halbjahr"),
                   ("oder", "im ersten oder zweiten Halbjahr")],
     without_last(unit("H1"), unit("H2"))),
    ("Jahreszeiten", [
        ("und", "im Frühjahr und Sommer"), ("vom bis zum", "vom Frühjahr bis zum Sommer"),
        ("von bis", "von Frühjahr bis Sommer"), ("zwischen und", "zwischen Frühjahr und Sommer"),
        ("oder", "im Frühjahr oder Sommer"), ("sowie", "im Frühjahr sowie im Sommer"),
        ("Schrägstrich", "im Frühjahr/Sommer"), ("bis einschließlich", "vom Frühjahr bis einschließlich Sommer")],
     without_last(unit("SP"), unit("SU"))),
    ("Feste", [
        ("zwischen und", "zwischen Ostern und Pfingsten"), ("von bis", "von Ostern bis Pfingsten"),
        ("und", "an Ostern und Pfingsten"), ("und an", "an Ostern und an Pfingsten"), ("oder", "zu Ostern oder Pfingsten"),
        ("sowie", "zu Ostern sowie zu Pfingsten")],
     without_last(feast(0), feast(49))),
    ("Grenzen", [
        ("von bis", "von Anfang Mai bis Ende Juli"), ("zwischen und", "zwischen Anfang Mai und Ende Juli"),
        ("oder", "Ende Mai oder Anfang Juli"), ("bis", "Mitte Mai bis Mitte Juli"), ("und", "Anfang Mai und Ende Juli")],
     without_last(m(5), m(7))),
    ("Grenzen eines Monats", [("bis", "Anfang bis Mitte Juni"), ("oder", "Anfang oder Mitte Juni"),
                              ("und", "Anfang und Ende Juni")],
     without_last(m(6), m(6))),
    ("Wochen", [("von bis", "von KW 12 bis KW 14"), ("und", "in der 12. und 14. Kalenderwoche"),
                ("zwischen und", "zwischen der 12. und der 14. Kalenderwoche")],
     without_last(unit("W12"), unit("W14"))),
    ("n-te Wochentage", [("und", "am ersten und dritten Montag im Oktober"),
                         ("zwischen und", "zwischen dem ersten und dem dritten Montag im Oktober")],
     without_last(lambda y: iso(nth(y, 10, 1, 1)), lambda y: iso(nth(y, 10, 1, 3)))),
    ("Tagesteile", [("vom bis zum", "vom Morgen des 3. Juni bis zum Abend des 5. Juni"),
                    ("und", "am Morgen des 3. Juni und am Abend des 5. Juni")],
     without_last(lambda y: iso(datetime.date(y, 6, 3)) + "TMO", lambda y: iso(datetime.date(y, 6, 5)) + "TEV")),
    ("verschiedene Teile", [("und", "im Mai und am 4. Juni"), ("zwischen und", "zwischen Ende Mai und dem 4. Juni")],
     without_last(m(5), d(6, 4))),
]


def joins_and_years():
    for published in PUBLISHED:
        for name, joins, values in JOINS:
            for join, text in joins:
                for phrase in YEARS:
                    year = year_of(phrase, published)
                    head = text(year) if callable(text) else text
                    yield Case(name, join, published, f"{head} {phrase[0]}", values(year))


def joins_of_units():
    for published in PUBLISHED:
        y = published.year
        for join, text, values in [
                ("von bis", "von 2017 bis 2019", ["2017", "2019"]),
                ("zwischen und", "zwischen 2017 und 2019", ["2017", "2019"]),
                ("Strich", "2017–2019", ["2017", "2019"]),
                ("und", "2017 und 2019", ["2017", "2019"]),
                ("Jahren", "in den Jahren 2017 und 2019", ["2017", "2019"]),
                ("Jahren bis", "in den Jahren 2015 bis 2019", ["2015", "2019"]),
                ("Liste", "2015, 2017 und 2019", ["2015", "2017", "2019"]),
                ("Grenzen", "von Anfang 2017 bis Ende 2019", ["2017", "2019"]),
                ("Grenzen", "zwischen Mitte 2017 und Mitte 2019", ["2017", "2019"]),
                ("Zeiger", "im vorletzten und im letzten Jahr", [str(y - 2), str(y - 1)]),
                ("Zeiger", "im vergangenen und im laufenden Jahr", [str(y - 1), str(y)]),
                ("Zeiger", "im vorletzten und letzten Jahr", [str(y - 2), str(y - 1)]),
                ("Zeiger", "im nächsten oder übernächsten Jahr", [str(y + 1), str(y + 2)]),
                ("Jahr davor", "im Mai 2017 und im Juni 2019", ["2017-05", "2019-06"]),
                ("Jahr davor", "vom 28. Dezember 2017 bis zum 3. Januar 2019", ["2017-12-28", "2019-01-03"]),
                ("Wende", "vom 28. Dezember bis zum 3. Januar 2019", ["2018-12-28", "2019-01-03"]),
                ("Wende", "von November bis Februar 2019", ["2018-11", "2019-02"]),
                ("Jahrzehnte", "in den sechziger und siebziger Jahren", ["196", "197"]),
                ("Jahrzehnte", "in den 60er und 70er Jahren", ["196", "197"]),
                ("Jahrzehnte", "in den 1960er und 1970er Jahren", ["196", "197"]),
                ("Jahrzehnte", "von den 1960er bis in die 1980er Jahre", ["196", "198"]),
                ("Jahrhunderte", "im 17. und 18. Jahrhundert", ["16", "17"]),
                ("Jahrhunderte", "vom 17. bis zum 19. Jahrhundert", ["16", "18"]),
                ("Jahrhunderte", "zwischen dem 17. und dem 19. Jahrhundert", ["16", "18"]),
                ("Jahrhunderte", "im 3. und 2. Jahrhundert v. Chr.", ["BC03", "BC02"]),
                ("vor Christus", "von 58 bis 51 v. Chr.", ["BC0058", "BC0051"]),
                ("vor Christus", "zwischen 490 und 480 v. Chr.", ["BC0490", "BC0480"]),
                ("vor Christus", "von Mai bis Juli 49 v. Chr.", ["BC0049-05", "BC0049-07"])]:
            yield Case("Einheiten", join, published, text, values)
        for word, by in POINTERS:
            monday = published - datetime.timedelta(published.weekday()) + datetime.timedelta(7 * by)
            days = [iso(monday + datetime.timedelta(i)) for i in (0, 2, 4)]
            year, month = months_on(published, by)
            for join, text, values in [
                    ("von bis", f"von Montag bis Mittwoch {word[:-1]}r Woche", days[:2]),
                    ("und", f"am Montag und Mittwoch der {word} Woche", days[:2]),
                    ("Liste", f"am Montag, Mittwoch und Freitag der {word} Woche", days)]:
                yield Case("Wochentage", join, published, text, values)
            for join, text in [("vom bis zum", f"vom 3. bis zum 7. des {word} Monats"),
                               ("und", f"am 3. und am 7. des {word} Monats")]:
                yield Case("Tage im Monat", join, published, text,
                           [f"{year}-{month:02}-03", f"{year}-{month:02}-07"])


# --- running --------------------------------------------------------------------------------

def cases():
    for make in (shapes_and_years, in_other_units, joins_and_years, joins_of_units):
        yield from make()


def sentence(case):
    """A plain sentence; its tense is that of the values."""
    first = case.values[0]
    past = first.startswith("BC") or first[:4] <= str(case.published.year)[:len(first[:4])]
    text = case.text[0].upper() + case.text[1:]
    return f"{text} {'wurde die Halle umgebaut' if past else 'wird die Halle umgebaut'}."


def run(program, chosen):
    records = [{"id": str(i), "text": sentence(c), "published": iso(c.published)}
               for i, c in enumerate(chosen)]
    lines = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
    done = subprocess.run([program, "batch"], input=lines, capture_output=True, text=True, check=True)
    found = {}
    for line in done.stdout.splitlines():
        article = json.loads(line)
        found[int(article["id"])] = [(e["value"], e["text"]) for e in article["expressions"]
                                     if not e.get("vague")]
    return [found.get(i, []) for i in range(len(chosen))]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", nargs="?")
    parser.add_argument("--failures", type=int, default=20, help="how many to print")
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    chosen = list(cases())
    if options.table:
        for c in chosen:
            print(f"{c.row}\t{c.column}\t{iso(c.published)}\t{sentence(c)}\t{', '.join(c.values)}")
        return 0
    rows = collections.defaultdict(lambda: [0, 0])
    columns = collections.defaultdict(lambda: [0, 0])
    failures = []
    for c, found in zip(chosen, run(options.program, chosen)):
        right = [value for value, _ in found] == c.values
        for counts, key in ((rows, c.row), (columns, c.column)):
            counts[key][0] += right
            counts[key][1] += 1
        if not right:
            failures.append((c, found))
    for counts in (rows, columns):
        for key, (right, of) in counts.items():
            if right < of:
                print(f"{right:5}/{of:<5} {key}")
        print()
    step = max(1, len(failures) // max(1, options.failures))
    for c, found in failures[::step][:options.failures]:
        print(f"{iso(c.published)} {sentence(c)}\n    wanted {c.values}\n    found  {found}")
    share = 1 - len(failures) / len(chosen)
    print(f"right {len(chosen) - len(failures)} of {len(chosen)}: {share:.4f}; the floor is {FLOOR}")
    return 0 if share >= FLOOR else 1


if __name__ == "__main__":
    sys.exit(main())
