"""readme_test.py PROGRAM: runs the README's commands in the order in which they stand, in a fresh
folder that holds samples/.  Those of other programs (cmark, pdflatex, soffice) have a test of their
own in tests/embedding, building and installing in tests/consumer and tests/package."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUNS = ("zeitstrahl ", "curl ", "cp ", "echo ")
PORT = "8137"  # that `serve` has when none is named


def commands():
    """The indented lines that begin as a command does, without their comments."""
    for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines():
        command = re.sub(r"  +# .*", "", line[4:])
        if line.startswith("    ") and command.startswith(RUNS):
            yield command


def wait_for_server(server):
    for _ in range(200):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/healthz", timeout=1):
                return
        except (urllib.error.URLError, OSError):
            if server.poll() is not None:
                sys.exit(f"serve ended with {server.returncode}")
            time.sleep(0.05)
    sys.exit("serve does not answer")


def run(command, folder, environment):
    """What went wrong, or None."""
    done = subprocess.run(["bash", "-ec", command], cwd=folder, env=environment, text=True,
                          stdin=subprocess.DEVNULL, capture_output=True, check=False)
    if done.returncode:
        return f"ends with {done.returncode}: {done.stderr or done.stdout}"
    made = re.search(r"-o (\S+)", command)
    if made and not (folder / made[1]).stat().st_size:
        return f"{made[1]} is empty"
    return None


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    faults = 0
    count = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(ROOT / "samples", folder / "samples")
        environment = dict(os.environ, PATH=f"{program.parent}:{os.environ['PATH']}",
                           no_proxy="127.0.0.1")
        server = subprocess.Popen([program, "serve", "--port", PORT], stdout=subprocess.DEVNULL)
        try:
            wait_for_server(server)
            for command in commands():
                count += 1
                if command.startswith("zeitstrahl serve"):
                    continue  # it runs already; --open would start a browser
                problem = run(command, folder, environment)
                if problem:
                    print(f"{command}\n    {problem}")
                    faults += 1
        finally:
            server.terminate()
            server.wait()
    print(f"{count} commands, {faults} faults")
    sys.exit(1 if faults or count < 20 else 0)


main()
