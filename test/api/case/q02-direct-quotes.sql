-- rows: statements.nodes[*]
SELECT u.directness, u.text
FROM utterance u JOIN person p ON p.id = u.speaker_id
WHERE p.name = 'Mark Zuckerberg' AND u.directness <> 'PARAPHRASE'
ORDER BY u.position;

-- rows: statements
SELECT count(*)::int AS "totalCount"
FROM utterance u JOIN person p ON p.id = u.speaker_id
WHERE p.name = 'Mark Zuckerberg' AND u.directness IN ('DIRECT_QUOTE', 'FRAGMENT');
