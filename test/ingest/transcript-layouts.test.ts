import { ImportFormat } from '../../src/domain/import-format';
import type { Extraction } from '../../src/ingest/extraction';
import { NO_HINTS } from '../../src/ingest/formats/format';
import { readSource } from '../../src/ingest/read-source';
import { Source } from '../../src/ingest/source';

/** Layouts of publishers, each with an invented call in a few lines; what is expected was written from the words. */
async function extract(text: string | object, file = 'call.txt'): Promise<Extraction> {
  const bytes = Buffer.from(typeof text === 'string' ? text : JSON.stringify(text));
  const [read] = await readSource(new Source(file, bytes), ImportFormat.AUTO, NO_HINTS);
  if (!read) throw new Error('nothing was read');
  return read.extraction;
}

/** By turn: the speaker's name, null for nobody. */
function turnsOf({ utterances, speakers }: Extraction): (string | null)[] {
  const turns: (string | null)[] = [];
  for (const { turn, speaker } of utterances)
    turns[turn as number] = speaker === null ? null : (speakers[speaker]?.name ?? null);
  return turns;
}

const speaker = (extraction: Extraction, name: string) => extraction.speakers.find((found) => found.name === name);

test('a title page with a publisher and a ticker holds no turns', async () => {
  const call = await extract(`Orrin Valves (ORVL) Q2 2021 Earnings Call Transcript

Quillfeather Daily Transcribers
Jul 29, 2021 at 11:01AM

Orrin Valves (NYSE: ORVL)
Q2 2021 Earnings Call
Jul 29, 2021, 8:30 a.m. ET

Contents:

Prepared Remarks
Questions and Answers

Prepared Remarks:

Operator

Good morning, and welcome to the Orrin Valves call. Please go ahead, Ms. Thorsen.

Signe Thorsen -- Chief Executive Officer

Thank you. Valves sold well.

Questions & Answers:

Operator

The first question comes from Abel Nakamura of Fenwick Bank. Please go ahead.

Abel Nakamura -- Fenwick Bank -- Analyst

Good morning. How were the Quillfeather orders?

Signe Thorsen -- Chief Executive Officer

They were fine.
`);
  expect(turnsOf(call)).toEqual(['Operator', 'Signe Thorsen', 'Operator', 'Abel Nakamura', 'Signe Thorsen']);
  expect(call.questionsStartTurn).toBe(2);
});

test('numbers behind labels, rules between them, and directors of a bank who ask', async () => {
  const rule = '-'.repeat(80);
  const label = (text: string, n: number) => `${rule}\n${text}    [${n}]\n${rule}`;
  const call = await extract(`Edited Transcript
Q2 2019 Kessel Optik AG Earnings Call

${'='.repeat(80)}
Corporate Participants
${'='.repeat(80)}
   *  Jost Brenneke
      Kessel Optik AG - CEO & Member of the Management Board

${'='.repeat(80)}
Conference Call Participants
${'='.repeat(80)}
   *  Aurel Dragan
      Banque Nordane, Research Division - Director

${'='.repeat(80)}
Presentation
${label('Operator', 1)}
 Welcome to the conference call of Kessel Optik. Please go ahead.

${label('Jost Brenneke,  Kessel Optik AG - CEO & Member of the Management Board', 2)}
 Thank you. Orders rose by 9%.

${'='.repeat(80)}
Questions and Answers
${label('Operator', 1)}
 And the first question is from Aurel Dragan, Banque Nordane.

${label('Aurel Dragan,  Banque Nordane, Research Division - Director', 2)}
 Could you comment on pricing?

${label('Jost Brenneke,  Kessel Optik AG - CEO & Member of the Management Board', 3)}
 Pricing is fine.
`);
  expect(turnsOf(call)).toEqual(['Operator', 'Jost Brenneke', 'Operator', 'Aurel Dragan', 'Jost Brenneke']);
  expect(speaker(call, 'Aurel Dragan')).toMatchObject({ role: 'ANALYST', firm: 'Banque Nordane' });
  expect(speaker(call, 'Jost Brenneke')).toMatchObject({
    role: 'EXECUTIVE',
    title: 'CEO & Member of the Management Board',
    firm: null,
  });
});

