"""The rows of hostile_test.py: what is given to the program, and what must come out of it."""

import gzip
import json
from dataclasses import dataclass, field

TEXT = "Die Werft gehört seit 2019 der Stadt. Am 3. Mai 2026 öffnet dort ein Museum.\n"
DATED = "---\ntitle: Werft\npublished: 2025-01-22\n---\n" + TEXT
RECORD = '{"id":"a","text":"Seit 2019 ruht die Werft.","published":"2025-01-22"}\n'
LINE = {"OLD": b"old\n"}


@dataclass
class Row:
    """One run.  `files` are written first: text, bytes, or a call with the path; "{lang}" in
    arguments is a copy of the language tables."""
    name: str
    arguments: list
    code: int = 0
    says: str = ""          # in the one line of standard error; of success, in a warning
    files: dict = field(default_factory=dict)
    stdin: bytes = b""
    makes: tuple = ()       # names of new files; what else appears is litter
    leaves: tuple = ()      # the same where it fails
    limits: str = ""        # for the shell: "ulimit -n 5"
    env: dict = field(default_factory=dict)
    stdout: str = ""        # a file to write it to
    out: str = ""           # in standard output
    nobody: bool = False    # as a user without rights
    without: str = ""       # a folder of the system that is empty
    tables: dict = field(default_factory=dict)  # what of the language tables is replaced


def link(to):
    return lambda path: path.symlink_to(to)


def folder(path):
    path.mkdir()


def read_only(path):
    path.mkdir()
    path.chmod(0o555)


def secret(path):
    path.write_text(DATED)
    path.chmod(0)


# --- names of files ---

ODD_NAMES = [
    b"leer zeichen.md", b"-strich.md", b"a\nb.md", b"a\rb.md", b"a\x1b[31mb.md", b"a\x07b.md",
    b"\xff\xfe.md", "\u202etfel.md".encode(), "\u009b31m.md".encode(), b"=1+1.md", b"@SUM(1).md",
    b"<b>&amp;.md", b"'\".md", b"$(id).md", b"%s%n.md", b"[a].md", b"a,b;c.md", b"\\.md",
    b"a" * 252 + b".md",
]


def names():
    for name in ODD_NAMES:
        shown = repr(name[:20])
        given = {name: DATED}
        for command in [["extract", "--format", "csv"], ["draw"], ["explain"]]:
            yield Row(f"{command[0]} {shown}", [*command, "--", name], files=given)
        yield Row(f"compare {shown}", ["compare", "--format", "csv", "--", name, "b.md"],
                  files={**given, "b.md": DATED})
        if b"*" not in name and b"[" not in name:
            yield Row(f"no {shown}", ["extract", "--", name], 3, "cannot be read")
    for command in ["extract", "draw", "batch", "check"]:
        more = ["--unsupported"] if command == "check" else []
        pattern = command in ("extract", "draw")  # which "[" makes of it
        yield Row(f"{command} of no file", [command, "no\x1b[31m\n.md", *more], 1 if pattern else 3,
                  r"no\\x1b\[31m\\n\.md: " + ("fits no file" if pattern else "cannot be read"))
        yield Row(f"{command} of no such file", [command, "no\x1b\x07\n.md", *more], 3,
                  r"no\\x1b\\x07\\n\.md: cannot be read")
        yield Row(f"{command} of a name that is too long", [command, "a" * 300 + ".md", *more],
                  3, "cannot be read", files={"b.md": DATED} if more else {})


# --- what is no article ---

NO_TEXT = [
    ("PNG", b"\x89PNG\r\n\x1a\n" + bytes(64), "PNG"),
    ("PDF", b"%PDF-1.7\n\x00\x01", "PDF"),
    ("DOCX", b"PK\x03\x04" + b"word/document.xml" * 3, "DOCX|ZIP|archive"),
    ("cut gzip", gzip.compress(DATED.encode() * 50)[:-9], "cut off|damaged"),
    ("gzip of noise", gzip.compress(bytes(range(256)) * 40), "binary data"),
    ("gzip of gzip", gzip.compress(gzip.compress(DATED.encode())), "gzip inside gzip"),
    ("a bomb", gzip.compress(bytes(300 << 20)), "more than 256 MiB"),
    ("ELF", b"\x7fELF\x02\x01\x01" + bytes(200), "not text|no text|ELF"),
]


