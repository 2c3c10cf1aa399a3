-- rows: exchanges.nodes[*]
SELECT x.position, e.date AS "event.date", p.name AS "analyst.person.name", f.name AS "firm.name"
FROM exchange x JOIN event e ON e.id = x.event_id JOIN company_symbol s ON s.company_id = e.company_id
  JOIN analyst a ON a.id = x.analyst_id JOIN person p ON p.id = a.person_id LEFT JOIN firm f ON f.id = x.firm_id
WHERE s.symbol = 'FBLW'
  AND EXISTS (SELECT FROM utterance u JOIN topic t ON t.id = ANY (u.topic_ids) WHERE u.exchange_id = x.id AND t.slug = 'pricing')
ORDER BY e.date DESC, x.position
