import { Parser } from 'htmlparser2';
import { type FaultList, ImportError } from '../../fault';
import type { Block } from '../../neutral-document';
import { type Context, type ContextDraft, draftContext, finishContext, printUnit, type UnitDraft } from './context';
import { FilingText } from './filing-text';
import { Namespaces, type XbrlElement } from './namespace';

/** A fact as the report marks it; its references are not yet followed. */
export interface MarkedFact {
  readonly kind: 'number' | 'text' | 'fraction';
  readonly id: string | null;
  readonly name: string;
  readonly contextRef: string;
  readonly unitRef: string | null;
  readonly format: string | null;
  readonly scale: string | null;
  readonly sign: string | null;
  readonly decimals: string | null;
  readonly isNil: boolean;
  readonly continuedAt: string | null;
  text: string;
}

/** What stands in an inline XBRL report. */
export interface InlineReport {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly language: string | null;
  readonly namespaces: Namespaces;
  readonly contexts: ReadonlyMap<string, Context>;
  readonly units: ReadonlyMap<string, string>;
  readonly facts: readonly MarkedFact[];
  /** Texts of ix:continuation by id, with where they go on. */
  readonly continuations: ReadonlyMap<string, { readonly text: string; readonly continuedAt: string | null }>;
}

/**
 * Facts stand in facts, seldom more than three deep, and elements in elements, seldom more than fifty. A report made to exhaust
 * its reader nests thousands, and the parser's time grows with the square of the depth: such a report is given up at once.
 */
const DEEPEST_FACT = 32;
const DEEPEST_ELEMENT = 2_000;
/** Numbers and names are short. Whole notes are facts as well (text blocks); their text is that of the filing. */
const LONGEST_TEXT = 2_000;
const MOST_FAULTS = 100;

/** Elements of the inline XBRL namespace that mark a fact. */
const FACT_KINDS: Readonly<Record<string, MarkedFact['kind']>> = Object.assign(Object.create(null), {
  nonfraction: 'number',
  nonnumeric: 'text',
  fraction: 'fraction',
});

interface Continuation {
  readonly id: string;
  readonly continuedAt: string | null;
  text: string;
}

type Attributes = Readonly<Record<string, string>>;

/** Reads the marks and the text of a report in one pass. What is wrong goes to `faults` with the id of its element. */
export function readInlineReport(html: string, faults: FaultList): InlineReport {
  const reader = new InlineReader(faults);
  // HTML rules also read XHTML, and forgive the entities and void tags that some filers' tools leave in.
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => reader.open(tag, attributes),
      ontext: (data) => reader.text(data),
      onclosetag: (tag) => reader.close(tag),
    },
    { decodeEntities: true, recognizeSelfClosing: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  parser.end();
  return reader.finish();
}

class InlineReader {
  readonly #namespaces = new Namespaces();
  readonly #filing = new FilingText();
  readonly #contexts = new Map<string, Context>();
  readonly #units = new Map<string, string>();
  readonly #facts: MarkedFact[] = [];
  readonly #continuations = new Map<string, Continuation>();
  /** Facts and continuations that are open; each takes the text that comes. */
  readonly #taking: (MarkedFact | Continuation)[] = [];
  #depth = 0;
  #excluding = 0;
  #context: ContextDraft | null = null;
  #unit: UnitDraft | null = null;
  #isDenominator = false;
  /** The text of the innermost element of a context or unit. */
  #leaf = '';
  #axis = '';
  #language: string | null = null;

  constructor(private readonly faults: FaultList) {}

