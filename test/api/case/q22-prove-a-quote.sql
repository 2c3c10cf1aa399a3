-- rows: statements.nodes[*]
SELECT u.text, u.span_start AS "source.start", u.span_end AS "source.end",
  substr(d.text, u.span_start + 1, u.span_end - u.span_start) AS "source.text",
  substr(d.text, u.span_start - 7, 8) AS "source.before", substr(d.text, u.span_end + 1, 14) AS "source.after",
  char_length(d.text) AS "source.document.length"
FROM utterance u JOIN document d ON d.id = u.document_id
WHERE u.text LIKE 'You can apply more compute%';
