-- rows: cfos.groupBy[*]
SELECT count(*)::int AS count
FROM utterance u JOIN topic_mention m ON m.utterance_id = u.id JOIN topic t ON t.id = m.topic_id JOIN executive x ON x.person_id = u.speaker_id AND x.role = 'CFO'
WHERE t.slug = 'advertising' AND u.type = 'Statement' AND u.said_on BETWEEN x.valid_from AND coalesce(x.valid_to, 'infinity');

-- rows: ceos.groupBy[*]
SELECT count(*)::int AS count
FROM utterance u JOIN topic_mention m ON m.utterance_id = u.id JOIN topic t ON t.id = m.topic_id LEFT JOIN topic up ON up.id = t.parent_id
WHERE (t.slug = 'deepseek' OR 'compute' IN (t.slug, up.slug)) AND u.type = 'Statement' AND u.company_id = (SELECT id FROM company WHERE slug = 'meta')
GROUP BY t.slug ORDER BY count(*) DESC, t.slug COLLATE "C";
