-- rows: metaToday.symbols[*]
SELECT s.symbol, s.exchange, s.valid_from AS "validFrom", s.valid_to AS "validTo"
FROM company_symbol s JOIN company c ON c.id = s.company_id WHERE c.slug = 'meta' ORDER BY s.valid_from;

-- rows: metaBefore
SELECT c.name FROM company_symbol s JOIN company c ON c.id = s.company_id
WHERE s.symbol = 'META' AND '2021-12-01' BETWEEN s.valid_from AND coalesce(s.valid_to, 'infinity');
