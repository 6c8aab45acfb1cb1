"""What the tests of the package share."""

import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
ARTICLES = sorted(path for path in SAMPLES.glob("*.md") if path.name != "README.md")


@pytest.fixture(scope="session")
def program():
    """Runs the program that was built beside the package, and gives its output."""

    def run(*arguments, stdin=None):
        command = [os.environ["ZEITSTRAHL_PROGRAM"], *map(str, arguments)]
        return subprocess.run(command, input=stdin, capture_output=True, check=True).stdout

    return run
