import type { GraphQLSchema } from 'graphql';
import { type LongText, PIECE_LENGTH } from '../../platform/long-text';
import type { FragmentCache } from '../fragments';
import type { Operation } from '../operation';
import type { Gatherer } from './gather';
import { propertyOf } from './property';
import type { PlanField, Selection } from './selection';
import { concreteType } from './type-of';

/** Writes the answer's text from what has been gathered and from reference nodes in memory. */
export class Assembler {
  readonly #pieces: Buffer[] = [];
  /** What is no piece yet. */
  #text = '';
  /** Whether what is being written is kept beyond this answer, and so stays one string. */
  #isKept = false;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly op: Operation,
    private readonly gatherer: Gatherer,
    /** Null: memory lacks nodes, so that texts made from it are not kept. */
    private readonly fragments: FragmentCache | null,
  ) {}

  /** The whole answer. */
  write(selection: Selection, root: object): LongText {
    this.#object(selection, root);
    if (this.#pieces.length === 0) return this.#text;
    return [...this.#pieces, Buffer.from(this.#text)];
  }

  #object(selection: Selection, parent: object): void {
    let before = '{';
    for (const field of selection.fields) {
      this.#text += before + field.prefix;
      before = '';
      if (field.role === 'typename') this.#text += `"${selection.type.name}"`;
      else this.#field(field, parent, selection);
    }
    this.#text += `${before}}`;
    if (this.#text.length >= PIECE_LENGTH && !this.#isKept) {
      this.#pieces.push(Buffer.from(this.#text));
      this.#text = '';
    }
  }

  #field(field: PlanField, parent: object, selection: Selection): void {
    const value = this.#value(field, parent);
    if (value == null) {
      if (!field.nullable) throw new Error(`null for ${selection.type.name}.${field.name}, which is never null`);
      this.#text += 'null';
    } else if (field.isFragment && this.fragments) {
      this.#text += this.#fragment(field, value as object, this.fragments);
    } else {
      this.#write(field, value, field.lists);
    }
  }

  #value(field: PlanField, parent: object): unknown {
    if (field.reaches || this.gatherer.everywhere) {
      const gathered = this.gatherer.valuesOf(field);
      if (gathered?.has(parent)) return gathered.get(parent);
    }
    const { edge } = field;
    if (!edge) return propertyOf(parent, field.name);
    if (edge.kind === 'value') return edge.get(parent, this.gatherer.argsOf(field), this.op);
    if (edge.kind === 'connection') return edge.open(parent, this.gatherer.argsOf(field), this.op);
    throw new Error(`${field.name} was not gathered`);
  }

  #fragment(field: PlanField, node: object, fragments: FragmentCache): string {
    const texts = fragments.of(field);
    const known = texts.get(node);
    if (known !== undefined) return known;
    const { warned } = this.op;
    const text = this.#apart(() => this.#write(field, node, 0));
    // A warning belongs to every request that meets it, so such a text has to be made each time.
    if (this.op.warned === warned) fragments.keep(texts, node, text);
    return text;
  }

  /** What is written meanwhile, and not as part of the answer. */
  #apart(write: () => void): string {
    const [outer, wasKept] = [this.#text, this.#isKept];
    this.#text = '';
    this.#isKept = true;
    write();
    const text = this.#text;
    this.#text = outer;
    this.#isKept = wasKept;
    return text;
  }

  #write(field: PlanField, value: unknown, lists: number): void {
    if (value == null) {
      this.#text += 'null';
    } else if (lists > 0) {
      let before = '[';
      for (const item of value as readonly unknown[]) {
        this.#text += before;
        before = ',';
        this.#write(field, item, lists - 1);
      }
      this.#text += before === '[' ? '[]' : ']';
    } else if (field.leaf) {
      this.#text += field.leaf(value);
    } else {
      const type = concreteType(this.schema, field.named, value as object);
      this.#object((field.child as NonNullable<PlanField['child']>)(type), value as object);
    }
  }
}
