"""The questions of samples/analysis, asked of the stories in samples/."""

import datetime
import sys

import pytest
from conftest import SAMPLES

sys.path.insert(0, str(SAMPLES / "analysis"))
import analyse  # noqa: E402

TODAY = datetime.date(2026, 11, 27)


@pytest.fixture(scope="module")
def database(program, tmp_path_factory):
    folder = tmp_path_factory.mktemp("found")
    stories = SAMPLES / "stories"
    found = program("extract", "--format", "ndjson", stories)
    failed = program("batch", stdin=b'{"id": "bad"}\n')
    (folder / "claims.ndjson").write_bytes(found + failed)
    (folder / "comparison.json").write_bytes(program("compare", stories))
    return analyse.load(folder)


def rows(database, question, today=TODAY):
    answer = analyse.ask(database, question, today)
    return [dict(zip(answer.columns, row)) for row in answer.fetchall()]


def test_promised_dates_that_have_passed(database):
    found = rows(database, "overdue")
    assert [row["due"] for row in found] == sorted(row["due"] for row in found)
    opening = [row for row in found if row["due"] == datetime.date(2013, 10, 27)]
    assert opening[0]["medium"] == "Donaublatt" and opening[0]["days_ago"] == 4779
    assert "27. Oktober 2013" in opening[0]["passage"]
    assert all(row["due"] < TODAY for row in found)
    earlier = rows(database, "overdue", datetime.date(2013, 10, 27))
    assert 0 < len(earlier) < len(found)
    assert max(row["due"] for row in earlier) < datetime.date(2013, 10, 27)


def test_who_announced_most(database):
    found = rows(database, "announcers")
    counts = [row["announced"] for row in found]
    assert counts == sorted(counts, reverse=True) and counts[0] > 1
    assert {"BER", "Voltara"} <= {row["who"] for row in found[:5]}
    assert all(row["articles"] <= row["announced"] for row in found)


def test_claims_in_conflict(database):
    found = rows(database, "conflicts")
    harms = [row for row in found if "Harms Folien" in row["first_sentence"]]
    assert [(row["first_time"], row["second_time"]) for row in harms] == [("/2028", "/2029")]
    assert (harms[0]["first_medium"], harms[0]["second_medium"]) == ("Netzkurier", "Donaublatt")
    assert "2029" in harms[0]["second_sentence"]


def test_how_a_date_drifted(database):
    found = rows(database, "drift")
    airport = next(row for row in found if "BER" in row["matter_label"])
    assert airport["said"][0] == "26.06.2010: 2012-06-03"
    assert airport["said"][-1] == "01.11.2020: 2020-10-31"
    assert airport["days_later"] == 3072
    assert len(airport["said"]) >= 6


def test_the_program_itself(program, tmp_path, capsys, monkeypatch):
    (tmp_path / "claims.ndjson").write_bytes(
        program("extract", "--format", "ndjson", SAMPLES / "stories"))
    (tmp_path / "comparison.json").write_bytes(program("compare", SAMPLES / "stories"))
    monkeypatch.setattr(sys, "argv", ["analyse.py", str(tmp_path), "2026-11-27"])
    analyse.main()
    shown = capsys.readouterr().out
    assert all(question in shown for question in analyse.QUESTIONS)
