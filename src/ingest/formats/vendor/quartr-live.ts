import { z } from 'zod';
import { ImportError } from '../../fault';
import type { ParseWarning } from '../../neutral-document';
import type { Source } from '../../source';
import type { VendorTurn } from './compose';
import { turnsOfVoices, type VoicePiece } from './paragraph-turns';
import { milliseconds } from './speaker';
import { conform, count, text, token } from './vendor-json';

/** Start and end in seconds, the paragraph (its number, or whether one begins), words, number of the voice. */
const LINE = z.object({ s: count, e: count, p: z.unknown().optional(), t: text, S: token, type: token });

/** Lines within which the first words of a live transcript come. */
const HEAD_LINES = 5;

/** Enough for the first lines. */
const HEAD = 20_000;

export const isLiveTranscript = (source: Source): boolean => isLiveHead(source.textOrNull() ?? '');

/** Whether one of the first lines is of a live transcript: short keys, `t` among them. */
export function isLiveHead(text: string): boolean {
  const head = text.slice(0, HEAD).replace(/^\ufeff/, '');
  return head.split('\n', HEAD_LINES).some(isLiveLine);
}

function isLiveLine(line: string): boolean {
  if (!/^\s*\{/.test(line)) return false;
  try {
    const value: unknown = JSON.parse(line);
    return (
      typeof value === 'object' &&
      value !== null &&
      't' in value &&
      ('s' in value || 'S' in value) &&
      !('transcript' in value)
    );
  } catch {
    return false;
  }
}

/** The turns of a live transcript. One that no end line closes is still going on, or was cut off. */
export function readLive(source: Source): [VendorTurn[], ParseWarning[]] {
  const pieces: (VoicePiece & { key: string; words: string })[] = [];
  let isEnded = false;
  source
    .text()
    .replace(/^\ufeff/, '')
    .split('\n')
    .forEach((line, i) => {
      if (!line.trim()) return;
      const path = `line ${i + 1}`;
      const { s, e, p, t, S, type } = conform(LINE, parseLine(line, path, source), source, path);
      isEnded ||= type === 'end';
      if (t === null) return;
      const key = JSON.stringify([typeof p === 'boolean' ? null : p, S]);
      const last = pieces.at(-1);
      // Words of one paragraph come in bits; a bit that begins with a sign belongs to the word before.
      if (last?.key === key && p !== true) {
        const joint = /^[\s.,;:!?%’']/.test(t) || /\s$/.test(last.words) ? '' : ' ';
        pieces[pieces.length - 1] = {
          ...last,
          words: `${last.words}${joint}${t}`,
          endMs: milliseconds(e) ?? last.endMs,
        };
      } else pieces.push({ key, voice: S, words: t, startMs: milliseconds(s), endMs: milliseconds(e), path });
    });
  const message = 'No line says that the live transcript has ended: it may be incomplete.';
  return [turnsOfVoices(pieces, new Map()), isEnded ? [] : [{ code: 'NOT_ENDED', message }]];
}

function parseLine(line: string, path: string, source: Source): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new ImportError([{ path, message: 'is no JSON: cut off or broken' }], source.name);
  }
}
