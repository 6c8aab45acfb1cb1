"""Linked data, expanded as its readers do: every property is one of schema.org's, and claims
lead to their article.

usage: json_ld_test.py PROGRAM ARTICLE...
"""

import json
import os
import subprocess
import sys

DEBIAN = "/usr/bin/python3"  # has the package's modules, another one need not
try:
    from pyld import jsonld
except ImportError:
    if sys.executable == DEBIAN:
        raise
    os.execv(DEBIAN, [DEBIAN, "-B", *sys.argv])

SCHEMA = "http://schema.org/"
# Of https://schema.org/Claim, /NewsArticle, /Organization, /Person, /Thing.
PROPERTIES = {
    "Claim": {"about", "appearance", "author", "description", "identifier", "inLanguage",
              "keywords", "name", "temporalCoverage", "text"},
    "NewsArticle": {"author", "datePublished", "headline", "identifier", "inLanguage",
                    "publisher", "url"},
    "Organization": {"name"}, "Person": {"name"}, "Thing": {"name"}, None: {"name"},
}


def load(url, options=None):
    assert url.startswith("https://schema.org"), url
    context = {"@vocab": SCHEMA, "url": {"@type": "@id"}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url,
            "document": {"@context": context}}


def check_node(node, ids):
    kind = node.get("@type", [None])[0]
    kind = kind and kind.removeprefix(SCHEMA)
    names = {key.removeprefix(SCHEMA) for key in node if not key.startswith("@")}
    if set(node) == {"@id"}:
        assert node["@id"] in ids, node
        return
    assert names <= PROPERTIES[kind], (kind, names - PROPERTIES[kind])
    for key, values in node.items():
        for value in values if isinstance(values, list) else []:
            if isinstance(value, dict) and "@value" not in value and not key.endswith("/url"):
                check_node(value, ids)


def main():
    jsonld.set_document_loader(load)
    for article in sys.argv[2:]:
        text = subprocess.run([sys.argv[1], "extract", "--format", "json-ld", article],
                              check=True, capture_output=True).stdout
        nodes = jsonld.expand(json.loads(text))
        ids = {node["@id"] for node in nodes}
        kinds = [node["@type"][0].removeprefix(SCHEMA) for node in nodes]
        assert kinds[0] == "NewsArticle" and set(kinds[1:]) == {"Claim"}, kinds
        assert len(ids) == len(nodes), "ids are not unique"
        for node in nodes:
            check_node(node, ids)
    return 0


if __name__ == "__main__":
    sys.exit(main())
