-- Who announced most: what is planned, by whose words it are, else by whom it is about.
WITH announced AS (
  SELECT unnest(CASE WHEN said_by IS NULL THEN actors ELSE [said_by] END) AS who, article, label
  FROM claims
  WHERE modality = 'planned')
SELECT who, count(*) AS announced, count(DISTINCT article) AS articles, min(label) AS example
FROM announced
GROUP BY who
ORDER BY announced DESC, articles DESC, who;
