"""A source has one idea that a newcomer reads at once: none is longer than 500 lines."""

from pathlib import Path

LONGEST = 500  # lines
FOLDERS = ("lib", "render", "cli", "tests")
ENDINGS = (".cc", ".c", ".h", ".py", ".js", ".css")


def faults(root):
    """A line for each source that is too long."""
    root = Path(root)
    lines = []
    for top in FOLDERS:
        for path in sorted((root / top).rglob("*")):
            if path.suffix not in ENDINGS or not path.is_file():
                continue
            count = len(path.read_bytes().splitlines())
            if count > LONGEST:
                lines.append(f"{path.relative_to(root).as_posix()}: {count} lines, which is more "
                             f"than {LONGEST}; give an idea of it a file of its own")
    return lines
