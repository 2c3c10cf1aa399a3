import { quarterOrdinal } from '../../domain/fiscal/period-arithmetic';
import type { Quarter } from '../../domain/quarter.entity';

export const fiscalOrdinal = (quarter: Quarter): number => quarterOrdinal(quarter.fiscalYear, quarter.fiscalQuarter);
export const calendarOrdinal = (quarter: Quarter): number =>
  quarterOrdinal(quarter.calendarYear, quarter.calendarQuarter);

/**
 * A company's quarters in both countings, as ordinals. What is not stored is reckoned from the nearest quarter that is, since a company's
 * year begins in the same month for decades.
 */
export class OwnQuarters {
  constructor(
    readonly companyId: number,
    readonly stored: readonly Quarter[],
  ) {}

  /** Null: none is stored, so nobody knows how the company counts. */
  calendarOf(fiscal: number): number | null {
    const near = this.#nearest((quarter) => Math.abs(fiscalOrdinal(quarter) - fiscal));
    return near && fiscal - fiscalOrdinal(near) + calendarOrdinal(near);
  }

  /** Null: none is stored, so nobody knows how the company counts. */
  fiscalOf(calendar: number): number | null {
    const near = this.#nearest((quarter) => Math.abs(calendarOrdinal(quarter) - calendar));
    return near && calendar - calendarOrdinal(near) + fiscalOrdinal(near);
  }

  /** Of quarters that are equally near the later one. */
  #nearest(distance: (quarter: Quarter) => number): Quarter | null {
    return this.stored.reduce<Quarter | null>(
      (best, quarter) => (best === null || distance(quarter) <= distance(best) ? quarter : best),
      null,
    );
  }
}
