-- rows: statements
SELECT count(*)::int AS "totalCount"
FROM utterance u JOIN person p ON p.id = u.speaker_id
WHERE p.name = 'Susan Li' AND u.text ILIKE '%quantum%';

-- rows: statements.coverage
SELECT count(DISTINCT e.id)::int AS "eventsIndexed", count(DISTINCT d.id)::int AS "documentsIndexed",
  count(DISTINCT d.id) FILTER (WHERE d.kind = 'TRANSCRIPT')::int AS transcripts, min(e.date) AS earliest, max(e.date) AS latest
FROM event e JOIN quarter q ON q.id = e.quarter_id JOIN company_symbol s ON s.company_id = e.company_id AND s.symbol = 'META'
JOIN document_event x ON x.event_id = e.id JOIN document d ON d.id = x.document_id
WHERE q.fiscal_year = 2024 AND q.fiscal_quarter = 4;

-- rows: statements.coverage.documentKinds[*]
SELECT d.kind, count(*)::int AS count FROM document d JOIN document_event x ON x.document_id = d.id JOIN event e ON e.id = x.event_id
JOIN company c ON c.id = e.company_id WHERE c.slug = 'meta' GROUP BY d.kind;