  open(tag: string, attributes: Attributes): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST_ELEMENT)
      throw tooDeep('', `nests elements ${DEEPEST_ELEMENT} deep, more than any report does`);
    this.#namespaces.declare(attributes);
    if (tag === 'html') this.#language = attributes['xml:lang'] || attributes.lang || null;
    const element = this.#namespaces.elementOf(tag);
    this.#filing.openTag(tag, attributes.style, element?.family === 'inline' && element.name === 'header');
    if (element?.family === 'inline') this.#openInline(element, attributes);
    else if (element) this.#openInstance(element, attributes);
  }

  text(data: string): void {
    this.#filing.text(data);
    if (this.#context || this.#unit) this.#leaf += data;
    if (this.#excluding > 0) return;
    for (const taker of this.#taking) if (taker.text.length < LONGEST_TEXT) taker.text += data;
  }

  close(tag: string): void {
    this.#depth -= 1;
    this.#filing.closeTag(tag);
    const element = this.#namespaces.elementOf(tag);
    if (element?.family === 'inline') this.#closeInline(element);
    else if (element) this.#closeInstance(element);
  }

  finish(): InlineReport {
    return {
      ...this.#filing.finish(),
      language: this.#language,
      namespaces: this.#namespaces,
      contexts: this.#contexts,
      units: this.#units,
      facts: this.#facts,
      continuations: this.#continuations,
    };
  }

  #openInline({ name }: XbrlElement, attributes: Attributes): void {
    const kind = FACT_KINDS[name];
    if (kind) {
      const fact = markedFact(kind, attributes, this.#namespaces.isNil(attributes));
      this.#facts.push(fact);
      this.#push(fact);
    } else if (name === 'continuation') {
      const { id = '', continuedat = null } = attributes;
      const continuation = { id, continuedAt: continuedat, text: '' };
      if (id !== '') this.#continuations.set(id, continuation);
      this.#push(continuation);
    } else if (name === 'exclude') {
      this.#excluding += 1;
    }
  }

  #closeInline({ name }: XbrlElement): void {
    if (name === 'exclude') this.#excluding = Math.max(0, this.#excluding - 1);
    else if (name in FACT_KINDS || name === 'continuation') this.#taking.pop();
  }

  #push(taker: MarkedFact | Continuation): void {
    if (this.#taking.length >= DEEPEST_FACT)
      throw tooDeep(`#${taker.id ?? ''}`, `stands in ${DEEPEST_FACT} other facts, more than any report has`);
    this.#taking.push(taker);
  }

  #openInstance({ name }: XbrlElement, attributes: Attributes): void {
    this.#leaf = '';
    if (name === 'context') this.#context = draftContext(attributes.id ?? '');
    else if (name === 'unit') this.#unit = { id: attributes.id ?? '', numerator: [], denominator: [] };
    else if (name === 'unitdenominator') this.#isDenominator = true;
    else if (name === 'explicitmember' || name === 'typedmember') this.#axis = attributes.dimension ?? '';
    else if (name === 'forever' && this.#context) this.#context.isForever = true;
  }

  #closeInstance({ name }: XbrlElement): void {
    const [context, unit, leaf] = [this.#context, this.#unit, this.#leaf];
    if (context) this.#closeInContext(name, context, leaf);
    if (unit && name === 'measure') (this.#isDenominator ? unit.denominator : unit.numerator).push(leaf);
    if (unit && name === 'unit') {
      this.#units.set(unit.id, printUnit(unit));
      this.#unit = null;
    }
    if (name === 'unitdenominator') this.#isDenominator = false;
  }

  #closeInContext(name: string, context: ContextDraft, leaf: string): void {
    if (name === 'identifier') context.identifier = leaf;
    else if (name === 'startdate') context.startDate = leaf;
    else if (name === 'enddate') context.endDate = leaf;
    else if (name === 'instant') context.instant = leaf;
    else if (name === 'explicitmember')
      context.dimensions.push(`${this.#namespaces.print(this.#axis)}=${this.#namespaces.print(leaf)}`);
    else if (name === 'typedmember') context.dimensions.push(`${this.#namespaces.print(this.#axis)}=${leaf.trim()}`);
    else if (name === 'context') {
      this.#context = null;
      const finished = finishContext(context);
      if (typeof finished !== 'string') this.#contexts.set(context.id, finished);
      else if (this.faults.faults.length < MOST_FAULTS) this.faults.add(`#${context.id}`, finished);
    }
  }
}

const tooDeep = (path: string, message: string) => new ImportError([{ path, message }]);

function markedFact(kind: MarkedFact['kind'], attributes: Attributes, isNil: boolean): MarkedFact {
  return {
    kind,
    id: attributes.id ?? null,
    name: attributes.name ?? '',
    contextRef: attributes.contextref ?? '',
    unitRef: attributes.unitref ?? null,
    format: attributes.format || null,
    scale: attributes.scale ?? null,
    sign: attributes.sign ?? null,
    decimals: attributes.decimals ?? null,
    isNil,
    continuedAt: attributes.continuedat ?? null,
    text: '',
  };
}
