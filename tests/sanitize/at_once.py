"""Requests of every kind that reach `zeitstrahl serve` at once.

usage: at_once.py PROGRAM
"""

import http.client
import json
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

RECORD = {"id": "a", "published": "2025-01-22",
          "text": "Seit 2019 sind Hansen und Petersen Partner. Im März 2027 soll eine Halle öffnen."}
OTHER = {"id": "b", "published": "2025-03-01",
         "text": "Hansen und Petersen sind seit 2020 Partner. Die Halle öffnet im Mai 2027."}
ONE = json.dumps(RECORD)
REQUESTS = [("/v1/extract", ONE), ("/v1/extract?format=csv", ONE), ("/v1/draw", ONE),
            ("/v1/draw?format=png", ONE), ("/v1/draw?format=html", ONE), ("/v1/draw?format=pdf", ONE),
            ("/v1/extract?published=gestern", ONE), ("/v1/compare?format=svg", None),
            ("/v1/compare", None)]


def ask(port, path, body):
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    line.request("POST", path, (body or ONE + "\n" + json.dumps(OTHER)).encode())
    answer = line.getresponse()
    answer.read()
    return path, answer.status


def main():
    server = subprocess.Popen([sys.argv[1], "serve", "--port", "0"], stdout=subprocess.PIPE, text=True)
    port = int(server.stdout.readline().strip().rstrip("/").rsplit(":", 1)[1])
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda r: ask(port, *r), REQUESTS * 6))
    server.send_signal(signal.SIGTERM)
    code = server.wait(timeout=60)
    wrong = [a for a in answers if a[1] != (400 if "gestern" in a[0] else 200)]
    if wrong or code != 0:
        sys.exit(f"ends with {code}: {wrong}")


main()
