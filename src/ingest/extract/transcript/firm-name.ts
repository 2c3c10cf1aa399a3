/** Where a firm's name ends at the latest: at the sentence's end, at a comma, or at the words that give the floor. */
const END =
  /[?!;:()]|,(?! (?:Inc|LLC|LLP|L\.P|Ltd|Co|Pierce|Fenner|Bruyette|Woods|Sachs|Son|Sons|N\.A)\b)|\s(?:[–—-]{1,2}\s|please\b|your\b|you\b|go ahead\b|is\b|are\b|has\b|for (?:his|her|your|the|their|a)\b|with (?:a|his|her|your|our|the)\b|and (?:your|you|his|her|please|good|it|we)\b|on the (?:line|phone)\b|now\b|who\b|if\b|to ask\b|asking\b|filling\b|sitting\b|calling\b|on for\b|on behalf\b|in for\b|standing\b|just\b|so\b|um\b|uh\b|as\b|here\b|this\b|good\b|hi\b|hey\b|thanks?\b|i['’]?m?\b|we\b|my\b|but\b|because\b|when\b|at this\b|today\b|had\b|was\b|would\b|will\b|can\b|could\b)/i;
const ABBREVIATED = /(?:^|[\s.&])(?:[A-Z]|St|Co|Inc|Ltd|Corp|Bros|Mr|Dr|Jr|Wm|Chas|Edw|Geo)$/;

/**
 * The firm that stands at the start of the words, `Morgan Stanley. Please go ahead.`; null where what stands there is none, as
 * where a machine could not hear it.
 */
export function firmAtStart(words: string): string | null {
  let firm = words.slice(0, 90).replace(/^\s*(?:the\s)?/, '');
  const end = END.exec(firm);
  if (end) firm = firm.slice(0, end.index);
  for (let at = firm.indexOf('.'); at >= 0; at = firm.indexOf('.', at + 1)) {
    const isInner =
      ABBREVIATED.test(firm.slice(0, at)) &&
      at + 1 < firm.length &&
      !/^\s?(?:Please|Your|You|Go|Good|Thank|Thanks|Hi|Hello|And|The|We|It|Mr|Ms)\b/.test(firm.slice(at + 1));
    if (isInner || /\w/.test(firm[at + 1] ?? '')) continue;
    firm = firm.slice(0, at);
    break;
  }
  firm = firm
    .replace(/\s+/g, ' ')
    .replace(/[\s,.'"”’-]+$/, '')
    .replace(/['’]s$/, '')
    .trim();
  if (firm.length < 2 || firm.length > 60 || /<[^>]*>|\[|_{2}/.test(firm)) return null;
  if (!/^[\p{Lu}\d]/u.test(firm) || firm.split(' ').length > 8) return null;
  const words_ = firm.split(' ');
  // A firm's name goes on only in capitals, numbers and small connecting words.
  const stop = words_.findIndex(
    (word, i) =>
      i > 0 && /^\p{Ll}/u.test(word) && !/^(?:of|and|the|de|du|la|le|van|von|der|for|in|at|y|und|e)$/.test(word),
  );
  const kept = stop < 0 ? words_ : words_.slice(0, stop);
  while (kept.length > 0 && /^(?:of|and|the|for|in|at)$/.test(kept.at(-1) as string)) kept.pop();
  const name = kept.join(' ');
  return name.length > 1 && !/^(?:The|A|My|Our|Your|New|Uh|Um|It|And)$/.test(name) ? name : null;
}
