"""analyse.py FOLDER [DAY]: four questions to claims.ndjson and comparison.json of a folder, which
`zeitstrahl extract` and `zeitstrahl compare` wrote.  DAY, today by default, is YYYY-MM-DD."""

import datetime
import pathlib
import sys

import duckdb

HERE = pathlib.Path(__file__).resolve().parent
QUESTIONS = ("overdue", "announcers", "conflicts", "drift")


def load(folder):
    """A database in memory with the tables of load.sql."""
    database = duckdb.connect()
    database.execute("SET file_search_path = ?", [str(folder)])
    database.execute((HERE / "load.sql").read_text(encoding="utf-8"))
    return database


def ask(database, question, today):
    """The answer to one of QUESTIONS, as a relation of DuckDB."""
    query = (HERE / "queries" / f"{question}.sql").read_text(encoding="utf-8")
    return database.sql(query, params={"today": today} if "$today" in query else None)


def main():
    folder = sys.argv[1]
    today = datetime.date.fromisoformat(sys.argv[2]) if len(sys.argv) > 2 else datetime.date.today()
    database = load(folder)
    for question in QUESTIONS:
        print(question)
        ask(database, question, today).show(max_width=160)


if __name__ == "__main__":
    main()
