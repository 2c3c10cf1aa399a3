-- rows: person.statements.nodes[*]
SELECT u.directness, u.text FROM utterance u JOIN person p ON p.id = u.speaker_id WHERE p.name = 'Susan Li';

-- rows: person.quotes
SELECT count(*)::int AS "totalCount"
FROM utterance u JOIN person p ON p.id = u.speaker_id WHERE p.name = 'Susan Li' AND u.directness <> 'PARAPHRASE';
