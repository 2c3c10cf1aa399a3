-- rows: statements.nodes[*]
SELECT u.text, u.speaker_label AS "speakerLabel", u.attribution_method AS "attribution.method"
FROM utterance u
WHERE u.directness = 'DIRECT_QUOTE' AND u.type = 'Statement'
  AND EXISTS (SELECT FROM topic_mention m JOIN topic t ON t.id = m.topic_id WHERE m.utterance_id = u.id AND t.slug = 'deepseek')
ORDER BY u.position;
