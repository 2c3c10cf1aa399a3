-- rows: events.nodes[*]
SELECT e.title, count(*) FILTER (WHERE u.directness <> 'PARAPHRASE')::int AS "quoted.totalCount",
  count(*) FILTER (WHERE u.directness = 'PARAPHRASE')::int AS "retold.totalCount", count(*)::int AS "utterances.totalCount"
FROM event e JOIN utterance u ON u.event_id = e.id JOIN company c ON c.id = e.company_id
WHERE c.slug = 'meta'
GROUP BY e.id;
