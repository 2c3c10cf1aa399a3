-- Made by `npm run sync` from the catalogs of a migrated database; do not edit.

-- extensions
CREATE EXTENSION btree_gist;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION unaccent;

-- text search configurations
earshot: float, int, sfloat, uint, version with simple
earshot: asciiword, numword, word with unaccent, english_stem
earshot_begun: float, int, sfloat, uint, version with simple
earshot_begun: asciiword, numword, word with unaccent, simple

-- functions
CREATE OR REPLACE FUNCTION public.earshot_announce_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        PERFORM pg_notify('earshot_reference', TG_TABLE_NAME || ' ' || lower(TG_OP) || ' ' || pg_current_xact_id()::text);
        RETURN NULL;
      END $function$
;
CREATE OR REPLACE FUNCTION public.earshot_count_lexemes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  empty text[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO lexeme_count AS c (lexeme, statements, comments) SELECT lexeme, count(*) FILTER (WHERE type = 'Statement') AS statements, count(*) FILTER (WHERE type <> 'Statement') AS comments FROM written CROSS JOIN LATERAL unnest(tsvector_to_array(lexemes)) lexeme GROUP BY lexeme ORDER BY lexeme COLLATE "C"
    ON CONFLICT (lexeme) DO UPDATE SET statements = c.statements + excluded.statements, comments = c.comments + excluded.comments;
  ELSIF TG_OP = 'DELETE' THEN
    WITH gone AS (SELECT lexeme, count(*) FILTER (WHERE type = 'Statement') AS statements, count(*) FILTER (WHERE type <> 'Statement') AS comments FROM earlier CROSS JOIN LATERAL unnest(tsvector_to_array(lexemes)) lexeme GROUP BY lexeme), left_over AS (
      UPDATE lexeme_count c SET statements = c.statements - g.statements, comments = c.comments - g.comments FROM gone g WHERE c.lexeme = g.lexeme
      RETURNING c.lexeme, c.statements + c.comments AS n
    ) SELECT array_agg(lexeme) INTO empty FROM left_over WHERE n = 0;
    DELETE FROM lexeme_count WHERE lexeme = ANY (empty) AND statements = 0 AND comments = 0;
  ELSE
    INSERT INTO lexeme_count AS c (lexeme, statements, comments) SELECT lexeme, count(*) FILTER (WHERE type = 'Statement') AS statements, count(*) FILTER (WHERE type <> 'Statement') AS comments FROM (SELECT r.type, r.lexemes FROM written r JOIN earlier o ON o.id = r.id WHERE (r.type, r.lexemes) IS DISTINCT FROM (o.type, o.lexemes)) r CROSS JOIN LATERAL unnest(tsvector_to_array(lexemes)) lexeme GROUP BY lexeme ORDER BY lexeme COLLATE "C"
    ON CONFLICT (lexeme) DO UPDATE SET statements = c.statements + excluded.statements, comments = c.comments + excluded.comments;
    WITH gone AS (SELECT lexeme, count(*) FILTER (WHERE type = 'Statement') AS statements, count(*) FILTER (WHERE type <> 'Statement') AS comments FROM (SELECT r.type, r.lexemes FROM earlier r JOIN written o ON o.id = r.id WHERE (r.type, r.lexemes) IS DISTINCT FROM (o.type, o.lexemes)) r CROSS JOIN LATERAL unnest(tsvector_to_array(lexemes)) lexeme GROUP BY lexeme), left_over AS (
      UPDATE lexeme_count c SET statements = c.statements - g.statements, comments = c.comments - g.comments FROM gone g WHERE c.lexeme = g.lexeme
      RETURNING c.lexeme, c.statements + c.comments AS n
    ) SELECT array_agg(lexeme) INTO empty FROM left_over WHERE n = 0;
    DELETE FROM lexeme_count WHERE lexeme = ANY (empty) AND statements = 0 AND comments = 0;
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.earshot_follow_quarter()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    UPDATE utterance SET calendar_year = NEW.calendar_year, calendar_quarter = NEW.calendar_quarter
      WHERE company_id = NEW.company_id AND fiscal_year = NEW.fiscal_year AND fiscal_quarter = NEW.fiscal_quarter AND quarter_id = NEW.id;
    UPDATE exchange SET calendar_year = NEW.calendar_year, calendar_quarter = NEW.calendar_quarter
      WHERE company_id = NEW.company_id AND fiscal_year = NEW.fiscal_year AND fiscal_quarter = NEW.fiscal_quarter AND quarter_id = NEW.id;
    UPDATE topic_count SET calendar_year = NEW.calendar_year, calendar_quarter = NEW.calendar_quarter WHERE quarter_id = NEW.id;
    UPDATE claim SET calendar_year = NEW.calendar_year, calendar_quarter = NEW.calendar_quarter
      WHERE company_id = NEW.company_id AND fiscal_year = NEW.fiscal_year AND fiscal_quarter = NEW.fiscal_quarter;
    RETURN NULL;
  END $function$
;
CREATE OR REPLACE FUNCTION public.earshot_follow_utterance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  changed bigint[];
BEGIN
  SELECT array_agg(n.id) INTO changed FROM written n JOIN earlier b ON b.id = n.id WHERE (n.company_id, n.speaker_id, n.place, n.position, n.fiscal_year, n.fiscal_quarter, n.calendar_year, n.calendar_quarter, n.type, n.directness, n.about_company_ids) IS DISTINCT FROM (b.company_id, b.speaker_id, b.place, b.position, b.fiscal_year, b.fiscal_quarter, b.calendar_year, b.calendar_quarter, b.type, b.directness, b.about_company_ids);
  IF changed IS NULL THEN
    RETURN NULL;
  END IF;
  DELETE FROM topic_mention m WHERE m.utterance_id = ANY (changed) AND NOT m.is_home;
  UPDATE topic_mention m SET (company_id, speaker_id, place, position, fiscal_period, calendar_period, is_comment, directness) = (SELECT u.company_id, u.speaker_id, u.place, u.position, u.fiscal_year * 4 + u.fiscal_quarter - 1, u.calendar_year * 4 + u.calendar_quarter - 1,
  u.type = 'AnalystComment', u.directness FROM utterance u WHERE u.id = m.utterance_id)
  WHERE m.utterance_id = ANY (changed);
  INSERT INTO topic_mention (utterance_id, topic_id, company_id, is_home, speaker_id, place, position, fiscal_period, calendar_period, is_comment, directness, score, method, spans)
  SELECT m.utterance_id, m.topic_id, a.company_id, false, u.speaker_id, u.place, u.position, u.fiscal_year * 4 + u.fiscal_quarter - 1, u.calendar_year * 4 + u.calendar_quarter - 1,
  u.type = 'AnalystComment', u.directness, m.score, m.method, '{}'
  FROM topic_mention m JOIN utterance u ON u.id = m.utterance_id
  CROSS JOIN LATERAL (SELECT DISTINCT c FROM unnest(u.about_company_ids) c WHERE c IS DISTINCT FROM u.company_id) a(company_id)
  WHERE m.utterance_id = ANY (changed) AND m.is_home AND u.type = 'AnalystComment';
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.earshot_guard_claim_span()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF EXISTS (SELECT FROM (SELECT document_id, max(span_end) AS last FROM written GROUP BY 1) n WHERE n.last > (SELECT d.length FROM document d WHERE d.id = n.document_id)) THEN
      RAISE EXCEPTION 'a span of claim ends behind its document' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $function$
;
CREATE OR REPLACE FUNCTION public.earshot_guard_entity_mention_span()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF EXISTS (SELECT FROM (SELECT document_id, max(s) AS last FROM written CROSS JOIN LATERAL unnest(spans) s GROUP BY 1) n WHERE n.last > (SELECT d.length FROM document d WHERE d.id = n.document_id)) THEN
      RAISE EXCEPTION 'a span of entity_mention ends behind its document' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $function$
;
CREATE OR REPLACE FUNCTION public.earshot_guard_rendering_span()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF EXISTS (SELECT FROM (SELECT document_id, max(span_end) AS last FROM written GROUP BY 1) n WHERE n.last > (SELECT d.length FROM document d WHERE d.id = n.document_id)) THEN
      RAISE EXCEPTION 'a span of rendering ends behind its document' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $function$
;
CREATE OR REPLACE FUNCTION public.earshot_guard_stated_metric_span()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF EXISTS (SELECT FROM (SELECT document_id, max(span_end) AS last FROM written GROUP BY 1) n WHERE n.last > (SELECT d.length FROM document d WHERE d.id = n.document_id)) THEN
      RAISE EXCEPTION 'a span of stated_metric ends behind its document' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $function$
;
CREATE OR REPLACE FUNCTION public.earshot_guard_topic_mention_span()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM (SELECT (place & 2147483647)::int AS document_id, max(s) AS last FROM written CROSS JOIN LATERAL unnest(spans) s GROUP BY 1) n
    WHERE n.last > (SELECT d.length FROM document d WHERE d.id = n.document_id)) THEN
    RAISE EXCEPTION 'a span of topic_mention ends behind its document' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.earshot_guard_utterance_span()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF EXISTS (SELECT FROM (SELECT document_id, max(span_end) AS last FROM written GROUP BY 1) n WHERE n.last > (SELECT d.length FROM document d WHERE d.id = n.document_id)) THEN
      RAISE EXCEPTION 'a span of utterance ends behind its document' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END $function$
