-- rows: statements.groupBy[*]
SELECT count(*)::int AS count, round(avg(u.sentiment_score::numeric), 4)::float8 AS "meanSentiment", min(u.sentiment_method) AS "sentimentMethod"
FROM utterance u JOIN document d ON d.id = u.document_id AND d.kind = 'TRANSCRIPT' JOIN company c ON c.id = u.company_id
WHERE u.type = 'Statement' AND c.name LIKE 'Fablewright%' AND u.section IN ('PREPARED_REMARKS', 'ANSWER')
GROUP BY u.section ORDER BY count(*) DESC;
