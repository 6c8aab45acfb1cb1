#!/usr/bin/env python3
"""Checks JSON files against the schemas of lib/io.

usage: validate.py FILE...     prints a line for each fault; exit code 1 if there is one
"""

import json
import sys
from pathlib import Path

import jsonschema

SCHEMAS = Path(__file__).resolve().parents[2] / "lib/io"


def faults(value):
    """A line for each place where a parsed JSON value departs from the schema that it names."""
    of_comparisons = value.get("schema", "").startswith("zeitstrahl-comparison/")
    name = "comparison" if of_comparisons else "zeitstrahl"
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    found = jsonschema.Draft202012Validator(schema).iter_errors(value)
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in found]


def main():
    lines = []
    for name in sys.argv[1:]:
        value = json.loads(Path(name).read_text(encoding="utf-8"))
        lines += [f"{name}: {fault}" for fault in faults(value)]
    print(*lines, sep="\n")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
