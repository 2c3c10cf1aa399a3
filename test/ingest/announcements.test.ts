import { announcedIn, selfIn, standInOf } from '../../src/ingest/extract/transcript/announcement';
import { addressedIn, handedIn } from '../../src/ingest/extract/transcript/handover';
import { officeHoldersIn } from '../../src/ingest/extract/transcript/office-holder';
import { hasOperatorCue } from '../../src/ingest/extract/transcript/speech-cue';

/** Ways in which operators give the floor; the last one named is the next to ask. */
test.each([
  [
    'Your first question comes from Paul Novak from Brightwater Capital. Your line is open.',
    'Paul Novak',
    'Brightwater Capital',
  ],
  ["We'll take our first question from Tone Sagen with Bernhardt.", 'Tone Sagen', 'Bernhardt'],
  [
    'Our next question is from the line of J.P. Cole-Smith with J.P. Hargreave. Please proceed with your question.',
    'J.P. Cole-Smith',
    'J.P. Hargreave',
  ],
  ['The next question is from Wanda Mohan of Bank of Averland. Please go ahead.', 'Wanda Mohan', 'Bank of Averland'],
  ['Next, we have a question from Amit Darya, Evergrove ISI.', 'Amit Darya', 'Evergrove ISI'],
  ['And our next question today comes from Katy Hubert at Stanmore.', 'Katy Hubert', 'Stanmore'],
  ['We will go to Erik Woodling with Stanmore.', 'Erik Woodling', 'Stanmore'],
  ['Up next is Samik Chatter with JPHargreave.', 'Samik Chatter', 'JPHargreave'],
  ['Moving on to Krish Sankaran with TD Cowley.', 'Krish Sankaran', 'TD Cowley'],
  ['from the line of Doug Anders from Hargreave, please go ahead', 'Doug Anders', 'Hargreave'],
  [
    'One moment for our next question. It comes from the line of Ross Sandberg of Barlow. Ross, your line is open.',
    'Ross Sandberg',
    'Barlow',
  ],
  [
    '[Operator Instructions] And our first question comes from Michael Ng with Goldring Sachs & Co.',
    'Michael Ng',
    'Goldring Sachs & Co',
  ],
  [
    'Our first question will come from the line of John Dow with Bank of Averland Merritt Linch. Please go ahead, sir.',
    'John Dow',
    'Bank of Averland Merritt Linch',
  ],
  ['And next we will hear from Inés Peña with St. James Securities.', 'Inés Peña', 'St. James Securities'],
  ['From Melling Research, we have Scott Davison. Please go ahead.', 'Scott Davison', 'Melling Research'],
  ['The next question comes from Glynn, Neil from Crédit Lac. Please go ahead.', 'Neil Glynn', 'Crédit Lac'],
  ['Our next question is from <unk> from Guggen Partners. Good morning, Char.', null, 'Guggen Partners'],
  [
    'The next question is from Ludwig von Hagen with 22V Research. Your line is now open.',
    'Ludwig von Hagen',
    '22V Research',
  ],
  ["Let's try Josh Pokorny again from Stanmore. Please go ahead, sir.", 'Josh Pokorny', 'Stanmore'],
])('%s', (words, name, firm) => {
  expect(announcedIn(words).at(-1)).toMatchObject({ name, firm });
});

test.each([
  'To answer the question, we sell from Hamburg to New York with three ships.',
  'I will now turn the call over to Priya Raman, Vice President of Investor Relations. Please go ahead.',
  'There are no further questions. I will turn the call back over to Thomas Okafor for closing remarks.',
  'We moved on to Kubernetes with Google last year.',
])('nobody is announced in "%s"', (words) => {
  expect(announcedIn(words).filter(({ isExplicit }) => isExplicit)).toEqual([]);
});

test.each([
  [
    'I will now turn the call over to Priya Raman, Vice President of Investor Relations. Please go ahead.',
    'Priya Raman',
  ],
  ["And now, I'd like to turn the call over to Tom.", 'Tom'],
  ['Thank you and here’s Ingrid.', 'Ingrid'],
  ['With that, let me hand it over to our CFO, Lena Fischer.', 'Lena Fischer'],
  ['Kenneth Dow, Lantern’s Director of Investor Relations, you may begin.', 'Kenneth Dow'],
  ['Lena will take you through the numbers. Lena?', 'Lena'],
])('the floor goes on in "%s"', (words, name) => {
  expect(handedIn(words).at(-1)?.name).toBe(name);
});

test('who speaks, and for whom', () => {
  expect(standInOf('Hi, thanks, this is Jim on for Tom. Appreciate it.')).toEqual({ name: 'Jim', absent: 'Tom' });
  expect(standInOf("Hey, good morning, it's actually Cub, who's here for Charl.")).toBeNull();
  expect(standInOf('This is, uh, actually Richie here, for Julien.')).toEqual({ name: 'Richie', absent: 'Julien' });
  expect(standInOf('This is Antonio Hern on behalf of Ben Thur.')).toEqual({
    name: 'Antonio Hern',
    absent: 'Ben Thur',
  });
  expect(standInOf('The market is on fire for Tesla.')).toBeNull();
  expect(selfIn('Good morning. This is Craig More with Autonomy. Thanks for joining.')).toMatchObject({
    name: 'Craig More',
    firm: 'Autonomy',
  });
  expect(selfIn('My name is Odette, and I will be your operator.')).toMatchObject({ name: 'Odette', firm: null });
  expect(selfIn("I'm Very Happy with the quarter.")).toBeNull();
});

test('who is thanked and called', () => {
  expect(addressedIn('Thank you very much, Detlef. Welcome to all.').thanked).toBe('Detlef');
  expect(addressedIn('Thanks for the question, and good morning.').thanked).toBeNull();
  expect(addressedIn('Yeah, Jeff, I think that we took it off the table.').called).toBe('Jeff');
});

test('offices that an opening tells', () => {
  expect(
    officeHoldersIn(
      "I'm joined by our chairman and CEO, Larry Cole, and CFO, Carolina Dybeck Hap. Also here are Jim Robb, President of Lantern; and Ann Lee, our Vice President, Investor Relations.",
    ),
  ).toEqual([
    { name: 'Larry Cole', title: 'chairman and CEO' },
    { name: 'Carolina Dybeck Hap', title: 'CFO' },
    { name: 'Jim Robb', title: 'President of Lantern' },
    { name: 'Ann Lee', title: 'Vice President, Investor Relations' },
  ]);
});

test.each([
  'Please press star one.',
  'You may now disconnect.',
  'All participants are in a listen-only mode.',
  'Your line is now open.',
])('only an operator says "%s"', (words) => expect(hasOperatorCue(words)).toBe(true));
test.each([
  'We have a clear line of sight to our target.',
  'Operator, we are ready for questions.',
  'The star of the line is the beacon.',
])('anybody says "%s"', (words) => expect(hasOperatorCue(words)).toBe(false));
