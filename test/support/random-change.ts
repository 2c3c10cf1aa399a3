import { Client } from 'pg';
import pino from 'pino';
import { TextAccess } from '../../src/domain/document.entity';
import { allowAgain } from '../../src/ingest/allow-again';
import { syncCatalogue } from '../../src/ingest/catalogue';
import { changeTextAccess } from '../../src/ingest/change-text-access';
import { correctSpeaker } from '../../src/ingest/correct-speaker';
import { ImportError } from '../../src/ingest/fault';
import { forgetDocument } from '../../src/ingest/forget-document';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { importSources } from '../../src/ingest/import-source';
import { mergeCompanies } from '../../src/ingest/merge-companies';
import { mergePeople } from '../../src/ingest/merge-people';
import { removeDocument } from '../../src/ingest/remove-document';
import { removePerson } from '../../src/ingest/remove-person';
import { removeSample } from '../../src/ingest/remove-sample';
import { retag } from '../../src/ingest/retag';
import { loadSample } from '../../src/ingest/sample';
import { Source } from '../../src/ingest/source';
import { EarshotError } from '../../src/platform/errors';
import { writeMade } from './made-document';
import { Random } from './random';
import { articleText, callText, madeDocument, makeSlot, nativeFile, type Slot } from './random-document';
import { queryRows } from './stored';

const ACCESSES = Object.values(TextAccess);
const log = pino({ level: 'silent' });

/** One way to change what is stored, and how often it is chosen beside the others. Returns what it did, in a few words. */
type Change = readonly [weight: number, change: (world: World) => Promise<string>];

/** Somebody who does all that the product offers, at random, to one database. */
export class World {
  readonly slots: Slot[] = [];
  /** What has been done, in order. */
  readonly told: string[] = [];
  #made = 0;
  /** What stands without any document: as the world begins, the sample. */
  #stated: Set<string> | null = null;

  constructor(
    readonly url: string,
    readonly random: Random,
  ) {}

  async step(): Promise<void> {
    let at = this.random.next() * CHANGES.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, change] of CHANGES) {
      at -= weight;
      if (at >= 0) continue;
      const before = await this.#knownBy();
      const told = await change(this).catch(describeRefusal);
      this.told.push(told);
      this.#keepStated(before, await this.#knownBy(), told);
      return;
    }
  }

  async #knownBy(): Promise<Set<string>> {
    return new Set((await queryRows(this.url, KNOWN_BY)).map(keyOf));
  }

  /** What the sample and NATIVE files brought goes by a merge or a removal, never because a document is forgotten or read again. */
  #keepStated(before: ReadonlySet<string>, after: ReadonlySet<string>, told: string): void {
    this.#stated ??= new Set(before);
    const gone = [...this.#stated].filter((key) => !after.has(key));
    if (gone.length > 0 && /^(?:forgot|again|removed document)/.test(told) && !told.includes(' NATIVE '))
      throw new Error(`${told} took what no document had brought: ${gone.join()}\n${this.told.slice(-20).join('\n')}`);
    for (const key of gone) this.#stated.delete(key);
    if (told.startsWith('removed the sample')) this.#stated.clear();
    if (told.startsWith('NATIVE ') || told.startsWith('again NATIVE ') || told.startsWith('loaded the sample'))
      for (const key of after) if (!before.has(key)) this.#stated.add(key);
  }

  nextSlot(): Slot {
    const slot = makeSlot(this.random, this.#made++);
    this.slots.push(slot);
    return slot;
  }

  /** Ids of a table at random, none where it has no rows. */
  async pick(table: string, count = 1, where = 'true'): Promise<number[]> {
    const rows = await queryRows(this.url, `SELECT id FROM ${table} WHERE ${where} ORDER BY id`);
    return Array.from({ length: Math.min(count, rows.length) }, () => Number(this.random.pick(rows).id));
  }
}

/** A refusal is an answer, and leaves everything as it was; whatever else is thrown is a fault. */
function describeRefusal(error: unknown): string {
  if (error instanceof ImportError || error instanceof EarshotError) return `refused: ${error.message}`;
  throw error;
}

/** Imports a slot as its revision says: the same revision is the same document again. */
async function bring({ url, random }: World, slot: Slot, revision: number, again = ''): Promise<string> {
  const words = new Random(slot.seed + revision);
  const told = `${again}${slot.kind} ${slot.key} revision ${revision}`;
  if (slot.kind === 'MADE') {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const { outcome } = await writeMade(client, madeDocument(slot, words), {}, random.chance(0.95));
      return `${told}: ${outcome}`;
    } finally {
      await client.end();
    }
  }
  const made = { TEXT: callText, ARTICLE: articleText, NATIVE: nativeFile }[slot.kind](slot, words);
  const outcomes: string[] = [];
  await importSources(url, [new Source(`${slot.key}.${slot.kind === 'NATIVE' ? 'json' : 'txt'}`, Buffer.from(made))], {
    hints: {
      ...NO_HINTS,
      url: slot.kind === 'ARTICLE' ? `https://news.example/${slot.key}` : null,
      textAccess: random.chance(0.15) ? random.pick(ACCESSES) : null,
    },
    dryRun: random.chance(0.05),
    again: again === 'again ' && random.chance(0.3),
    onItem: ({ outcome, error, faults }) => {
      if (error) throw error;
      outcomes.push(faults[0] ? `${outcome} (${faults[0].code ?? `${faults[0].path} ${faults[0].message}`})` : outcome);
    },
  });
  return `${told}: ${outcomes.join()}`;
}

