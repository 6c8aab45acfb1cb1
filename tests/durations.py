#!/usr/bin/env python3
"""Scores the ends of durations: of those that the gold anchors, how many ends are right.

usage: durations.py GOLD_DIR SYSTEM_DIR [--errors]

A duration counts if the gold gives it beginPoint or endPoint and these name expressions of
the article other than itself.  An end is right if the system's duration at the same place has
that end and one value begins with the other: 1993 and 1993-04-01 agree, as a gold end is no
more exact than its duration's unit.  --errors prints each end that is wrong, one a line.
"""
import argparse
import html
import os
import re

TIMEX3 = re.compile(r"<TIMEX3\b([^>]*?)(/?)>(?:([^<]*)</TIMEX3>)?")
ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')


def read(path):
    """({tid: value}, {place in the text without white space: attributes})"""
    with open(path, encoding="utf-8") as file:
        raw = file.read()
    values = {}
    placed = {}
    for tag in TIMEX3.finditer(raw):
        attributes = dict(ATTRIBUTE.findall(tag.group(1)))
        values.setdefault(attributes.get("tid"), attributes.get("value", ""))
    text = raw[raw.index("<TEXT>") + len("<TEXT>"):raw.index("</TEXT>")]
    for tag in TIMEX3.finditer(text):
        if tag.group(2):
            continue
        before = html.unescape(re.sub(r"<[^>]*>", "", text[:tag.start()]))
        attributes = dict(ATTRIBUTE.findall(tag.group(1)), words=html.unescape(tag.group(3) or ""))
        end = len("".join((before + attributes["words"]).split()))
        placed[end] = attributes
    return values, placed


def agree(gold, system):
    return bool(system) and (gold.startswith(system) or system.startswith(gold))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold")
    parser.add_argument("system")
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    ends = right = durations = 0
    for name in sorted(os.listdir(arguments.gold)):
        gold_values, gold = read(os.path.join(arguments.gold, name))
        system_values, system = read(os.path.join(arguments.system, name))
        for place, wanted in sorted(gold.items()):
            if wanted.get("type") != "DURATION":
                continue
            found = system.get(place, {})
            anchored = False
            for point in ("beginPoint", "endPoint"):
                tid = wanted.get(point)
                if not tid or tid == wanted.get("tid") or not gold_values.get(tid):
                    continue
                anchored = True
                value = system_values.get(found.get(point), "")
                ends += 1
                if agree(gold_values[tid], value):
                    right += 1
                elif arguments.errors:
                    print(f"{name}\t{wanted['words']}\t{point}\tgold {gold_values[tid]}"
                          f"\tsystem {value or '-'}")
            durations += anchored
    print(f"{durations} durations, {ends} ends, right {right / ends if ends else 1:.3f}")


if __name__ == "__main__":
    main()
