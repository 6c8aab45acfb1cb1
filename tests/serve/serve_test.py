"""`zeitstrahl serve` over HTTP: what it answers, what it refuses, how it ends.

usage: serve_test.py PROGRAM [TEST...]
"""

import http.client
import json
import signal
import socket
import subprocess
import sys
import threading
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "io"))
from validate import faults  # noqa: E402

PROGRAM = ""
ARTICLE = "Seit 2019 sind Hansen und Petersen Partner. Hansen will 2027 eine Halle bauen.\n"
RECORD = json.dumps({"id": "a", "published": "2025-01-22", "text": ARTICLE})


class Server(unittest.TestCase):
    arguments = []

    @classmethod
    def setUpClass(cls):
        cls.program = subprocess.Popen([PROGRAM, "serve", "--port", "0", *cls.arguments],
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        cls.port = int(cls.program.stdout.readline().strip().rstrip("/").rsplit(":", 1)[1])

    @classmethod
    def tearDownClass(cls):
        cls.program.send_signal(signal.SIGTERM)
        out, err = cls.program.communicate(timeout=20)
        assert (cls.program.returncode, out, err) == (0, "", ""), (cls.program.returncode, out, err)

    def ask(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body and body.encode(), headers)
        answer = connection.getresponse()
        answer.content = answer.read()
        connection.close()
        return answer

    def expect_problem(self, status, says, answer):
        self.assertEqual(answer.status, status, answer.content)
        self.assertEqual(answer.getheader("Content-Type"), "application/problem+json")
        told = json.loads(answer.content)
        self.assertEqual(told["status"], status)
        self.assertIn(says, told["detail"])


class Api(Server):
    def test_extract(self):
        for body, query in [(RECORD, ""), (ARTICLE, "?published=2025-01-22"),
                            ("---\npublished: 2025-01-22\n---\n" + ARTICLE, "?name=a.md")]:
            answer = self.ask("POST", "/v1/extract" + query, body)
            self.assertEqual(answer.status, 200, answer.content)
            found = json.loads(answer.content)
            self.assertEqual(faults(found), [])
            self.assertEqual(found["published"], "2025-01-22")
            self.assertEqual(found["text"].strip(), ARTICLE.strip())

    def test_what_curl_sends_is_no_form(self):
        text = "published=1999-01-01&x=1 Seit 2019 sind Hansen und Petersen Partner.\n" + ARTICLE * 300
        for kind in ["application/x-www-form-urlencoded", "text/plain", "application/octet-stream"]:
            answer = self.ask("POST", "/v1/extract?published=2025-01-22", text, Content_Type=kind)
            self.assertEqual(answer.status, 200, answer.content)
            found = json.loads(answer.content)
            self.assertEqual((found["published"], found["text"].strip()), ("2025-01-22", text.strip()))
        form = self.ask("POST", "/v1/extract", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n"
                        "\r\ntext\r\n--x--\r\n", Content_Type="multipart/form-data; boundary=x")
        self.expect_problem(415, "not a form", form)

    def test_too_much_in_chunks(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("POST", "/v1/extract", iter([b"a " * 500_000] * 6), encode_chunked=True,
                               headers={"Transfer-Encoding": "chunked"})
            self.assertEqual(connection.getresponse().status, 413)
        except ConnectionError:  # it hung up before all was sent
            pass
        connection.close()
        self.assertEqual(self.ask("GET", "/healthz").status, 200)

    def test_formats(self):
        for format, kind, start in [
                ("csv", "text/csv", b"article,"), ("timeml", "application/xml", b"<?xml"),
                ("markdown", "text/markdown", b"|"), ("icalendar", "text/calendar", b"BEGIN:VCALENDAR"),
                ("json-ld", "application/ld+json", b"{"), ("timelinejs", "application/json", b"{"),
                ("vis-timeline", "application/json", b"{"), ("ndjson", "application/x-ndjson", b"{"),
                ("followthemoney", "application/x-ndjson", b"{")]:
            with self.subTest(format=format):
                answer = self.ask("POST", "/v1/extract?format=" + format, RECORD)
                self.assertEqual(answer.status, 200, answer.content)
                self.assertEqual(answer.getheader("Content-Type").split(";")[0], kind)
                self.assertIn(start, answer.content[:200])
                if kind.endswith("json"):
                    lines = answer.content.splitlines() if "ndjson" in kind else [answer.content]
                    self.assertTrue(all(isinstance(json.loads(line), dict) for line in lines))

    def test_edited_timelines_are_drawn(self):
        found = json.loads(self.ask("POST", "/v1/extract", RECORD).content)
        found["claims"][-1]["label"] = "Neue Halle"
        again = json.loads(self.ask("POST", "/v1/extract", json.dumps(found)).content)
        self.assertEqual(again["claims"][-1]["edited"], ["label"])
        for format, start in [("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF"),
                              ("html", b"<!DOCTYPE")]:
            answer = self.ask("POST", "/v1/draw?format=" + format, json.dumps(again))
            self.assertEqual(answer.status, 200, answer.content)
            self.assertIn(start, answer.content[:100])
        self.assertIn("Neue Halle", self.ask("POST", "/v1/draw", json.dumps(again)).content.decode())

    def test_a_timeline_is_found_anew_for_another_day(self):
        found = json.loads(self.ask("POST", "/v1/extract", RECORD.replace("2025-01-22", "2025-02-22")).content)
        found["claims"][-1]["note"] = "gesehen"
        again = json.loads(self.ask("POST", "/v1/extract?published=2025-01-22", json.dumps(found)).content)
        first = json.loads(self.ask("POST", "/v1/extract", RECORD).content)
        self.assertEqual([c["edtf"] for c in again["claims"]], [c["edtf"] for c in first["claims"]])
        self.assertEqual(again["claims"][-1]["note"], "gesehen")
        self.assertEqual(self.ask("POST", "/v1/extract?published=gestern", json.dumps(found)).status, 400)

    def test_compare(self):
        other = RECORD.replace("2027", "2028").replace('"a"', '"b"').replace("2025-01-22", "2025-02-22")
        answer = self.ask("POST", "/v1/compare", RECORD + "\n" + other)
        self.assertEqual(answer.status, 200, answer.content)
        self.assertEqual(faults(json.loads(answer.content)), [])
        self.assertIn(b"<svg", self.ask("POST", "/v1/compare?format=svg",
                                        RECORD + "\n" + other).content)
        (row,) = [row for row in json.loads(answer.content)["stories"][0]["rows"]
                  if row["verdict"] == "moved"]
        pair = ":".join(said["passages"][0]["claim"] for said in row["statements"])
        left = json.loads(self.ask("POST", "/v1/compare?reject=" + pair, RECORD + "\n" + other).content)
        self.assertEqual(faults(left), [])
        self.assertNotIn("moved", [row["verdict"] for row in left["stories"][0]["rows"]])
        self.expect_problem(400, "2 to 100", self.ask("POST", "/v1/compare", RECORD))

    def test_what_is_wrong_is_told(self):
        for path, body, status, says in [
                ("/v1/extract", '{"id": "a"}', 422, "text"),
                ("/v1/extract", '{"schema": "zeitstrahl/2", "claims": [}', 422, "JSON"),
                ("/v1/extract?published=gestern", ARTICLE, 400, "YYYY-MM-DD"),
                ("/v1/extract?format=xml", ARTICLE, 400, "csv"),
                ("/v1/draw?format=gif", ARTICLE, 400, "svg"),
                ("/v1/draw?width=9", ARTICLE, 400, "320"),
                ("/v1/draw?width=wide", ARTICLE, 400, "numbers"),
                ("/v1/nothing", ARTICLE, 404, "nothing")]:
            with self.subTest(path=path):
                self.expect_problem(status, says, self.ask("POST", path, body))
        self.expect_problem(405, "POST", self.ask("GET", "/v1/extract"))
        self.expect_problem(404, "nothing", self.ask("GET", "/nowhere"))

    def test_descriptions(self):
        self.assertEqual(self.ask("GET", "/healthz").content, b"ok\n")
        self.assertEqual(json.loads(self.ask("GET", "/v1/schema").content)["title"], "zeitstrahl/2")
        told = json.loads(self.ask("GET", "/v1/openapi.json").content)
        self.assertTrue(told["openapi"].startswith("3."))
        formats = told["paths"]["/v1/extract"]["post"]["parameters"][0]["schema"]["enum"]
        for format in formats:
            self.assertEqual(self.ask("POST", "/v1/extract?format=" + format, RECORD).status, 200)
        for path, methods in told["paths"].items():
            for method in methods:
                self.assertNotIn(self.ask(method.upper(), path, "" if method == "post" else None).status,
                                 [404, 405], path)

    def test_page(self):
        for path, kind in [("/", "text/html"), ("/serve.css", "text/css"),
                           ("/serve.js", "text/javascript")]:
            answer = self.ask("GET", path)
            self.assertEqual(answer.status, 200)
            self.assertTrue(answer.getheader("Content-Type").startswith(kind))
            policy = answer.getheader("Content-Security-Policy")
            self.assertIn("default-src 'none'", policy)
            self.assertNotIn("unsafe", policy)
        self.assertNotRegex(self.ask("GET", "/").content.decode(), r"<script>|style=|https?://")

    def test_others_are_kept_out(self):
        self.expect_problem(403, "--allow-origin", self.ask(
            "POST", "/v1/extract", RECORD, Origin="http://evil.example"))
        self.expect_problem(403, "address", self.ask("GET", "/healthz", Host="evil.example"))
        own = f"http://127.0.0.1:{self.port}"
        self.assertEqual(self.ask("POST", "/v1/extract", RECORD, Origin=own).status, 200)

    def test_large_bodies_are_refused_early(self):
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as line:
            line.sendall(b"POST /v1/extract HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                         b"Content-Length: 104857600\r\n\r\n")
            self.assertIn(b" 413 ", line.recv(4096).split(b"\r\n")[0])  # before any of it came

    def test_idle_connections_keep_nobody_waiting(self):
        idle = [socket.create_connection(("127.0.0.1", self.port)) for _ in range(200)]
        self.assertEqual(self.ask("POST", "/v1/extract", RECORD).status, 200)
        for line in idle:
            line.close()

    def test_many_at_once(self):
        statuses = []
        clients = [threading.Thread(
            target=lambda: statuses.append(self.ask("POST", "/v1/extract", RECORD).status))
            for _ in range(20)]
        for client in clients:
            client.start()
        for client in clients:
            client.join()
        self.assertEqual(statuses, [200] * 20)


class Guarded(Server):
    arguments = ["--token", "geheim", "--allow-origin", "https://cms.example"]

    def test_token(self):
        self.expect_problem(401, "Bearer", self.ask("POST", "/v1/extract", RECORD))
        for wrong in ["Bearer x", "Bearer geheimx", "geheim", ""]:
            self.assertEqual(self.ask("POST", "/v1/extract", RECORD, Authorization=wrong).status, 401)
        answer = self.ask("POST", "/v1/extract", RECORD, Authorization="Bearer geheim",
                          Origin="https://cms.example")
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.getheader("Access-Control-Allow-Origin"), "https://cms.example")
        self.assertEqual(self.ask("GET", "/healthz").status, 200)


class Usage(unittest.TestCase):
    def test_other_hosts_need_a_token(self):
        done = subprocess.run([PROGRAM, "serve", "--host", "0.0.0.0"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn("--token", done.stderr)

    def test_a_port_that_is_taken(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = str(other.getsockname()[1])
            done = subprocess.run([PROGRAM, "serve", "--port", port], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout), (3, ""))
        self.assertIn("--port 0", done.stderr)


if __name__ == "__main__":
    PROGRAM = str(Path(sys.argv.pop(1)).resolve())
    unittest.main()
