import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { setNonce } from 'get-nonce';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

import { examples } from './example';
import { examplePanel } from './example-panel';
import { reloadWithServer } from './reload';

import 'graphiql/style.css';
import './style.css';

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

const PANELS = [examplePanel];

/** The panel that was open at the last visit, or empty when it was closed; whoever comes first sees the examples. */
const PANEL_KEY = 'earshot:panel';
const WIDE_ENOUGH = 1_000;

/** GraphiQL opens the space for a panel only for a click on its button, so that is what it gets, as soon as it is there. */
function reopenPanel(): void {
  const title = window.localStorage.getItem(PANEL_KEY) ?? examplePanel.title;
  if (title === '' || window.innerWidth < WIDE_ENOUGH) return;
  const observer = new MutationObserver(() => {
    const button = document.querySelector<HTMLButtonElement>(`button[aria-label="Show ${title}"]`);
    if (!button) return;
    observer.disconnect();
    // Its effects run after it has been drawn, and close what was opened before.
    setTimeout(() => button.click());
  });
  observer.observe(root, { childList: true, subtree: true });
}

function Explorer() {
  return (
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={examples.length > 0 ? [...examples] : [{ query: WELCOME }]}
      defaultQuery={WELCOME}
      {...linked}
      plugins={PANELS}
      onTogglePluginVisibility={(panel) => window.localStorage.setItem(PANEL_KEY, panel?.title ?? '')}
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

reopenPanel();
reloadWithServer();
createRoot(root).render(<Explorer />);
