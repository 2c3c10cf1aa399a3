/**
 * What words of earnings talk say of the mood, written for this project. Weights are in [-2, 2]; "cost", "tax" and "liability"
 * are no bad news in this language, and courtesy ("please", "great question") is no good news.
 */
export const LEXICON = 'earshot-lexicon/1';

const list = (words: string): readonly string[] => words.trim().split(/\s*,\s*/);

/** Mood words by weight; forms are listed, since "record" and "recorded" differ. */
export const MOODS: readonly (readonly [weight: number, words: readonly string[]])[] = [
  [
    1.6,
    list(`outstanding, exceptional, terrific, fantastic, phenomenal, thrilled, tremendous, superb, best ever, all time high, record quarter, record
      year, record revenue, record results, stellar, blowout, crushed it`),
  ],
  [
    1,
    list(`strong, stronger, strongest, strongly, excellent, great, pleased, proud, excited, exciting, optimistic, confident, confidence, robust, solid,
      impressive, improve, improved, improves, improving, improvement, improvements, exceeded, exceed, exceeds, exceeding, outperform, outperformed,
      outperformance, beat, success, successful, successfully, win, wins, winning, won, record, benefit, benefited, benefits, favorable,
      favorably, tailwind, tailwinds, accelerate, accelerated, accelerating, acceleration, breakthrough, encouraged, encouraging, healthy, rebound,
      rebounded, recovery, recovering, recovered, profitable, delighted, happy, glad, upside, gain, gains, gained, strength, strengthen, strengthened,
      better, best, advantage, advantages, amazing, incredible, thriving, thrive, resilient, resilience, enthusiastic, upgrade, upgraded, award, awarded,
      good, strengthens, outpaced, bullish, transformative, wonderful, positive, positively`),
  ],
  [
    0.6,
    list(`growth, momentum, opportunity, opportunities, progress, innovative, innovation, efficient, efficiencies, stable, stability, steady, attractive,
      leading, leader, leadership, achieve, achieved, achievement, enhance, enhanced, expand, expanded, expanding, expansion, support, supportive,
      disciplined, valuable, durable, sustainable, flexible, promising, popular, well positioned, on track, ahead of schedule, ahead of plan,
      synergies, remarkable, meaningful improvement, trust, deliver, delivered`),
  ],
  [
    -0.6,
    list(`risk, risks, risky, pressure, pressures, pressured, challenge, challenges, challenging, soft, softer, softness, slow, slower, slowing, slowdown,
      slowed, cautious, caution, uncertain, uncertainty, uncertainties, volatile, volatility, constraint, constraints, constrained, dilutive,
      restructuring, layoff, layoffs, delay, delays, delayed, concern, concerns, concerned, competition intensified, pandemic, issue, issues, expensive,
      tough, tougher, lag, lagged, lagging, offset by lower, cancel, cancelled, cancellations, limited, dispute, unclear, complicated`),
  ],
  [
    -1,
    list(`weak, weaker, weakness, weaken, weakened, weakening, difficult, difficulty, difficulties, disappointed, disappointing, disappointment, disappoint, headwind,
      headwinds, unfavorable, unfavorably, adverse, adversely, loss, losses, miss, missed, shortfall, fail, failed, failure, fails, bad, worse, worst, worsen,
      worsened, worsening, problem, problems, lawsuit, lawsuits, litigation, penalty, fine of, fraud, impairment, impairments, disruption, disruptions,
      disrupted, shortage, shortages, negative, negatively, hurt, hurts, harm, harmful, damage, damaged, suffer, suffered, suffering, deteriorate, deteriorated,
      deteriorating, deterioration, decelerate, decelerated, deceleration, downturn, recession, downgrade, downgraded, unable, lost, lose, losing, burden,
      frustrating, frustrated, worried, worry, fear, fears, painful, underperform, underperformed, underperformance, inefficient, breach, outage,
      recall, erosion, eroded, eroding, poor, poorly, struggle, struggled, struggling, sell off, unsure, dismal, unfortunately, unprofitable, layoffs hit`),
  ],
  [
    -1.6,
    list(
      'crisis, collapse, collapsed, catastrophic, disaster, disastrous, terrible, plunge, plunged, plummeted, bankruptcy, default, devastating, severe, severely, awful, horrible',
    ),
  ],
];

