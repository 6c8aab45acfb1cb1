"""extract.py FOLDER OUT [RECORDS]: the articles (*.md) of a folder, again and again under new ids
and days, 20,000 unless told, through Spark on two executors of this machine; OUT becomes Parquet
with a row an article, and what was found is counted."""

import datetime
import pathlib
import sys

from pyspark.sql import SparkSession
from pyspark.sql import functions as f

import zeitstrahl.spark

FIRST_DAY = datetime.date(2020, 1, 1)


def start(**settings):
    """A cluster of its own on this machine: two executors of a core and 1 GB each."""
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("zeitstrahl")
    for name, value in settings.items():
        builder = builder.config(name.replace("__", "."), value)
    return builder.getOrCreate()


def records_of(folder, count):
    """Rows of id, text and day: the stories' paragraphs, each with ever new days."""
    texts = [part for path in sorted(pathlib.Path(folder).rglob("*.md")) if path.name != "README.md"
             for part in path.read_text(encoding="utf-8").split("---\n")[-1].split("\n\n") if part]
    return [(f"r{number:05}", texts[number % len(texts)],
             FIRST_DAY + datetime.timedelta(days=number % 2000)) for number in range(count)]


def frame_of(spark, records):
    """In 40 parts, made again from the records where an executor is lost."""
    parts = spark.sparkContext.parallelize(records, 40)
    return spark.createDataFrame(parts, "id STRING, body STRING, day DATE")


def main():
    folder, out = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 20_000
    spark = start()
    articles = frame_of(spark, records_of(folder, count))
    results = zeitstrahl.spark.extract(articles, text="body", published="day")
    results.write.mode("overwrite").parquet(out)

    written = spark.read.parquet(out)
    written.groupBy("error").count().show()
    claims = zeitstrahl.spark.claims(written)
    claims.groupBy("modality").count().orderBy("modality").show()
    claims.where("thread_label IS NOT NULL").groupBy("thread_label").agg(
        f.count("*").alias("claims"), f.min("begin_earliest").alias("first")).orderBy(
        f.desc("claims")).show(5, truncate=False)
    spark.stop()


if __name__ == "__main__":
    main()