test('an initial between names is no article', async () => {
  const call = await extract(`Operator: Welcome to the call. Please go ahead.
Ottoline A. Varga: Thank you. Sales were strong.
Jorunn I. Skaar: Thank you, Ottoline. Costs were low.
Operator: That concludes our call. You may disconnect.
`);
  expect(turnsOf(call)).toEqual(['Operator', 'Ottoline A. Varga', 'Jorunn I. Skaar', 'Operator']);
});

test('a group chief executive is nobody who asks', async () => {
  const call = await extract(`Fennimore Rail plc
Half Year Results 2023

Isla Macready, Group Chief Executive: Good morning. It was a good half. Over to Dev for the numbers.

Dev Chaudhuri, Chief Financial Officer: Thank you, Isla. Profit was £21m.

Isla Macready, Group Chief Executive: We will open the floor to questions.

Tamsin Ridd, Oldcastle Securities: Good morning. How do you see fares?

Isla Macready, Group Chief Executive: Fares are stable.
`);
  expect(speaker(call, 'Isla Macready')).toMatchObject({
    role: 'EXECUTIVE',
    title: 'Group Chief Executive',
    firm: null,
  });
  expect(speaker(call, 'Tamsin Ridd')).toMatchObject({ role: 'ANALYST', firm: 'Oldcastle Securities' });
  expect(call.questionsStartTurn).toBe(3);
});

test('an interviewer asks, whoever else speaks is asked', async () => {
  const call = await extract(`Q3 2021 Pixelbarn Video Interview

Nils Ferrow: Good afternoon and welcome. I'm Nils Ferrow, VP of Investor Relations. Our interviewer this quarter is Renske Adair from Holloway Capital. I'll turn it over to Renske for her first question.
Renske Adair: Thank you, Nils. Gus, could you talk about growth?
Gus Abernathy: It was choppy, but we feel good.
Tilda Moreau: And I would add that churn fell.
Renske Adair: And what will content cost?
Tilda Moreau: About the same.
Renske Adair: What about games?
Gus Abernathy: We are early.
`);
  expect(speaker(call, 'Renske Adair')).toMatchObject({ role: 'ANALYST', firm: 'Holloway Capital' });
  expect(call.speakers.map(({ role }) => role)).toEqual(['EXECUTIVE', 'ANALYST', 'EXECUTIVE', 'EXECUTIVE']);
  expect(call.questionsStartTurn).toBe(1);
});

test('whoever now walks through the numbers is the next voice', async () => {
  const turn = (voice: number, text: string) => ({ speaker: voice, text });
  const call = await extract(
    [
      turn(
        0,
        'Welcome to the Aldous Freight call. All lines are in a listen-only mode. I now introduce your host, Mara Quist. Please go ahead.',
      ),
      turn(
        1,
        'Thank you. With me are Greg Halloran, Chief Executive Officer, and Tim Yorke, Chief Financial Officer. Tim will discuss the numbers later. I turn the call over to Greg.',
      ),
      turn(2, 'Thank you, Mara. We moved many loads. Now Tim will walk you through the numbers.'),
      turn(3, 'Revenue was $410 million.'),
    ],
    'call.json',
  );
  expect(turnsOf(call)).toEqual(['Operator', 'Mara Quist', 'Greg Halloran', 'Tim Yorke']);
});

test('a doctor keeps the office with which the opening presents her', async () => {
  const call = await extract(`Operator: Welcome. I'll hand over to Ingmar Moss, investor relations.
Ingmar Moss: Today's presenters are Dr. Samira Haddad, chief executive officer, and Yolanda Prentice, chief financial officer.
Samira Haddad: Enrollment is complete.
Yolanda Prentice: We have $94 million in cash.
`);
  expect(speaker(call, 'Samira Haddad')?.title).toBe('chief executive officer');
});

