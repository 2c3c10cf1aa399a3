import { splitSentences } from '../../language/sentence';

const words = (list: string) => list.trim().split(/\s+/).join('|');

/** Where none of these stands, nothing is said of the future; most sentences are done with here. */
const ANY_CUE =
  /\b(?:will|won['’]t|shall|going to|gonna|expect|anticipat|forecast|project|predict|guid|outlook|plan|intend|aim|hop(?:e|ing)|target|set to|on track|poised|schedul|upcoming|coming|next|future|forward|soon|ahead|likely|eventually|ultimately|by (?:the end of )?20\d\d|in 20\d\d|later this|long(?:er)?[- ](?:run|term)|should|could|may|might|tomorrow|about to|look(?:ing)? to|prospect|envision|foresee|remainder|rest of)|['’]ll\b/i;

/** Said of the occasion itself: what is recorded, who may ask, what statements of the future are worth. */
const OF_THE_CALL =
  /\b(?:forward[- ]looking statements?|safe harbou?r|actual results|differ materially|undertake no obligation|no obligation to update|risks? and uncertaint|risk factors|listen[- ]only|question[- ]and[- ]answer|q ?& ?a (?:session|portion)|press(?:ing)? (?:star|\*)|be(?:ing)? recorded|webcast|replay|next question|first question|last question|final question|one more question|the line of|(?:closing|opening|prepared) remarks|back to the operator|conference (?:call|specialist)|mute)\b/i;

const WILL = String.raw`(?:(?<!\b(?:good|free|at|own|political|ill) )\bwill|\bwon['’]t|['’]ll|\bshall|\bgonna|(?:\b(?:am|is|are)|['’](?:m|s|re)) (?:not |also |now |still |really |just )?going to(?! (?:the|a|an|our|my|your|slide|page)\b))`;

/** What "I'll" begins is mostly a way of speaking; of what "we'll" begins only some. */
const MY_SPEECH = words(`
  say tell note add remind mention start begin turn hand pass let take try ask answer point touch give go elaborate comment
  focus highlight share remember recall leave stop keep close finish jump repeat discuss refer review speak talk follow quickly
  walk cover provide make wrap conclude echo open get do be`);
const OUR_SPEECH = words(
  `discuss refer review hear turn hand reference discussing referring making taking joined presenting available`,
);
const SPEECH_ACT = new RegExp(
  [
    String.raw`\bI(?:['’]ll| will|['’]m (?:going to|gonna)| am going to) (?:(?:now|then|also|just|first|briefly|maybe|probably|quickly) )*(?:${MY_SPEECH})\b`,
    String.raw`\b(?:we|you|he|she|they)(?:['’]ll| will|['’]re (?:going to|gonna)| are going to) (?:(?:now|then|also|just|first|briefly|be) )*(?:${OUR_SPEECH}|(?:start|begin|open|take|move|go) (?:it |things |this |now |on |the |our |your |a few |up |back )*(?:with|off|call|line|lines|floor|question|questions|to)|get back to)\b`,
    String.raw`\b(?:I['’]d|I would|we['’]d) (?:like|love) to\b|\blet me\b|\bwill now (?:turn|begin|open|take|hand)\b|\bgoing to (?:turn|hand) (?:it|things|the call|this|you)\b`,
  ].join('|'),
  'gi',
);

const VERB_OF_FUTURE = new RegExp(
  [
    `${WILL}\\b`,
    // What somebody expects now; "as expected" and "we expected" speak of the past.
    String.raw`\b(?:expects?|anticipates?|forecasts?|projects|predicts?|foresees?|envisions?|intends?|plans? (?:to|on|for)|aims? (?:to|for)|hopes? to|targets?|estimates? (?:that )?(?:we|it|full|20\d\d)|guid(?:e|es|ing) (?:to|for)|look(?:s|ing)? to)\b`,
    String.raw`\b(?:is|are|am|['’](?:m|s|re)|be|been|now|remains?|currently) (?:\w+ ){0,2}(?:expect|anticipat|forecast|project|predict|plann|schedul|target|hop|aim|intend|guid)(?:ed|ing)\b`,
    String.raw`\bpredicting\b|\bexpecting\b|\banticipating\b|\bforecasting\b`,
    String.raw`\b(?:set|poised|on track|on course|on pace|about|likely|unlikely|due|slated|bound|ready|positioned) to\b(?! (?:me|you|us|the)\b)`,
    String.raw`\b(?:our|the|full[- ]year|quarterly|company['’]s|20\d\d|revenue|margin|capex|current|updated) (?:\w+ ){0,2}(?:guidance|outlook|forecast|targets?)\b`,
    String.raw`\b(?:guidance|outlook) (?:is|remains|assumes|implies|reflects|calls|of|for|range)\b`,
    String.raw`\bpredict(?:s|ed|ing)? that\b`,
  ].join('|'),
  'i',
);

/** Ability and duty speak of the future only beside a time to come. */
const POSSIBILITY = /\b(?:should|could|may|might|can|would)\b/i;
const TIME_TO_COME =
  /\b(?:next|coming|upcoming|following|second half of the|balance of the|remainder of the|rest of the|rest of this|later this|end of (?:the|this|next)) (?:\w+ ){0,3}(?:quarters?|years?|months?|weeks?|decades?|fiscal|summer|spring|fall|winter|period|days|half)\b|\b(?:going|moving|looking) forward\b|\bgo forward\b|\bin the (?:near |not too distant |long |longer |medium )?(?:future|term|run)\b|\bover time\b|\blook(?:ing)? ahead\b|\byears? ahead\b|\bdown the road\b|\bby (?:the end of )?(?:fiscal )?20\d\d\b|\bin the (?:coming|next)\b|\bover the (?:coming|next|long)\b|\bin the (?:second|back) half\b|\bsoon\b|\beventually\b/i;

/** Verbs that show that a time to come is spoken of from the past: "we said that next year would be hard". */
const TOLD_OF_THE_PAST =
  /\b(?:was|were|had|did|said|told|saw|grew|rose|fell|declined|increased|decreased|came|ended|delivered|achieved|completed|reported|closed)\b/i;

const PLAIN_PRESENT =
  /\b(?:is|are|am|have|has|need|want|continue|remain|see|believe|think|look|feel|start|launch|open|begin|ship|build|invest|grow)s?\b|['’](?:m|s|re|ve)\b/i;

/**
 * Whether words speak of what is to come: plans, expectations, outlook, predictions, in any sentence of them. What is said of
 * the call itself does not count, and neither does the safe-harbour paragraph: it speaks about statements of the future and
 * makes none, and would otherwise be the one that every search for outlook finds first.
 */
export function isForwardLooking(text: string): boolean {
  return splitSentences(text).some(({ start, end }) => looksForward(text.slice(start, Math.min(end, start + LONGEST))));
}

/** What is one sentence and longer is a list or no prose; its start tells enough. */
const LONGEST = 2000;

function looksForward(sentence: string): boolean {
  if (!ANY_CUE.test(sentence) || OF_THE_CALL.test(sentence)) return false;
  const rest = sentence.replace(SPEECH_ACT, ' ');
  if (VERB_OF_FUTURE.test(rest)) return true;
  if (!TIME_TO_COME.test(rest)) return false;
  return POSSIBILITY.test(rest) || (PLAIN_PRESENT.test(rest) && !TOLD_OF_THE_PAST.test(rest));
}
