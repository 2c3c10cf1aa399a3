import { ImportFormat } from '../../src/domain/import-format';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';

/** By voice: the name that was found, with the part and the firm; turns are `voice: words`. */
async function voicesOf(...turns: readonly string[]) {
  const speakers = turns.map((turn) => ({ speaker: `spk0${turn[0]}`, text: turn.slice(3) }));
  const source = new Source('call.json', Buffer.from(JSON.stringify({ speakers })));
  const [document] = await readSource(source, ImportFormat.AUTO, NO_HINTS);
  if (!document) throw new Error('nothing read');
  const { utterances, speakers: found, exchanges, questionsStartTurn } = document.extraction;
  const voices: Record<string, string> = {};
  for (const { label, speaker, role } of utterances) {
    const person = speaker === null ? null : found[speaker];
    voices[label.slice(4)] = person
      ? `${person.name}, ${person.role}${person.firm ? `, ${person.firm}` : ''}`
      : `?, ${role}`;
  }
  return { voices, exchanges, questionsStartTurn };
}

const OPENING = [
  '0: Good morning and welcome to the second quarter call of Lantern Freight. I will be your operator today. Press star one to ask a question. I will now turn the call over to Wanda Kessler, Head of Investor Relations. Please go ahead.',
  '1: Thank you and good morning. With me are Otto Brandt, Chief Executive Officer, and Lena Fischer, Chief Financial Officer. I hand over to Otto.',
  '2: Thanks, Wanda. We had a steady quarter, and volumes grew in every port that we serve. Lena will take you through the numbers. Lena?',
  '3: Thank you, Otto. Revenue was 90 million, and margins held. We are now happy to take questions.',
];

test('introductions, handovers, announcements and thanks name every voice', async () => {
  const { voices, questionsStartTurn, exchanges } = await voicesOf(
    ...OPENING,
    '0: The first question comes from Paul Novak with Brightwater Capital. Please go ahead.',
    '4: Good morning, thanks for taking my question. What drove the margin?',
    '3: Morning, Paul. Mostly lower fuel, I would say.',
    '2: And better loading, to be fair.',
    '4: Great, thank you.',
    '0: The next question comes from Amara Diallo from Northgate Research. Your line is open.',
    '5: Hi, congrats on the quarter. How do you see volumes in the autumn?',
    '2: Thanks, Amara. We expect them to be about flat.',
    '0: There are no further questions. This concludes the call. You may now disconnect.',
  );
  expect(voices).toEqual({
    0: 'Operator, OPERATOR',
    1: 'Wanda Kessler, EXECUTIVE',
    2: 'Otto Brandt, EXECUTIVE',
    3: 'Lena Fischer, EXECUTIVE',
    4: 'Paul Novak, ANALYST, Brightwater Capital',
    5: 'Amara Diallo, ANALYST, Northgate Research',
  });
  expect(questionsStartTurn).toBe(4);
  expect(exchanges).toEqual([
    { questions: [5, 8], answers: [6, 7] },
    { questions: [10], answers: [11] },
  ]);
});

test('whoever is thanked after a colleague’s answer is the asker, and people who are only spoken of are nobody', async () => {
  const { voices } = await voicesOf(
    ...OPENING,
    '0: The first question comes from Paul Novak with Brightwater Capital. Please go ahead.',
    '4: Thanks for taking my question. I spoke with Henry Adams at the port, and he was cheerful. Should he be?',
    '2: Henry Adams is always cheerful. We hired Clara Jensen to run the yard, and it shows.',
    '6: If I may add, the yard turned a corner in May, and overtime is down by half.',
    '2: Thanks, Paul.',
    '0: This concludes the call. You may now disconnect.',
  );
  expect(voices).toMatchObject({
    2: 'Otto Brandt, EXECUTIVE',
    4: 'Paul Novak, ANALYST, Brightwater Capital',
    6: '?, EXECUTIVE',
  });
});

test('an announced caller who does not answer gives his name to nobody else', async () => {
  const { voices } = await voicesOf(
    ...OPENING,
    '0: The first question comes from Paul Novak with Brightwater Capital. Please go ahead.',
    '2: Paul, are you there?',
    '0: It seems that we have lost him. The next question comes from Amara Diallo from Northgate Research. Please go ahead.',
    '5: Hi, thanks for taking my question. How do you see volumes?',
    '2: Thanks, Amara. About flat.',
    '0: This concludes the call. You may now disconnect.',
  );
  expect(voices).toMatchObject({ 2: 'Otto Brandt, EXECUTIVE', 5: 'Amara Diallo, ANALYST, Northgate Research' });
});

test('a stand-in has his own name and the firm of the absent one; two people of one given name stay apart', async () => {
  const { voices } = await voicesOf(
    ...OPENING,
    '0: The first question comes from Paul Novak with Brightwater Capital. Please go ahead.',
    '4: Hi, this is actually Simon Reed on for Paul. What drove the margin?',
    '3: Thanks, Simon. Fuel.',
    '0: The next question comes from Simon Okoye from Northgate Research. Please go ahead.',
    '5: Thank you. And the volumes, how do you see them?',
    '2: Thanks, Simon. About flat.',
    '0: This concludes the call. You may now disconnect.',
  );
  expect(voices).toMatchObject({
    4: 'Simon Reed, ANALYST, Brightwater Capital',
    5: 'Simon Okoye, ANALYST, Northgate Research',
    2: 'Otto Brandt, EXECUTIVE',
  });
});

