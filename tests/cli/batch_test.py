"""`batch` from outside: records, limits, streams, runs that are ended and gone on with.

usage: batch_test.py PROGRAM [TEST...]
"""

import fcntl
import gzip
import json
import os
import pty
import random
import signal
import subprocess
import threading
import time
from pathlib import Path

from program import Program, faults, main

GOOD = '{"id":"%s","text":"Seit 2019 sind die Firmen %s Partner. Gestern gab es Streit.",' \
       '"published":"2025-01-22"}'


def articles(count, bad_every=7):
    """Lines of NDJSON, some of them no records."""
    return [f"{{broken {i}" if i % bad_every == 3 else GOOD % (f"a{i}", f"Nord {i} und Berg {i}")
            for i in range(count)]


def dates(count):
    text = " ".join(f"{i % 28 + 1}.{i % 12 + 1}.{1950 + i % 100}" for i in range(count))
    return f'{{"id":"dates","text":"{text}","published":"2025-01-22"}}'


def sanitized():
    return b"__asan_init" in Path(Program.PROGRAM).read_bytes()


class BatchProgram(Program):
    def batch(self, lines, *arguments, code=0, **more):
        if isinstance(lines, list):
            lines = "".join(line + "\n" for line in lines)
        done = self.run_program("batch", *arguments, stdin=lines, **more)
        self.assertEqual(done.returncode, code, done.err)
        counts = json.loads(done.err.splitlines()[-1])
        return [json.loads(line) for line in done.out.splitlines()], counts

    def bytes_of(self, lines, *arguments, **more):
        done = self.run_program("batch", *arguments, stdin="".join(f"{l}\n" for l in lines), **more)
        self.assertEqual(done.returncode, 0, done.err)
        return done.stdout

    def start(self, *arguments, **streams):
        return subprocess.Popen([Program.PROGRAM, "batch", *map(str, arguments)], cwd=self.root,
                                **streams)


