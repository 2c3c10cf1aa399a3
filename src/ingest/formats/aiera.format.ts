import { z } from 'zod';
import { ImportFormat } from '../../domain/import-format';
import { Section } from '../../domain/utterance-enums';
import { type NeutralDocument, NO_METADATA, type ParseWarning } from '../neutral-document';
import type { DocumentFormat } from './format';
import { composeTranscript, type VendorTurn } from './vendor/compose';
import { isNumbered, roleNamed, sectionNamed } from './vendor/speaker';
import { conform, count, jsonOf, name, text, token } from './vendor/vendor-json';

const flag = z.boolean().nullish();
const ITEM = z.object({
  event_id: token,
  transcript: text,
  start_ms: count,
  duration_ms: count,
  speaker_id: token,
  speaker_name: name,
  speaker_title: name,
  speaker_type: name,
  person_id: token,
  transcript_section: name,
  tags: z.object({ is_question: flag, is_answer: flag }).nullish(),
  is_translated: flag,
  status: name,
});
type Item = z.output<typeof ITEM>;
const ITEMS = z.array(ITEM).min(1, 'is empty');

/** Aiera: items of speech with their times, speakers and sections; deleted ones are left out. */
export const aiera: DocumentFormat = {
  name: ImportFormat.AIERA,
  largest: 64 * 1024 * 1024,

  recognises(source) {
    const json = source.json();
    return 'value' in json && isItem(itemsIn(json.value).items[0]) ? 0.98 : 0;
  },

  parse(source): NeutralDocument[] {
    const found = itemsIn(jsonOf(source));
    const items = conform(ITEMS, found.items, source, found.at);
    const warnings: ParseWarning[] = items.some(({ is_translated }) => is_translated)
      ? [{ code: 'TRANSLATED', message: 'The vendor translated at least some of these words.' }]
      : [];
    return [composeTranscript(source, ImportFormat.AIERA, NO_METADATA, turnsOf(items, found.at), warnings)];
  },
};

const isItem = (value: unknown) => typeof value === 'object' && value !== null && 'transcript_item_id' in value;

/** The list of items: the answer itself, or under the key that an answer has for it. */
function itemsIn(value: unknown): { readonly items: readonly unknown[]; readonly at: string } {
  if (Array.isArray(value)) return { items: value, at: '' };
  if (typeof value !== 'object' || value === null) return { items: [], at: '' };
  const found = Object.entries(value).find(([, each]) => Array.isArray(each) && isItem(each[0]));
  return found ? { items: found[1], at: found[0] } : { items: [], at: '' };
}

/** Items that follow each other and are of one speaker and one part of the call are paragraphs of one turn. */
function turnsOf(items: readonly Item[], at: string): VendorTurn[] {
  const turns: (VendorTurn & { key: string; pieces: string[] })[] = [];
  items.forEach((item, i) => {
    if (item.status === 'deleted' || item.transcript === null) return;
    const section = sectionOf(item);
    const key = JSON.stringify([
      item.speaker_id ?? item.person_id ?? item.speaker_name,
      item.transcript_section,
      section,
    ]);
    const endMs = item.start_ms === null || item.duration_ms === null ? null : item.start_ms + item.duration_ms;
    const last = turns.at(-1);
    if (last?.key === key) {
      last.pieces.push(item.transcript);
      turns[turns.length - 1] = { ...last, endMs: endMs ?? last.endMs };
      return;
    }
    const label = item.speaker_name ?? (item.speaker_id === null ? null : `Speaker ${item.speaker_id}`);
    const isAnonymous = item.speaker_name === null || isNumbered(item.speaker_name);
    const role = roleNamed(item.speaker_type) ?? roleNamed(item.speaker_title) ?? roleNamed(isAnonymous ? null : label);
    const isPart = /^operator$/i.test(item.speaker_name ?? '');
    turns.push({
      key,
      label,
      isAnonymous: label !== null && isAnonymous,
      name: isAnonymous || isPart ? null : item.speaker_name,
      title: item.speaker_title,
      role,
      section,
      pieces: [item.transcript],
      startMs: item.start_ms,
      endMs,
      path: `${at}[${i}].transcript`,
    });
  });
  return turns;
}

function sectionOf({ tags, transcript_section }: Item): Section | null {
  if (tags?.is_question) return Section.QUESTION;
  return tags?.is_answer ? Section.ANSWER : sectionNamed(transcript_section);
}
