import type { Client } from 'pg';
import { parsePeriod } from '../../domain/fiscal/period';
import { ImportError } from '../fault';

export interface KnownQuarter {
  readonly id: number;
  readonly fiscal_year: number;
  readonly fiscal_quarter: number;
  readonly calendar_year: number;
  readonly calendar_quarter: number;
}

/** Natural keys to rows of the database, asked for once each. What is not there is a fault of the file. */
export class NameBook {
  readonly #ids = new Map<string, number>();

  constructor(private readonly client: Client) {}

  company = (slug: string): Promise<number> => this.#find('company', 'slug', slug);
  person = (name: string): Promise<number> => this.#find('person', 'name', name);
  firm = (name: string): Promise<number> => this.#find('firm', 'name', name);
  topic = (slug: string): Promise<number> => this.#find('topic', 'slug', slug);
  metric = (name: string): Promise<number> => this.#find('metric', 'name', name);

  async quarter(company: number, period: string): Promise<KnownQuarter> {
    const { year, quarter } = parsePeriod(period);
    const { rows } = await this.client.query(
      'SELECT id, fiscal_year, fiscal_quarter, calendar_year, calendar_quarter FROM quarter WHERE company_id = $1 AND fiscal_year = $2 AND fiscal_quarter = $3',
      [company, year, quarter],
    );
    if (!rows[0]) throw new ImportError([{ path: '', message: `names the quarter ${period}, which is not known` }]);
    return rows[0];
  }

  /** `company/TYPE/day`. */
  async event(reference: string): Promise<{ id: number; company_id: number; quarter_id: number | null; date: string }> {
    const [slug = '', type, date] = reference.split('/');
    const { rows } = await this.client.query(
      'SELECT id, company_id, quarter_id, date::text AS date FROM event WHERE company_id = $1 AND type = $2 AND date = $3',
      [await this.company(slug), type, date],
    );
    if (!rows[0]) throw new ImportError([{ path: '', message: `names the event ${reference}, which is not known` }]);
    return rows[0];
  }

  async #find(table: string, column: string, name: string): Promise<number> {
    const key = `${table} ${name}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const { rows } = await this.client.query(`SELECT id FROM ${table} WHERE ${column} = $1 ORDER BY id LIMIT 1`, [
      name,
    ]);
    if (!rows[0]) throw new ImportError([{ path: '', message: `names the ${table} "${name}", which is not known` }]);
    this.#ids.set(key, Number(rows[0].id));
    return Number(rows[0].id);
  }
}