/** Words that say that something went up or down; what went up decides whether that is good. */
export const UP =
  list(`up, rose, rise, rises, risen, rising, increase, increased, increases, increasing, grew, grow, grows, grown, growing, growth, higher, climbed, climb,
  jumped, surged, doubled, tripled, expanded, expansion, gained, accelerated`);
export const DOWN =
  list(`down, fell, fall, falls, fallen, falling, decline, declined, declines, declining, decrease, decreased, decreases, decreasing, lower, lowered, dropped,
  drop, drops, shrank, shrink, contracted, contraction, reduced, reduction, reduce, narrowed, halved, cut, slipped, slid, compressed`);

/** What is good to have more of, and what is not. */
export const GOOD =
  list(`revenue, revenues, sales, margin, margins, profit, profits, profitability, income, earnings, eps, ebitda, ebit, demand, orders, bookings, backlog,
  users, subscribers, customers, cash, fcf, engagement, volume, volumes, traffic, share, productivity, returns, dividend, dividends, retention, confidence, output,
  impressions, conversion, occupancy, yield, utilization, throughput, shipments, deliveries, adoption, usage, satisfaction, efficiency, profitably, free cash flow, market share,
  earnings per share, gross profit, cash flow, gross margin`);
export const BAD =
  list(`cost, costs, expense, expenses, opex, loss, losses, debt, leverage, churn, attrition, delinquencies, defaults, inflation, headwinds, complaints,
  shortages, delays, tariffs, cancellations, liabilities, impairments, risk, unemployment, outages, turnover, downtime, accidents, emissions, claims, infections,
  cases, deficit, scrap, waste, indebtedness, returns of goods, net debt, net loss, cost of sales, cost of goods`);

/** Words that turn what follows them, within a few words. */
export const NEGATIONS =
  list(`not, no, never, without, neither, nor, hardly, barely, cannot, can't, don't, doesn't, didn't, isn't, aren't, wasn't, weren't, won't, wouldn't,
  couldn't, shouldn't, haven't, hasn't, hadn't, ain't, nothing, lack, lacks, lacked, lacking, less, fewer, avoid, avoided, prevent, prevented, free of, no longer, far from`);

/** What makes the next words count more or less. */
export const INTENSIFIERS: readonly (readonly [factor: number, words: readonly string[]])[] = [
  [
    1.5,
    list(
      'very, significantly, substantially, extremely, incredibly, dramatically, highly, really, especially, particularly, remarkably, materially, massively, sharply, exceptionally, considerably, deeply',
    ),
  ],
  [
    0.5,
    list(
      'slightly, somewhat, modestly, marginally, a bit, a little, partially, relatively, fairly, mildly, kind of, sort of',
    ),
  ],
];

/** Runs of words that sound like a mood and are none. */
export const NEUTRAL =
  list(`good morning, good afternoon, good evening, good day, great question, good question, great questions, good questions, excellent question, that's great, great thanks,
  great thank you, okay great, thank you, forward looking statements, risk factors, risks and uncertainties, risks uncertainties, differ materially, record date, on record,
  for the record, off the record, best regards, no obligation, fair value gain, of record, no further questions, go ahead, income tax benefit, employee benefits, tax benefit, health benefits,
  benefit plan, negative impact of currency, long term, not only, no doubt, no question, profit or loss, per share, earnings call,
  earnings release, good luck, best buy, success fee, well known, trust company, share repurchase, cut off, loss ratio, credit loss provision, risk management, risk adjusted,
  winning bidder, looking forward, follow up, set up, end up, wrap up, start up, came up, come up, up to, break down, slow motion, opened up, opening up, line up, lined up, sign up, ramp up, break even,
  background noise, lower left, lower your, fall of, this fall, step up, catch up, speak up, bring up, brought up, pick up, positive test, positive cases, test positive, tested positive, cash and cash`);
