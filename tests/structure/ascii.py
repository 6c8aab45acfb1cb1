"""The engine knows no German: its sources are ASCII, and so are those of drawing and program
but for the one file that holds the words of the picture.
"""

from pathlib import Path


def faults(root):
    """A line for each byte that stands where it may not, the first of each source line."""
    root = Path(root)
    lines = []
    with_words = set()
    for top in ("lib", "render", "cli"):
        for path in sorted((root / top).rglob("*")):
            if path.suffix not in (".cc", ".h"):
                continue
            name = path.relative_to(root).as_posix()
            for number, line in enumerate(path.read_bytes().splitlines(), 1):
                if line.isascii():
                    continue
                if top == "lib":
                    lines.append(f"{name}:{number}: not ASCII; words belong into lib/lang")
                else:
                    with_words.add(name)
    if len(with_words) > 1:
        lines.append(f"words of the picture in more than one file: {', '.join(sorted(with_words))}")
    return lines
