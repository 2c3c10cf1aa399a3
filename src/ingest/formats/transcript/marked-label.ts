import { SpeakerRole } from '../../../domain/utterance-enums';
import { splitLabel } from '../../../language/name/split-label';
import type { LabelMark } from './label-mark';
import type { Line } from './lines';

/** `<Q - Brian Nowak - Morgan Stanley>: text`, `<A>: text`, `Q - Brian Nowak {BIO 1 <GO>}`, `A – Tim Cook: text`. */
const NAMED =
  /^(?:<([QA])\s{0,3}[-–—:]\s{0,3}([^<>]{2,90})>|([QA])\s{1,3}[-–—]{1,2}\s{1,3}([^:{]{2,80}?)(?:\s{0,3}\{BIO[^}]{0,40}\})?)\s{0,3}(:|$)\s*/;
/** Angle brackets alone, or a letter with its colon. */
const BARE = /^(?:<([QA])>|\[([QA])\]|([QA]))\s{0,2}(:|\.|$)\s*/;

/** Of WebVTT, with classes of style: `<v Priya Raman>text</v>`, `<v.loud Priya Raman>`. */
const VOICE = /^<v(?:\.[\w-]{1,20}){0,3}\s{1,3}([^<>]{1,90})>\s*/;

/** Marks of the roles that some vendors print: Q asks, A answers. */
export function markedLabelOf(line: Line, index: number): LabelMark | null {
  const head = line.text.slice(0, 160);
  const voice = VOICE.exec(head);
  if (voice) {
    const label = (voice[1] as string).trim();
    const split = splitLabel(label);
    return split && markOf(line, index, voice[0], label, null, split);
  }
  const named = NAMED.exec(head);
  if (named) {
    const label = ((named[2] ?? named[4]) as string).trim();
    const split = splitLabel(label);
    return split?.name || split?.isAnonymous
      ? markOf(line, index, named[0], label, named[1] ?? (named[3] as string), split)
      : null;
  }
  const bare = BARE.exec(head);
  const letter = bare?.[1] ?? bare?.[2] ?? bare?.[3];
  if (!bare || !letter || (bare[4] !== ':' && !bare[1] && !bare[2])) return null;
  const split = { name: null, title: null, firm: null, role: null, isAnonymous: true };
  return markOf(line, index, bare[0], letter, letter, split);
}

function markOf(
  line: Line,
  index: number,
  matched: string,
  label: string,
  letter: string | null,
  split: LabelMark['split'],
): LabelMark {
  const start = line.start + Math.max(0, line.text.indexOf(label));
  const hasBody = matched.length < line.text.length;
  return {
    line: index,
    nextLine: hasBody ? index : index + 1,
    kind: 'MARKED',
    label,
    labelRange: { start, end: start + label.length },
    split: { ...split, role: split.role ?? roleOf(letter) },
    bodyStart: hasBody ? line.start + matched.length : line.end,
    isCertain: true,
    startMs: null,
  };
}

const roleOf = (letter: string | null): SpeakerRole | null =>
  letter === null ? null : letter === 'Q' ? SpeakerRole.ANALYST : SpeakerRole.EXECUTIVE;