;
CREATE OR REPLACE FUNCTION public.earshot_keep_audit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
   BEGIN
     IF TG_OP = 'DELETE' AND current_setting('earshot.prunes_audit', true) = 'on' THEN
       RETURN NULL;
     END IF;
     RAISE EXCEPTION 'entries of the audit trail are never changed';
   END $function$
;
CREATE OR REPLACE FUNCTION public.earshot_lexemes(words text, company_id integer, calendar_year integer, calendar_quarter integer)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
        SELECT pg_catalog.to_tsvector('public.earshot'::regconfig, public.earshot_plain_words(words)) || array_to_tsvector(
          ARRAY[coalesce('c ' || company_id::text, 'c -'), coalesce('q ' || calendar_year::text || ' ' || calendar_quarter::text, 'q -')])
      $function$
;
CREATE OR REPLACE FUNCTION public.earshot_make_lexemes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.lexemes := earshot_lexemes(NEW.text, NEW.company_id, NEW.calendar_year, NEW.calendar_quarter);
  RETURN NEW;
END $function$
;
CREATE OR REPLACE FUNCTION public.earshot_plain_name(key text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ SELECT replace(replace(replace(replace(replace(replace(replace(replace(translate(key, 'øØłŁđĐðÐħĦıŋŊ', 'oollddddhhinn'), 'ß', 'ss'), 'ẞ', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe'), 'þ', 'th'), 'Þ', 'th') $function$
;
CREATE OR REPLACE FUNCTION public.earshot_plain_words(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
        SELECT regexp_replace(replace(replace(left(words, 50000), '&', ''), chr(173), ''), '[\u0001-\u001f\u0021-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\ufe10-\ufe1f\ufe30-\ufe6f\ufeff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\ufff0-\uffff\U0001f000-\U0001faff]', ' ', 'g')
      $function$
;
CREATE OR REPLACE FUNCTION public.earshot_search_key(name text, aliases text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
        SELECT lower(regexp_replace(normalize(array_to_string(name || aliases, E'\n'), NFKD), '[̀-ͯ]', '', 'g'))
      $function$
;
CREATE OR REPLACE FUNCTION public.earshot_settle_before()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM lexeme_delta) THEN
    PERFORM earshot_settle_lexemes();
  END IF;
  RETURN NULL;
END $function$
;
CREATE OR REPLACE FUNCTION public.earshot_settle_lexemes()
 RETURNS void
 LANGUAGE sql
AS $function$
    WITH gone AS (DELETE FROM lexeme_delta RETURNING *)
    INSERT INTO lexeme_count AS c (lexeme, statements, comments)
    SELECT d.lexeme, sum(d.s), sum(d.n) FROM gone g CROSS JOIN LATERAL unnest(g.lexemes, g.statements, g.comments) d(lexeme, s, n)
    GROUP BY 1 ORDER BY d.lexeme COLLATE "C"
    ON CONFLICT (lexeme) DO UPDATE SET statements = c.statements + excluded.statements, comments = c.comments + excluded.comments
  $function$
;
CREATE OR REPLACE FUNCTION public.earshot_stamp_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        NEW.version := pg_current_xact_id()::text::bigint;
        RETURN NEW;
      END $function$
;

-- columns
analyst.id integer NOT NULL IDENTITY
analyst.person_id integer NOT NULL
analyst.firm_id integer
analyst.title text
analyst.version bigint NOT NULL
api_key.id integer NOT NULL IDENTITY
api_key.name text NOT NULL
api_key.scopes text[] NOT NULL
api_key.prefix text NOT NULL
api_key.digest bytea NOT NULL
api_key.created_at timestamp with time zone NOT NULL DEFAULT now()
api_key.expires_at timestamp with time zone
api_key.revoked_at timestamp with time zone
api_key.last_used_at timestamp with time zone
audit_entry.id bigint NOT NULL IDENTITY
audit_entry.at timestamp with time zone NOT NULL DEFAULT clock_timestamp()
audit_entry.actor_kind text NOT NULL
audit_entry.key_id integer
audit_entry.actor_name text NOT NULL
audit_entry.action text NOT NULL
audit_entry.subject_kind text NOT NULL
audit_entry.subject_ids bigint[] NOT NULL
audit_entry.summary jsonb NOT NULL DEFAULT '{}'::jsonb
banned_source.kind text NOT NULL
banned_source.digest text NOT NULL
banned_source.document_id integer NOT NULL
banned_source.banned_at timestamp with time zone NOT NULL DEFAULT now()
claim.id bigint NOT NULL IDENTITY
claim.kind text NOT NULL
claim.company_id integer
claim.metric_id integer
claim.metric_label text NOT NULL
claim.period text
claim.compared_to text
claim.fiscal_year integer
claim.fiscal_quarter integer
claim.calendar_year integer
claim.calendar_quarter integer
claim.asserted numeric
claim.low numeric
claim.high numeric
claim.unit text NOT NULL
claim.currency text
claim.qualifier text NOT NULL
claim.is_guidance boolean NOT NULL DEFAULT false
claim.directness text
claim.utterance_id bigint
claim.asserted_by_id integer
claim.publisher text
claim.document_id integer NOT NULL
claim.span_start integer NOT NULL
claim.span_end integer NOT NULL
claim.confidence double precision NOT NULL
claim.label_words text
claim.scope text NOT NULL DEFAULT 'COMPANY'::text
claim.subject text
claim.subject_words text
claim.replaces_id bigint
comment_statement.comment_id bigint NOT NULL
comment_statement.statement_id bigint NOT NULL
comment_statement.position integer NOT NULL
company.id integer NOT NULL IDENTITY
company.slug text NOT NULL
company.name text NOT NULL
company.sector text
company.industry text
company.country text
company.reporting_currency text
company.fiscal_year_end text
company.statement_count integer NOT NULL DEFAULT 0
company.version bigint NOT NULL
company_identifier.id integer NOT NULL IDENTITY
company_identifier.company_id integer NOT NULL
company_identifier.scheme text NOT NULL
company_identifier.value text NOT NULL
company_identifier.valid_from date
company_identifier.valid_to date
company_identifier.version bigint NOT NULL
company_name.id integer NOT NULL IDENTITY
company_name.company_id integer NOT NULL
company_name.name text NOT NULL
company_name.valid_from date
company_name.valid_to date
company_name.version bigint NOT NULL
company_symbol.id integer NOT NULL IDENTITY
company_symbol.company_id integer NOT NULL
company_symbol.symbol text NOT NULL
company_symbol.exchange text NOT NULL
company_symbol.valid_from date
company_symbol.valid_to date
company_symbol.version bigint NOT NULL
document.id integer NOT NULL IDENTITY
document.kind text NOT NULL
document.title text NOT NULL
document.publisher text
document.url text
document.published_at timestamp with time zone
document.published_at_text text
document.imported_at timestamp with time zone NOT NULL DEFAULT now()
document.format text NOT NULL
document.sha256 text NOT NULL
document.language text NOT NULL
document.natural_key text NOT NULL
document.revision integer NOT NULL DEFAULT 1
document.superseded_by_id integer
document.length integer NOT NULL
document.text text NOT NULL
document.raw bytea
document.text_access text NOT NULL
document.removed_at timestamp with time zone
document.removal_reason text
document.content_digest text
document.excerpt int4multirange
document.taxonomy_version text
document.topics_about text
document_company.document_id integer NOT NULL
document_company.company_id integer NOT NULL
document_event.document_id integer NOT NULL
document_event.event_id integer NOT NULL
entity_mention.id integer NOT NULL IDENTITY
entity_mention.document_id integer NOT NULL
entity_mention.kind text NOT NULL
entity_mention.name text NOT NULL
entity_mention.company_id integer
entity_mention.person_id integer
entity_mention.count integer NOT NULL
entity_mention.spans integer[] NOT NULL
event.id integer NOT NULL IDENTITY
event.company_id integer NOT NULL
event.quarter_id integer
event.type text NOT NULL
event.status text NOT NULL
event.title text NOT NULL
event.date date NOT NULL
event.starts_at timestamp with time zone
event.version bigint NOT NULL
exchange.id integer NOT NULL IDENTITY
exchange.event_id integer NOT NULL
exchange.company_id integer NOT NULL
exchange.quarter_id integer
exchange.fiscal_year integer
exchange.fiscal_quarter integer
exchange.calendar_year integer
exchange.calendar_quarter integer
exchange.said_on date NOT NULL
exchange.position integer NOT NULL
exchange.analyst_id integer
exchange.firm_id integer
exchange.speaker_ids integer[] NOT NULL DEFAULT '{}'::integer[]
exchange.topic_ids integer[] NOT NULL DEFAULT '{}'::integer[]
executive.id integer NOT NULL IDENTITY
executive.person_id integer NOT NULL
executive.company_id integer NOT NULL
executive.title text NOT NULL
executive.role text NOT NULL
executive.valid_from date
executive.valid_to date
executive.version bigint NOT NULL
fact.id bigint NOT NULL IDENTITY
fact.company_id integer NOT NULL
fact.taxonomy text NOT NULL
fact.concept text NOT NULL
fact.unit text NOT NULL
fact.value numeric NOT NULL
fact.period_start date
fact.period_end date NOT NULL
fact.form text NOT NULL
fact.accession text NOT NULL
fact.filed_at date NOT NULL
fact.frame text
fact.filing_fiscal_year integer
fact.filing_fiscal_period text
fact.superseded_by_id bigint
fact.is_current boolean NOT NULL
fact.dimensions text[] NOT NULL DEFAULT '{}'::text[]
firm.id integer NOT NULL IDENTITY
firm.name text NOT NULL
firm.kind text NOT NULL
firm.search_key text NOT NULL GENERATED earshot_search_key(name, '{}'::text[])
firm.version bigint NOT NULL
lexeme_count.lexeme text NOT NULL
lexeme_count.statements integer NOT NULL
lexeme_count.comments integer NOT NULL
lexeme_delta.id bigint NOT NULL IDENTITY
lexeme_delta.lexemes text[] NOT NULL
lexeme_delta.statements integer[] NOT NULL
lexeme_delta.comments integer[] NOT NULL
made_row.id bigint NOT NULL IDENTITY
made_row.document_id integer
made_row.kind text NOT NULL
made_row.ids int8range NOT NULL
merged_node.type text NOT NULL
merged_node.old_id integer NOT NULL
merged_node.new_id integer NOT NULL
merged_node.merged_at timestamp with time zone NOT NULL DEFAULT now()
metric.id integer NOT NULL IDENTITY
metric.name text NOT NULL
metric.label text NOT NULL
metric.description text NOT NULL
metric.basis text NOT NULL
metric.unit text NOT NULL
metric.concepts text[] NOT NULL DEFAULT '{}'::text[]
metric.aliases text[] NOT NULL DEFAULT '{}'::text[]
metric.version bigint NOT NULL
native_fact.fact_id bigint NOT NULL
native_fact.source text NOT NULL
person.id integer NOT NULL IDENTITY
person.name text NOT NULL
person.aliases text[] NOT NULL DEFAULT '{}'::text[]
person.search_key text NOT NULL GENERATED earshot_search_key(name, aliases)
person.utterance_count integer NOT NULL DEFAULT 0
person.version bigint NOT NULL
quarter.id integer NOT NULL IDENTITY
quarter.company_id integer NOT NULL
quarter.fiscal_year integer NOT NULL
quarter.fiscal_quarter integer NOT NULL
quarter.start_date date NOT NULL
quarter.end_date date NOT NULL
quarter.calendar_year integer NOT NULL
quarter.calendar_quarter integer NOT NULL
quarter.version bigint NOT NULL
quarter.is_assumed boolean NOT NULL DEFAULT false
quarter.utterance_count integer NOT NULL DEFAULT 0
removed_person.digest text NOT NULL
removed_person.person_id integer NOT NULL
removed_person.reason text NOT NULL
removed_person.removed_at timestamp with time zone NOT NULL DEFAULT now()
rendering.id bigint NOT NULL IDENTITY
rendering.utterance_id bigint NOT NULL
rendering.document_id integer NOT NULL
rendering.span_start integer NOT NULL
rendering.span_end integer NOT NULL
sample_row.kind text NOT NULL
sample_row.id integer NOT NULL
stated_metric.id integer NOT NULL IDENTITY
stated_metric.company_id integer NOT NULL
stated_metric.metric_id integer NOT NULL
stated_metric.fiscal_year integer NOT NULL
stated_metric.fiscal_quarter integer
stated_metric.basis text NOT NULL
stated_metric.value numeric NOT NULL
stated_metric.unit text NOT NULL
stated_metric.currency text
stated_metric.document_id integer NOT NULL
stated_metric.span_start integer NOT NULL
stated_metric.span_end integer NOT NULL
stated_metric.stated_on date NOT NULL
text_access_rule.kind text NOT NULL
text_access_rule.value text NOT NULL
text_access_rule.text_access text NOT NULL
topic.id integer NOT NULL IDENTITY
topic.slug text NOT NULL
topic.name text NOT NULL
topic.description text
topic.aliases text[] NOT NULL DEFAULT '{}'::text[]
topic.parent_id integer
topic.utterance_count integer NOT NULL DEFAULT 0
topic.version bigint NOT NULL
topic_branch_count.topic_id integer NOT NULL
topic_branch_count.quarter_id integer NOT NULL
topic_branch_count.mentions integer NOT NULL
topic_branch_count.statements integer NOT NULL
topic_branch_count.comments integer NOT NULL
topic_count.quarter_id integer NOT NULL
topic_count.topic_id integer NOT NULL
topic_count.company_id integer NOT NULL
topic_count.fiscal_year integer NOT NULL
topic_count.fiscal_quarter integer NOT NULL
topic_count.calendar_year integer NOT NULL
topic_count.calendar_quarter integer NOT NULL
topic_count.mentions integer NOT NULL
topic_count.statements integer NOT NULL
topic_count.comments integer NOT NULL
topic_mention.utterance_id bigint NOT NULL
topic_mention.topic_id integer NOT NULL
topic_mention.company_id integer
topic_mention.is_home boolean NOT NULL
topic_mention.speaker_id integer
topic_mention.place bigint NOT NULL
topic_mention.position integer NOT NULL
topic_mention.fiscal_period smallint
topic_mention.calendar_period smallint
topic_mention.is_comment boolean NOT NULL
topic_mention.directness text NOT NULL
topic_mention.score double precision NOT NULL
topic_mention.method text NOT NULL
topic_mention.spans integer[] NOT NULL
utterance.id bigint NOT NULL IDENTITY
utterance.type text NOT NULL
utterance.document_id integer NOT NULL
utterance.document_kind text NOT NULL
utterance.company_id integer
utterance.event_id integer
utterance.exchange_id integer
utterance.quarter_id integer
utterance.fiscal_year integer
utterance.fiscal_quarter integer
utterance.calendar_year integer
utterance.calendar_quarter integer
utterance.speaker_id integer
utterance.speaker_label text NOT NULL
utterance.speaker_role text NOT NULL
utterance.section text NOT NULL
utterance.directness text NOT NULL
utterance.turn integer
utterance.position integer NOT NULL
utterance.said_on date
utterance.said_at timestamp with time zone
utterance.span_start integer NOT NULL
utterance.span_end integer NOT NULL
utterance.text text NOT NULL
utterance.topic_ids integer[] NOT NULL DEFAULT '{}'::integer[]
utterance.sentiment_score double precision
utterance.sentiment_label text
utterance.sentiment_method text
utterance.attribution_confidence double precision NOT NULL
utterance.attribution_method text NOT NULL
utterance.alternative_speaker_ids integer[] NOT NULL DEFAULT '{}'::integer[]
utterance.revision integer NOT NULL DEFAULT 1
utterance.updated_at timestamp with time zone NOT NULL DEFAULT now()
utterance.start_ms integer
utterance.end_ms integer
utterance.is_forward_looking boolean NOT NULL DEFAULT false
utterance.comment_kind text
utterance.analyst_id integer
utterance.firm_id integer
utterance.about_company_ids integer[] NOT NULL DEFAULT '{}'::integer[]
utterance.rating text
utterance.price_target_amount numeric
utterance.price_target_currency text
utterance.is_excerpt boolean NOT NULL DEFAULT false
utterance.words text
utterance.place bigint NOT NULL GENERATED ((((
CASE
    WHEN (said_on IS NULL) THEN 0
    ELSE LEAST(GREATEST((said_on - '1899-12-31'::date), 1), 2097151)
END)::bigint << 32) |
CASE
    WHEN (document_kind = ANY (ARRAY['NEWS_ARTICLE'::text, 'NOTE'::text])) THEN '2147483648'::bigint
    ELSE (0)::bigint
END) | (document_id)::bigint)
utterance.word_count integer NOT NULL
utterance.lexemes tsvector NOT NULL
utterance_revision.utterance_id bigint NOT NULL
utterance_revision.revision integer NOT NULL
utterance_revision.speaker_id integer
utterance_revision.speaker_label text NOT NULL
utterance_revision.changed_at timestamp with time zone NOT NULL
utterance_revision.reason text
utterance_revision.method text NOT NULL
watched_file.path text NOT NULL
watched_file.size bigint NOT NULL
watched_file.modified_ms bigint NOT NULL
watched_file.outcome text NOT NULL
watched_file.seen_at timestamp with time zone NOT NULL DEFAULT now()

-- constraints
analyst: analyst_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm(id)
analyst: analyst_key UNIQUE NULLS NOT DISTINCT (person_id, firm_id, title)
analyst: analyst_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
analyst: analyst_pkey PRIMARY KEY (id)
api_key: api_key_digest UNIQUE (digest)
api_key: api_key_name_check CHECK ((name <> ''::text))
api_key: api_key_pkey PRIMARY KEY (id)
api_key: api_key_scopes_check CHECK (((scopes <@ ARRAY['read'::text, 'import'::text, 'audit'::text, 'metrics'::text]) AND (cardinality(scopes) > 0)))
audit_entry: audit_entry_action_check CHECK ((action = ANY (ARRAY['IMPORT'::text, 'CORRECT_SPEAKER'::text, 'MERGE'::text, 'REMOVE'::text, 'REMOVE_PERSON'::text, 'ALLOW_AGAIN'::text, 'SET_TEXT_ACCESS'::text, 'RETAG'::text, 'CREATE_KEY'::text, 'REVOKE_KEY'::text, 'PRUNE_AUDIT'::text, 'FORGET'::text])))
audit_entry: audit_entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['KEY'::text, 'USER'::text])))
audit_entry: audit_entry_key CHECK (((actor_kind = 'KEY'::text) = (key_id IS NOT NULL)))
audit_entry: audit_entry_pkey PRIMARY KEY (id)
audit_entry: audit_entry_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['DOCUMENT'::text, 'UTTERANCE'::text, 'PERSON'::text, 'COMPANY'::text, 'API_KEY'::text, 'AUDIT'::text])))
banned_source: banned_source_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
banned_source: banned_source_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE
banned_source: banned_source_kind_check CHECK ((kind = ANY (ARRAY['BYTES'::text, 'KEY'::text, 'URL'::text])))
banned_source: banned_source_pkey PRIMARY KEY (kind, digest, document_id)
claim: claim_asserted_by_id_fkey FOREIGN KEY (asserted_by_id) REFERENCES person(id)
claim: claim_calendar_quarter_check CHECK (((calendar_quarter >= 1) AND (calendar_quarter <= 4)))
claim: claim_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id)
claim: claim_compared_to_check CHECK ((compared_to ~ '^(FY|CY)[0-9]{4}(Q[1-4])?$'::text))
claim: claim_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision)))
claim: claim_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
claim: claim_directness_check CHECK ((directness = ANY (ARRAY['TRANSCRIPT'::text, 'DIRECT_QUOTE'::text, 'FRAGMENT'::text, 'PARAPHRASE'::text])))
claim: claim_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE
claim: claim_fiscal_quarter_check CHECK (((fiscal_quarter >= 1) AND (fiscal_quarter <= 4)))
claim: claim_kind_check CHECK ((kind = ANY (ARRAY['LEVEL'::text, 'CHANGE'::text, 'SHARE'::text, 'FORECAST'::text])))
claim: claim_metric_id_fkey FOREIGN KEY (metric_id) REFERENCES metric(id)
claim: claim_metric_label_check CHECK ((metric_label <> ''::text))
claim: claim_period_check CHECK ((period ~ '^(FY|CY)[0-9]{4}(Q[1-4])?$'::text))
claim: claim_pkey PRIMARY KEY (id)
claim: claim_qualifier_check CHECK ((qualifier = ANY (ARRAY['EXACTLY'::text, 'APPROXIMATELY'::text, 'NEARLY'::text, 'AT_LEAST'::text, 'AT_MOST'::text, 'RANGE'::text])))
claim: claim_range CHECK ((low <= high))
claim: claim_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES claim(id) ON DELETE SET NULL
claim: claim_scope_check CHECK ((scope = ANY (ARRAY['COMPANY'::text, 'SEGMENT'::text, 'PRODUCT'::text, 'REGION'::text, 'PER_UNIT'::text, 'MARKET'::text, 'OTHER'::text, 'UNKNOWN'::text])))
claim: claim_span CHECK ((span_start < span_end))
claim: claim_span_start_check CHECK ((span_start >= 0))
claim: claim_subject_words_check CHECK ((subject_words <> ''::text))
claim: claim_unit_check CHECK ((unit <> ''::text))
claim: claim_utterance_id_fkey FOREIGN KEY (utterance_id) REFERENCES utterance(id) ON DELETE SET NULL
claim: claim_value CHECK (
CASE
    WHEN (asserted IS NULL) THEN (num_nonnulls(low, high) > 0)
    ELSE (num_nonnulls(low, high) = 0)
END)
comment_statement: comment_statement_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES utterance(id) ON DELETE CASCADE
comment_statement: comment_statement_pkey PRIMARY KEY (comment_id, statement_id)
comment_statement: comment_statement_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES utterance(id) ON DELETE CASCADE
company: company_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
company: company_fiscal_year_end_check CHECK ((fiscal_year_end ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'::text))
company: company_name_check CHECK ((name <> ''::text))
company: company_pkey PRIMARY KEY (id)
company: company_reporting_currency_check CHECK ((reporting_currency ~ '^[A-Z]{3}$'::text))
company: company_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
company: company_slug_key UNIQUE (slug)
company_identifier: company_identifier_cik CHECK (((scheme <> 'CIK'::text) OR (value ~ '^[1-9][0-9]*$'::text)))
company_identifier: company_identifier_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE
company_identifier: company_identifier_days CHECK ((valid_from <= valid_to))
company_identifier: company_identifier_overlap EXCLUDE USING gist (scheme WITH =, value WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
company_identifier: company_identifier_pkey PRIMARY KEY (id)
company_identifier: company_identifier_scheme_check CHECK ((scheme = ANY (ARRAY['CIK'::text, 'LEI'::text, 'ISIN'::text, 'FIGI'::text, 'CUSIP'::text, 'PERMID'::text, 'WIKIDATA'::text])))
company_identifier: company_identifier_value_check CHECK ((value <> ''::text))
company_name: company_name_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE
company_name: company_name_days CHECK ((valid_from <= valid_to))
company_name: company_name_name_check CHECK ((name <> ''::text))
company_name: company_name_overlap EXCLUDE USING gist (company_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
company_name: company_name_pkey PRIMARY KEY (id)
company_symbol: company_symbol_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE
company_symbol: company_symbol_days CHECK ((valid_from <= valid_to))
company_symbol: company_symbol_exchange_check CHECK ((exchange <> ''::text))
company_symbol: company_symbol_overlap EXCLUDE USING gist (exchange WITH =, symbol WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
company_symbol: company_symbol_pkey PRIMARY KEY (id)
company_symbol: company_symbol_symbol_check CHECK (((symbol <> ''::text) AND (symbol = upper(symbol))))
document: document_excerpt_check CHECK (((text_access = 'FULL'::text) = (excerpt IS NULL)))
document: document_format_check CHECK ((format = ANY (ARRAY['ARTICLE_TEXT'::text, 'ARTICLE_HTML'::text, 'TRANSCRIPT_TEXT'::text, 'TRANSCRIPT_PDF'::text, 'TRANSCRIPT_DIARIZED'::text, 'FMP'::text, 'ALPHA_VANTAGE'::text, 'API_NINJAS'::text, 'EARNINGSCALL'::text, 'FINNHUB'::text, 'QUARTR'::text, 'AIERA'::text, 'SP_KFINANCE'::text, 'SEC_COMPANYFACTS'::text, 'SEC_IXBRL'::text, 'NATIVE'::text])))
document: document_kind_check CHECK ((kind = ANY (ARRAY['TRANSCRIPT'::text, 'NEWS_ARTICLE'::text, 'PRESS_RELEASE'::text, 'FILING'::text, 'NOTE'::text])))
document: document_length CHECK ((length = char_length(text)))
document: document_none_check CHECK (((text_access <> 'NONE'::text) OR isempty(excerpt)))
document: document_pkey PRIMARY KEY (id)
document: document_revision_check CHECK ((revision >= 1))
document: document_revision_key UNIQUE (natural_key, revision)
document: document_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
document: document_superseded_by_id_fkey FOREIGN KEY (superseded_by_id) REFERENCES document(id)
document: document_taxonomy_version_check CHECK ((taxonomy_version <> ''::text))
document: document_text_access_check CHECK ((text_access = ANY (ARRAY['FULL'::text, 'EXCERPT'::text, 'NONE'::text])))
document_company: document_company_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id) ON DELETE CASCADE
document_company: document_company_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE
document_company: document_company_pkey PRIMARY KEY (document_id, company_id)
document_event: document_event_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE
document_event: document_event_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id) ON DELETE CASCADE
document_event: document_event_pkey PRIMARY KEY (document_id, event_id)
entity_mention: entity_mention_check CHECK ((count = (cardinality(spans) / 2)))
entity_mention: entity_mention_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id)
entity_mention: entity_mention_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE
entity_mention: entity_mention_key UNIQUE (document_id, kind, name)
entity_mention: entity_mention_kind_check CHECK ((kind = ANY (ARRAY['ORGANIZATION'::text, 'PERSON'::text])))
entity_mention: entity_mention_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
entity_mention: entity_mention_pkey PRIMARY KEY (id)
entity_mention: entity_mention_spans_check CHECK ((((cardinality(spans) % 2) = 0) AND (0 <= ALL (spans))))
event: event_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id)
event: event_pkey PRIMARY KEY (id)
event: event_quarter_id_fkey FOREIGN KEY (quarter_id) REFERENCES quarter(id)
event: event_status_check CHECK ((status = ANY (ARRAY['SCHEDULED'::text, 'LIVE'::text, 'ENDED'::text, 'CANCELLED'::text])))
event: event_type_check CHECK ((type = ANY (ARRAY['EARNINGS_CALL'::text, 'INVESTOR_DAY'::text, 'CONFERENCE'::text, 'SHAREHOLDER_MEETING'::text, 'PRESS_RELEASE'::text, 'INTERVIEW'::text, 'OTHER'::text])))
exchange: exchange_analyst_id_fkey FOREIGN KEY (analyst_id) REFERENCES analyst(id)
exchange: exchange_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id)
exchange: exchange_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id) ON DELETE CASCADE
exchange: exchange_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm(id)
exchange: exchange_key UNIQUE (event_id, "position")
exchange: exchange_pkey PRIMARY KEY (id)
exchange: exchange_position_check CHECK (("position" >= 0))
exchange: exchange_quarter_id_fkey FOREIGN KEY (quarter_id) REFERENCES quarter(id)
executive: executive_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id)
executive: executive_days CHECK ((valid_from <= valid_to))
executive: executive_overlap EXCLUDE USING gist (person_id WITH =, company_id WITH =, lower(title) WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&)
executive: executive_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
executive: executive_pkey PRIMARY KEY (id)
executive: executive_role_check CHECK ((role = ANY (ARRAY['CEO'::text, 'CFO'::text, 'COO'::text, 'CTO'::text, 'PRESIDENT'::text, 'CHAIR'::text, 'IR'::text, 'OTHER'::text])))
executive: executive_title_check CHECK ((title <> ''::text))
fact: fact_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id)
fact: fact_days CHECK ((period_start <= period_end))
fact: fact_key UNIQUE NULLS NOT DISTINCT (company_id, taxonomy, concept, unit, period_start, period_end, dimensions, accession, form, filed_at, value)
fact: fact_pkey PRIMARY KEY (id)
fact: fact_superseded_by_id_fkey FOREIGN KEY (superseded_by_id) REFERENCES fact(id) ON DELETE SET NULL
firm: firm_kind_check CHECK ((kind = ANY (ARRAY['SELL_SIDE'::text, 'BUY_SIDE'::text, 'RESEARCH'::text, 'VENTURE'::text, 'MEDIA'::text, 'OTHER'::text])))
firm: firm_name_check CHECK ((name <> ''::text))
firm: firm_name_key UNIQUE (name)
firm: firm_pkey PRIMARY KEY (id)
lexeme_count: lexeme_count_pkey PRIMARY KEY (lexeme)
lexeme_delta: lexeme_delta_check CHECK ((cardinality(statements) = cardinality(lexemes)))
lexeme_delta: lexeme_delta_check1 CHECK ((cardinality(comments) = cardinality(lexemes)))
lexeme_delta: lexeme_delta_pkey PRIMARY KEY (id)
made_row: made_row_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE
made_row: made_row_ids_check CHECK ((NOT isempty(ids)))
made_row: made_row_kind_check CHECK ((kind = ANY (ARRAY['fact'::text, 'event'::text, 'executive'::text, 'analyst'::text, 'quarter'::text, 'firm'::text, 'person'::text, 'company_symbol'::text, 'company_identifier'::text, 'company'::text])))
made_row: made_row_pkey PRIMARY KEY (id)
merged_node: merged_node_other CHECK ((old_id <> new_id))
merged_node: merged_node_pkey PRIMARY KEY (type, old_id)
merged_node: merged_node_type_check CHECK ((type = ANY (ARRAY['Person'::text, 'Company'::text, 'Quarter'::text, 'Event'::text, 'Executive'::text, 'Analyst'::text])))
metric: metric_basis_check CHECK ((basis = ANY (ARRAY['GAAP'::text, 'NON_GAAP'::text, 'IFRS'::text, 'KPI'::text])))
metric: metric_name_key UNIQUE (name)
metric: metric_pkey PRIMARY KEY (id)
native_fact: native_fact_fact_id_fkey FOREIGN KEY (fact_id) REFERENCES fact(id) ON DELETE CASCADE
native_fact: native_fact_pkey PRIMARY KEY (fact_id)
person: person_name_check CHECK ((name <> ''::text))
person: person_pkey PRIMARY KEY (id)
quarter: quarter_calendar_quarter_check CHECK (((calendar_quarter >= 1) AND (calendar_quarter <= 4)))
quarter: quarter_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id)
quarter: quarter_days CHECK ((start_date < end_date))
quarter: quarter_fiscal_quarter_check CHECK (((fiscal_quarter >= 1) AND (fiscal_quarter <= 4)))
quarter: quarter_fiscal_year_check CHECK (((fiscal_year >= 1900) AND (fiscal_year <= 2999)))
quarter: quarter_key UNIQUE (company_id, fiscal_year, fiscal_quarter)
quarter: quarter_overlap EXCLUDE USING gist (company_id WITH =, daterange(start_date, end_date, '[]'::text) WITH &&)
quarter: quarter_pkey PRIMARY KEY (id)
removed_person: removed_person_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text))
removed_person: removed_person_pkey PRIMARY KEY (digest)
rendering: rendering_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE
rendering: rendering_pkey PRIMARY KEY (id)
rendering: rendering_span CHECK ((span_start < span_end))
rendering: rendering_span_start_check CHECK ((span_start >= 0))
rendering: rendering_utterance_id_fkey FOREIGN KEY (utterance_id) REFERENCES utterance(id) ON DELETE CASCADE
sample_row: sample_row_kind_check CHECK ((kind = ANY (ARRAY['document'::text, 'event'::text, 'executive'::text, 'analyst'::text, 'quarter'::text, 'firm'::text, 'person'::text, 'company'::text])))
sample_row: sample_row_pkey PRIMARY KEY (kind, id)
stated_metric: stated_metric_basis_check CHECK ((basis = ANY (ARRAY['GAAP'::text, 'NON_GAAP'::text, 'IFRS'::text, 'KPI'::text])))
stated_metric: stated_metric_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id)
stated_metric: stated_metric_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
stated_metric: stated_metric_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id) ON DELETE CASCADE
stated_metric: stated_metric_fiscal_quarter_check CHECK (((fiscal_quarter >= 1) AND (fiscal_quarter <= 4)))
stated_metric: stated_metric_key UNIQUE (document_id, metric_id, span_start, span_end)
stated_metric: stated_metric_metric_id_fkey FOREIGN KEY (metric_id) REFERENCES metric(id)
stated_metric: stated_metric_pkey PRIMARY KEY (id)
stated_metric: stated_metric_span CHECK ((span_start < span_end))
stated_metric: stated_metric_span_start_check CHECK ((span_start >= 0))
text_access_rule: text_access_rule_kind_check CHECK ((kind = ANY (ARRAY['publisher'::text, 'format'::text])))
text_access_rule: text_access_rule_pkey PRIMARY KEY (kind, value)
text_access_rule: text_access_rule_text_access_check CHECK ((text_access = ANY (ARRAY['FULL'::text, 'EXCERPT'::text, 'NONE'::text])))
topic: topic_check CHECK ((parent_id <> id))
topic: topic_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES topic(id)
topic: topic_pkey PRIMARY KEY (id)
topic: topic_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))
topic: topic_slug_key UNIQUE (slug)
topic_branch_count: topic_branch_count_comments_check CHECK ((comments >= 0))
topic_branch_count: topic_branch_count_pkey PRIMARY KEY (topic_id, quarter_id)
topic_branch_count: topic_branch_count_quarter_id_fkey FOREIGN KEY (quarter_id) REFERENCES quarter(id) ON DELETE CASCADE
topic_branch_count: topic_branch_count_statements_check CHECK ((statements >= 0))
topic_branch_count: topic_branch_count_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic(id)
topic_count: topic_count_comments_check CHECK ((comments >= 0))
topic_count: topic_count_mentions_check CHECK ((mentions >= 0))
topic_count: topic_count_pkey PRIMARY KEY (quarter_id, topic_id)
topic_count: topic_count_quarter_id_fkey FOREIGN KEY (quarter_id) REFERENCES quarter(id) ON DELETE CASCADE
topic_count: topic_count_statements_check CHECK ((statements >= 0))
topic_mention: topic_mention_key UNIQUE NULLS NOT DISTINCT (utterance_id, topic_id, company_id)
topic_mention: topic_mention_score_check CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision)))
topic_mention: topic_mention_spans_check CHECK ((((cardinality(spans) % 2) = 0) AND (0 <= ALL (spans))))
topic_mention: topic_mention_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic(id)
topic_mention: topic_mention_utterance_id_fkey FOREIGN KEY (utterance_id) REFERENCES utterance(id) ON DELETE CASCADE
utterance: utterance_analyst_id_fkey FOREIGN KEY (analyst_id) REFERENCES analyst(id)
utterance: utterance_attribution_confidence_check CHECK (((attribution_confidence >= (0)::double precision) AND (attribution_confidence <= (1)::double precision)))
utterance: utterance_attribution_method_check CHECK ((attribution_method = ANY (ARRAY['VENDOR_LABEL'::text, 'SPEAKER_LABEL'::text, 'QUOTE_VERB'::text, 'CONTEXT'::text, 'MANUAL'::text])))
utterance: utterance_comment CHECK (((type <> 'AnalystComment'::text) OR ((comment_kind IS NOT NULL) AND ((company_id IS NULL) OR (company_id = ANY (about_company_ids))))))
utterance: utterance_comment_kind_check CHECK ((comment_kind = ANY (ARRAY['QUESTION'::text, 'COMMENT'::text, 'RATING'::text])))
utterance: utterance_company_id_fkey FOREIGN KEY (company_id) REFERENCES company(id)
utterance: utterance_directness_check CHECK ((directness = ANY (ARRAY['TRANSCRIPT'::text, 'DIRECT_QUOTE'::text, 'FRAGMENT'::text, 'PARAPHRASE'::text])))
utterance: utterance_document_id_fkey FOREIGN KEY (document_id) REFERENCES document(id)
utterance: utterance_event_id_fkey FOREIGN KEY (event_id) REFERENCES event(id)
utterance: utterance_exchange_id_fkey FOREIGN KEY (exchange_id) REFERENCES exchange(id) ON DELETE SET NULL
utterance: utterance_firm_id_fkey FOREIGN KEY (firm_id) REFERENCES firm(id)
utterance: utterance_pkey PRIMARY KEY (id)
utterance: utterance_position_check CHECK (("position" >= 0))
utterance: utterance_position_key UNIQUE (document_id, "position")
utterance: utterance_price_target CHECK ((num_nulls(price_target_amount, price_target_currency) = ANY (ARRAY[0, 2])))
utterance: utterance_quarter CHECK (((num_nulls(quarter_id, fiscal_year, fiscal_quarter, calendar_year, calendar_quarter) = ANY (ARRAY[0, 5])) AND ((quarter_id IS NULL) OR (company_id IS NOT NULL))))
utterance: utterance_quarter_id_fkey FOREIGN KEY (quarter_id) REFERENCES quarter(id)
utterance: utterance_revision_check CHECK ((revision >= 1))
utterance: utterance_said CHECK (((said_at IS NULL) OR (said_on IS NOT NULL)))
utterance: utterance_section_check CHECK ((section = ANY (ARRAY['PREPARED_REMARKS'::text, 'QUESTION'::text, 'ANSWER'::text, 'OPERATOR'::text, 'ARTICLE'::text, 'UNKNOWN'::text])))
utterance: utterance_sentiment CHECK ((num_nulls(sentiment_score, sentiment_label, sentiment_method) = ANY (ARRAY[0, 3])))
utterance: utterance_sentiment_label_check CHECK ((sentiment_label = ANY (ARRAY['NEGATIVE'::text, 'NEUTRAL'::text, 'POSITIVE'::text])))
utterance: utterance_sentiment_score_check CHECK (((sentiment_score >= ('-1'::integer)::double precision) AND (sentiment_score <= (1)::double precision)))
utterance: utterance_span CHECK (((span_start < span_end) AND (char_length(COALESCE(words, text)) = (span_end - span_start)) AND (is_excerpt = (words IS NOT NULL))))
utterance: utterance_span_start_check CHECK ((span_start >= 0))
utterance: utterance_speaker_id_fkey FOREIGN KEY (speaker_id) REFERENCES person(id)
utterance: utterance_speaker_role_check CHECK ((speaker_role = ANY (ARRAY['EXECUTIVE'::text, 'ANALYST'::text, 'OPERATOR'::text, 'IR'::text, 'JOURNALIST'::text, 'OTHER'::text, 'UNKNOWN'::text])))
utterance: utterance_turn_check CHECK ((turn >= 0))
utterance: utterance_type_check CHECK ((type = ANY (ARRAY['Statement'::text, 'AnalystComment'::text])))
utterance: utterance_word_count_check CHECK ((word_count >= 0))
utterance_revision: utterance_revision_method_check CHECK ((method = ANY (ARRAY['VENDOR_LABEL'::text, 'SPEAKER_LABEL'::text, 'QUOTE_VERB'::text, 'CONTEXT'::text, 'MANUAL'::text])))
utterance_revision: utterance_revision_pkey PRIMARY KEY (utterance_id, revision)
utterance_revision: utterance_revision_revision_check CHECK ((revision >= 1))
utterance_revision: utterance_revision_speaker_id_fkey FOREIGN KEY (speaker_id) REFERENCES person(id)
utterance_revision: utterance_revision_utterance_id_fkey FOREIGN KEY (utterance_id) REFERENCES utterance(id) ON DELETE CASCADE
watched_file: watched_file_outcome_check CHECK ((outcome = ANY (ARRAY['created'::text, 'updated'::text, 'unchanged'::text, 'refused'::text, 'set-aside'::text])))
watched_file: watched_file_pkey PRIMARY KEY (path)