def no_articles():
    for name, content, says in NO_TEXT:
        for command in ["extract", "draw", "explain"]:
            yield Row(f"{command} {name}", [command, "a.md"], 1, says, files={"a.md": content})
    for command in [["extract"], ["draw"], ["explain"], ["extract", "--format", "csv"],
                    ["extract", "--format", "timeml"], ["extract", "--format", "ndjson"],
                    ["draw", "--format", "png"], ["draw", "--format", "pdf"],
                    ["draw", "--format", "html"]]:
        for name, content in [("nothing", b""), ("line ends", b"\r\n\n\r\n"),
                              ("a byte order mark", b"\xef\xbb\xbf")]:
            yield Row(f"{' '.join(command)} {name}", [*command, "-"], stdin=content,
                      says="the text is (empty|blank)")
    yield Row("batch nothing", ["batch"], says='{"in":0')
    yield Row("compare nothing", ["compare", "a.md", "b.md"], files={"a.md": "", "b.md": ""},
              says="the text is empty")
    yield Row("extract a folder without articles", ["extract", "in"], 1, "holds no article",
              files={"in": folder})
    yield Row("batch a folder", ["batch", "in"], 3, "in: ", files={"in": folder})
    yield Row("draw a folder without edits", ["draw", "a.md", "--edits", "in"], 1,
              "in: holds no edits", files={"in": folder, "a.md": DATED})
    yield Row("extract what may not be read", ["extract", "a.md"], 3, "cannot be read",
              files={"a.md": secret}, nobody=True)
    yield Row("extract a link to nothing", ["extract", "a.md"], 3, "cannot be read",
              files={"a.md": link("gone")})
    yield Row("extract a link to itself", ["extract", "a.md"], 3, "cannot be read",
              files={"a.md": link("a.md")})


# --- what people paste ---

def texts():
    for name, sign in [("escape", "\x1b[2J"), ("bell", "\x07"), ("C1", "\u009b2J"),
                       ("delete", "\x7f"), ("right to left", "\u202e"), ("null", "\0")]:
        article = DATED.replace("Werft gehört", f"Werft {sign}gehört").replace(": Werft",
                                                                             f': "W{sign}"')
        if name in ("escape", "bell", "C1", "delete", "null"):  # YAML holds none of them
            article = article.replace(f': "W{sign}"', ": Werft")
        for command in [["extract", "--format", "csv"], ["extract", "--format", "timeml"],
                        ["draw"], ["draw", "--format", "html"], ["explain"]]:
            yield Row(f"{' '.join(command)} with {name}", [*command, "a.md"],
                      files={"a.md": article})
    for cell in ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "'=1", "''+1", "\uff1d1+1"]:
        article = DATED.replace(": Werft", ": " + json.dumps(cell)).replace(
            "---\nDie", f"source: {json.dumps(cell)}\n---\n{cell} Die")
        for command in [["extract", "a.md"], ["compare", "a.md", "a.md"]]:
            yield Row(f"{command[0]} {cell!r}", [*command, "--format", "csv"],
                      files={"a.md": article})
    for name, text in [
            ("one word of 1 MB", "a" * (1 << 20)), ("dates only", "3.5.2026 " * 20000),
            ("brackets", "(" * 100000), ("dots", "." * 300000), ("hyphens", "a-" * 200000),
            ("quotes", "„" * 100000), ("commas", "ja, " * 100000),
            ("digits", "9" * 500000), ("numbers", "99999999999999999999. Mai 99999999999 "),
            ("marks above", "a" + "\u0308" * 100000)]:
        yield Row(f"explain {name}", ["explain", "-"], stdin=text.encode())
        yield Row(f"extract {name}", ["extract", "-q", "-"], stdin=text.encode())


# --- timelines that somebody broke ---

