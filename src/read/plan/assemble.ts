import type { GraphQLSchema } from 'graphql';
import type { FragmentCache } from '../fragments';
import type { Operation } from '../operation';
import type { Gatherer } from './gather';
import { propertyOf } from './property';
import type { PlanField, Selection } from './selection';
import { concreteType } from './type-of';

/** Writes the answer's text from what has been gathered and from reference nodes in memory. */
export class Assembler {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly op: Operation,
    private readonly gatherer: Gatherer,
    /** Null: memory lacks nodes, so that texts made from it are not kept. */
    private readonly fragments: FragmentCache | null,
  ) {}

  object(selection: Selection, parent: object): string {
    let out = '{';
    for (const field of selection.fields) {
      out += field.prefix;
      out += field.role === 'typename' ? `"${selection.type.name}"` : this.#field(field, parent, selection);
    }
    return `${out}}`;
  }

  #field(field: PlanField, parent: object, selection: Selection): string {
    const value = this.#value(field, parent);
    if (value == null) {
      if (!field.nullable) throw new Error(`null for ${selection.type.name}.${field.name}, which is never null`);
      return 'null';
    }
    if (field.isFragment && this.fragments) return this.#fragment(field, value as object, this.fragments);
    return this.#write(field, value, field.lists);
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
    const text = this.#write(field, node, 0);
    // A warning belongs to every request that meets it, so such a text has to be made each time.
    if (this.op.warned === warned) fragments.keep(texts, node, text);
    return text;
  }

  #write(field: PlanField, value: unknown, lists: number): string {
    if (value == null) return 'null';
    if (lists > 0) {
      let out = '[';
      let first = true;
      for (const item of value as readonly unknown[]) {
        out += first ? '' : ',';
        first = false;
        out += this.#write(field, item, lists - 1);
      }
      return `${out}]`;
    }
    if (field.leaf) return field.leaf(value);
    const type = concreteType(this.schema, field.named, value as object);
    return this.object((field.child as NonNullable<PlanField['child']>)(type), value as object);
  }
}
