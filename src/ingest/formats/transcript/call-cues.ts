const CUES =
  /\b(?:conference operator|your operator|question[- ]and[- ]answer session|question(?:s)? comes? from|press star|listen[- ]only mode|earnings (?:conference )?call|turn the call over|hand (?:the call|it|things)? ?over|you may disconnect|go ahead|prepared remarks|forward[- ‐]looking statements|non[- ‐]GAAP|on (?:the|today['’]s|this) call|third quarter|fourth quarter|second quarter|first quarter)\b/gi;

/** How many turns of phrase of a conference call a text holds, each kind once. */
export function countCallCues(text: string): number {
  const seen = new Set<string>();
  for (const [cue] of text.slice(0, 60_000).matchAll(CUES)) seen.add(cue.toLowerCase().replace(/\s+/g, ' '));
  return seen.size;
}

const SPOKEN =
  /\b(?:conference operator|your operator|questions? comes? from|press star|listen[- ]only|turn (?:the call|it) (?:back )?over|hand (?:the call|it|things) over|may (?:now )?disconnect|please go ahead|on (?:the|today['’]s|this) call(?: today)?|during (?:today['’]s|this) call|(?:join|joining) (?:us|me)|with that,|(?:first|next) question|let me (?:start|begin|turn|now|first)|moving (?:on )?to|turning (?:now )?to|as (?:I|we) (?:said|mentioned|noted|promised)|thank you(?: all| everyone)?,? for|I['’](?:m|ll|d|ve)\b)/gi;

/** How many turns of phrase of people who speak, not write, a text holds, each kind once. */
export function countSpokenCues(text: string): number {
  return new Set(Array.from(text.slice(0, 60_000).matchAll(SPOKEN), ([cue]) => cue.toLowerCase().replace(/\s+/g, ' ')))
    .size;
}

/** Share of words in the first person plural: people who speak for a company say we; articles about it do not. */
export function shareOfWe(text: string): number {
  const part = text.slice(0, 30_000);
  const words = part.match(/[\p{L}’']+/gu)?.length ?? 0;
  return words === 0 ? 0 : (part.match(/\b(?:we|our|us|we['’](?:re|ve|ll|d))\b/gi)?.length ?? 0) / words;
}