def timelines(whole, table):
    """`whole`: the JSON of DATED; `table`: its CSV."""
    claim = whole["claims"][0]

    def with_claim(**change):
        return {**whole, "claims": [{**claim, **change}, *whole["claims"][1:]]}

    text = json.dumps(whole, ensure_ascii=False)
    broken = [
        ("cut", text[:-20], 1, "e.json:1"),
        ("cut early", text[:30], 1, "e.json:1"),
        ("deep", text[:-1] + ',"x":' + "[" * 100000 + "]" * 100000 + "}", 1, "e.json"),
        ("no UTF-8", text.encode().replace(b"Werft", b"W\xff\xferft"), 1, "e.json"),
        ("nulls", text.encode().replace(b"Werft", b"W\0rft"), 1, "e.json"),
        ("schema only", '{"schema": "zeitstrahl/2"}', 1, "e.json"),
        ("another schema", text.replace("zeitstrahl/", "zeitstrahl/9"), 1, "e.json"),
        ("claims are text", {**whole, "claims": "c1"}, 1, '"claims"'),
        ("claims are numbers", {**whole, "claims": [1, 2]}, 1, "claim"),
        ("claims are null", {**whole, "claims": None}, 1, '"claims"'),
        ("expressions are text", {**whole, "expressions": "x"}, 1, '"expressions"'),
        ("threads are numbers", {**whole, "threads": [7]}, 1, "e.json: "),
        ("published is no day", {**whole, "published": "2025-02-30"}, 1, "published"),
        ("published is a number", {**whole, "published": 20250122}, 1, "published"),
        ("title is a list", {**whole, "title": ["a"]}, 1, '"title"'),
        ("label is null", with_claim(label=None), 0, ""),
        ("label is a number", with_claim(label=7), 1, '"label"'),
        ("EDTF is nonsense", with_claim(edtf="neulich"), 1, '"edtf"'),
        ("EDTF is 1 MB", with_claim(edtf="2" * (1 << 20)), 1, '"edtf"'),
        ("EDTF is a number", with_claim(edtf=2019), 1, '"edtf"'),
        ("modality is unknown", with_claim(modality="maybe"), 1, "actual, planned"),
        ("hidden is text", with_claim(hidden="no"), 1, '"hidden"'),
        ("thread is unknown", with_claim(thread="t99"), 0, ""),
        ("sentence is far", with_claim(sentence=10 ** 9), 0, ""),
        ("sentence is negative", with_claim(sentence=-1), 0, ""),
        ("sentence is huge", with_claim(sentence=10 ** 30), 0, ""),
        ("label with escapes", with_claim(label="\x1b[31m\u009b2J rot"), 0, ""),
        ("label with markup", with_claim(label="</text><script>alert(1)</script>"), 0, ""),
        ("label of 1 MB", with_claim(label="Wort " * 200000), 0, ""),
        ("empty list", {**whole, "claims": []}, 0, ""),
    ]
    for name, content, code, says in broken:
        if isinstance(content, dict):
            content = json.dumps(content, ensure_ascii=False)
        for arguments in [["draw", "e.json"], ["extract", "a.md", "--edits", "e.json"]]:
            yield Row(f"{arguments[0]} JSON: {name}", arguments, code, says,
                      files={"e.json": content, "a.md": DATED})
    lines = table.splitlines(keepends=True)
    for name, content, code, says in [
            ("nothing", "", 1, "e.csv"),
            ("the head only", lines[0], 0, ""),
            ("no head", "".join(lines[1:]), 1, "e.csv:1"),
            ("an open quote", lines[0] + '"' + lines[1], 1, "e.csv"),
            ("too many cells", table.replace(lines[1], lines[1].rstrip() + ",x" * 40 + "\r\n"), 0,
             ""),
            ("no UTF-8", table.encode().replace(b"Werft", b"W\xffrft"), 1, "e.csv"),
            ("nulls", table.replace("Werft", "W\0rft"), 0, ""),
            ("UTF-16", table.encode("utf-16"), 1, "e.csv"),
            ("a picture", b"\x89PNG\r\n\x1a\n", 1, "e.csv"),
            ("EDTF nonsense", table.replace("2019/..", "neulich"), 1, "e.csv:2"),
            ("a formula as label", lines[0] + lines[1].replace("Die Werft gehört der Stadt",
                                                               "'=1+1"), 0, "")]:
        yield Row(f"CSV: {name}", ["draw", "a.md", "--edits", "e.csv"], code, says,
                  files={"e.csv": content, "a.md": DATED})


