-- What PostGraphile's own filters cannot ask of the tables. One SELECT each, stable and not strict, so that Postgres puts them into the
-- statement around them.
CREATE OR REPLACE FUNCTION company_of_symbol(wanted text) RETURNS company STABLE LANGUAGE sql AS $$
  SELECT c.* FROM company c JOIN company_symbol s ON s.company_id = c.id
  WHERE s.symbol = wanted AND s.valid_from <= current_date AND (s.valid_to IS NULL OR s.valid_to >= current_date)
$$;
CREATE OR REPLACE FUNCTION company_ticker(c company) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT s.symbol FROM company_symbol s WHERE s.company_id = c.id AND s.valid_from <= current_date AND (s.valid_to IS NULL OR s.valid_to >= current_date)
$$;
CREATE OR REPLACE FUNCTION quarter_label(q quarter) RETURNS text STABLE LANGUAGE sql AS $$
  SELECT 'Q' || q.fiscal_quarter || ' ' || q.fiscal_year
$$;
CREATE OR REPLACE FUNCTION quarter_statements(q quarter) RETURNS SETOF utterance STABLE LANGUAGE sql AS $$
  SELECT u.* FROM utterance u WHERE u.type = 'Statement' AND u.company_id = q.company_id AND u.fiscal_year = q.fiscal_year AND u.fiscal_quarter = q.fiscal_quarter
  ORDER BY u.place DESC, u.position
$$;
CREATE OR REPLACE FUNCTION quarter_statements_by(q quarter, speaker text, topics text[], directness text[]) RETURNS SETOF utterance STABLE LANGUAGE sql AS $$
  SELECT u.* FROM utterance u WHERE u.type = 'Statement' AND u.company_id = q.company_id AND u.fiscal_year = q.fiscal_year AND u.fiscal_quarter = q.fiscal_quarter
    AND u.speaker_id = ANY (ARRAY(SELECT p.id FROM person p WHERE p.search_key LIKE '%' || earshot_search_key(speaker, '{}') || '%'))
    AND u.topic_ids && ARRAY(SELECT t.id FROM topic t LEFT JOIN topic up ON up.id = t.parent_id WHERE t.slug = ANY (topics) OR up.slug = ANY (topics))
    AND u.directness = ANY ($4)
  ORDER BY u.place DESC, u.position
$$;
CREATE OR REPLACE FUNCTION statements_about(company_id int, topics text[]) RETURNS SETOF utterance STABLE LANGUAGE sql AS $$
  SELECT u.* FROM utterance u WHERE u.type = 'Statement' AND u.company_id = $1
    AND u.topic_ids && ARRAY(SELECT t.id FROM topic t LEFT JOIN topic up ON up.id = t.parent_id WHERE t.slug = ANY (topics) OR up.slug = ANY (topics))
  ORDER BY u.place DESC, u.position
$$;
CREATE OR REPLACE FUNCTION utterance_office(u utterance) RETURNS executive STABLE LANGUAGE sql AS $$
  SELECT x.* FROM executive x WHERE x.person_id = u.speaker_id AND x.company_id = u.company_id
    AND coalesce(x.valid_from, '-infinity') <= u.said_on AND u.said_on <= coalesce(x.valid_to, 'infinity')
  ORDER BY array_position(ARRAY['CEO', 'CFO', 'CHAIR'], x.role), x.id LIMIT 1
$$;
CREATE OR REPLACE FUNCTION company_latest_quarters(c company) RETURNS SETOF quarter STABLE LANGUAGE sql AS $$
  SELECT q.* FROM quarter q WHERE q.company_id = c.id ORDER BY q.end_date DESC, q.id DESC
$$;
