-- rows: company.quarter.statements.nodes[*]
SELECT u.text
FROM utterance u
JOIN person p ON p.id = u.speaker_id
JOIN company c ON c.id = u.company_id
JOIN quarter q ON q.id = u.quarter_id
WHERE u.type = 'Statement' AND p.name = 'Mark Zuckerberg' AND c.slug = 'meta' AND q.fiscal_year = 2024 AND q.fiscal_quarter = 4
  AND u.directness = 'DIRECT_QUOTE'
  AND EXISTS (
    SELECT FROM topic_mention m JOIN topic t ON t.id = m.topic_id LEFT JOIN topic above ON above.id = t.parent_id
    WHERE m.utterance_id = u.id AND 'compute' IN (t.slug, above.slug)
  )
ORDER BY u.position;

-- rows: statements.nodes[*]
SELECT u.text
FROM utterance u
JOIN person p ON p.id = u.speaker_id
JOIN company c ON c.id = u.company_id
JOIN quarter q ON q.id = u.quarter_id
WHERE u.type = 'Statement' AND p.name = 'Mark Zuckerberg' AND c.slug = 'meta' AND q.fiscal_year = 2024 AND q.fiscal_quarter = 4
  AND u.directness = 'DIRECT_QUOTE'
  AND EXISTS (
    SELECT FROM topic_mention m JOIN topic t ON t.id = m.topic_id LEFT JOIN topic above ON above.id = t.parent_id
    WHERE m.utterance_id = u.id AND 'compute' IN (t.slug, above.slug)
  )
ORDER BY u.position;

-- rows: person.statements.nodes[*]
SELECT u.text
FROM utterance u
JOIN person p ON p.id = u.speaker_id
JOIN company c ON c.id = u.company_id
JOIN quarter q ON q.id = u.quarter_id
WHERE u.type = 'Statement' AND p.name = 'Mark Zuckerberg' AND c.slug = 'meta' AND q.fiscal_year = 2024 AND q.fiscal_quarter = 4
  AND u.directness = 'DIRECT_QUOTE'
  AND EXISTS (
    SELECT FROM topic_mention m JOIN topic t ON t.id = m.topic_id LEFT JOIN topic above ON above.id = t.parent_id
    WHERE m.utterance_id = u.id AND 'compute' IN (t.slug, above.slug)
  )
ORDER BY u.position;
