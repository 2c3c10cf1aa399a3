import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { setNonce } from 'get-nonce';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

import 'graphiql/style.css';
import './style.css';

/** The operations of schema/operations, put in by the build. */
declare const EXAMPLES: readonly { readonly query: string; readonly variables: string | null }[];

const root = document.getElementById('explorer')!;
const endpoint = new URL('/graphql', window.location.href).href;
const sandbox = `https://studio.apollographql.com/sandbox/explorer?endpoint=${encodeURIComponent(endpoint)}`;
const allowsSandbox = root.dataset.sandbox === 'allowed';

// Dialogs add a style element while they are open; the content security policy knows it by this.
setNonce(root.dataset.nonce!);

/** What somebody who came without a query sees before the first example runs. */
const WELCOME = `# Earshot answers GraphQL over what is said about companies' quarters.
# Run a query with Ctrl-Enter; the book on the left explains every field.
{
  __typename
}
`;

const fetcher = createGraphiQLFetcher({ url: endpoint });

/** A link to /graphql?query=... opens with that query; without one the tabs of the last visit come back. */
const asked = new URLSearchParams(window.location.search);
const linked = asked.has('query') ? { query: asked.get('query')!, variables: asked.get('variables') ?? '' } : {};

function Explorer() {
  return (
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={EXAMPLES.length > 0 ? [...EXAMPLES] : [{ query: WELCOME }]}
      defaultQuery={WELCOME}
      {...linked}
      inputValueDeprecation={true}
      defaultEditorToolsVisibility="variables"
    >
      <GraphiQL.Logo>
        <span className="wordmark">Earshot</span>
        <a
          className="sandbox"
          href={sandbox}
          target="_blank"
          rel="noreferrer"
          title={allowsSandbox ? 'Opens this server in Apollo Sandbox' : 'Needs EARSHOT_CORS_SANDBOX=on on this server'}
        >
          Open in Apollo Sandbox ↗
        </a>
      </GraphiQL.Logo>
    </GraphiQL>
  );
}

createRoot(root).render(<Explorer />);
