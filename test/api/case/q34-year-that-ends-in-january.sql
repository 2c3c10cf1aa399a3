-- rows: company.facts.nodes[*]
SELECT f.value::text AS value, f.form, f.filed_at AS "filedAt", f.filing_fiscal_year AS "filingFiscalYear"
FROM fact f JOIN company_symbol s ON s.company_id = f.company_id
WHERE s.symbol = 'NSUCH' AND f.concept = 'RevenueFromContractWithCustomerExcludingAssessedTax' AND f.dimensions = '{}'
  AND f.period_start = '2023-01-30' AND f.period_end = '2024-01-28'
ORDER BY f.filed_at DESC
