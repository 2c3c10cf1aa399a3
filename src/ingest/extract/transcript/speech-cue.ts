/** Phrases that only whoever conducts a call by telephone says. */
const OPERATOR_ONLY =
  /\b(?:(?:your|conference|the (?:chorus )?call|chorus call) (?:conference |call )?operator|(?:press|dial|dialing|pressing|hit) (?:the )?(?:star|\*|pound|zero|one\b)|star,? (?:then |key,? )?(?:one|1|two|2|zero|0|11)\b|\*\s?[01]\b|listen[- ]only|you (?:may|can) (?:now )?(?:all )?disconnect|(?:your|lines?|line)(?: is| are|['’]s)?(?: now)? (?:open|live|unmuted)|the line of (?!sight|business|credit|products?|defense|thinking|questioning|duty|work|code)|pound (?:key|sign)|touch[- ]?tone|(?:conference|call) is (?:now )?(?:over|being recorded)|lines have been placed on mute|operator assistance|disconnect your lines?|signal for a question|(?:poll|compile) (?:for |the )?(?:questions|q ?& ?a)|(?:no|any) (?:further|more|other) questions (?:at this time|in (?:the )?queue|registered)|conference (?:has (?:now )?)?concluded?|concludes (?:today['’]s|the|our|this) (?:\w+ ){0,3}?(?:call|conference|program|webcast|session|presentation)|please stand by|floor is (?:now )?open)\b/i;
const OPENING =
  /\b(?:(?:now |will |we['’]ll )?(?:begin|open|start|take|conduct|commence|proceed|move|go)(?:ing)? (?:up |on |now |in)?(?:to |with )?(?:the |our |today['’]s |it )?(?:(?:phone )?(?:lines?|floor|call|conference)(?: up| now)? (?:for|to) (?:a |the |any |your )?)?(?:q ?(?:&|and) ?a|question[- ]?(?:and[- ]?answers?|answer)|questions?\b)|(?:our|the|your|today['’]s) (?:very )?first question|ask a question|q ?& ?a session)\b/i;
const COURTESY =
  /\b(?:(?:thanks?|thank you)(?: you)?(?: (?:so|very) much)?(?:,? (?:guys|everyone|all|operator))?,? for (?:taking|the (?:question|time|opportunity|color|call)|fitting|squeezing|letting|having me on|my)|taking (?:my|our|the) questions?|(?:i|we) (?:had|have|got|just had|wanted to ask|wanted to follow|was (?:just )?(?:wondering|hoping|curious)|wonder|['’]m (?:just )?curious)|(?:could|can|would|do) you (?:guys |maybe |just |please |possibly |kind of )*(?:talk|give|help|elaborate|update|remind|discuss|share|provide|comment|speak|quantify|walk|expand|clarify|touch|think|see|have)|(?:my|our|a|one|first|quick|just) (?:first |second |quick |last |other )?(?:follow[- ]?up|question)|congrat\w*|nice (?:quarter|job|results)|great (?:quarter|job|results))\b/i;

/** Whether words can only be the operator's. */
export const hasOperatorCue = (words: string): boolean => OPERATOR_ONLY.test(words);
/** Whether the speaker says that he is the operator. */
export const isOwnOperator = (words: string): boolean =>
  /\b(?:I['’]?(?:ll| will|m| am)?(?: be)?|my name(?:['’]s| is) [\p{L}]{2,20},? (?:and )?I['’]?(?:ll| will|m| am)?(?: be)?)(?: [\p{L}]{2,20},)?(?: your| the| today['’]s)(?: [\p{L}]{2,12}){0,2} (?:operator|coordinator|moderator)\b/iu.test(
    words.slice(0, 1200),
  );
/** Whether words open the questions, or tell how to ask them. */
export const opensQuestions = (words: string): boolean => OPENING.test(words);
/** Whether words sound like somebody who asks the company something. */
export const hasAskerCue = (words: string): boolean => COURTESY.test(words);

const MODERATION =
  /\b(?:(?:next|last|final|another|one more|first) (?:question|caller)|operator|go to the next|time for|next question|open (?:up )?(?:the )?(?:call|line|floor)|that concludes|wraps? up|concludes our)\b/i;
/** Whether a short line only leads the call on. */
export const leadsOn = (words: string): boolean =>
  words.length < 260 &&
  MODERATION.test(words) &&
  !/\?\s*$/.test(words.replace(/next question\?|first question\?|question, please\?/i, ''));

const FAREWELL =
  /\b(?:thank(?:s| you)(?: \w+){0,3} for (?:joining|participating|your (?:participation|time|interest|attention|continued)|listening|attending|being)|look(?:ing)? forward to (?:speaking|talking|updating|seeing|connecting|catching)|(?:this|that) concludes|have a (?:good|great|nice|wonderful)|good ?bye|bye|speak (?:to|with) you (?:soon|again|next)|closing (?:remarks|comments))\b/i;
export const takesLeave = (words: string): boolean => FAREWELL.test(words);
