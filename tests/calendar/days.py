"""Compares the table on standard input, which days.cc prints, with datetime and isoweek."""

import sys
from datetime import date, timedelta

from isoweek import Week

ONE = timedelta(days=1)


def months_from(year, month, count):
    """The first and last day of so many months."""
    end = date(year + (month - 1 + count) // 12, (month - 1 + count) % 12 + 1, 1)
    return date(year, month, 1), end - ONE


def line_of(day):
    week = Week.withdate(day)
    year, number, weekday = day.isocalendar()
    assert (week.year, week.week) == (year, number)
    units = [(week.monday(), week.sunday())]
    for months in (1, 3, 6, 12):
        units.append(months_from(day.year, (day.month - 1) // months * months + 1, months))
    return " ".join(map(str, [day, weekday, year, number] + [d for unit in units for d in unit]))


def main():
    day, faults = date(1900, 1, 1), 0
    for line in sys.stdin:
        if line.rstrip("\n") != line_of(day):
            faults += 1
            print(f"says {line.rstrip()}\nis   {line_of(day)}")
        day += ONE
    if day != date(2101, 1, 1):
        sys.exit(f"ends before {day}")
    if faults:
        sys.exit(f"{faults} days are otherwise")


main()