/** What a company is known by, and who is in office there. */
const KNOWN_BY = ['company_symbol', 'company_identifier', 'company_name', 'executive']
  .map((table) => `SELECT '${table}' AS kind, id::int FROM ${table}`)
  .join(' UNION ALL ');

const keyOf = ({ kind, id }: Record<string, unknown>): string => `${kind} ${id}`;

const CHANGES: readonly Change[] = [
  [30, (world) => bring(world, world.nextSlot(), 0)],
  [
    18,
    async (world) => {
      if (world.slots.length === 0) return 'nothing to correct';
      // An old revision again, the newest again, or a newer one.
      return bring(world, world.random.pick(world.slots.slice(-40)), world.random.below(4), 'again ');
    },
  ],
  [
    12,
    async ({ url, random }) => {
      const words = await queryRows(url, 'SELECT id FROM utterance ORDER BY id');
      const people = await queryRows(url, 'SELECT name FROM person ORDER BY id');
      if (words.length === 0 || people.length === 0) return 'nobody to correct';
      const utteranceIds = [
        ...new Set(Array.from({ length: 1 + random.below(4) }, () => Number(random.pick(words).id))),
      ];
      const { corrected, faults } = await correctSpeaker(url, {
        utteranceIds,
        person: random.pick(people).name,
        reason: 'by ear',
      });
      return `corrected ${corrected.join() || faults[0]?.code}`;
    },
  ],
  [4, async ({ url }) => `retagged ${(await retag(url, { force: true })).changed} utterances`],
  [
    3,
    async (world) => {
      const { url, random } = world;
      // A tree of topics as an older version may have had it, which the start of this one mends.
      const [topic, parent] = [
        random.pick(['inference', 'buybacks', 'margins', 'gpus']),
        random.pick(['compute', 'pricing', null]),
      ];
      await queryRows(url, 'UPDATE topic SET parent_id = (SELECT id FROM topic WHERE slug = $2) WHERE slug = $1', [
        topic,
        parent,
      ]);
      // By a server that starts while another imports.
      const [brought] = await Promise.all([bring(world, world.nextSlot(), 0), syncCatalogue(url)]);
      return `the tree of topics, from ${topic} below ${parent}, beside ${brought}`;
    },
  ],
  [
    8,
    async (world) => {
      const [id] = await world.pick('document', 1, 'removed_at IS NULL');
      if (id === undefined) return 'nothing to remove';
      const report = await removeDocument(world.url, id, 'asked for');
      return `removed document ${report?.documents.join()}`;
    },
  ],
  [
    8,
    async (world) => {
      const [id] = await world.pick('document', 1, 'removed_at IS NULL');
      if (id === undefined) return 'nothing to forget';
      return `forgot document ${(await forgetDocument(world.url, id))?.documents.join()}`;
    },
  ],
  [
    5,
    async (world) => {
      const [id] = await world.pick('document', 1, 'removed_at IS NOT NULL');
      if (id === undefined) return 'nothing to allow';
      const allowed = await allowAgain(world.url, id);
      const slot = world.slots.length > 0 ? await bring(world, world.random.pick(world.slots), 0, 'then ') : '';
      return `allowed document ${id} again: ${allowed}, ${slot}`;
    },
  ],
  [
    6,
    async (world) => {
      const [old, kept] = await world.pick('person', 2);
      if (old === undefined || kept === undefined || old === kept) return 'nobody to merge';
      await mergePeople(world.url, old, kept);
      return `merged person ${old} into ${kept}`;
    },
  ],
  [
    6,
    async (world) => {
      const [old, kept] = await world.pick('company', 2);
      if (old === undefined || kept === undefined || old === kept) return 'no companies to merge';
      await mergeCompanies(world.url, old, kept);
      return `merged company ${old} into ${kept}`;
    },
  ],
  [
    3,
    async (world) => {
      const [id] = await world.pick('person');
      if (id === undefined) return 'nobody to remove';
      const report = await removePerson(world.url, id, { reason: 'asked for', dryRun: world.random.chance(0.2) });
      return `removed person ${id} with ${report?.utterances} utterances`;
    },
  ],
  [
    6,
    async (world) => {
      const [id] = await world.pick('document');
      if (id === undefined) return 'nothing to close';
      const access = world.random.pick(ACCESSES);
      await changeTextAccess(world.url, id, access);
      return `document ${id} gives out ${access}`;
    },
  ],
  [0.5, async ({ url }) => `loaded the sample, ${(await loadSample(url, log)).documents.created} documents`],
  [0.5, async ({ url }) => `removed the sample, ${(await removeSample(url)).documents} documents`],
];
