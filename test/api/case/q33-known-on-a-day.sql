-- rows: company.then[*].evidence[*]
SELECT accession, filed_at AS "filedAt" FROM fact
WHERE company_id = (SELECT id FROM company WHERE slug = 'meta') AND concept = 'RevenueFromContractWithCustomerExcludingAssessedTax' AND period_start = '2024-07-01' AND period_end = '2024-09-30'
  AND filed_at <= '2024-12-31';

-- rows: company.facts
SELECT count(*)::int AS "totalCount" FROM fact
WHERE company_id = (SELECT id FROM company WHERE slug = 'meta') AND concept LIKE 'Revenue%' AND period_end = '2024-12-31' AND filed_at <= '2024-12-31';
