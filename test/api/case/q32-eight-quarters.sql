-- rows: company.series[*]
WITH known AS (
  SELECT DISTINCT ON (period_start, period_end) period_start, period_end, value
  FROM fact
  WHERE company_id = (SELECT id FROM company WHERE slug = 'meta') AND concept = 'RevenueFromContractWithCustomerExcludingAssessedTax' AND filed_at <= '2025-02-01'
  ORDER BY period_start, period_end, filed_at DESC
), revenue AS (
  SELECT q.fiscal_year, q.fiscal_quarter, q.start_date, coalesce(filed.value, year.value - months.value) AS value
  FROM quarter q
  LEFT JOIN known filed ON filed.period_start = q.start_date AND filed.period_end = q.end_date AND q.fiscal_quarter < 4
  LEFT JOIN known year ON year.period_start = q.start_date - interval '9 months' AND year.period_end = q.end_date
  LEFT JOIN known months ON months.period_start = year.period_start AND months.period_end = q.start_date - 1
  WHERE q.company_id = (SELECT id FROM company WHERE slug = 'meta')
), beside AS (
  SELECT *, lag(value, 4) OVER chronology AS year_ago, lag(value) OVER chronology AS before FROM revenue
  WINDOW chronology AS (ORDER BY start_date)
)
SELECT format('FY%sQ%s', fiscal_year, fiscal_quarter) AS period, value::text,
  (value - year_ago)::text AS "yoy.absolute", trim_scale(round((value - year_ago) * 100 / year_ago, 4))::text AS "yoy.percent",
  (value - before)::text AS "qoq.absolute", trim_scale(round((value - before) * 100 / before, 4))::text AS "qoq.percent"
FROM beside
WHERE start_date BETWEEN '2023-01-01' AND '2024-10-01'
ORDER BY start_date;
