-- rows: topic.trend[*]
WITH about AS (
  SELECT u.id, count(DISTINCT (m.spans[i], m.spans[i + 1])) AS places
  FROM utterance u JOIN topic_mention m ON m.utterance_id = u.id JOIN topic t ON t.id = m.topic_id LEFT JOIN topic above ON above.id = t.parent_id
  CROSS JOIN LATERAL generate_series(1, cardinality(m.spans), 2) i
  WHERE 'compute' IN (t.slug, above.slug)
  GROUP BY u.id
)
SELECT format('FY%sQ%s', q.fiscal_year, q.fiscal_quarter) AS period, coalesce(sum(a.places), 0)::int AS mentions,
  (count(a.id) FILTER (WHERE u.type = 'Statement'))::int AS statements, (count(DISTINCT u.speaker_id) FILTER (WHERE a.id IS NOT NULL))::int AS speakers,
  round(count(a.id)::numeric / greatest(count(u.id), 1), 4)::float8 AS share
FROM quarter q LEFT JOIN utterance u ON u.quarter_id = q.id LEFT JOIN about a ON a.id = u.id
WHERE q.company_id = (SELECT company_id FROM company_symbol WHERE symbol = 'META' AND valid_to IS NULL) AND q.fiscal_year = 2024 AND q.fiscal_quarter >= 3
GROUP BY q.id ORDER BY q.start_date;
