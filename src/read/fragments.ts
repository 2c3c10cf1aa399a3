import type { PlanField } from './plan/selection';

/** Characters of ready text kept; beyond, all of it is dropped and made again as it is asked for. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

/**
 * Ready JSON text of reference nodes, by the field that selects from them: looking one up costs less than writing it. All of it is
 * dropped whenever any reference node changes or a new day begins, so that nothing has to know what a text was made from.
 */
export class FragmentCache {
  #texts = new Map<PlanField, Map<object, string>>();
  #characters = 0;
  #generation = -1;
  #day = '';

  /** Call before a request reads texts. */
  renew(generation: number, day: string): void {
    if (generation === this.#generation && day === this.#day) return;
    this.#generation = generation;
    this.#day = day;
    this.#drop();
  }

  of(field: PlanField): Map<object, string> {
    let texts = this.#texts.get(field);
    if (!texts) {
      texts = new Map();
      this.#texts.set(field, texts);
    }
    return texts;
  }

  keep(texts: Map<object, string>, node: object, text: string): void {
    this.#characters += text.length;
    if (this.#characters > MOST_CHARACTERS) this.#drop();
    texts.set(node, text);
  }

  #drop(): void {
    this.#texts = new Map();
    this.#characters = 0;
  }
}