# --- records ---

def records():
    for name, line, code in [
            ("broken", b"{", "not-json"), ("a list", b"[]", "not-json"), ("a number", b"7", "not-json"),
            ("no id", b'{"text":"x"}', "no-id"), ("no text", b'{"id":"a"}', "no-text"),
            ("id is a number", b'{"id":7,"text":"x"}', "no-id"),
            ("text is a list", b'{"id":"a","text":[]}', "no-text"),
            ("a bad day", b'{"id":"a","text":"x","published":"2025-02-30"}', "bad-date"),
            ("a lone surrogate", b'{"id":"a","text":"\\ud800"}', "not-json"),
            ("deep", b'{"id":"a","text":"x","y":' + b"[" * 99999 + b"]" * 99999 + b"}", "not-json"),
            ("nulls", b'{"id":"a","text":"x\0y"}', "not-json"),
            ("two objects", b'{"id":"a","text":"x"}{"id":"b","text":"y"}', "not-json")]:
        yield Row(f"batch {name}", ["batch"], stdin=line + b"\n" + RECORD.encode(),
                  says='"in":2,"out":2,"errors":1', out=f'"code":"{code}"')
    yield Row("batch no UTF-8", ["batch"], stdin=b'{"id":"\xff\x1b","text":"a\xff"}\n',
              says='"in":1')
    yield Row("batch without line end", ["batch"], stdin=RECORD.encode().rstrip(),
              says='"in":1,"out":1,"errors":0')
    yield Row("batch noise in gzip", ["batch"], 3, "damaged|cut off", stdin=b"\x1f\x8b\x08\0" * 9)


# --- options ---

def options():
    every = {"draw": ["a.md"], "extract": ["a.md"], "compare": ["a.md", "b.md"], "batch": ["r"],
             "explain": ["a.md"], "check": [], "serve": []}
    files = {"a.md": DATED, "b.md": DATED, "r": RECORD}
    for command, rest in every.items():
        for name, more, says in [
                ("an unknown option", ["--nonsense"], "unknown option --nonsense"),
                ("an option with an escape", ["--a\x1b[31m"], r"unknown option --a\\x1b"),
                ("an option of no UTF-8", [b"--\xff\xfe"], "unknown option"),
                ("one short letter", ["-Q"], "unknown option -Q"),
                ("no value", ["--lang-dir"], "--lang-dir"),
        ]:
            yield Row(f"{command} with {name}", [command, *rest, *more], 2, says, files=files)
        yield Row(f"{command} with no tables", [command, *rest, "--lang-dir", "gone"], 3, "gone",
                  files=files)
    for arguments, says in [
            (["draw", "a.md", "--width", "1e99"], "--width"),
            (["draw", "a.md", "--width", "nan"], "width"),
            (["draw", "a.md", "--width", "-5"], "320"),
            (["draw", "a.md", "--format", "png", "--scale", "99"], "scale"),
            (["draw", "a.md", "--format", "png", "--scale", "nan"], "scale"),
            (["draw", "a.md", "--max-claims", "-1"], "--max-claims"),
            (["draw", "a.md", "--since", "2025-02-30"], "YYYY-MM-DD"),
            (["draw", "a.md", "--theme", "x\x1b[31m"], r"x\\x1b"),
            (["draw", "a.md", "--time-zone", "../../etc/passwd"], "time zone"),
            (["draw", "a.md", "--thread", "\x1b"], r"\\x1b"),
            (["extract", "a.md", "--published", "9999999-01-01"], "YYYY-MM-DD"),
            (["extract", "a.md", "--article", "gone"], "--article"),
            (["extract", "a.md", "-o", ""], "output|ending"),
            (["extract", ""], "ARTICLE|cannot be read"),
            (["batch", "r", "--jobs", "0"], "jobs"),
            (["batch", "r", "--jobs", "999999999"], "jobs"),
            (["batch", "r", "--jobs", "-1"], "jobs"),
            (["batch", "r", "--time-limit", "nan"], "time-limit"),
            (["batch", "r", "--time-limit", "-1"], "time-limit"),
            (["batch", "r", "--memory-limit", "99999999999999999999"], "memory-limit"),
            (["batch", "r", "--shard", "1/0"], "shard"),
            (["serve", "--port", "99999"], "port"),
            (["serve", "--host", "0.0.0.0"], "--token"),
            (["serve", "--jobs", "-1"], "jobs"),
            (["compare", "a.md", "a.md", "--width", "0", "--format", "svg"], "320"),
            (["help", "a\x1b[31m"], r"a\\x1b"),
            (["a\x1b[31m\nb"], r"a\\x1b"),
            ([b"\xff"], "unknown command"),
            ([""], "command"),
    ]:
        code = 3 if arguments == ["extract", ""] else 2
        yield Row(f"usage {arguments!r}", arguments, code, says, files=files)


