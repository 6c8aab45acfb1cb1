"""Load on `zeitstrahl serve`: clients that each send an article of 5 kB a second.

usage: load_test.py PROGRAM [SECONDS [CLIENTS]]     prints errors and percentiles
"""

import http.client
import json
import signal
import subprocess
import sys
import threading
import time

SENTENCES = [
    "Seit 2019 sind Hansen und Petersen Partner.", "Hansen will im März 2027 eine Halle bauen.",
    "Laut Bürgermeisterin Olsen wird der Hafen bis 2030 vertieft.",
    "Gestern prüfte das Amt die Pläne.", "Der Rat stimmte am 14. Januar 2025 zu.",
    "Die Kosten steigen nach Angaben des Landes auf zwölf Millionen Euro."]
TEXT = "\n\n".join(" ".join(SENTENCES) for _ in range(16))[:5000]
LONGEST = 0.1  # seconds, of 99 in 100


def client(port, until, start, took, errors):
    body = json.dumps({"id": "a", "published": "2025-01-22", "text": TEXT}).encode()
    at = start
    while at < until:
        time.sleep(max(0, at - time.monotonic()))
        begin = time.monotonic()
        try:
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            line.request("POST", "/v1/extract", body)
            answer = line.getresponse()
            answer.read()
            line.close()
            if answer.status != 200:
                errors.append(answer.status)
        except OSError as problem:
            errors.append(repr(problem))
        took.append(time.monotonic() - begin)
        at += 1


def main():
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    clients = int(sys.argv[3]) if len(sys.argv) > 3 else 50
    server = subprocess.Popen([sys.argv[1], "serve", "--port", "0"], stdout=subprocess.PIPE, text=True)
    port = int(server.stdout.readline().strip().rstrip("/").rsplit(":", 1)[1])
    took, errors = [], []
    now = time.monotonic()
    threads = [threading.Thread(target=client, args=(port, now + seconds, now + i / clients, took, errors))
               for i in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    server.send_signal(signal.SIGTERM)
    server.wait(timeout=20)
    took.sort()
    p50, p99 = (took[int(len(took) * share)] for share in (0.5, 0.99))
    print(f"{len(took)} requests, {len(errors)} errors, p50 {p50 * 1000:.1f} ms, "
          f"p99 {p99 * 1000:.1f} ms, longest {took[-1] * 1000:.1f} ms", *errors[:3])
    return 1 if errors or p99 > LONGEST else 0


if __name__ == "__main__":
    sys.exit(main())
