-- rows: statements.nodes[*]
SELECT u.text, p.name AS "speaker.name" FROM utterance u JOIN person p ON p.id = u.speaker_id WHERE u.text LIKE '%prioritises%';