class Records(BatchProgram):
    def test_in_order_and_goes_on(self):
        good = '{"id":"%s","text":"Seit 2019. Gestern.","published":"2025-01-22"}'
        lines = "\n".join([good % "a", "{broken", good % "b", '{"id":"c"}', "", good % "d"])
        records, counts = self.batch(lines)
        self.assertEqual([r["id"] for r in records], ["a", None, "b", "c", None, "d"])
        self.assertEqual([r["error"]["code"] for r in records if "error" in r],
                         ["not-json", "no-text", "not-json"])
        self.assertEqual(counts, {"in": 6, "out": 6, "errors": 3})
        for r in records:
            if "error" not in r:
                self.assertEqual(faults(r), [])
                self.assertEqual(r["published_from"], "record")
                self.assertEqual([e["text"] for e in r["expressions"]], ["2019", "Gestern"])

    def test_line_ends(self):
        line = '{"id":"a","text":"x"}'
        for lines, count in [("", 0), (line, 1), (line + "\n", 1), (line + "\r\n" + line, 2),
                             (line + "\n\n", 2)]:
            records, counts = self.batch(lines)
            self.assertEqual((len(records), counts["in"]), (count, count), repr(lines))

    def test_file(self):
        path = self.write("in.ndjson", '{"id":"a","text":"x"}\n')
        records, _ = self.batch("", path, "--with-text")
        self.assertEqual(records[0]["text"], "x")
        done = self.run_program("batch", "nowhere.ndjson")
        self.assertEqual(done.returncode, 3)

    def test_memory_does_not_grow_with_a_line(self):
        lines = b'{"id":"a","text":"x"}\n' + b"[" * (80 << 20) + b'\n{"id":"b","text":"x"}\n'
        records, counts = self.batch(lines)
        self.assertEqual([r["id"] for r in records], ["a", None, "b"])
        self.assertEqual(records[1]["error"]["code"], "too-long")

    def test_expressions_only(self):
        lines = articles(10)
        whole, _ = self.batch(lines)
        found, counts = self.batch(lines, "--output-only", "expressions")
        self.assertEqual(counts["errors"], 1)
        for all_of_it, some in zip(whole, found):
            if "error" in some:
                self.assertEqual(some, all_of_it)
                continue
            self.assertEqual(faults(some), [])
            self.assertEqual(some.pop("only"), "expressions")
            self.assertTrue(all_of_it["claims"])
            for left_out in ["sentences", "claims", "threads"]:
                del all_of_it[left_out]
            self.assertEqual(some, all_of_it)
        self.assertNotEqual(faults({**found[0], "claims": []}), [])
        self.write("only.json", self.bytes_of(lines[:1], "--output-only", "expressions"))
        self.expect_error(1, "only.json", "draw", "only.json", "-o", "only.svg")

    def test_gzip(self):
        lines = b"".join(b'{"id":"%d","text":"Seit 2019."}\n' % i for i in range(5000))
        packed = gzip.compress(lines[:100]) + gzip.compress(lines[100:])
        path = self.write("in.ndjson.gz", packed)
        for done in [self.run_program("batch", path), self.run_program("batch", stdin=packed)]:
            self.assertEqual(done.returncode, 0, done.err)
            self.assertEqual([json.loads(line)["id"] for line in done.out.splitlines()],
                             [str(i) for i in range(5000)])
        for damaged, says in [(packed[:-9], "cut off"), (packed[:200] + b"x" * 99, "damaged")]:
            done = self.run_program("batch", stdin=damaged)
            self.assertEqual(done.returncode, 3)
            self.assertRegex(done.err, r"zeitstrahl: stdin: is (damaged gzip|gzip that is cut off)")
            self.assertIn(says, done.err)
            counts = json.loads(done.err.splitlines()[-1])
            self.assertEqual(len(done.out.splitlines()), counts["out"])

    def test_gzip_that_comes_slowly(self):
        lines = b"".join(b'{"id":"%d","text":"Seit 2019."}\n' % i for i in range(3000))
        with self.start(stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                        stderr=subprocess.PIPE) as program:
            program.stdin.write(gzip.compress(lines))
            program.stdin.flush()  # and stays open
            answers = [json.loads(program.stdout.readline())["id"] for _ in range(3000)]
            program.stdin.close()
            self.assertEqual(answers, [str(i) for i in range(3000)])
            self.assertIn(b'"in":3000', program.stderr.read())

    def test_bytes_that_are_no_utf8_are_counted(self):
        good = b'{"id":"a","text":"Seit 2019 gilt das."}\n'
        bad = b'{"id":"b","text":"Seit 2019\xff gilt \xe4 das."}\n'
        records, counts = self.batch(good + bad + bad)
        self.assertEqual(counts, {"in": 3, "out": 3, "errors": 0, "replaced": 4})
        self.assertEqual([len(r["warnings"]) for r in records], [0, 1, 1])

    def test_strict(self):
        self.batch([GOOD % ("a", "b"), "{"], code=0)
        self.batch([GOOD % ("a", "b"), "{"], "--strict", code=1)
        self.batch([GOOD % ("a", "b")], "--strict", code=0)

    def test_same_bytes_from_any_number_of_processes_anywhere(self):
        lines = articles(300)
        once = self.bytes_of(lines)
        self.assertEqual(len(once.splitlines()), 300)
        for arguments, settings in [(["--jobs", "3"], {}), (["--jobs", "40"], {}),
                                    ([], {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo"})]:
            self.assertTrue(once == self.bytes_of(lines, *arguments, env={**os.environ, **settings}))

    def test_shards(self):
        lines = articles(6)
        whole = self.bytes_of(lines).splitlines()
        for count in [1, 3, 6, 7]:
            parts = [self.bytes_of(lines, "--shard", f"{i + 1}/{count}").splitlines()
                     for i in range(count)]
            self.assertEqual(parts, [whole[i::count] for i in range(count)])
        for wrong in ["0/2", "3/2", "2", "1/2x", "/2", "-1/2"]:
            self.expect_error(2, "--shard", "batch", f"--shard={wrong}")


class Limits(BatchProgram):
    def test_memory_of_a_record(self):
        if sanitized():
            self.skipTest("sanitizers take what memory they want")
        lines = [GOOD % ("a", "b"), dates(300_000), GOOD % ("c", "d"), dates(100)]
        whole = self.bytes_of(lines)  # 200 bytes a byte are little enough
        for line in whole.splitlines():
            self.assertNotIn("error", json.loads(line))
        records, counts = self.batch(lines, "--memory-limit", "64")
        self.assertEqual([r["id"] for r in records], ["a", "dates", "c", "dates"])
        self.assertEqual(["error" in r for r in records], [False, True, False, False])
        self.assertEqual((records[1]["error"]["code"], records[1]["error"]["stage"]),
                         ("out-of-memory", "analyze"))
        self.assertEqual(counts, {"in": 4, "out": 4, "errors": 1})

    def peak(self, name, *arguments):
        """Of the largest of its processes, in MiB."""
        with self.start(name, *arguments, "-o", "/dev/null", stderr=subprocess.DEVNULL) as program:
            _, status, usage = os.wait4(program.pid, 0)
            program.returncode = os.waitstatus_to_exitcode(status)
        self.assertEqual(program.returncode, 0)
        return usage.ru_maxrss / 1024

    def test_memory_stays_the_same_over_a_stream(self):
        if sanitized():
            self.skipTest("sanitizers keep what is freed")
        words = ["".join(random.Random(i).choices("abdegiklmnorstu", k=7)) for i in range(20_000)]
        def text(i):
            return " ".join(random.Random(i).choices(words, k=8000)) + f" Am {i % 28 + 1}. Mai 2024."
        for name, count in [("few.ndjson", 40), ("many.ndjson", 400)]:
            with open(self.root / name, "w", encoding="utf-8") as file:
                for i in range(count):
                    file.write(json.dumps({"id": str(i), "text": text(i)}) + "\n")
        few = self.peak("few.ndjson")
        self.assertLess(self.peak("many.ndjson"), few + 16)

    def test_time_of_a_record(self):
        lines = [GOOD % ("a", "b"), dates(300_000), GOOD % ("c", "d")]
        records, counts = self.batch(lines, "--time-limit", "0.05", "--jobs", "2")
        self.assertEqual([r["id"] for r in records], ["a", "dates", "c"])
        self.assertEqual(records[1]["error"]["code"], "out-of-time")
        self.assertEqual(counts["errors"], 1)


def children_of(process):
    path = Path(f"/proc/{process}/task/{process}/children")
    return [int(number) for number in path.read_text().split()] if path.exists() else []


class Ends(BatchProgram):
    def test_broken_pipe(self):
        line = b'{"id":"a","text":"Seit 2019 sind sie Partner."}\n'
        with self.start(stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                        stderr=subprocess.PIPE) as program:
            program.stdin.write(line)
            program.stdin.flush()
            self.assertEqual(json.loads(program.stdout.readline())["id"], "a")  # not held back
            program.stdout.close()
            program.wait(timeout=60)  # though its input is still open
            said = program.stderr.read().decode().splitlines()
        self.assertEqual(program.returncode, 3)
        self.assertEqual([json.loads(line)["out"] for line in said], [1])

    def test_half_a_line_holds_no_answer_back(self):
        with self.start("--jobs", "2", stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                        stderr=subprocess.DEVNULL) as program:
            line = (GOOD % ("a", "b")).encode()
            program.stdin.write(line + b"\n" + line[:20])
            program.stdin.flush()
            self.assertEqual(json.loads(program.stdout.readline())["id"], "a")
            program.stdin.write(line[20:] + b"\n")
            program.stdin.close()
            self.assertEqual(json.loads(program.stdout.readline())["id"], "a")

    def test_killed_children_lose_nothing(self):
        count = 1000 if sanitized() else 3000
        lines = articles(count)
        whole = self.bytes_of(lines)
        self.write("in.ndjson", "".join(f"{line}\n" for line in lines))
        part = self.root / "out.ndjson.part"
        killed = 0
        size = -1
        with self.start("in.ndjson", "-o", "out.ndjson", "--jobs", "2",
                        stderr=subprocess.PIPE) as program:
            while program.poll() is None:
                time.sleep(0.02)
                try:
                    grown = part.stat().st_size
                except FileNotFoundError:  # not yet, or it has its name
                    continue
                if grown == size:
                    continue
                size = grown
                for child in children_of(program.pid)[killed % 2:][:1]:
                    try:
                        os.kill(child, signal.SIGKILL)
                        killed += 1
                    except ProcessLookupError:
                        pass
            counts = json.loads(program.stderr.read().decode().splitlines()[-1])
        self.assertGreater(killed, 2)
        self.assertEqual(counts["out"], count)
        self.assertTrue((self.root / "out.ndjson").read_bytes() == whole)

    def test_a_line_that_ends_every_child(self):
        self.end_children_of_a_line(signal.SIGSEGV, 1)
        self.end_children_of_a_line(signal.SIGKILL, 8)

    def end_children_of_a_line(self, number, times):
        line = dates(100_000)  # long enough to be met
        with self.start("--jobs", "1", stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                        stderr=subprocess.DEVNULL) as program:
            program.stdin.write(line.encode() + b"\n")
            program.stdin.flush()
            seen = set()
            while len(seen) < times:
                for child in set(children_of(program.pid)) - seen:
                    os.kill(child, number)
                    seen.add(child)
            program.stdin.write((GOOD % ("b", "c")).encode() + b"\n")
            program.stdin.close()
            records = [json.loads(line) for line in program.stdout]
        self.assertEqual(program.returncode, 0)
        self.assertEqual([r["id"] for r in records], ["dates", "b"])
        self.assertEqual(records[0]["error"]["code"], "crashed")
        self.assertNotIn("error", records[1])

    def test_no_child_is_left(self):
        with self.start("--jobs", "3", stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                        stderr=subprocess.DEVNULL) as program:
            program.stdin.write("".join(f"{line}\n" for line in articles(30)).encode())
            program.stdin.flush()
            program.stdout.readline()
            children = children_of(program.pid)
            program.kill()
        self.assertTrue(children)
        for child in children:
            for _ in range(100):
                state = Path(f"/proc/{child}/stat")
                if not state.exists() or ") Z " in state.read_text():
                    break
                time.sleep(0.05)
            else:
                self.fail(f"{child} still runs")

    def stderr_on_a_terminal(self, name):
        ours, its = pty.openpty()
        said = b""
        with self.start(name, "-o", "/dev/null", stderr=its) as program:
            os.close(its)
            while True:
                try:
                    said += os.read(ours, 4096)
                except OSError:
                    break
        os.close(ours)
        self.assertEqual(program.returncode, 0)
        return said.decode()

    def give_late(self, name):
        """A small pipe that rests when the program has read some of it, so that it needs its time."""
        os.mkfifo(self.root / name)

        def give():
            with open(self.root / name, "w", encoding="utf-8") as pipe:
                fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, 4096)
                for i, line in enumerate(articles(60)):
                    if i == 58:
                        pipe.flush()
                        time.sleep(0.8)  # shown is what takes longer than half a second
                    pipe.write(f"{line}\n")

        writer = threading.Thread(target=give)
        writer.start()
        return writer

    def test_progress_on_a_terminal_only(self):
        writer = self.give_late("in.ndjson")
        self.assertRegex(self.stderr_on_a_terminal("in.ndjson"), r"\r\x1b\[K\d+ articles")
        writer.join()
        (self.root / "in.ndjson").unlink()
        writer = self.give_late("in.ndjson")
        done = self.run_program("batch", "in.ndjson", "-o", "/dev/null")
        writer.join()
        self.assertRegex(done.err, r'^\{"in":60,"out":60,"errors":\d+\}\n$')


class Resume(BatchProgram):
    LINES = articles(12)

    def setUp(self):
        super().setUp()
        self.write("in.ndjson", "".join(f"{line}\n" for line in self.LINES))
        self.whole = self.bytes_of(self.LINES)

    def resume(self, *arguments):
        return self.batch("", "in.ndjson", "-o", "out.ndjson", "--resume", *arguments)[1]

    def test_a_file_has_its_name_when_it_is_whole(self):
        self.batch("", "in.ndjson", "-o", "out.ndjson")
        self.assertEqual(self.files(), ["in.ndjson", "out.ndjson"])
        self.assertEqual((self.root / "out.ndjson").read_bytes(), self.whole)
        (self.root / "link").symlink_to("target")
        self.write("target", "old")
        self.batch("", "in.ndjson", "-o", "link")
        self.assertTrue((self.root / "link").is_symlink())
        self.assertEqual((self.root / "target").read_bytes(), self.whole)
        self.expect_error(3, "cannot be written", "batch", "in.ndjson", "-o", "no/out.ndjson")

    def test_ended_at_any_byte(self):
        ends = [i for i, byte in enumerate(self.whole) if byte == ord("\n")]
        near = [e + i for e in ends[::6 if sanitized() else 1] for i in (-1, 0, 1, 2)]
        cuts = sorted({0, 1, *near, *random.Random(1).sample(range(len(self.whole)), 8)})
        for cut in cuts:
            with self.subTest(cut=cut):
                self.write("out.ndjson.part", self.whole[:cut])
                counts = self.resume("--jobs", "2")
                self.assertEqual((self.root / "out.ndjson").read_bytes(), self.whole)
                self.assertEqual(counts, {"in": 12, "out": 12, "errors": 2})
                self.assertEqual(self.files(), ["in.ndjson", "out.ndjson"])
                (self.root / "out.ndjson").unlink()

    def test_killed_again_and_again(self):
        lines = articles(2000 if sanitized() else 8000)
        self.write("in.ndjson", "".join(f"{line}\n" for line in lines))
        kills = 0
        while not (self.root / "out.ndjson").exists():
            with self.start("in.ndjson", "-o", "out.ndjson", "--resume", "--jobs", "2",
                            stderr=subprocess.DEVNULL) as program:
                try:
                    program.wait(timeout=0.1 + 0.1 * kills)
                except subprocess.TimeoutExpired:
                    program.kill()
                    kills += 1
        self.assertGreater(kills, 0)
        self.assertTrue((self.root / "out.ndjson").read_bytes() == self.bytes_of(lines))

    def test_of_a_shard_and_of_standard_input(self):
        self.batch("", "in.ndjson", "--shard", "2/3", "-o", "out.ndjson")
        whole = (self.root / "out.ndjson").read_bytes()
        (self.root / "out.ndjson").unlink()
        self.write("out.ndjson.part", whole[:-200])
        self.batch(self.LINES, "--shard", "2/3", "-o", "out.ndjson", "--resume")
        self.assertEqual((self.root / "out.ndjson").read_bytes(), whole)

    def test_a_finished_run_is_checked(self):
        self.batch("", "in.ndjson", "-o", "out.ndjson")
        self.assertEqual(self.resume(), {"in": 12, "out": 12, "errors": 2})
        self.write("in.ndjson", "".join(f"{line}\n" for line in self.LINES + [GOOD % ("z", "z")]))
        self.batch("", "in.ndjson", "-o", "out.ndjson", "--resume", code=1)

    def test_what_does_not_go_together(self):
        self.expect_error(2, "--output", "batch", "in.ndjson", "--resume")
        self.write("out.ndjson.part", self.whole[:12000])
        self.expect_error(2, "--resume", "batch", "in.ndjson", "-o", "out.ndjson")
        done = self.run_program("batch", "in.ndjson", "-o", "out.ndjson", "--resume", "--with-text")
        self.assertEqual((done.returncode, done.out), (1, ""))
        self.assertIn("other options", done.err)
        self.write("in.ndjson", "\n".join(reversed(self.LINES)))
        done = self.run_program("batch", "in.ndjson", "-o", "out.ndjson", "--resume")
        self.assertEqual(done.returncode, 1)
        self.assertIn('out.ndjson.part:1: is about "a0", the article has "a11"', done.err)
        whole_lines = self.whole[:12000].rpartition(b"\n")[0] + b"\n"
        self.assertEqual((self.root / "out.ndjson.part").read_bytes(), whole_lines)
        self.write("in.ndjson", self.LINES[0])
        done = self.run_program("batch", "in.ndjson", "-o", "out.ndjson", "--resume")
        self.assertIn("has no article", done.err)

    def test_two_runs_do_not_write_one_file(self):
        self.write("out.ndjson.part", self.whole[:3000])
        with open(self.root / "out.ndjson.part", "rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            self.expect_error(2, "another run", "batch", "in.ndjson", "-o", "out.ndjson", "--resume")

    def test_ids_of_any_kind(self):
        lines = ['{"id":"\\u00e4\\n\\"","text":"x"}', '{"id":7,"text":"x"}', '["id"]', '{"text":"x"}', "",
                 '{"id":"a","text":"x","id":"b"}', '{"id":"deep","x":' + "[" * 70 + "]" * 70 + "}",
                 '{"id":"cut","text":"x"', '{"x":{"id":"inner"},"id":"outer","text":7}']
        self.write("in.ndjson", "\n".join(lines).encode() + b'\n{"id":"\xff","text":"\xff"}\n')
        self.batch("", "in.ndjson", "-o", "out.ndjson")
        self.batch("", "in.ndjson", "--check", "out.ndjson")
        results = (self.root / "out.ndjson").read_text(encoding="utf-8").splitlines()
        ids = [json.loads(line)["id"] for line in results]
        self.assertEqual(ids, ['\u00e4\n"', None, None, None, None, "b", None, None, "outer", "\ufffd"])


class Check(BatchProgram):
    def check(self, lines, results, code, says=""):
        self.write("in.ndjson", "".join(f"{line}\n" for line in lines))
        self.write("out.ndjson", b"".join(results))
        done = self.run_program("batch", "in.ndjson", "--check", "out.ndjson")
        self.assertEqual((done.returncode, done.out), (code, ""), done.err)
        self.assertIn(says, done.err)
        return json.loads(done.err.splitlines()[-1])

    def test_complete_or_not(self):
        lines = articles(10)
        results = self.bytes_of(lines).splitlines(keepends=True)
        self.assertEqual(self.check(lines, results, 0), {"in": 10, "out": 10, "errors": 1})
        self.assertEqual(self.check(lines, results[:9], 1, "9 of 10")["out"], 9)
        self.check(lines, results[:9] + [results[9][:-1]], 1, "out.ndjson:10: is cut off")
        self.check(lines, results[:4] + results[5:], 1, 'out.ndjson:5: is about "a5"')
        self.check(lines, results[:5] + results[4:], 1, 'out.ndjson:6: is about "a4"')
        self.check(lines, results + results[9:], 1, "out.ndjson:11: has no article")
        self.check(lines, results[:2] + [b'{"x":1}\n'] + results[3:], 1, "out.ndjson:3: is no line")
        self.check(lines, [], 1, "0 of 10")
        done = self.run_program("batch", "in.ndjson", "--check", "nowhere")
        self.assertEqual(done.returncode, 3)
        self.expect_error(2, "--check", "batch", "in.ndjson", "--check", "x", "-o", "y")

    def test_strict(self):
        lines = articles(10)
        self.write("in.ndjson", "".join(f"{line}\n" for line in lines))
        self.write("out.ndjson", self.bytes_of(lines))
        done = self.run_program("batch", "in.ndjson", "--check", "out.ndjson", "--strict")
        self.assertEqual(done.returncode, 1)


if __name__ == "__main__":
    main()