test('a vendor who leaves voices without names: operator, handover and announcement tell them', async () => {
  const paragraph = (voice: number, text: string, i: number) => ({ speaker: voice, start: i, end: i + 1, text });
  const call = await extract(
    {
      version: '1.0',
      event_id: 1,
      company_id: 2,
      speaker_mapping: [
        { speaker: 0, speaker_data: { name: 'Operator', role: 'Operator', company: null } },
        { speaker: 1, speaker_data: { name: 'Elin Vestergard', role: 'CEO', company: 'Nordvik Marine' } },
        { speaker: 2, speaker_data: { name: null, role: null, company: null } },
      ],
      transcript: {
        text: '',
        number_of_speakers: 4,
        paragraphs: [
          'Welcome to the Nordvik Marine presentation. I will now hand over to CEO Elin Vestergard.',
          'We deliver strong results. Now over to our CFO, Henrik Dalgaard.',
          'EBITDA came in at 410 million kroner.',
          'The first question comes from Anders Hult of Fenwick Bank. Please go ahead.',
          'Yes, hi. What is the outlook for biomass?',
          'We expect growth, Anders.',
        ].map((text, i) => paragraph([0, 1, 2, 0, 3, 1][i] as number, text, i)),
      },
    },
    'quartr.json',
  );
  expect(turnsOf(call)).toEqual([
    'Operator',
    'Elin Vestergard',
    'Henrik Dalgaard',
    'Operator',
    'Anders Hult',
    'Elin Vestergard',
  ]);
  expect(speaker(call, 'Operator')?.role).toBe('OPERATOR');
  expect(speaker(call, 'Anders Hult')).toMatchObject({ role: 'ANALYST', firm: 'Fenwick Bank' });
});

test('the line that gives the floor begins the questions where a vendor marks only the question', async () => {
  const part = (person_name: string, component_type: string, text: string) => ({ person_name, component_type, text });
  const call = await extract(
    {
      event: { name: 'Copperline, Q1 2024 Earnings Call, May 02, 2024', datetime: '2024-05-02T13:00:00Z' },
      transcript: [
        part('Operator', 'Presentation Operator Message', 'Welcome to the Copperline call.'),
        part('Monique Arsenal', 'Presenter Speech', 'Earnings were $0.62 per share.'),
        part(
          'Operator',
          'Question and Answer Operator Message',
          'Your first question comes from Shaun Purcell with Fenwick Bank.',
        ),
        part('Shaun Purcell', 'Question', 'Good morning. Load growth?'),
        part('Monique Arsenal', 'Answer', 'Around 4%.'),
      ],
    },
    'kfinance.json',
  );
  expect(call.questionsStartTurn).toBe(2);
  expect(turnsOf(call)[0]).toBe('Operator');
});

test('particles with an apostrophe, marks of persons, and an unnamed asker who was given the floor', async () => {
  const call = await extract(`Q3 2015 Earnings Call

Company Participants

Lynch Ashdown, VP, Investor Relations
Jean-Luc d'Orval, EVP & CFO

Presentation

Operator
Good morning and welcome to the Tolver call. Please go ahead.

Jean-Luc d'Orval {BIO 3234567 <GO>}
Good morning. EPS was $0.94.

Questions And Answers

Operator
We'll take our first question from Kevin Marsh with Fenwick Bank.

Unidentified Participant
Hi, this is Mats on for Kevin. On prices, is this the bottom?

A - Jean-Luc d'Orval {BIO 3234567 <GO>}
We think so.
`);
  expect(turnsOf(call)).toEqual(['Operator', "Jean-Luc d'Orval", 'Operator', null, "Jean-Luc d'Orval"]);
  expect(speaker(call, "Jean-Luc d'Orval")?.title).toBe('EVP & CFO');
  expect(call.exchanges).toHaveLength(1);
});

test('a host who names the next asker first opens the questions; an office told late is told', async () => {
  const call =
    await extract(`Mirelle Obrecht: Good morning. I'm Mirelle Obrecht, head of investor relations. First, our CEO, Viktor Aldana.
Viktor Aldana: Thank you, Mirelle. We launch twelve models.
Mirelle Obrecht: We'll now take questions. First up is Rodney Lascelles from Fenwick Bank. Rodney, please unmute.
Rodney Lascelles: Thanks. What does a battery cost?
Viktor Aldana: Less than before.
Mirelle Obrecht: Now the second part. Here's our CFO, Mirela Kovacs.
Mirela Kovacs: Good morning. Margins will reach 8 percent.
Mirelle Obrecht: Thank you all for coming.
`);
  expect(call.questionsStartTurn).toBe(2);
  expect(speaker(call, 'Mirela Kovacs')?.title).toBe('CFO');
});

