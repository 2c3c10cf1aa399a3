-- rows: quarters[*]
WITH filed AS (
  SELECT DISTINCT ON (concept, period_start, period_end) concept, period_start, period_end, value
  FROM fact
  WHERE company_id = (SELECT id FROM company WHERE slug = 'meta') AND concept IN ('NetIncomeLoss', 'RevenueFromContractWithCustomerExcludingAssessedTax') AND filed_at <= '2025-02-01'
  ORDER BY concept, period_start, period_end, filed_at DESC
), metric(name, concept) AS (
  VALUES ('net_income', 'NetIncomeLoss'), ('revenue', 'RevenueFromContractWithCustomerExcludingAssessedTax')
)
SELECT m.name AS "metric.name", format('FY%sQ%s', q.fiscal_year, q.fiscal_quarter) AS period, q.start_date AS "startDate", q.end_date AS "endDate",
  coalesce(own.value, year.value - months.value)::text AS value
FROM metric m
JOIN quarter q ON q.company_id = (SELECT id FROM company WHERE slug = 'meta')
LEFT JOIN filed own ON own.concept = m.concept AND own.period_start = q.start_date AND own.period_end = q.end_date AND q.fiscal_quarter < 4
LEFT JOIN filed year ON year.concept = m.concept AND year.period_start = '2024-01-01' AND year.period_end = '2024-12-31' AND q.fiscal_quarter = 4
LEFT JOIN filed months ON months.concept = m.concept AND months.period_start = '2024-01-01' AND months.period_end = '2024-09-30' AND q.fiscal_quarter = 4
WHERE q.fiscal_year = 2024 AND q.fiscal_quarter >= 3
ORDER BY m.name, q.start_date;
-- rows: years[*]
SELECT DISTINCT ON (period_start) format('FY%s', extract(year FROM period_start)) AS period, period_start AS "startDate", period_end AS "endDate", value::text
FROM fact
WHERE company_id = (SELECT id FROM company WHERE slug = 'meta') AND concept = 'RevenueFromContractWithCustomerExcludingAssessedTax' AND filed_at <= '2025-02-01'
  AND (period_start, period_end) IN (('2023-01-01', '2023-12-31'), ('2024-01-01', '2024-12-31'))
ORDER BY period_start, filed_at DESC;
