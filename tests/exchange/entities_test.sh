#!/usr/bin/env bash
# entities_test.sh PROGRAM FOLDER ARTICLE...: PyPI's followthemoney reads what the program
# writes, and finds every value clean.  Skipped (77) where it cannot be had.
set -euo pipefail
program=$1
work=$2
shift 2

if [[ ! -x $work/venv/bin/ftm-ready ]]; then
  rm -rf "$work/venv"
  python3 -m venv "$work/venv" && "$work/venv/bin/pip" install -q followthemoney ||
    { echo "skipped: pip cannot install followthemoney" && exit 77; }
  ln -s python "$work/venv/bin/ftm-ready"
fi
"$program" extract --format followthemoney -o "$work/all.ftm.json" "$@"
"$work/venv/bin/python" - "$work/all.ftm.json" <<'PYTHON'
import json
import sys

from followthemoney import model

entities = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
ids = {entity["id"] for entity in entities}
for entity in entities:
    proxy = model.get_proxy(entity, cleaned=False)
    for name, values in entity["properties"].items():
        prop = proxy.schema.get(name)
        assert prop, f"{proxy.schema.name} has no {name}"
        assert proxy.get(name) and len(proxy.get(name)) == len(set(values)), (name, values)
        if prop.type.name == "entity":
            assert set(values) <= ids, (name, values)
            target = next(e for e in entities if e["id"] == values[0])
            assert model.get(target["schema"]).is_a(prop.range), (name, target["schema"])
kinds = {entity["schema"] for entity in entities}
assert kinds == {"Article", "LegalEntity", "Event"}, kinds
print(len(entities), "entities")
PYTHON
