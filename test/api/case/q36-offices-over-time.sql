-- rows: company.then[*]
SELECT p.name AS "person.name", e.valid_from AS "from", e.valid_to AS "to"
FROM executive e JOIN person p ON p.id = e.person_id JOIN company c ON c.id = e.company_id
WHERE c.slug = 'meta' AND e.role = 'CFO' AND '2022-06-01' BETWEEN coalesce(e.valid_from, '-infinity') AND coalesce(e.valid_to, 'infinity');

-- rows: company.onTheCall[*]
SELECT p.name AS "person.name", e.valid_from AS "from", e.valid_to AS "to"
FROM executive e JOIN person p ON p.id = e.person_id JOIN company c ON c.id = e.company_id
WHERE c.slug = 'meta' AND e.role = 'CFO' AND '2025-01-29' BETWEEN coalesce(e.valid_from, '-infinity') AND coalesce(e.valid_to, 'infinity');
