-- rows: ask.statements.nodes[*]
SELECT u.directness, u.text
FROM utterance u JOIN person p ON p.id = u.speaker_id
WHERE p.name = 'Mark Zuckerberg' AND u.fiscal_year = 2024 AND u.fiscal_quarter = 4 AND EXISTS (
  SELECT FROM topic_mention m JOIN topic t ON t.id = m.topic_id
  WHERE m.utterance_id = u.id AND t.slug IN ('compute', 'ai-infrastructure', 'inference')
)
ORDER BY u.position;
