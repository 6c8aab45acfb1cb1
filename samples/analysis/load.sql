-- Tables from claims.ndjson (zeitstrahl extract, or batch) and comparison.json (zeitstrahl
-- compare).  Only members that the queries use are named; days before the year 1, open and
-- unknown bounds are NULL.

CREATE TABLE claims AS
WITH articles AS (
  FROM read_json('claims.ndjson', format = 'newline_delimited', columns = {
    id: 'VARCHAR', title: 'VARCHAR', source: 'VARCHAR', published: 'DATE',
    claims: 'STRUCT(id VARCHAR, label VARCHAR, edtf VARCHAR, modality VARCHAR, reported BOOLEAN,
                    source VARCHAR, actors VARCHAR[], clause STRUCT("text" VARCHAR),
                    "interval" STRUCT("begin" STRUCT(earliest VARCHAR, latest VARCHAR),
                                      "end" STRUCT(earliest VARCHAR, latest VARCHAR)))[]'})
), each AS (SELECT id, title, source, published, unnest(claims) AS c FROM articles)
SELECT id AS article, source AS medium, published, c.id AS claim, c.label, c.edtf, c.modality,
       c.reported, c.source AS said_by, c.actors, c.clause."text" AS passage,
       try_cast(c."interval"."begin".earliest[:10] AS DATE) AS begin_earliest,
       try_cast(c."interval"."end".latest[:10] AS DATE) AS end_latest
FROM each;

CREATE TABLE comparison AS
FROM read_json('comparison.json', columns = {
  articles: 'STRUCT(id VARCHAR, source VARCHAR, published DATE)[]',
  stories: 'STRUCT("rows" STRUCT(
    label VARCHAR, verdict VARCHAR,
    statements STRUCT(article INTEGER, "current" BOOLEAN, label VARCHAR, edtf VARCHAR,
                      "interval" STRUCT("end" STRUCT(latest VARCHAR)),
                      passages STRUCT(sentence_text VARCHAR)[])[],
    findings STRUCT(verdict VARCHAR, aspect VARCHAR, "first" INTEGER, "second" INTEGER)[])[])[]'});

-- A row is one matter; its statements are in the order of the articles.
CREATE TABLE matters AS
WITH stories AS (SELECT articles, unnest(stories) AS story FROM comparison),
     rows AS (SELECT articles, unnest(story."rows") AS r FROM stories)
SELECT row_number() OVER () AS matter, r.label, r.verdict, articles, r.statements, r.findings
FROM rows;

CREATE TABLE statements AS
WITH each AS (
  SELECT matter, label AS matter_label, articles, unnest(statements) AS s,
         generate_subscripts(statements, 1) - 1 AS number
  FROM matters)
SELECT matter, matter_label, number, articles[s.article + 1].id AS article,
       articles[s.article + 1].source AS medium, articles[s.article + 1].published AS published,
       s."current" AS is_current, s.label, s.edtf,
       try_cast(s."interval"."end".latest[:10] AS DATE) AS end_latest,
       s.passages[1].sentence_text AS sentence
FROM each;

CREATE TABLE findings AS
WITH each AS (SELECT matter, unnest(findings) AS f FROM matters)
SELECT matter, f.verdict, f.aspect, f."first" AS first_statement, f."second" AS second_statement
FROM each;
