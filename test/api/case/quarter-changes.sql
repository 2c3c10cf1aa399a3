-- rows: company.quarter.changes.topics[*]
WITH passage AS (
  SELECT u.id, u.fiscal_quarter AS q, u.topic_ids
  FROM utterance u JOIN event e ON e.id = u.event_id JOIN document d ON d.id = u.document_id
  WHERE e.type = 'EARNINGS_CALL' AND d.kind = 'TRANSCRIPT' AND u.fiscal_year = 2024 AND u.fiscal_quarter IN (3, 4)
    AND u.company_id = (SELECT id FROM company WHERE slug = 'fablewright-systems')
), size AS (SELECT count(*) FILTER (WHERE q = 3)::numeric AS a, count(*) FILTER (WHERE q = 4)::numeric AS b FROM passage),
counted AS (
  SELECT above.slug, count(DISTINCT p.id) FILTER (WHERE q = 3) AS before, count(DISTINCT p.id) FILTER (WHERE q = 4) AS after
  FROM passage p JOIN topic own ON own.id = ANY (p.topic_ids) LEFT JOIN topic middle ON middle.id = own.parent_id
    JOIN topic above ON above.id IN (own.id, own.parent_id, middle.parent_id)
  GROUP BY 1
), moved AS (
  SELECT slug, before, after, before / a AS x, after / b AS y, CASE
    WHEN before = 0 THEN CASE WHEN after > 1 THEN 'NEW' ELSE 'SAME' END
    WHEN after = 0 THEN CASE WHEN before > 1 THEN 'GONE' ELSE 'SAME' END
    WHEN after / b >= before / a * 1.5 AND (after / b - before / a) * b >= 3 THEN 'ROSE'
    WHEN after / b <= before / a * 0.5 AND (before / a - after / b) * b >= 3 THEN 'FELL'
    ELSE 'SAME' END AS movement
  FROM counted, size
)
SELECT slug AS "topic.slug", movement, before::int, after::int, round(x, 4)::float8 AS "shareBefore", round(y, 4)::float8 AS "shareAfter"
FROM moved ORDER BY array_position(ARRAY['NEW', 'ROSE', 'GONE', 'FELL', 'SAME'], movement), abs(y - x) DESC, slug LIMIT 7;
-- rows: company.quarter.changes.speakers[*]
SELECT p.name AS "person.name", (count(*) FILTER (WHERE u.fiscal_quarter = 3))::int AS before, (count(*) FILTER (WHERE u.fiscal_quarter = 4))::int AS after
FROM utterance u JOIN event e ON e.id = u.event_id JOIN document d ON d.id = u.document_id JOIN person p ON p.id = u.speaker_id
WHERE e.type = 'EARNINGS_CALL' AND d.kind = 'TRANSCRIPT' AND u.fiscal_year = 2024 AND u.fiscal_quarter IN (3, 4)
  AND u.company_id = (SELECT id FROM company WHERE slug = 'fablewright-systems')
GROUP BY p.id, u.company_id
ORDER BY CASE WHEN count(*) FILTER (WHERE u.fiscal_quarter = 3) = 0 AND count(*) > 1 THEN 1 WHEN count(*) FILTER (WHERE u.fiscal_quarter = 4) = 0 AND count(*) > 1 THEN 3 ELSE 5 END,
  abs(count(*) FILTER (WHERE u.fiscal_quarter = 4) / (SELECT count(*)::numeric FROM utterance v JOIN document d ON d.id = v.document_id WHERE d.kind = 'TRANSCRIPT'
      AND v.company_id = u.company_id AND v.fiscal_year = 2024 AND v.fiscal_quarter = 4)
    - count(*) FILTER (WHERE u.fiscal_quarter = 3) / (SELECT count(*)::numeric FROM utterance v JOIN document d ON d.id = v.document_id WHERE d.kind = 'TRANSCRIPT'
      AND v.company_id = u.company_id AND v.fiscal_year = 2024 AND v.fiscal_quarter = 3)) DESC, p.id;
