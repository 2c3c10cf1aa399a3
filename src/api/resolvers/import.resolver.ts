import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { isLatest, printPeriod } from '../../domain/fiscal/period';
import { printGlobalId } from '../../domain/global-id';
import { ImportFormat } from '../../domain/import-format';
import type { ImportOutcome, Refusal } from '../../ingest/ingest';
import type { Operation } from '../../read/operation';
import { follow } from '../../read/plan/walk';
import { demandScope } from '../caller';
import type { Context } from '../context';
import { refusalOf } from '../format-error';
import { ContentEncoding, ImportDocumentInput } from '../inputs/import-document.input';
import { ImportDocumentPayload } from '../types/import-payload';

/** Padding may be left out; white space is let through, since tools wrap base64 in lines. Looked for in one pass, without a way back. */
const NO_BASE64 = /[^A-Za-z0-9+/\s=]/;
const PADDING = /^={1,2}\s*$/;

@Resolver()
export class ImportResolver {
  @Mutation(() => ImportDocumentPayload, {
    description:
      'Takes a document in, whole or not at all; of an archive each of its documents. The same document twice changes nothing. Needs an API key with the scope `import`.',
  })
  async importDocument(
    @Arg('input', () => ImportDocumentInput, { description: 'The document, and what is known about it.' })
    input: ImportDocumentInput,
    @Ctx() { caller, operation, ingest, writes, request }: Context,
    @Info() { path }: GraphQLResolveInfo,
  ): Promise<object> {
    const actor = demandScope(caller, 'import', 'Importing');
    const period = input.period ?? null;
    const made = input.createCompany ?? null;
    const fault = faultOf(input);
    const bytes = fault ? [fault] : decode(input);
    const outcome = Array.isArray(bytes)
      ? refused(bytes)
      : await writes.run(path.key, () =>
          ingest.importDocument({
            actor,
            bytes: bytes as Uint8Array,
            format: input.format ?? ImportFormat.AUTO,
            dryRun: input.dryRun ?? false,
            again: input.again ?? false,
            requestId: request.id,
            signal: operation.signal,
            hints: {
              url: input.sourceUrl ?? null,
              publisher: input.publisher ?? null,
              publishedAt: input.publishedAt ?? null,
              company: input.company ?? null,
              createCompany: made && {
                name: made.name?.trim() ?? '',
                symbol: made.symbol?.trim().toUpperCase() || null,
              },
              period: period && !isLatest(period) ? printPeriod(period) : null,
              textAccess: input.textAccess ?? null,
            },
          }),
        );
    const { documentId, refusals, warnings, committed, ...rest } = outcome;
    const read = committed ? await readBack(operation, documentId) : NOTHING;
    return {
      ...rest,
      document: read.document,
      warnings: [...warnings, ...read.warnings],
      userErrors: refusals,
      clientMutationId: input.clientMutationId ?? null,
    };
  }
}

function faultOf({ period = null, company = null, createCompany = null }: ImportDocumentInput): Refusal | null {
  if (period !== null && isLatest(period)) return NO_PERIOD;
  if (createCompany === null) return null;
  if (company !== null)
    return { ...NO_COMPANY, message: 'Give either `company`, for one that is known, or `createCompany`.' };
  return createCompany.name?.trim() ? null : { ...NO_COMPANY, message: 'The company to be made needs a name.' };
}

const NO_COMPANY = { field: ['input', 'createCompany'], code: 'BAD_USER_INPUT' };

const NO_PERIOD: Refusal = {
  field: ['input', 'period'],
  code: 'BAD_USER_INPUT',
  message: 'LATEST changes with what is stored, and a document keeps its quarter: write it out, such as "2024Q4".',
};

interface ReadBack {
  readonly document: unknown;
  readonly warnings: readonly Refusal[];
}

const NOTHING: ReadBack = { document: null, warnings: [] };

/** What is stored is told even where it cannot be read at the moment. */
async function readBack(operation: Operation, documentId: number | null): Promise<ReadBack> {
  const id = documentId === null ? null : printGlobalId('Document', documentId);
  try {
    await operation.seeWritten();
    return id === null ? NOTHING : { document: await follow(operation, 'Query.node', null, { id }), warnings: [] };
  } catch (error) {
    if (refusalOf(error) === null) throw error;
    const found = id === null ? '' : ` Ask for it by its id, "${id}".`;
    const message = `What was sent is stored, and could not be read back.${found}`;
    return { document: null, warnings: [{ field: null, code: 'NOT_READ_BACK', message }] };
  }
}

function decode({ content, encoding }: ImportDocumentInput): Uint8Array | readonly Refusal[] {
  if (encoding !== ContentEncoding.BASE64) {
    // Half of a character would be stored as another one, and words are never altered.
    if (!/\p{Surrogate}/u.test(content)) return Buffer.from(content, 'utf8');
    const message = 'The content holds half of a character (a lone surrogate); send the bytes as BASE64.';
    return [{ field: ['input', 'content'], code: 'BAD_ENCODING', message }];
  }
  const at = content.search(NO_BASE64);
  const end = content.indexOf('=');
  if (at < 0 && (end < 0 || PADDING.test(content.slice(end)))) return Buffer.from(content, 'base64');
  const where = at < 0 ? 'it has = before its end' : `character ${at} is ${JSON.stringify(content[at])}`;
  return [{ field: ['input', 'content'], code: 'BAD_ENCODING', message: `The content is no base64: ${where}.` }];
}

const NONE = { created: 0, updated: 0, unchanged: 0 };

function refused(refusals: readonly Refusal[]): ImportOutcome {
  return {
    documentId: null,
    statements: NONE,
    analystComments: NONE,
    facts: NONE,
    claims: NONE,
    warnings: [],
    refusals,
    committed: false,
  };
}