-- indexes
CREATE INDEX analyst_firm_idx ON public.analyst USING btree (firm_id);
CREATE UNIQUE INDEX analyst_key ON public.analyst USING btree (person_id, firm_id, title) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX analyst_pkey ON public.analyst USING btree (id);
CREATE INDEX analyst_version_idx ON public.analyst USING btree (version);
CREATE UNIQUE INDEX api_key_digest ON public.api_key USING btree (digest);
CREATE UNIQUE INDEX api_key_pkey ON public.api_key USING btree (id);
CREATE INDEX audit_entry_action ON public.audit_entry USING btree (action, id);
CREATE INDEX audit_entry_actor ON public.audit_entry USING btree (actor_name, id);
CREATE INDEX audit_entry_at ON public.audit_entry USING btree (at);
CREATE INDEX audit_entry_key ON public.audit_entry USING btree (key_id, id) WHERE (key_id IS NOT NULL);
CREATE UNIQUE INDEX audit_entry_pkey ON public.audit_entry USING btree (id);
CREATE INDEX banned_source_document_idx ON public.banned_source USING btree (document_id);
CREATE UNIQUE INDEX banned_source_pkey ON public.banned_source USING btree (kind, digest, document_id);
CREATE INDEX claim_calendar_idx ON public.claim USING btree (calendar_year, calendar_quarter, id);
CREATE INDEX claim_company_idx ON public.claim USING btree (company_id, id);
CREATE INDEX claim_document_idx ON public.claim USING btree (document_id, id);
CREATE INDEX claim_fiscal_idx ON public.claim USING btree (fiscal_year, fiscal_quarter, id);
CREATE INDEX claim_guidance_idx ON public.claim USING btree (id) WHERE is_guidance;
CREATE INDEX claim_metric_idx ON public.claim USING btree (metric_id, id);
CREATE INDEX claim_person_idx ON public.claim USING btree (asserted_by_id, id) WHERE (asserted_by_id IS NOT NULL);
CREATE UNIQUE INDEX claim_pkey ON public.claim USING btree (id);
CREATE INDEX claim_publisher_idx ON public.claim USING btree (lower(publisher), id);
CREATE INDEX claim_replaces_idx ON public.claim USING btree (replaces_id) WHERE (replaces_id IS NOT NULL);
CREATE INDEX claim_utterance_idx ON public.claim USING btree (utterance_id, id) WHERE (utterance_id IS NOT NULL);
CREATE UNIQUE INDEX comment_statement_pkey ON public.comment_statement USING btree (comment_id, statement_id);
CREATE INDEX comment_statement_statement_idx ON public.comment_statement USING btree (statement_id);
CREATE INDEX company_key_idx ON public.company USING btree (earshot_search_key(name, '{}'::text[]) text_pattern_ops);
CREATE UNIQUE INDEX company_pkey ON public.company USING btree (id);
CREATE UNIQUE INDEX company_slug_key ON public.company USING btree (slug);
CREATE INDEX company_version_idx ON public.company USING btree (version);
CREATE INDEX company_identifier_company_idx ON public.company_identifier USING btree (company_id);
CREATE INDEX company_identifier_overlap ON public.company_identifier USING gist (scheme, value, daterange(valid_from, valid_to, '[]'::text));
CREATE UNIQUE INDEX company_identifier_pkey ON public.company_identifier USING btree (id);
CREATE INDEX company_identifier_version_idx ON public.company_identifier USING btree (version);
CREATE INDEX company_name_key_idx ON public.company_name USING btree (earshot_search_key(name, '{}'::text[]) text_pattern_ops);
CREATE INDEX company_name_overlap ON public.company_name USING gist (company_id, daterange(valid_from, valid_to, '[]'::text));
CREATE UNIQUE INDEX company_name_pkey ON public.company_name USING btree (id);
CREATE INDEX company_name_version_idx ON public.company_name USING btree (version);
CREATE INDEX company_symbol_company_idx ON public.company_symbol USING btree (company_id);
CREATE INDEX company_symbol_overlap ON public.company_symbol USING gist (exchange, symbol, daterange(valid_from, valid_to, '[]'::text));
CREATE UNIQUE INDEX company_symbol_pkey ON public.company_symbol USING btree (id);
CREATE INDEX company_symbol_version_idx ON public.company_symbol USING btree (version);
CREATE UNIQUE INDEX document_current_key ON public.document USING btree (natural_key) WHERE (superseded_by_id IS NULL);
CREATE UNIQUE INDEX document_pkey ON public.document USING btree (id);
CREATE INDEX document_published_idx ON public.document USING btree (COALESCE(published_at, '-infinity'::timestamp with time zone), id);
CREATE UNIQUE INDEX document_revision_key ON public.document USING btree (natural_key, revision);
CREATE INDEX document_sha256_idx ON public.document USING btree (sha256);
CREATE INDEX document_company_company_idx ON public.document_company USING btree (company_id);
CREATE UNIQUE INDEX document_company_pkey ON public.document_company USING btree (document_id, company_id);
CREATE INDEX document_event_event_idx ON public.document_event USING btree (event_id);
CREATE UNIQUE INDEX document_event_pkey ON public.document_event USING btree (document_id, event_id);
CREATE UNIQUE INDEX entity_mention_key ON public.entity_mention USING btree (document_id, kind, name);
CREATE UNIQUE INDEX entity_mention_pkey ON public.entity_mention USING btree (id);
CREATE INDEX event_company_idx ON public.event USING btree (company_id, date, id);
CREATE INDEX event_date_idx ON public.event USING btree (date, id);
CREATE UNIQUE INDEX event_pkey ON public.event USING btree (id);
CREATE INDEX event_quarter_idx ON public.event USING btree (quarter_id);
CREATE INDEX event_version_idx ON public.event USING btree (version);
CREATE INDEX exchange_company_idx ON public.exchange USING btree (company_id, said_on, event_id, "position", id);
CREATE UNIQUE INDEX exchange_key ON public.exchange USING btree (event_id, "position");
CREATE UNIQUE INDEX exchange_pkey ON public.exchange USING btree (id);
CREATE INDEX exchange_said_idx ON public.exchange USING btree (said_on, event_id, "position", id);
CREATE INDEX exchange_speaker_idx ON public.exchange USING gin (speaker_ids) WITH (fastupdate='on');
CREATE INDEX exchange_topic_idx ON public.exchange USING gin (topic_ids) WITH (fastupdate='on');
CREATE INDEX executive_company_idx ON public.executive USING btree (company_id);
CREATE INDEX executive_overlap ON public.executive USING gist (person_id, company_id, lower(title), daterange(valid_from, valid_to, '[]'::text));
CREATE INDEX executive_person_idx ON public.executive USING btree (person_id);
CREATE UNIQUE INDEX executive_pkey ON public.executive USING btree (id);
CREATE INDEX executive_version_idx ON public.executive USING btree (version);
CREATE INDEX fact_company_idx ON public.fact USING btree (company_id, period_end, id);
CREATE INDEX fact_concept_idx ON public.fact USING btree (company_id, concept, period_end, id);
CREATE UNIQUE INDEX fact_current_key ON public.fact USING btree (company_id, taxonomy, concept, unit, period_start, period_end, dimensions) NULLS NOT DISTINCT WHERE is_current;
CREATE UNIQUE INDEX fact_key ON public.fact USING btree (company_id, taxonomy, concept, unit, period_start, period_end, dimensions, accession, form, filed_at, value) NULLS NOT DISTINCT;
CREATE INDEX fact_period_idx ON public.fact USING btree (period_end, id);
CREATE UNIQUE INDEX fact_pkey ON public.fact USING btree (id);
CREATE INDEX fact_superseded_idx ON public.fact USING btree (superseded_by_id) WHERE (superseded_by_id IS NOT NULL);
CREATE UNIQUE INDEX firm_name_key ON public.firm USING btree (name);
CREATE UNIQUE INDEX firm_pkey ON public.firm USING btree (id);
CREATE INDEX firm_version_idx ON public.firm USING btree (version);
CREATE UNIQUE INDEX lexeme_count_pkey ON public.lexeme_count USING btree (lexeme);
CREATE UNIQUE INDEX lexeme_delta_pkey ON public.lexeme_delta USING btree (id);
CREATE INDEX made_row_document_id_idx ON public.made_row USING btree (document_id);
CREATE INDEX made_row_ids_idx ON public.made_row USING gist (kind, ids);
CREATE UNIQUE INDEX made_row_pkey ON public.made_row USING btree (id);
CREATE INDEX merged_node_new_idx ON public.merged_node USING btree (type, new_id);
CREATE UNIQUE INDEX merged_node_pkey ON public.merged_node USING btree (type, old_id);
CREATE UNIQUE INDEX metric_name_key ON public.metric USING btree (name);
CREATE UNIQUE INDEX metric_pkey ON public.metric USING btree (id);
CREATE INDEX metric_version_idx ON public.metric USING btree (version);
CREATE UNIQUE INDEX native_fact_pkey ON public.native_fact USING btree (fact_id);
CREATE INDEX native_fact_source_idx ON public.native_fact USING btree (source);
CREATE INDEX person_names_idx ON public.person USING gin (string_to_array(search_key, '
'::text));
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (id);
CREATE INDEX person_search_idx ON public.person USING gin (earshot_plain_name(search_key) gin_trgm_ops);
CREATE INDEX person_version_idx ON public.person USING btree (version);
CREATE UNIQUE INDEX quarter_key ON public.quarter USING btree (company_id, fiscal_year, fiscal_quarter);
CREATE INDEX quarter_overlap ON public.quarter USING gist (company_id, daterange(start_date, end_date, '[]'::text));
CREATE UNIQUE INDEX quarter_pkey ON public.quarter USING btree (id);
CREATE INDEX quarter_version_idx ON public.quarter USING btree (version);
CREATE UNIQUE INDEX removed_person_pkey ON public.removed_person USING btree (digest);
CREATE INDEX rendering_document_idx ON public.rendering USING btree (document_id);
CREATE UNIQUE INDEX rendering_pkey ON public.rendering USING btree (id);
CREATE INDEX rendering_utterance_idx ON public.rendering USING btree (utterance_id, document_id, span_start);
CREATE UNIQUE INDEX sample_row_pkey ON public.sample_row USING btree (kind, id);
CREATE INDEX stated_metric_company_idx ON public.stated_metric USING btree (company_id, metric_id, fiscal_year, fiscal_quarter);
CREATE UNIQUE INDEX stated_metric_key ON public.stated_metric USING btree (document_id, metric_id, span_start, span_end);
CREATE UNIQUE INDEX stated_metric_pkey ON public.stated_metric USING btree (id);
CREATE UNIQUE INDEX text_access_rule_pkey ON public.text_access_rule USING btree (kind, value);
CREATE UNIQUE INDEX topic_pkey ON public.topic USING btree (id);
CREATE UNIQUE INDEX topic_slug_key ON public.topic USING btree (slug);
CREATE INDEX topic_version_idx ON public.topic USING btree (version);
CREATE UNIQUE INDEX topic_branch_count_pkey ON public.topic_branch_count USING btree (topic_id, quarter_id);
CREATE INDEX topic_branch_count_quarter_idx ON public.topic_branch_count USING btree (quarter_id);
CREATE INDEX topic_count_calendar_idx ON public.topic_count USING btree (topic_id, calendar_year, calendar_quarter);
CREATE UNIQUE INDEX topic_count_pkey ON public.topic_count USING btree (quarter_id, topic_id);
CREATE INDEX topic_mention_calendar_idx ON public.topic_mention USING btree (topic_id, calendar_period, place DESC, "position") INCLUDE (is_comment, is_home);
CREATE INDEX topic_mention_company_idx ON public.topic_mention USING btree (topic_id, company_id, place DESC, "position") INCLUDE (fiscal_period, is_comment, is_home);
CREATE UNIQUE INDEX topic_mention_key ON public.topic_mention USING btree (utterance_id, topic_id, company_id) NULLS NOT DISTINCT;
CREATE INDEX topic_mention_place_idx ON public.topic_mention USING btree (topic_id, place DESC, "position") INCLUDE (is_comment, is_home);
CREATE INDEX topic_mention_speaker_idx ON public.topic_mention USING btree (topic_id, speaker_id, place DESC, "position") INCLUDE (fiscal_period, is_comment, is_home);
CREATE INDEX utterance_about_idx ON public.utterance USING gin (about_company_ids) WHERE (type = 'AnalystComment'::text);
CREATE INDEX utterance_analyst_idx ON public.utterance USING btree (analyst_id, place DESC, "position") WHERE (analyst_id IS NOT NULL);
CREATE INDEX utterance_calendar_idx ON public.utterance USING btree (calendar_year, calendar_quarter, place DESC, "position");
CREATE INDEX utterance_comment_idx ON public.utterance USING btree (place DESC, "position") WHERE (type = 'AnalystComment'::text);
CREATE INDEX utterance_company_idx ON public.utterance USING btree (company_id, place DESC, "position");
CREATE INDEX utterance_event_idx ON public.utterance USING btree (event_id, place, "position");
CREATE INDEX utterance_exchange_idx ON public.utterance USING btree (exchange_id, "position") WHERE (exchange_id IS NOT NULL);
CREATE INDEX utterance_firm_idx ON public.utterance USING btree (firm_id, place DESC, "position") WHERE (firm_id IS NOT NULL);
CREATE INDEX utterance_fiscal_idx ON public.utterance USING btree (fiscal_year, fiscal_quarter, place DESC, "position");
CREATE INDEX utterance_lexemes_idx ON public.utterance USING gin (lexemes);
CREATE UNIQUE INDEX utterance_pkey ON public.utterance USING btree (id);
CREATE INDEX utterance_place_idx ON public.utterance USING btree (place DESC, "position");
CREATE UNIQUE INDEX utterance_position_key ON public.utterance USING btree (document_id, "position");
CREATE INDEX utterance_quarter_idx ON public.utterance USING btree (company_id, fiscal_year, fiscal_quarter, place DESC, "position");
CREATE INDEX utterance_speaker_idx ON public.utterance USING btree (speaker_id, place DESC, "position");
CREATE INDEX utterance_topic_idx ON public.utterance USING gin (topic_ids);
CREATE UNIQUE INDEX utterance_revision_pkey ON public.utterance_revision USING btree (utterance_id, revision);
CREATE UNIQUE INDEX watched_file_pkey ON public.watched_file USING btree (path);

-- triggers
CREATE TRIGGER analyst_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.analyst FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change();
CREATE TRIGGER analyst_version BEFORE INSERT OR UPDATE ON public.analyst FOR EACH ROW EXECUTE FUNCTION earshot_stamp_version();
CREATE TRIGGER audit_entry_keep BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION earshot_keep_audit();
CREATE TRIGGER claim_span_insert AFTER INSERT ON public.claim REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_claim_span();
CREATE TRIGGER claim_span_update AFTER UPDATE ON public.claim REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_claim_span();
CREATE TRIGGER company_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.company FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change();
CREATE TRIGGER company_version BEFORE INSERT OR UPDATE ON public.company FOR EACH ROW EXECUTE FUNCTION earshot_stamp_version();
CREATE TRIGGER company_identifier_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.company_identifier FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change();
CREATE TRIGGER company_identifier_version BEFORE INSERT OR UPDATE ON public.company_identifier FOR EACH ROW EXECUTE FUNCTION earshot_stamp_version();
CREATE TRIGGER company_name_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.company_name FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change();
CREATE TRIGGER company_name_version BEFORE INSERT OR UPDATE ON public.company_name FOR EACH ROW EXECUTE FUNCTION earshot_stamp_version();
CREATE TRIGGER company_symbol_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.company_symbol FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change();
CREATE TRIGGER company_symbol_version BEFORE INSERT OR UPDATE ON public.company_symbol FOR EACH ROW EXECUTE FUNCTION earshot_stamp_version();
CREATE TRIGGER entity_mention_span_insert AFTER INSERT ON public.entity_mention REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_entity_mention_span();
CREATE TRIGGER entity_mention_span_update AFTER UPDATE ON public.entity_mention REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_entity_mention_span();
CREATE TRIGGER event_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.event FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change();
CREATE TRIGGER event_version BEFORE INSERT OR UPDATE ON public.event FOR EACH ROW EXECUTE FUNCTION earshot_stamp_version();
CREATE TRIGGER executive_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.executive FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change();
CREATE TRIGGER executive_version BEFORE INSERT OR UPDATE ON public.executive FOR EACH ROW EXECUTE FUNCTION earshot_stamp_version();
CREATE TRIGGER firm_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.firm FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change();
CREATE TRIGGER firm_version BEFORE INSERT OR UPDATE ON public.firm FOR EACH ROW EXECUTE FUNCTION earshot_stamp_version();
CREATE TRIGGER merged_node_announce AFTER INSERT OR DELETE OR UPDATE ON public.merged_node FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change();
CREATE TRIGGER metric_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.metric FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change();
CREATE TRIGGER metric_version BEFORE INSERT OR UPDATE ON public.metric FOR EACH ROW EXECUTE FUNCTION earshot_stamp_version();
CREATE TRIGGER person_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.person FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change();
CREATE TRIGGER person_version BEFORE INSERT OR UPDATE ON public.person FOR EACH ROW EXECUTE FUNCTION earshot_stamp_version();
CREATE TRIGGER quarter_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.quarter FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change();
CREATE TRIGGER quarter_follow AFTER UPDATE ON public.quarter FOR EACH ROW WHEN (((old.calendar_year IS DISTINCT FROM new.calendar_year) OR (old.calendar_quarter IS DISTINCT FROM new.calendar_quarter))) EXECUTE FUNCTION earshot_follow_quarter();
CREATE TRIGGER quarter_version BEFORE INSERT OR UPDATE ON public.quarter FOR EACH ROW EXECUTE FUNCTION earshot_stamp_version();
CREATE TRIGGER rendering_span_insert AFTER INSERT ON public.rendering REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_rendering_span();
CREATE TRIGGER rendering_span_update AFTER UPDATE ON public.rendering REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_rendering_span();
CREATE TRIGGER stated_metric_span_insert AFTER INSERT ON public.stated_metric REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_stated_metric_span();
CREATE TRIGGER stated_metric_span_update AFTER UPDATE ON public.stated_metric REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_stated_metric_span();
CREATE TRIGGER topic_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.topic FOR EACH STATEMENT EXECUTE FUNCTION earshot_announce_change();
CREATE TRIGGER topic_version BEFORE INSERT OR UPDATE ON public.topic FOR EACH ROW EXECUTE FUNCTION earshot_stamp_version();
CREATE TRIGGER topic_mention_span_insert AFTER INSERT ON public.topic_mention REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_topic_mention_span();
CREATE TRIGGER topic_mention_span_update AFTER UPDATE ON public.topic_mention REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_topic_mention_span();
CREATE TRIGGER utterance_follow AFTER UPDATE ON public.utterance REFERENCING OLD TABLE AS earlier NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_follow_utterance();
CREATE TRIGGER utterance_lexemes_added AFTER INSERT ON public.utterance REFERENCING NEW TABLE AS written FOR EACH STATEMENT WHEN ((current_setting('earshot.lexemes_counted'::text, true) IS DISTINCT FROM 'on'::text)) EXECUTE FUNCTION earshot_count_lexemes();
CREATE TRIGGER utterance_lexemes_changed AFTER UPDATE ON public.utterance REFERENCING OLD TABLE AS earlier NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_count_lexemes();
CREATE TRIGGER utterance_lexemes_made BEFORE INSERT ON public.utterance FOR EACH ROW WHEN ((new.lexemes IS NULL)) EXECUTE FUNCTION earshot_make_lexemes();
CREATE TRIGGER utterance_lexemes_remade BEFORE UPDATE ON public.utterance FOR EACH ROW WHEN ((((((old.text IS DISTINCT FROM new.text) OR (old.company_id IS DISTINCT FROM new.company_id)) OR (old.calendar_year IS DISTINCT FROM new.calendar_year)) OR (old.calendar_quarter IS DISTINCT FROM new.calendar_quarter)) OR (old.lexemes IS DISTINCT FROM new.lexemes))) EXECUTE FUNCTION earshot_make_lexemes();
CREATE TRIGGER utterance_lexemes_removed AFTER DELETE ON public.utterance REFERENCING OLD TABLE AS earlier FOR EACH STATEMENT EXECUTE FUNCTION earshot_count_lexemes();
CREATE TRIGGER utterance_lexemes_settled BEFORE DELETE OR UPDATE ON public.utterance FOR EACH STATEMENT EXECUTE FUNCTION earshot_settle_before();
CREATE TRIGGER utterance_span_insert AFTER INSERT ON public.utterance REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_utterance_span();
CREATE TRIGGER utterance_span_update AFTER UPDATE ON public.utterance REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION earshot_guard_utterance_span();