test('a vendor names whom it does not know Speaker Unknown: that is nobody', async () => {
  const turn = (name: string, content: string) => ({ speaker: name, title: '', content, sentiment: '0' });
  const call = await extract(
    {
      symbol: 'KPR',
      quarter: '2023Q4',
      transcript: [
        turn('Operator', 'Welcome.'),
        turn('Jan Verstrate', 'Good quarter.'),
        turn('Speaker Unknown', 'Yes.'),
      ],
    },
    'call.json',
  );
  expect(turnsOf(call)).toEqual(['Operator', 'Jan Verstrate', null]);
});

test('people listed in the line of their heading are a list and say nothing', async () => {
  const call = await extract(`Orrin Valves (ORVL) Q2 2021 Earnings Call
July 29, 2021

Participants: Nora Quill - CEO; Otto Brandt - CFO; Paul Novak - Analyst, Brightwater Capital

Operator: Welcome to the Orrin Valves earnings call. I will now turn the call over to Nora Quill.

Nora Quill: Thank you. Orders were steady in all of our plants.

Otto Brandt: Costs came down a little.

Operator: Our first question is from Paul Novak.

Paul Novak: How long will that last?

Otto Brandt: All year.`);
  expect(turnsOf(call)).toEqual(['Operator', 'Nora Quill', 'Otto Brandt', 'Operator', 'Paul Novak', 'Otto Brandt']);
  expect(speaker(call, 'Otto Brandt')).toMatchObject({ role: 'EXECUTIVE', title: 'CFO' });
  expect(speaker(call, 'Paul Novak')).toMatchObject({ role: 'ANALYST', firm: 'Brightwater Capital' });
});

test('a heading of people with words behind it that are no names is a label', async () => {
  const call = await extract(`Orrin Valves (ORVL) Q2 2021 Earnings Call
July 29, 2021

Analyst: How long will the lower costs last?

Management: All year, we think, and into the next one.

Analyst: And the orders?

Management: They are steady.`);
  expect(call.utterances.map(({ label }) => label)).toEqual(['Analyst', 'Management', 'Analyst', 'Management']);
});

test('a question before the name is the part of whoever asks', async () => {
  const call = await extract(`# Orrin Valves plc (ORV.L) – Half-Year Results 2021 – Analyst Presentation

**Date:** 29 July 2021

**Nora Quill**
*Group Chief Executive*

Good morning. Orders were steady in all of our plants.

**Question – Paul Novak, Brightwater Capital**

How long will that last?

**Nora Quill**

All year.

**Question – Unidentified**

And costs?

**Nora Quill**

They came down.`);
  expect(turnsOf(call)).toEqual(['Nora Quill', 'Paul Novak', 'Nora Quill', null, 'Nora Quill']);
  expect(speaker(call, 'Paul Novak')).toMatchObject({ role: 'ANALYST', firm: 'Brightwater Capital' });
  expect(call.utterances.map(({ isComment }) => isComment)).toEqual([false, true, false, true, false]);
  expect(call.exchanges).toEqual([
    { questions: [1], answers: [2] },
    { questions: [3], answers: [4] },
  ]);
});

test('an interview is no earnings call, and a name among its letters has its own turn', async () => {
  const interview = await extract(`Interview: Orrin Valves' Nora Quill on steel and patience

The chief executive of Orrin Valves (NYSE: ORVL) spoke with Valve Monthly's Kate Brandt on July 30, 2021, a day after the company's second-quarter results.

Q: When does the plant open?

A: Next year, if the steel comes.

Q: And if it does not?

A: Then we wait.

Kate Brandt: Do you still plan a second one?

Nora Quill: Yes, beside the first.

Q: Who will run it?

A: That is open.`);
  expect(interview.event).toMatchObject({ type: 'INTERVIEW', company: 'Orrin Valves', symbol: 'ORVL' });
  expect(turnsOf(interview)).toEqual([null, null, null, null, 'Kate Brandt', 'Nora Quill', null, null]);
});
