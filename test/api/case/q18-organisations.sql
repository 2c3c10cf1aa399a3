-- rows: documents.nodes[*].mentions[*]
-- Each name is looked for in the text itself, as a whole word; the longer name of another organisation is not in this text.
SELECT m.name, (SELECT count(*)::int FROM regexp_matches(d.text, '\m' || m.name || '\M', 'g')) AS count
FROM entity_mention m JOIN document d ON d.id = m.document_id
WHERE d.natural_key = 'native:meta-2024q4-retold' AND m.kind = 'ORGANIZATION'
ORDER BY 2 DESC, m.name COLLATE "C"
