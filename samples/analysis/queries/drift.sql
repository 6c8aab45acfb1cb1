-- How dates drifted: matters whose date moved, with what each article stood by, and by how many
-- days the last one departs from the first.
SELECT matter_label, list(strftime(published, '%d.%m.%Y') || ': ' || edtf ORDER BY published, number)
         AS said, date_diff('day', arg_min(end_latest, published), arg_max(end_latest, published))
         AS days_later
FROM statements
WHERE matter IN (SELECT matter FROM findings WHERE verdict = 'moved')
  AND is_current AND end_latest IS NOT NULL
GROUP BY matter, matter_label
ORDER BY abs(days_later) DESC, matter;
