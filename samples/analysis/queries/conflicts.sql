-- Claims in conflict, with both sentences.
SELECT a.matter_label, a.medium AS first_medium, a.edtf AS first_time, a.sentence AS first_sentence,
       b.medium AS second_medium, b.edtf AS second_time, b.sentence AS second_sentence
FROM findings AS f
JOIN statements AS a ON a.matter = f.matter AND a.number = f.first_statement
JOIN statements AS b ON b.matter = f.matter AND b.number = f.second_statement
WHERE f.verdict = 'conflict'
ORDER BY f.matter, f.first_statement, f.second_statement;
