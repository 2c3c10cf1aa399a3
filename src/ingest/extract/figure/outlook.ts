/** Whether a sentence looks ahead, and whose view it gives. */
export type Outlook = 'COMPANY' | 'OTHERS' | 'PREDICTION' | null;

const OTHERS =
  /\b(?:analysts?|wall\s+street|the\s+street|consensus|estimates?\s+(?:of|from|compiled)|polled|surveyed|FactSet|LSEG|Refinitiv|Bloomberg|Zacks|economists?|IDC|Gartner|brokers?)\b[^.;]{0,80}?\b(?:expect\w*|forecast\w*|estimate\w*|predict\w*|project\w*|polled|looking\s+for|consensus|anticipat\w*|call\w*\s+for|had\s+expected)\b|\b(?:consensus\s+(?:estimate|forecast|expectation)s?|(?:than|above|below|beating|beat|topping|topped|missing|missed)\s+(?:the\s+)?(?:analysts?['’]?|consensus|street)\b|(?:above|below|beating|beat|topping|topped|missing|missed|versus|vs\.?|exceed\w*|than)\s+(?:the\s+)?(?:average\s+|mean\s+)?(?:analysts?['’]?\s+)?(?:estimates?|expectations?|consensus|forecasts?)\s+(?:of|for)|expected\s+by\s+(?:analysts|wall\s+street)|according\s+to\s+(?:FactSet|LSEG|Refinitiv|Bloomberg|Zacks))/i;
const PREDICTION = /\b(?:predict(?:s|ed|ing)?|bet(?:s|ting)?\s+that|envision(?:s|ed|ing)?)\b/i;
const AHEAD =
  /\b(?:expect(?:s|ed|ing)?\b(?!\s+(?:results|loss(?:es)?\b))|anticipat(?:e|es|ed|ing)|guid(?:e|es|ed|ing|ance)|outlook|expectations?\s+(?:for|is|are)|forecast(?:s|ed|ing)?|project(?:s|ed|ing)\b|(?:we|I|company|now|currently)\s+project\b|estimat(?:e|es|ed|ing)\s+(?:to|that|our|we|revenue|the|a|Q\d)|is\s+estimated|are\s+estimated|we\s+estimate|target(?:s|ed|ing)?\b|(?:is|are)\s+set\s+to|plan(?:s|ned|ning)?\s+(?:to|on)|intend(?:s|ed)?\s+to|on\s+track\s+(?:to|for)|could\s+range|(?:will|would|should|could)\s+(?:be|come|reach|grow|increase|decline|range|spend|invest|represent|total|exceed|generate|deliver|contribute|result|improve|land|approximate|have(?!\s+been)|fall|rise|add|see)\b|(?:we|company|it)\s+(?:now\s+)?sees?\b|calls?\s+for|implies|assum(?:es|ing|ed)|look(?:ing)?\s+(?:for|to|ahead)|likely\s+to|going\s+to\s+be|reaffirm\w*|reiterat\w*|rais(?:ing|ed)\s+(?:our|the|its|full)\b(?!(?:\s+[\w-]+){0,3}?\s+(?:dividends?|distributions?|prices?|pricing|wages?|capital|equity|debt|funds|payout))|narrow(?:ing|ed)\s+(?:our|the|its)|between\s+now\s+and)\b/i;

/** `exceeded our guidance`, `as expected`, `above the high end of guidance`: the sentence reports, the outlook is past. */
const LOOKING_BACK =
  /\b(?:as\s+(?:expected|anticipated|we\s+(?:expected|guided))|(?:above|exceed(?:ed|ing)|beat(?:ing)?|ahead\s+of|below|in\s+line\s+with|within|better\s+than|higher\s+than|lower\s+than|relative\s+to|versus|missed|surpass(?:ed|ing))\s+(?:\w+\s+){0,6}?(?:guidance|outlook|expect(?:ations?|ed)|forecasts?|guided|plan|targets?|midpoint|estimates?)|than\s+(?:we\s+)?(?:previously\s+)?(?:guided|expected|anticipated|planned)|an?\s+expected|expected\s+(?:credit\s+)?loss(?:es)?|midpoint\s+of\s+our\s+guidance|previously\s+guided|when\s+(?:I|we)\s+gave\s+guidance|had\s+(?:been\s+)?(?:expected|anticipated|guided)|(?:more|greater|higher|lower)[\s-]than[\s-]expected|was\s+expected|were\s+expected|the\s+guidance\s+(?:that\s+)?we\s+gave|(?:will|is|are|were|was)\s+(?:be\s+|fall\s+|come\s+)?(?:due|payable|maturing|mature|matures|expire|redeemable)|(?:guidance|outlook)\s+(?:that\s+)?we\s+(?:had\s+)?(?:provided|gave|given|issued)|(?:high|low|top|upper|lower)\s+end\s+of\s+(?:\w+\s+){0,6}?(?:guidance|outlook|range|expectations?)|(?:better|worse|higher|lower|stronger|weaker|more)[\s-]+than[\s-]+expected)\b/gi;

/** The view of the future in a stretch of a sentence; null: it reports. */
export function outlookOf(words: string): Outlook {
  if (OTHERS.test(words)) return 'OTHERS';
  const rest = words.replace(LOOKING_BACK, ' ');
  if (PREDICTION.test(rest)) return 'PREDICTION';
  return AHEAD.test(rest) ? 'COMPANY' : null;
}

/** Whether a sentence opens a passage of guidance: `Turning to our third quarter guidance.` */
export function opensOutlook(words: string): boolean {
  return /\b(?:guidance|outlook|guide|expectations|look(?:ing)?\s+(?:ahead|forward))\b/i.test(words);
}