# --- where results go ---

def outputs():
    made = {"a.md": DATED, "b.md": DATED, "r": RECORD}
    for arguments in [["extract", "a.md"], ["draw", "a.md"], ["explain", "a.md"], ["check"],
                      ["compare", "a.md", "b.md"], ["batch", "r"], ["--help"], ["--version"],
                      ["help", "draw"], ["extract", "a.md", "--format", "csv"],
                      ["draw", "a.md", "--format", "png"], ["check", "--unsupported"]]:
        yield Row(f"{' '.join(arguments)} to a full disk", arguments, 3,
                  "cannot be written", files=made, stdout="/dev/full")
    writers = [(["extract", "a.md"], "json"), (["draw", "a.md"], "svg"),
               (["draw", "a.md"], "png"), (["compare", "a.md", "b.md"], "csv"), (["batch", "r"], "ndjson")]
    for arguments, ending in writers:
        name = f"{arguments[0]} {ending}"
        yield Row(f"{name} into /dev/full", [*arguments, "--format", ending, "-o", "/dev/full"]
                  if arguments[0] != "batch" else [*arguments, "-o", "/dev/full"], 3,
                  "cannot be written", files=made)
        yield Row(f"{name} into no folder", [*arguments, "-o", f"no/x.{ending}"], 3,
                  rf"no/x\.{ending}(\.part)?: cannot be", files=made)
        yield Row(f"{name} onto a folder", [*arguments, "-o", f"x.{ending}"], 3, "cannot be",
                  files={**made, f"x.{ending}": folder})
        yield Row(f"{name} into a read-only folder", [*arguments, "-o", f"in/x.{ending}"], 3,
                  "cannot be", files={**made, "in": read_only}, nobody=True)
        yield Row(f"{name} into /proc", [*arguments, "-o", f"/proc/x.{ending}"], 3, "cannot be",
                  files=made)
        yield Row(f"{name} through a link", [*arguments, "-o", f"x.{ending}"], 0,
                  '"in":1' if arguments[0] == "batch" else "",
                  files={**made, f"x.{ending}": link(f"y.{ending}")}, makes=(f"y.{ending}",))
        yield Row(f"{name} through a link to itself", [*arguments, "-o", f"x.{ending}"], 3,
                  "cannot be", files={**made, f"x.{ending}": link(f"x.{ending}")})
        yield Row(f"{name} to a name too long", [*arguments, "-o", "a" * 260 + "." + ending], 3,
                  "cannot be", files=made)
        longest = "a" * (254 - len(ending)) + "." + ending
        if arguments[0] != "batch":  # which writes NAME.part first
            yield Row(f"{name} to a long name", [*arguments, "-o", longest], files=made,
                      makes=(longest,))
        yield Row(f"{name} to a file that may not grow", [*arguments, "-o", f"x.{ending}"], 3,
                  "cannot be", files={**made, "r": RECORD * 40}, limits="ulimit -f 1",
                  leaves=("x.ndjson.part",) if arguments[0] == "batch" else ())
    yield Row("a folder that cannot be made", ["extract", "a.md", "--output-dir", "a.md/x"], 3,
              "cannot be made", files=made)
    yield Row("a file that is kept", ["extract", "a.md", "-o", "in/old.json"], 3, "cannot be",
              files={**made, "in": read_only}, nobody=True)
    yield Row("no standard output", ["extract", "a.md"], 3, "cannot be written", files=made,
              limits="exec >&-")
    yield Row("no standard input", ["extract", "-"], 3, "cannot be read", limits="exec <&-")


