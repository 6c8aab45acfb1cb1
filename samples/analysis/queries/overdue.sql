-- What was promised for a day that has passed by $today, longest ago first.
SELECT end_latest AS due, date_diff('day', end_latest, $today) AS days_ago, medium, label,
       coalesce(said_by, '') AS said_by, passage
FROM claims
WHERE modality = 'planned' AND end_latest < $today
ORDER BY due, article, claim;
