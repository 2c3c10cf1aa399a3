-- rows: statements.edges[*]
SELECT u.text AS "node.text"
FROM utterance u
WHERE u.type = 'Statement' AND u.directness IN ('DIRECT_QUOTE', 'FRAGMENT') AND u.company_id = (SELECT id FROM company WHERE slug = 'meta') AND u.text ~* '\minference\M'
ORDER BY u.position;

-- rows: statements
SELECT count(*)::int AS "totalCount"
FROM utterance u
WHERE u.type = 'Statement' AND u.directness IN ('DIRECT_QUOTE', 'FRAGMENT') AND u.company_id = (SELECT id FROM company WHERE slug = 'meta') AND u.text ~* '\minference\M';