test('a colleague who reads the questions out is no operator, and the asker has the name that he is greeted by', async () => {
  const { voices } = await voicesOf(
    ...OPENING,
    '1: Our first question is from <unk> from Brightwater Capital. Good morning, Oke.',
    '4: Good morning, Wanda. What drove the margin?',
    '3: Fuel, mostly, Oke.',
    '1: Thanks, Oke. Our next question is from <unk> Diallo from Northgate Research. Good morning, Amara.',
    '5: Good morning. How do you see the volumes?',
    '2: About flat.',
    '1: That is all for today. Thank you for joining us.',
  );
  expect(voices).toMatchObject({
    1: 'Wanda Kessler, EXECUTIVE',
    4: 'Oke, ANALYST, Brightwater Capital',
    5: 'Amara Diallo, ANALYST, Northgate Research',
  });
});

test('a conversation of two: the host says who he is, the guest is presented', async () => {
  const { voices } = await voicesOf(
    '0: Good morning. This is Martha Quist with Fernhill Partners. Thanks for joining our transport days. We are delighted to have with us Otto Brandt from Lantern Freight. How are you, Otto?',
    '1: I am well, thank you, Martha. Good to be here.',
    '0: Could you talk about the quarter that you just closed?',
    '1: It was a steady one, and volumes grew in every port that we serve, which has not happened for a while.',
    '0: And what about the margin?',
    '1: It held.',
  );
  expect(voices).toEqual({ 0: 'Martha Quist, ANALYST, Fernhill Partners', 1: 'Otto Brandt, EXECUTIVE' });
});

test('without any name in the words nobody has one', async () => {
  const { voices } = await voicesOf(
    '0: So how was the quarter?',
    '1: It was fine. We sold more than before, and the costs were lower than we had feared.',
    '0: And next year?',
    '1: We do not guide for next year.',
  );
  expect(Object.values(voices).every((voice) => voice.startsWith('?,'))).toBe(true);
});

describe('what an operator says of the next voice', () => {
  test.each([
    ['Our next question will come from that Steven Call with Wells Fargo.', 'Steven Call, ANALYST, Wells Fargo'],
    ['Well now, we have a question Aaron Watts with Deutsche Bank.', 'Aaron Watts, ANALYST, Deutsche Bank'],
    ["Our next question, it's Andrea Soto with Santander.", 'Andrea Soto, ANALYST, Santander'],
    ['Patrick Donnell with Citi. Your line is open.', 'Patrick Donnell, ANALYST, Citi'],
    [
      'The next question comes from Novak, Paul from Credit Suisse. Please go ahead.',
      'Paul Novak, ANALYST, Credit Suisse',
    ],
    ['The next question is from Wells Fargo.', '?, ANALYST'],
    ['The next question comes from Brightwater Capital.', '?, ANALYST'],
  ])('%s', async (announcement, expected) => {
    const { voices } = await voicesOf(...OPENING, `0: ${announcement}`, '4: Hi, what drove the margin?', '3: Fuel.');
    expect(voices[4]).toBe(expected);
  });
});

test('a short name is that of the one colleague whose name begins so, and a later word of himself tells a voice', async () => {
  const { voices } = await voicesOf(
    '0: Good morning and welcome to the second quarter call of Lantern Freight. I will be your operator today. Press star one to ask a question. Mister Kessler, you may begin.',
    '1: Thank you. I am Hugo Kessler, Head of Investor Relations. With me are Otto Brandt, Chief Executive Officer, and Tomas Reyes, Vice President of Ports. I hand over to Otto.',
    '2: Thanks, Hugo. Volumes grew in every port. Tom will now take you through the ports.',
    '3: Thank you, Otto. Four ports opened. We are happy to take questions.',
    '0: The first question comes from Paul Novak with Brightwater Capital.',
    '4: Thanks. Which port is next?',
    '3: Hello Paul, this is Tomas Reyes. The one in the north.',
  );
  expect(voices[3]).toBe('Tomas Reyes, EXECUTIVE');
  expect(voices[1]).toBe('Hugo Kessler, EXECUTIVE');
});

test('an unnamed voice that only gives others the floor conducts the call; one that follows an asker is nobody’s', async () => {
  const { voices } = await voicesOf(
    '0: Welcome to the Orrin Valves second quarter 2021 earnings conference call. I would like to turn it over to Wanda Kessler, head of investor relations.',
    '1: Thank you. Joining me today are Otto Brandt, CEO, and Lena Fischer, CFO. Otto, over to you.',
    '2: Thanks, Wanda. Orders were steady in all of our plants.',
    '0: The first question comes from Paul Novak with Brightwater Capital.',
    '4: Hello there. What about costs?',
    '2: They came down a little.',
    '4: And a follow-up: dividends?',
    '5: They come up in March.',
  );
  expect(voices).toMatchObject({
    0: 'Operator, OPERATOR',
    1: 'Wanda Kessler, EXECUTIVE',
    4: 'Paul Novak, ANALYST, Brightwater Capital',
    5: '?, UNKNOWN',
  });
});
