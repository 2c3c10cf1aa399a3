-- rows: statements.groupBy[*]
SELECT 'FY' || year || 'Q' || quarter AS period, count(u.id)::int AS count, coalesce(sum(u.places), 0)::int AS mentions
FROM generate_series(2023, 2024) year CROSS JOIN generate_series(1, 4) quarter
LEFT JOIN (
  SELECT u.id, u.fiscal_year, u.fiscal_quarter, sum(cardinality(m.spans) / 2) AS places
  FROM utterance u JOIN topic_mention m ON m.utterance_id = u.id JOIN topic t ON t.id = m.topic_id LEFT JOIN topic up ON up.id = t.parent_id
  WHERE u.company_id = (SELECT id FROM company WHERE slug = 'meta') AND u.type = 'Statement' AND 'compute' IN (t.slug, up.slug) GROUP BY u.id
) u ON u.fiscal_year = year AND u.fiscal_quarter = quarter
GROUP BY year, quarter ORDER BY year, quarter;
