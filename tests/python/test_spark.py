"""Spark on two executors, with executors and children killed meanwhile: every id once, and the
content that one process gives."""

import json
import os
import pathlib
import shutil
import signal
import sys
import threading
import time

import pytest
from conftest import SAMPLES

pytest.importorskip("pyspark", reason="pyspark is not there")
if not shutil.which("java"):
    pytest.skip("there is no Java", allow_module_level=True)

sys.path.insert(0, str(SAMPLES / "spark"))
import extract as example  # noqa: E402

import zeitstrahl  # noqa: E402
import zeitstrahl.spark  # noqa: E402
from zeitstrahl import spark as on_spark  # noqa: E402

RECORDS = 20_000
HOG = "Am 3. Mai 2019. " * 500_000  # needs more memory than a record may take


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = example.start(spark__task__maxFailures=100, spark__deploy__maxExecutorRetries=-1,
                            spark__ui__enabled="false", spark__sql__shuffle__partitions=4)
    yield session
    session.stop()


def processes_with(words):
    """Process ids of our own descendants whose command line holds the words."""
    parents, commands = {}, {}
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            commands[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        except (OSError, ValueError):
            continue  # it has just ended

    def is_ours(number):
        while number in parents and number != os.getpid():
            number = parents[number]
        return number == os.getpid()

    return [n for n, command in commands.items() if words in command and is_ours(n)]


class Killer:
    """Kills a child often and an executor now and then, and counts them."""

    def __init__(self):
        self.counts = {"zeitstrahl._child": 0, "CoarseGrainedExecutorBackend": 0}
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._done.set()
        self._thread.join()

    def _run(self):
        rounds = 0
        while not self._done.wait(3):
            rounds += 1
            self._kill_one("zeitstrahl._child")
            if rounds % 8 == 4 and self.counts["CoarseGrainedExecutorBackend"] < 4:
                self._kill_one("CoarseGrainedExecutorBackend")

    def _kill_one(self, words):
        for number in processes_with(words)[:1]:
            try:
                os.kill(number, signal.SIGKILL)
                self.counts[words] += 1
            except ProcessLookupError:
                pass


def test_nothing_is_lost_and_nothing_comes_twice(spark, tmp_path):
    records = example.records_of(SAMPLES, RECORDS)
    records[RECORDS // 2] = (records[RECORDS // 2][0], HOG, records[RECORDS // 2][2])
    articles = example.frame_of(spark, records)
    begin = time.monotonic()
    with Killer() as killer:
        results = on_spark.extract(articles, text="body", published="day", mebibytes=700)
        results.write.parquet(str(tmp_path / "out"))
    rows = spark.read.parquet(str(tmp_path / "out")).collect()
    print(f"{len(rows)} rows in {time.monotonic() - begin:.0f} s, killed: {killer.counts}")
    assert all(killer.counts.values()), killer.counts

    expected = dict(zip((record[0] for record in records), zeitstrahl.batch(
        {"id": id, "text": text if text != HOG else "", "published": day}
        for id, text, day in records)))
    assert sorted(row.id for row in rows) == sorted(expected)
    guilty = [row for row in rows if row.error]
    assert [(row.id, row.error) for row in guilty] == [(records[RECORDS // 2][0], "out-of-memory")]
    assert all(row.result == expected[row.id] for row in rows if not row.error)


def test_columns_claims_and_comparisons(spark):
    stories = [(path.stem, path.parent.name, path.read_text(encoding="utf-8").split("---\n")[-1],
                zeitstrahl.read(path).published.isoformat(), 7)
               for folder in ("werk", "rechte") for path in sorted((SAMPLES / "stories" / folder).glob("*.md"))]
    articles = spark.createDataFrame(
        stories, "url STRING, story STRING, text STRING, published STRING, number INT")
    results = on_spark.extract(articles, id="url", keep=["story", "number"], with_text=True).cache()
    assert results.columns == ["id", "result", "error", "story", "number"]
    assert {row.number for row in results.collect()} == {7}

    lines = [row.result for row in results.collect()]
    rows = on_spark.claims(results)
    assert rows.columns == zeitstrahl.to_arrow(lines).column_names
    key = ("article", "claim")
    assert sorted(rows.toArrow().select(key).to_pylist(), key=str) == \
        sorted(zeitstrahl.to_arrow(lines).select(key).to_pylist(), key=str)
    assert rows.groupBy("thread_label").count().count() > 1

    compared = {row.story: row.comparison for row in on_spark.compare(results, by="story").collect()}
    for story in ("werk", "rechte"):
        documents = [zeitstrahl.read(text=text, published=published, name=f"{url}.txt")
                     for url, its_story, text, published, _ in stories if its_story == story]
        verdicts = [row.verdict for s in zeitstrahl.compare(documents).stories for row in s.rows]
        found = json.loads(compared[story])
        assert [row["verdict"] for s in found["stories"] for row in s["rows"]] == verdicts


def test_what_is_no_article_is_an_error_row(spark):
    given = spark.createDataFrame([("a", "Seit 2019.", "2025-01-22"), ("b", None, None),
                                   (None, "Heute.", None), ("d", "Heute.", "gestern")],
                                  "id STRING, text STRING, published STRING").coalesce(1)
    rows = on_spark.extract(given).collect()
    assert [(row.id, row.error) for row in rows] == [
        ("a", None), ("b", "no-text"), (None, "no-id"), ("d", "bad-date")]
