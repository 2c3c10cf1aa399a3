-- rows: analystComments.nodes[*]
SELECT u.speaker_role AS "speakerRole", p.name AS "analyst.person.name", a.title AS "analyst.title", f.name AS "analyst.firm.name",
  f.kind AS "analyst.firm.kind"
FROM utterance u JOIN analyst a ON a.id = u.analyst_id JOIN person p ON p.id = a.person_id JOIN firm f ON f.id = a.firm_id
JOIN company c ON c.id = u.company_id
WHERE u.type = 'AnalystComment' AND c.slug = 'meta';

-- rows: li.nodes[*]
SELECT p.name AS "speaker.name", e.role AS "executive.role", e.title AS "executive.title"
FROM utterance u JOIN person p ON p.id = u.speaker_id
JOIN executive e ON e.person_id = p.id AND e.company_id = u.company_id
  AND u.said_on BETWEEN coalesce(e.valid_from, '-infinity') AND coalesce(e.valid_to, 'infinity')
WHERE p.name = 'Susan Li';
