-- rows: all.nodes[*]
SELECT u.directness, u.text
FROM utterance u JOIN person p ON p.id = u.speaker_id
WHERE p.name ILIKE '%zuckerberg%' AND EXISTS (
  SELECT FROM topic_mention m JOIN topic t ON t.id = m.topic_id
  WHERE m.utterance_id = u.id AND t.slug IN ('compute', 'ai-infrastructure', 'inference')
)
ORDER BY u.position;

-- rows: itself.nodes[*]
SELECT u.text
FROM utterance u JOIN person p ON p.id = u.speaker_id
WHERE p.name ILIKE '%zuckerberg%'
  AND EXISTS (SELECT FROM topic_mention m JOIN topic t ON t.id = m.topic_id WHERE m.utterance_id = u.id AND t.slug = 'compute')
ORDER BY u.position;
