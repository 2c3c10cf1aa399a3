-- rows: events.nodes[*]
SELECT e.date, e.starts_at AS "startsAt", e.status, q.start_date AS "quarter.startDate", q.end_date AS "quarter.endDate",
  format('FY%sQ%s', q.fiscal_year, q.fiscal_quarter) AS "quarter.period",
  format('CY%sQ%s', q.calendar_year, q.calendar_quarter) AS "quarter.calendarPeriod", c.slug AS "quarter.company.slug"
FROM event e JOIN quarter q ON q.id = e.quarter_id JOIN company c ON c.id = e.company_id
WHERE c.slug = 'meta';
