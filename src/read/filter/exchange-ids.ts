import { day, ints, type Sql, sql, texts } from '../sql/sql';

/** What the reader itself asks of exchanges, by keys; absent: anything. */
export interface ExchangeIds {
  readonly companyKeys?: readonly number[];
  readonly firmKeys?: readonly number[];
  /** Anybody who asks or answers in it. */
  readonly speakerKeys?: readonly number[];
  readonly excludedSpeakerKeys?: readonly number[];
  readonly excludedTopicKeys?: readonly number[];
  /** Offices of which a holder on the day answers for the company. */
  readonly roles?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/** Conditions on `exchange u`. */
export function exchangesOf(wanted: ExchangeIds): Sql[] {
  const { companyKeys, firmKeys, speakerKeys, excludedSpeakerKeys, excludedTopicKeys, roles, from, to } = wanted;
  return [
    ...(companyKeys ? [sql`u.company_id = ANY (${ints(companyKeys)})`] : []),
    ...(firmKeys ? [sql`u.firm_id = ANY (${ints(firmKeys)})`] : []),
    ...(speakerKeys ? [sql`u.speaker_ids && ${ints(speakerKeys)}`] : []),
    ...(excludedSpeakerKeys ? [sql`NOT u.speaker_ids && ${ints(excludedSpeakerKeys)}`] : []),
    ...(excludedTopicKeys ? [sql`NOT u.topic_ids && ${ints(excludedTopicKeys)}`] : []),
    ...(roles
      ? [
          sql`EXISTS (SELECT FROM executive x WHERE x.person_id = ANY (u.speaker_ids) AND x.company_id = u.company_id AND x.role = ANY (${texts(roles)})
    AND coalesce(x.valid_from, '-infinity') <= u.said_on AND u.said_on <= coalesce(x.valid_to, 'infinity'))`,
        ]
      : []),
    ...(from === undefined ? [] : [sql`u.said_on >= ${day(from)}`]),
    ...(to === undefined ? [] : [sql`u.said_on <= ${day(to)}`]),
  ];
}
