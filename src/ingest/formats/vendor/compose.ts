import { DocumentKind } from '../../../domain/document.entity';
import type { ImportFormat } from '../../../domain/import-format';
import type { Section, SpeakerRole } from '../../../domain/utterance-enums';
import type { TextRange } from '../../../language/span';
import type { Block, DocumentMetadata, NeutralDocument, NeutralTurn, ParseWarning } from '../../neutral-document';
import type { Source } from '../../source';
import { refuse } from './vendor-json';

/** A turn as a vendor's fields tell it, before there is a text to point into. */
export interface VendorTurn {
  readonly label: string | null;
  readonly isAnonymous?: boolean;
  readonly name?: string | null;
  readonly title?: string | null;
  readonly firm?: string | null;
  readonly role?: SpeakerRole | null;
  readonly section?: Section | null;
  /** Line breaks in a piece part paragraphs; blank pieces are left out. */
  readonly pieces: readonly string[];
  readonly startMs?: number | null;
  readonly endMs?: number | null;
  /** Where it stands in the source. */
  readonly path: string;
}

const LINE_BREAK = /\r\n|[\r\n\u2028\u2029]/;

/**
 * The text of a vendor's transcript as people read it, with the place of everything in it: for each turn a line with its label
 * (title and firm behind it), then its paragraphs, an empty line between. Words are not altered.
 */
export function composeTranscript(
  source: Source,
  format: ImportFormat,
  metadata: DocumentMetadata,
  turns: readonly VendorTurn[],
  warnings: readonly ParseWarning[] = [],
): NeutralDocument {
  const text = new Writer();
  const found: NeutralTurn[] = [];
  const noted: ParseWarning[] = [...source.decoded().warnings, ...warnings];
  const empty: string[] = [];
  if (metadata.title !== null) text.paragraph(metadata.title, 'HEADLINE');
  for (const turn of turns) {
    const paragraphs = turn.pieces
      .flatMap((piece) => piece.split(LINE_BREAK))
      .map((piece) => piece.trim())
      .filter(Boolean);
    if (paragraphs.some((words) => words.includes('\0'))) refuse(source, turn.path, 'has a NUL character');
    if (paragraphs.length === 0) {
      empty.push(turn.path);
      continue;
    }
    const labelRange = turn.label === null ? null : text.label(turn.label, [turn.title, turn.firm]);
    found.push({
      label: turn.label,
      labelRange,
      isAnonymous: turn.isAnonymous ?? false,
      name: turn.name ?? null,
      title: turn.title ?? null,
      firm: turn.firm ?? null,
      role: turn.role ?? null,
      section: turn.section ?? null,
      paragraphs: paragraphs.map((words) => text.paragraph(words, 'PARAGRAPH')),
      startMs: turn.startMs ?? null,
      endMs: turn.endMs ?? null,
    });
  }
  if (empty.length > 0) {
    const more = empty.length > 1 ? ` and ${empty.length - 1} more turns` : '';
    noted.push({ code: 'EMPTY_TURN', message: `${empty[0]}${more}: no words` });
  }
  if (found.length === 0) refuse(source, turns[0]?.path ?? '', 'has no words');
  return {
    format,
    formatConfidence: 1,
    kind: DocumentKind.TRANSCRIPT,
    text: text.value(),
    metadata,
    blocks: text.blocks,
    turns: found,
    facts: [],
    warnings: noted,
  };
}

class Writer {
  readonly blocks: Block[] = [];
  readonly #parts: string[] = [];
  #length = 0;

  paragraph(words: string, kind: Block['kind']): TextRange {
    const range = { start: this.#length, end: this.#length + words.length };
    this.#write(`${words}\n\n`);
    this.blocks.push({ ...range, kind });
    return range;
  }

  /** The range is that of the label alone; what stands behind it is for readers. */
  label(label: string, behind: readonly (string | null | undefined)[]): TextRange {
    const line = [label, ...behind.filter((part) => part && part !== label)].join(', ');
    const start = this.#length;
    this.#write(`${line}\n`);
    this.blocks.push({ start, end: start + line.length, kind: 'HEADING' });
    return { start, end: start + label.length };
  }

  value(): string {
    return this.#parts.join('').trimEnd().concat('\n');
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}
