import { type GraphiQLPlugin, useEditorContext } from '@graphiql/react';

import { descriptionOf, type Example, examples, titleOf } from './example';

/** A list of what can be asked: more tabs than fit beside each other are no overview. */
export const examplePanel: GraphiQLPlugin = {
  title: 'Examples',
  icon: () => (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M9 18h6M10 21h4M12 3a6 6 0 0 0-3.6 10.8c.7.5 1.1 1.3 1.1 2.2h5c0-.9.4-1.7 1.1-2.2A6 6 0 0 0 12 3Z" />
    </svg>
  ),
  content: ExamplePanel,
};

function ExamplePanel() {
  const { tabs, activeTabIndex, changeTab, addTab, queryEditor, variableEditor } = useEditorContext({ nonNull: true });

  function open(example: Example): void {
    const index = tabs.findIndex(({ query }) => query === example.query);
    if (index >= 0) {
      changeTab(index);
      return;
    }
    addTab();
    // The new tab takes the editors over with the next rendering.
    setTimeout(() => {
      queryEditor?.setValue(example.query);
      variableEditor?.setValue(example.variables ?? '');
    });
  }

  return (
    <section className="examples" aria-label="Examples">
      <h2>Examples</h2>
      <ul>
        {examples.map((example) => (
          <li key={example.query}>
            <button
              type="button"
              aria-current={tabs[activeTabIndex]?.query === example.query}
              onClick={() => open(example)}
            >
              <strong>{titleOf(example)}</strong>
              <span>{descriptionOf(example)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
