import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { EarshotError } from '../../platform/errors';

/**
 * What a key sees that may not read: by type the fields, `ALL` where nothing of what others have stored is behind any of them. What is not
 * listed is closed, so that new fields and types are closed until somebody opens them.
 */
const ALL = 'ALL';
const OPEN: Readonly<Record<string, typeof ALL | readonly string[]>> = {
  // The audit trail asks for a scope of its own.
  Query: ['rateLimit', 'auditEntries', '__schema', '__type'],
  RateLimit: ALL,
  AuditEntryConnection: ALL,
  AuditEntryEdge: ALL,
  AuditEntry: ALL,
  PageInfo: ALL,
  Mutation: ALL,
  ImportDocumentPayload: ALL,
  CorrectSpeakerPayload: ALL,
  ImportCounts: ALL,
  UserError: ALL,
  Document: ['id', 'title', 'sha256', 'revision'],
  Node: ['id'],
  Utterance: ['id'],
  Statement: ['id'],
  AnalystComment: ['id'],
};

/**
 * Refuses an operation that selects anything beyond that, at the first such path and before anything is run: a mutation that is refused has
 * changed nothing. Looks at what is selected, whether a directive would skip it or not.
 */
export function confine(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  function walk({ selections }: SelectionSetNode, typeName: string, path: readonly string[]): void {
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, selection.typeCondition?.name.value ?? typeName, path);
      } else if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) walk(fragment.selectionSet, fragment.typeCondition.name.value, path);
      } else {
        const name = selection.name.value;
        const here = [...path, selection.alias?.value ?? name];
        if (!isOpen(typeName, name)) throw refuse(typeName, name, here);
        const inner = typeBehind(schema, typeName, name);
        if (selection.selectionSet && inner !== null) walk(selection.selectionSet, inner, here);
      }
    }
  }

  const root = schema.getRootType(operation.operation);
  if (root) walk(operation.selectionSet, root.name, []);
}

/** What describes the graph itself is open to everybody who may come in. */
function isOpen(typeName: string, field: string): boolean {
  if (field === '__typename' || typeName.startsWith('__')) return true;
  const open = OPEN[typeName];
  return open === ALL || open?.includes(field) === true;
}

/** Null below a field that does not exist, which validation refuses, and below introspection, where all is open. */
function typeBehind(schema: GraphQLSchema, typeName: string, field: string): string | null {
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  const found = type.getFields()[field];
  return found ? getNamedType(found.type).name : null;
}

function refuse(typeName: string, field: string, path: readonly string[]): GraphQLError {
  const message = `\`${typeName}.${field}\` needs the scope "read", which this API key does not have.`;
  return new GraphQLError(message, { path, originalError: new EarshotError('FORBIDDEN', message, { scope: 'read' }) });
}
