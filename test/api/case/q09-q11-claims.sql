-- rows: claims.nodes[*]
SELECT c.kind AS "kind", c.metric_label AS "metricLabel", trim_scale(c.asserted)::text AS "asserted", c.qualifier AS "qualifier",
  substr(d.text, c.span_start + 1, c.span_end - c.span_start) AS "source.text"
FROM claim c JOIN document d ON d.id = c.document_id JOIN company o ON o.id = c.company_id
WHERE o.slug = 'meta' ORDER BY c.id
