-- rows: company.quarter
SELECT (year.value - months.value)::text AS value
FROM fact year JOIN fact months USING (company_id, concept, unit, period_start)
WHERE concept = 'RevenueFromContractWithCustomerExcludingAssessedTax' AND period_start = '2024-01-01'
  AND year.period_end = '2024-12-31' AND year.filed_at <= '2025-02-01'
  AND months.period_end = '2024-09-30' AND months.filed_at <= '2025-02-01';

-- rows: company.quarter.evidence[*]
SELECT accession, form, value::text, period_start AS "periodStart", period_end AS "periodEnd"
FROM fact
WHERE company_id = (SELECT id FROM company WHERE slug = 'meta') AND concept = 'RevenueFromContractWithCustomerExcludingAssessedTax' AND period_start = '2024-01-01'
  AND period_end IN ('2024-12-31', '2024-09-30') AND filed_at <= '2025-02-01'
ORDER BY period_end DESC;
