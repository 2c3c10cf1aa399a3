/** Documents of people and companies that do not exist, for tests of the ways in. */

/** An article with two quotes of one person, a paraphrase and a figure. */
export const ARTICLE = `Brightmoor Tools raises its outlook as orders climb

LEEDS, England, Feb 6 (Reuters) - Brightmoor Tools raised its revenue outlook for 2025 on Thursday after orders for its cutters climbed.

"We will double our compute this year," Chief Executive Officer Ada Lindqvist told analysts on a call. "Our customers want more than we can build."

Lindqvist said the company would spend $310 million on data centers.
`;

/** A call with a question and its answer; `company` makes it another document. */
export const callOf = (company: string): string => `${company} Q4 2024 Earnings Call
February 6, 2025

Operator: Good afternoon, and welcome to the ${company} fourth quarter 2024 earnings call. I will now turn the call over to Ada Lindqvist, Chief Executive Officer.

Ada Lindqvist: Thank you. Revenue was $412 million in the fourth quarter, up 9% from a year ago. We need more compute for training.

Operator: Our first question comes from Tom Reyes with Harbor Lane. Please go ahead.

Tom Reyes: Hi, thanks for the question. How much will you spend on data centers next year?

Ada Lindqvist: We expect capital expenditures of about $310 million in 2025.

Operator: This concludes today's call. You may now disconnect.
`;

/** The same call, as a vendor's JSON. */
export const vendorCall = (symbol: string): object => ({
  symbol,
  quarter: 4,
  year: 2024,
  date: '2025-02-06 17:00:00',
  content: callOf(symbol).split('\n\n').slice(1).join('\n'),
});

/** What a vendor answers when a key has used up its calls. */
export const VENDOR_ERROR = JSON.stringify({ 'Error Message': 'Limit Reach. Please upgrade your plan.' });
