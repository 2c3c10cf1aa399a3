-- rows: utterances.groupBy[*]
SELECT count(*)::int AS count
FROM utterance u JOIN person p ON p.id = u.speaker_id
WHERE u.directness <> 'PARAPHRASE' AND u.company_id = (SELECT id FROM company WHERE slug = 'meta')
GROUP BY p.name ORDER BY count(*) DESC;

-- rows: utterances.groupBy[*].keys[*]
SELECT p.name AS "value", p.name AS "node.name"
FROM person p JOIN utterance u ON u.speaker_id = p.id AND u.directness IN ('DIRECT_QUOTE', 'FRAGMENT') AND u.company_id = (SELECT id FROM company WHERE slug = 'meta')
GROUP BY p.name ORDER BY count(u.id) DESC;
