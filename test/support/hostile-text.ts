/** Texts that nobody writes, of about a given length: what makes an expression try all ways, and pairs multiply, if anything does. */
export type HostileText = (characters: number) => string;

const of =
  (unit: string): HostileText =>
  (characters) =>
    unit.repeat(Math.ceil(characters / unit.length));

/** Units that all differ: `unit` gets 0, 1, 2 … */
const each =
  (unit: (index: number) => string): HostileText =>
  (characters) => {
    const units: string[] = [];
    for (let length = 0, index = 0; length < characters; index++) {
      const next = unit(index);
      units.push(next);
      length += next.length;
    }
    return units.join('');
  };

const around =
  (before: string, unit: string, after: string): HostileText =>
  (characters) =>
    before + of(unit)(characters) + after;

const nested =
  (open: string, close: string): HostileText =>
  (characters) => {
    const depth = Math.ceil(characters / (open.length + close.length));
    return `${open.repeat(depth)}words${close.repeat(depth)}`;
  };

/** A word of its own for each number, in letters alone. */
const word = (index: number): string =>
  [...index.toString(26)].map((digit) => 'bcdfghjklmnpqrstvwxyzaeiou'[Number.parseInt(digit, 26)]).join('');

const capital = (index: number): string => {
  const letters = word(index);
  return `Q${letters}son`;
};

