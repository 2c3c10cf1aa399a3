import type { Client } from 'pg';
import { parsePeriod } from '../../domain/fiscal/period';
import { ImportError } from '../fault';
import type { KnownQuarter } from '../persist/document-rows';
import { insertRows, type NewRow } from '../persist/writer';

export interface KnownEvent {
  readonly id: number;
  readonly company_id: number;
  readonly quarter_id: number | null;
  readonly date: string;
}

/** Natural keys to rows of the database, asked for once each. What is not there is a fault of the file. */
export class NameBook {
  readonly #known = new Map<string, unknown>();

  constructor(private readonly client: Client) {}

  company = (slug: string): Promise<number> => this.#find('company', 'slug', slug);
  person = (name: string): Promise<number> => this.#find('person', 'name', name);
  firm = (name: string): Promise<number> => this.#find('firm', 'name', name);
  topic = (slug: string): Promise<number> => this.#find('topic', 'slug', slug);
  metric = (name: string): Promise<number> => this.#find('metric', 'name', name);

  /** A slug of the file that stands for a company which is stored under another one, found by its identifiers. */
  nameCompany(slug: string, id: number): void {
    this.#known.set(`company ${slug}`, id);
  }

  /** Asks for many names at once; those that are not there are told when somebody needs them. */
  async learn(table: 'person' | 'firm', names: Iterable<string>): Promise<void> {
    const open = [...new Set(names)].filter((name) => !this.#known.has(`${table} ${name}`));
    if (open.length === 0) return;
    const { rows } = await this.client.query<{ name: string; id: number }>(
      `SELECT name, min(id) AS id FROM ${table} WHERE name = ANY ($1) GROUP BY name`,
      [open],
    );
    for (const { name, id } of rows) this.#known.set(`${table} ${name}`, id);
  }

  /** Makes the rows whose names are not there yet, of two of one name the first; gives back the others. */
  async findOrMake<T extends NewRow & { readonly name: string }>(
    client: Client,
    table: 'person' | 'firm',
    rows: readonly T[],
  ): Promise<T[]> {
    await this.learn(
      table,
      rows.map(({ name }) => name),
    );
    const made = new Map<string, T>();
    for (const row of rows) {
      if (!this.#known.has(`${table} ${row.name}`) && !made.has(row.name)) made.set(row.name, row);
    }
    const ids = await insertRows(client, table, [...made.values()]);
    for (const [i, name] of [...made.keys()].entries()) this.#known.set(`${table} ${name}`, ids[i]);
    return rows.filter((row) => made.get(row.name) !== row);
  }

  quarter(company: number, period: string): Promise<KnownQuarter> {
    const { year, quarter } = parsePeriod(period);
    return this.#once(`quarter ${company} ${year} ${quarter}`, async () => {
      const { rows } = await this.client.query<KnownQuarter>(
        `SELECT id, company_id, fiscal_year, fiscal_quarter, calendar_year, calendar_quarter FROM quarter
         WHERE company_id = $1 AND fiscal_year = $2 AND fiscal_quarter = $3`,
        [company, year, quarter],
      );
      return rows[0] ?? fail(`names the quarter ${period}, which is not known`);
    });
  }

  /** `company/TYPE/day`. */
  event(reference: string): Promise<KnownEvent> {
    return this.#once(`event ${reference}`, async () => {
      const [slug = '', type, date] = reference.split('/');
      const { rows } = await this.client.query<KnownEvent>(
        'SELECT id, company_id, quarter_id, date::text AS date FROM event WHERE company_id = $1 AND type = $2 AND date = $3 ORDER BY id LIMIT 1',
        [await this.company(slug), type, date],
      );
      return rows[0] ?? fail(`names the event ${reference}, which is not known`);
    });
  }

  /** The analyst's row for a firm; null where the file gives none. */
  analyst(person: number, firm: number | null): Promise<number | null> {
    return this.#once(`analyst ${person} ${firm}`, async () => {
      const { rows } = await this.client.query<{ id: number }>(
        'SELECT id FROM analyst WHERE person_id = $1 AND firm_id IS NOT DISTINCT FROM $2 ORDER BY id LIMIT 1',
        [person, firm],
      );
      return rows[0]?.id ?? null;
    });
  }

  /** By which rules a metric is counted. */
  basis(metric: number): Promise<string> {
    return this.#once(`basis ${metric}`, async () => {
      const { rows } = await this.client.query<{ basis: string }>('SELECT basis FROM metric WHERE id = $1', [metric]);
      return rows[0]!.basis;
    });
  }

  #find(table: string, column: string, name: string): Promise<number> {
    return this.#once(`${table} ${name}`, async () => {
      const { rows } = await this.client.query<{ id: number }>(
        `SELECT id FROM ${table} WHERE ${column} = $1 ORDER BY id LIMIT 1`,
        [name],
      );
      return rows[0]?.id ?? fail(`names the ${table} "${name}", which is not known`);
    });
  }

  async #once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    if (this.#known.has(key)) return this.#known.get(key) as T;
    const found = await ask();
    this.#known.set(key, found);
    return found;
  }
}

/** What a place of the file names: where that is not known, the fault is of that place. */
export async function namedAt<T>(path: string, found: Promise<T>): Promise<T> {
  try {
    return await found;
  } catch (error) {
    if (!(error instanceof ImportError) || error.faults.some((fault) => fault.path !== '')) throw error;
    throw new ImportError(error.faults.map((fault) => ({ ...fault, path })));
  }
}

function fail(message: string): never {
  throw new ImportError([{ path: '', message }]);
}
