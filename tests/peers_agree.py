#!/usr/bin/env python3
"""How many cases of another parser the program agrees with.

usage: peers_agree.py CASES.jsonl SYSTEM.ndjson CLASHES.txt [--errors]

Prints the number of cases and the share of them in which the program agrees, then both for the
cases beside the listed clashes of conventions.  It agrees where its value or its days are those
expected (score_cases.py), or fill in what the peer leaves open ("XXXX-05-12" by 2024-05-12,
"T08" by 2024-05-15T08:00).  A listed clash that is none is an error.
"""

import datetime
import json
import re
import sys
from pathlib import Path


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def read_clashes(path):
    """The ids of a list of reasons, which stand indented below each."""
    ids = set()
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            ids.update(line.split())
    return ids


def days(expectation):
    begin, end = expectation.get("begin"), expectation.get("end_exclusive")
    if not begin or not end:
        return None
    first = datetime.date.fromisoformat(begin[:10])
    last = datetime.datetime.fromisoformat(end[:19]) - datetime.timedelta(seconds=1)
    return first, max(first, last.date())


def our_days(expression):
    interval = expression.get("interval") or {}
    ends = []
    for side, which in (("begin", "earliest"), ("end", "latest")):
        text = (interval.get(side) or {}).get(which)
        usable = text and text not in ("open", "unknown") and text[0] != "-"
        ends.append(datetime.date.fromisoformat(text[:10]) if usable else None)
    first, last = ends
    return (first or last, last or first) if first or last else None


def same_days(wanted, ours):
    if not wanted or not ours:
        return False
    inside = (ours[0] <= wanted[0] and wanted[1] <= ours[1]) or (
        wanted[0] <= ours[0] and ours[1] <= wanted[1])
    return wanted == ours or inside and (wanted[0] == ours[0] or wanted[1] == ours[1])


def fills_day(template, expression):
    """Whether the expression's value is a day, month or year that the template leaves open."""
    value = expression["value"]
    weekday = re.fullmatch(r"XXXX-WXX-(\d)", template)
    if weekday:
        if value.startswith(template):
            return True
        ours = our_days(expression)
        return bool(ours) and ours[0].isoweekday() == int(weekday.group(1))
    return bool(re.match(template.replace("X", r"[\dX]"), value))


def fills(template, expressions):
    """Whether expressions fill in the template; its day and its clock may be two of them."""
    ends = re.fullmatch(r"\(([^,]*),([^,]*),[^,]*\)", template)
    if ends:
        return all(fills(end, expressions) for end in ends.groups())
    day, _, clock = template.partition("T")
    by_day = not day or any(fills_day(day, x) for x in expressions)
    by_clock = not clock or any("T" + clock in x["value"] for x in expressions)
    return by_day and by_clock


def agrees(case, expressions):
    if not case["expect"]:
        return not expressions
    raw = case["text"].encode()
    for expectation in case["expect"]:
        begin, end = (len(raw[:expectation[side]].decode(errors="ignore"))
                      for side in ("start", "end"))
        over = [x for x in expressions if x["begin"] < end and x["end"] > begin]
        value = expectation.get("value")
        wanted = days(expectation)
        right = over if not value and not wanted else [
            x for x in over
            if value and x["value"] == value or same_days(wanted, our_days(x))]
        if not right and not (value and not wanted and fills(value, over)):
            return False
    return True


def main():
    cases, system, clashes = load(sys.argv[1]), load(sys.argv[2]), read_clashes(sys.argv[3])
    by_id = {record["id"]: record.get("expressions") or [] for record in system}
    agreeing = {case["id"] for case in cases if agrees(case, by_id.get(case["id"], []))}
    stale = sorted(agreeing & clashes)
    if stale:
        sys.exit("these clashes are none, take them off the list: " + " ".join(stale))
    beside = [case["id"] for case in cases if case["id"] not in clashes]
    if "--errors" in sys.argv:
        for case in cases:
            if case["id"] in beside and case["id"] not in agreeing:
                print(case["id"], case["text"], [x["value"] for x in by_id[case["id"]]])
    share = len(agreeing) / max(1, len(cases))
    share_beside = len(agreeing.intersection(beside)) / max(1, len(beside))
    print(f"{len(cases)} {share:.3f} {len(beside)} {share_beside:.3f}")


main()