export const HOSTILE_TEXTS: Readonly<Record<string, HostileText>> = {
  // Signs.
  'straight quotation marks': of('"'),
  'opening marks': of('“'),
  'marks with spaces': of('" '),
  'alternating marks': of('“"‘\'”’«»'),
  'nested quotations': nested('“she said ‘', '’ said he” '),
  'single marks at words': of("'a "),
  apostrophes: of('’s '),
  'round brackets': of('('),
  'pairs of brackets': nested('(', ')'),
  'square brackets': of('[a '),
  'angle brackets': of('<Q - '),
  dots: of('.'),
  'dots with spaces': of('. '),
  dashes: of('-'),
  'long dashes with spaces': of('— '),
  stars: of('*'),
  colons: of(': '),
  commas: of(','),
  spaces: around('A word', ' ', 'and words here.'),
  'spaces in a sentence': around('“We are fine,” said', ' ', 'Ann Lee.'),
  tabs: around('A word', '\t', '5 words here.'),
  'line ends': around('A line', '\n', 'another line'),
  'carriage returns': around('A line', '\r\n', 'another line'),
  'lines of spaces': around('A line', ' \n', 'another line'),
  'no-break spaces': around('A line', '\u00a0', 'another line'),
  'form feeds': of('\f1\n'),
  'combining marks': around('Ann Le', '\u0301', 'e said so.'),
  'right to left': of('אמר המנכ״ל: „הכנסות” \u202e'),
  'Arabic digits': of('٣٤٥ مليون '),
  emoji: of('😀'),
  'emoji that quote': of('😀 “No,” he said. '),
  'family emoji': of('👩‍👩‍👧‍👦'),
  'wide letters': of('漢字「収益」'),
  // Words.
  'one word': of('a'),
  'one capitalised word': around('A', 'a', ' said so.'),
  'one word in capitals': of('A'),
  'one word with hyphens': of('a-'),
  'one word with dots': of('a.'),
  'one word with apostrophes': of("a'"),
  'one-word lines': of('word\n'),
  'one-word paragraphs': of('Words.\n\n'),
  'different one-word lines': each((index) => `${word(index)}\n`),
  'one endless sentence': each((index) => `and the ${word(index)} went on to `),
  'one endless sentence with commas': each((index) => `the ${word(index)}, which grew, `),
  'capitalised words': of('Aaron '),
  'different capitalised words': each((index) => `${capital(index)} `),
  'capitalised words with commas': of('Aaron Smith, '),
  'different names with commas': each((index) => `Ann ${capital(index)}, `),
  'names of two words': each((index) => `${capital(index)} ${capital(index + 7)} `),
  'names with of': of('Bank of '),
  'names with and': of('Smith & Sons and '),
  'lines of names': of('Aaron Smith said so.\n'),
  'surnames that stand alone': each((index) => `${capital(index)} smiled. `),
  'one surname with a pronoun': of('Aaronson smiled, and he said so. '),
  'full names, then surnames': each(
    (index) => `Ann ${capital(index >> 1)} spoke. ${capital(index >> 1)} said it was so. `,
  ),
  'one surname of many': each((index) => `${capital(index)} Smith spoke. Smith said it was so. `),
  initials: of('J. K. '),
  'initials before a name': of('J. K. Smith and '),
  titles: of('President CEO Chairman '),
  'titles of people': each((index) => `Chief Executive Officer Ann ${capital(index)}, `),
  'offices of the': of('the head of the office of the chief of '),
  prepositions: of('of the head of '),
  'capital letters alone': of('A B C '),
  companies: each((index) => `${capital(index)} Inc. `),
  'companies with symbols': each(
    (index) => `${capital(index)} Corp. (NYSE: ${word(index).slice(0, 4).toUpperCase()}) `,
  ),
  abbreviations: each((index) => `${capital(index)} Group (${word(index).toUpperCase()}) `),
  // Speech.
  'said X said Y': each((index) => `said ${capital(index)} `),
  'verbs of saying': of('said '),
  'clauses of saying': of('he said, '),
  'clauses of saying that': of('he said that she said that '),
  'according to': of('according to the '),
  quotations: of('“We are fine,” he said. '),
  'quotations of many': each((index) => `“We are fine,” said ${capital(index)}. `),
  'quotations a paragraph': of('“We are fine,” he said.\n\n'),
  'quotations without a speaker': of('“We are fine.” '),
  'open quotations': of('“We are fine, he said.\n\n'),
  'open straight quotations': of('"We are fine, he said.\n\n'),
  'nothing but quoted names': each((index) => `“${capital(index)}” `),
  'quoted words in a sentence': of('the “fine” and '),
  'quotations in one sentence': each((index) => `“we ${word(index)},” and `),
  pronouns: of('he she they it '),
  'pronouns that speak': of('He said it was so. She said it was not. '),
  questions: of('What? Who? '),
  // Calls.
  'repeated labels': of('John Smith: Yes.\n'),
  'labels without words': of('John Smith:\n'),
  'labels of many': each((index) => `Ann ${capital(index)}: Yes.\n`),
  'labels of lines': of('John Smith\n\n'),
  'labels of many lines': each((index) => `Ann ${capital(index)}\nYes.\n\n`),
  'labels with titles': each((index) => `Ann ${capital(index)} - Chief Executive Officer\nYes.\n`),
  'turns of one word': each((index) => `${index % 2 ? 'Operator' : 'Ann Lee'}: ${word(index)}\n`),
  announcements: of('question comes from the line of John Smith with '),
  'announcements as turns': of('Operator: Our next question comes from John Smith with Acme. Please go ahead.\n'),
  'announcements of many': each(
    (index) =>
      `Operator: Our next question comes from Ann ${capital(index)} with Acme.\nAnn ${capital(index)}: Why?\nBo Ek: So.\n`,
  ),
  handovers: of('turn the call over to our dear old friend and colleague '),
  'handovers to many': each(
    (index) => `Operator: I turn the call over to Ann ${capital(index)}.\nAnn ${capital(index)}: Thanks.\n`,
  ),
  participants: around('Company Participants\n', 'John Smith - CEO\n', '\nJohn Smith: Yes.\n'),
  'different participants': (characters) =>
    `Company Participants\n${each((index) => `Ann ${capital(index)} - CEO\n`)(characters)}\nAnn Lee: Yes.\n`,
  'unknown words': of('<unk> '),
  'time stamps': of('00:00:01 '),
  'voices with numbers': each((index) => `Speaker ${index}: Yes.\n`),
  'two voices with numbers': each((index) => `Speaker ${index % 2}: We ${word(index)}.\n`),
  // Numbers.
  digits: of('1'),
  'digits and percent signs': of('1%'),
  'percent signs': of('%'),
  'digits with commas': of('1,'),
  'digits with dots': of('1.'),
  'grouped digits': of('1,000'),
  'dollar signs': of('$'),
  amounts: of('$5 million '),
  'amounts that differ': each((index) => `$${index} million, up ${index % 90}% `),
  'amounts in one sentence': of('revenue was $5 million in the third quarter and '),
  'revenue of': of('revenue of '),
  'number words': of('five hundred and '),
  ranges: of('from $1 to '),
  outlooks: of('expected to be in the range of '),
  quarters: of('the first quarter of the '),
  'quarters that ended': of('quarter ended '),
  years: of('2024 '),
  dates: of('Jan 30, 2025 '),
  days: of('Monday '),
  inches: of('27" x '),
  'table rows': of('Revenue  5  6  7\n'),
  'table with tabs': of('1\t'),
  'wide table': around('Revenue', '  1,000', '\n'),
  'table rows that differ': each((index) => `Sales of ${word(index)}   ${index}   ${index + 3}\n`),
  // What stands around an article.
  bylines: of('By Ann Lee\n\n'),
  'list headings': of('Related Articles\n\n'),
  captions: of('photo credit: '),
  addresses: of('https://example.com/'),
  markdown: of('**a** '),
  'markdown headings': of('# a\n'),
  bullets: of('- a\n'),
  'numbered lines': each((index) => `${index}. a\n`),
  'lower and upper case': of('aA'),
};
