-- rows: analystComments.nodes[*]
SELECT u.comment_kind AS kind, u.text FROM utterance u JOIN person p ON p.id = u.speaker_id WHERE p.name = 'Deepak Sharma';

-- rows: analystComments.nodes[*].topics[*]
SELECT m.score, t.slug AS "topic.slug"
FROM topic_mention m JOIN topic t ON t.id = m.topic_id JOIN utterance u ON u.id = m.utterance_id
JOIN person p ON p.id = u.speaker_id
WHERE p.name = 'Deepak Sharma' AND m.is_home
ORDER BY m.score DESC, t.id;
