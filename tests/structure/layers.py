"""What a source may name, by the folder it lies in: arrows point down only.

faults(root) gives a line for each #include that leads to a layer above or to no file of the
project, and for each third-party name outside the files that hide its library.
"""

import posixpath
import re
from pathlib import Path

PUBLIC = "lib/include/zeitstrahl"

# From the ground up: a file may include its own layer, those before it and public headers.
LAYERS = ["lib/base", "lib/text", "lib/lang", "lib/syntax", "lib/time", "lib/claim", "lib/timeline",
          "lib/compare", "lib/io", "render", "lib/c", "lib/python", "cli"]

# Library, its headers, its names, the files that may include and name it, whether only one may.
LIBRARIES = [
    ("date", r"date/", r"\bdate::", r"lib/(?!include/)", False),
    ("RE2", r"re2/", r"\bre2\b|\bRE2\b", r"lib/lang/", True),
    ("ICU", r"unicode/", r"\bicu::", r"lib/(io|claim)/", False),
    ("pugixml", r"pugixml", r"\bpugi::", r"lib/io/", False),
    ("nlohmann/json", r"nlohmann/", r"\bnlohmann::", r"lib/io/", False),
    ("Gumbo", r"gumbo", r"\bgumbo_\w|\bGumbo[A-Z]\w", r"lib/io/(html_|page_|main_text)", False),
    ("MD4C", r"md4c", r"\bMD_[A-Z]\w|\bmd_parse\b", r"lib/io/markdown_reader\.", True),
    ("libyaml", r"yaml\.h", r"\byaml_(parser|node|document)_\w", r"lib/io/front_matter\.", True),
    ("uchardet", r"uchardet/", r"\buchardet_\w", r"lib/io/decode\.", True),
    ("zlib", r"zlib", r"\binflate\w", r"lib/(io/unpack|syntax/train/)", False),
    ("Cairo or Pango", r"cairo|pango|fontconfig/", r"\b(cairo|pango)_\w|\bFc[A-Z]\w",
     r"render/(pango_font|text_metrics|cairo_writers|font_subset)\.", False),
    ("HarfBuzz", r"hb", r"\bhb_\w", r"render/font_subset\.", True),
    ("libical", r"libical/", r"\bical(component|property|time)", r"render/exchange/icalendar\.", True),
    ("cpp-httplib", r"httplib", r"\bhttplib::", r"cli/serve/server\.", True),
    ("nanobind", r"nanobind/", r"\b(nb|nanobind)::", r"lib/python/", True),
    ("CLI11", r"CLI/", r"\bCLI::", r"cli/", False),
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
PROSE = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"', re.DOTALL)


def layer_of(path):
    """Index into LAYERS, or None."""
    return next((i for i, layer in enumerate(LAYERS) if path.startswith(layer + "/")), None)


def resolve(root, including, name):
    """The project's file that #include "NAME" means, as the compiler searches."""
    for folder in [Path(including).parent.as_posix(), "", "lib", "lib/include"]:
        path = posixpath.normpath(posixpath.join(folder, name))
        if (root / path).is_file():
            return path
    return None


def arrow_faults(root, path, text):
    for bracket, name in INCLUDE.findall(text):
        if bracket == "<":
            if path.startswith(PUBLIC) and not re.fullmatch(r"[a-z_]+", name):
                yield f"{path}: a public header includes <{name}>, which is not C++'s own"
            continue
        target = resolve(root, path, name)
        if target is None:
            yield f'{path}: no file for #include "{name}"'
        elif target.startswith(PUBLIC):
            continue
        elif path.startswith(PUBLIC):
            yield f"{path}: a public header includes {target}"
        elif layer_of(target) is None:
            yield f"{path}: {target} belongs to no layer"
        elif layer_of(target) > layer_of(path):
            yield f"{path}: arrow upward to {target}"


def library_faults(sources):
    for library, header, names, allowed, only_one in LIBRARIES:
        users = []
        for path, text in sources.items():
            included = [n for b, n in INCLUDE.findall(text) if b == "<" and re.match(header, n)]
            if included or re.search(names, PROSE.sub("", text)):
                users.append(path)
        for path in users:
            if not re.match(allowed, path):
                yield f"{path}: names {library}, which only {allowed} may"
        if only_one and len(users) > 1:
            yield f"{library} is named in more than one file: {', '.join(users)}"


def faults(root):
    root = Path(root)
    found = (p for top in ("lib", "render", "cli") for p in sorted((root / top).rglob("*")))
    sources = {p.relative_to(root).as_posix(): p.read_text(encoding="utf-8")
               for p in found if p.suffix in (".cc", ".h")}
    lines = [f"{path}: belongs to no layer" for path in sources
             if layer_of(path) is None and not path.startswith(PUBLIC)]
    if lines:
        return lines
    for path, text in sources.items():
        lines += arrow_faults(root, path, text)
    return lines + list(library_faults(sources))