# --- what the machine lacks ---

CORE_TABLES = ("lexicon.tsv", "rules.tsv", "frames.tsv", "holidays.tsv", "abbreviations.txt")
MAY_BE_SHORT = ("abbreviations.txt", "holidays.tsv", "frames.tsv", "rules.tsv", "claims.tsv",
                "verbs.tsv", "syntax.tsv")


def faults():
    made = {"a.md": DATED, "b.md": DATED, "r": RECORD}
    for count in [4, 5, 6, 8]:  # with fewer no library is loaded
        for arguments in [["extract", "a.md"], ["draw", "a.md", "--format", "svg"],
                          ["compare", "a.md", "b.md"], ["batch", "r"]]:
            yield Row(f"{arguments[0]} with {count} file handles", arguments, (0, 3), ".",
                      files=made, limits=f"ulimit -n {count}")
    for kib in [80_000, 100_000, 120_000, 140_000, 160_000, 180_000, 200_000, 240_000]:  # as above
        for arguments in [["extract", "a.md"], ["explain", "a.md"], ["compare", "a.md", "b.md"],
                          ["draw", "a.md"], ["draw", "a.md", "--format", "png"],
                          ["draw", "a.md", "--format", "pdf"],
                          ["draw", "a.md", "--format", "html"],
                          ["compare", "a.md", "b.md", "--format", "svg"]]:
            yield Row(f"{' '.join(arguments)} in {kib} KiB", arguments, (0, 3), "memory",
                      files=made, limits=f"ulimit -v {kib}")
    tree = '{"id":"a","text":"x","y":[' + "[1]," * 10 ** 6 + "1]}"  # in memory larger than as text
    yield Row("a JSON tree in 120000 KiB", ["extract", "--input-format", "ndjson", "r"], 3, "memory",
              files={"r": tree}, limits="ulimit -v 120000")
    utc = "2025-01-21T23:30:00Z"
    page = f'<html><meta property="article:published_time" content="{utc}"><p>{TEXT}</html>'
    zones = "/usr/share/zoneinfo"
    for name, files, arguments, code in [
            ("no time in UTC", {"a": DATED}, ["extract", "a"], 0),
            ("front matter in UTC", {"a": DATED.replace("2025-01-22", utc)}, ["extract", "a"], 3),
            ("a page in UTC", {"a": page}, ["draw", "a"], 3),
            ("TimeML in UTC", {"a": f"<TimeML><DCT>{utc}</DCT><TEXT>x</TEXT></TimeML>"},
             ["extract", "a"], 3),
            ("--time-zone", {"a": DATED}, ["extract", "a", "--time-zone", "Europe/Vienna"], 2)]:
        yield Row(f"no time zones, {name}", arguments, code, "tzdata" if code else "", files=files,
                  without=zones)
    yield Row("no time zones, batch", ["batch", "r"], says='"errors":1', out="tzdata",
              files={"r": RECORD.replace("2025-01-22", utc)}, without=zones)
    for form in ["svg", "png", "pdf", "html"]:  # Pango draws boxes, and SVG names its fonts
        yield Row(f"{form} without fonts", ["draw", "a.md", "-o", f"x.{form}"],
                  files={**made, "fonts.conf": '<?xml version="1.0"?><fontconfig></fontconfig>'},
                  env={"FONTCONFIG_FILE": "fonts.conf"}, makes=(f"x.{form}",))
    for name in ["lexicon.tsv", "rules.tsv", "frames.tsv", "holidays.tsv", "abbreviations.txt",
                 "claims.tsv", "verbs.tsv", "syntax.tsv", "syntax.bin", "forms.bin"]:
        for how, content in [("missing", None), ("empty", b""), ("a picture", b"\x89PNG\r\n\0\x1a"),
                             ("half", "half")]:
            code = 3 if how == "missing" and name in CORE_TABLES else 1
            if how in ("empty", "half") and name in MAY_BE_SHORT:
                code = (0, 1)  # a language may have fewer rows
            yield Row(f"{name} is {how}", ["extract", "a.md", "--lang-dir", "{lang}"], code,
                      r"\.(tsv|txt|bin)", files=made, tables={name: content})
