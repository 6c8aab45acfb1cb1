"""The engine knows no German: its sources are ASCII, and so are those of drawing and program
but for the files that hold the words of the picture, render/*_de.cc.
"""

from pathlib import Path


def faults(root):
    """A line for each source line with a byte that stands where it may not."""
    root = Path(root)
    lines = []
    for top in ("lib", "render", "cli"):
        for path in sorted((root / top).rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.suffix not in (".cc", ".h") or (top == "render" and path.stem.endswith("_de")):
                continue
            place = "lib/lang" if top == "lib" else "render/*_de.cc"
            lines += [f"{name}:{number}: not ASCII; words belong into {place}"
                      for number, line in enumerate(path.read_bytes().splitlines(), 1)
                      if not line.isascii()]
    return lines
