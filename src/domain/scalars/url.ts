import { makeTextScalar, refusePrinting } from './text-scalar';

/** Common browsers and servers stop near this length. */
const LONGEST = 2048;

/** Inside: the address exactly as given; parsing only checks it, since a rewritten address may not be the one quoted. */
export const Url = makeTextScalar<string>({
  name: 'URL',
  description: 'An absolute address on the web, `http` or `https`, at most 2,048 characters, kept as it was given.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  example: 'an absolute http or https address, such as "https://example.com/article"',
  read: (text) => (isWebAddress(text) ? text : null),
  print: (value) => {
    if (typeof value === 'string') return value;
    throw refusePrinting('URL', value);
  },
});

/** Other schemes are kept out: `javascript:` in a link would run in the page that shows the answer. */
function isWebAddress(text: string): boolean {
  return text.length <= LONGEST && /^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) && URL.canParse(text);
}
