-- rows: topic.trend[*]
SELECT s.symbol AS "company.symbol", format('CY%sQ%s', q.calendar_year, q.calendar_quarter) AS "calendarPeriod",
  format('FY%sQ%s', q.fiscal_year, q.fiscal_quarter) AS period, q.end_date AS "quarter.endDate",
  (count(DISTINCT a.id) FILTER (WHERE a.type = 'Statement'))::int AS statements,
  round(count(DISTINCT a.id)::numeric / (SELECT count(*) FROM utterance u WHERE u.quarter_id = q.id), 4)::float8 AS share
FROM quarter q JOIN company_symbol s ON s.company_id = q.company_id AND s.symbol IN ('FBLW', 'NSUCH')
LEFT JOIN (
  SELECT u.id, u.type, u.quarter_id FROM utterance u JOIN topic t ON t.id = ANY (u.topic_ids) LEFT JOIN topic above ON above.id = t.parent_id
  WHERE 'compute' IN (t.slug, above.slug)
) a ON a.quarter_id = q.id
WHERE q.calendar_year = 2024 AND q.calendar_quarter >= 3
GROUP BY q.id, s.symbol ORDER BY q.calendar_quarter, s.symbol;
