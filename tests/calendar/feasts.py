"""Feasts as texts name them, dated by the program and by the package `holidays`.

usage: feasts.py PROGRAM
"""

import json
import subprocess
import sys
from collections import defaultdict

import holidays

YEARS = range(1900, 2101)
# Names that the tables leave undated: each of these has other days elsewhere, or means
# something else in most articles, or its rule is none that holidays.tsv can write.
UNDATED = {
    "Auffahrt",  # as often a drive's
    "Bettagsmontag", "Genfer Bettag", "Knabenschiessen", "Näfelser Fahrt", "Sechseläuten",
    "Bruder Klaus", "Brückentag", "Brückentag nach Auffahrt",
    "Hl. Florian", "Hl. Josef", "Hl. Leopold", "Hl. Martin", "Hl. Rupert",
    "Staatsfeiertag", "Tag der Volksabstimmung", "Fest der Unabhängigkeit",
    "Jahrestag der Ausrufung der Republik", "Wiederherstellung der Republik"}


def days_of_feasts():
    """(name, year) to the days that it has, in one state or another."""
    out = defaultdict(set)
    for country in (holidays.Germany, holidays.Austria, holidays.Switzerland):
        for state in (None, *country.subdivisions):
            for category in set(country.supported_categories) - {"school"}:
                of = country(subdiv=state, years=YEARS, language="de", categories=(category,))
                for day, names in of.items():
                    for name in names.split("; "):
                        out[name, day.year].add(str(day))
    return {feast: days for feast, days in out.items()
            if feast[0] not in UNDATED and not feast[0].startswith(("Vortag", "75.", "80."))
            and not (feast[0] == "Nationalfeiertag" and f"{feast[1]}-10-26" not in days)}


def main():
    feasts = days_of_feasts()
    lines = [json.dumps({"id": f"{name}|{year}", "published": "2025-01-22",
                         "text": f"Am {name} {year} öffnete die Werft in Kiel ein Museum."})
             for name, year in sorted(feasts)]
    done = subprocess.run([sys.argv[1], "batch"], input="\n".join(lines).encode(),
                          capture_output=True, check=True)
    faults = []
    for line in done.stdout.decode().splitlines():
        found = json.loads(line)
        name, year = found["id"].split("|")
        read = [e["edtf"] for e in found["expressions"]]
        if len(read) != 1 or read[0] not in feasts[name, int(year)]:
            faults.append(f"{name} {year}: {read}, and not {sorted(feasts[name, int(year)])}")
    print(f"{len(lines)} feasts, {len({name for name, _ in feasts})} names")
    if len(lines) < 5500 or done.stdout.count(b"\n") != len(lines):
        sys.exit("too few feasts")
    if faults:
        sys.exit("\n".join(faults[:20]))


main()
