/** Lines that belong to a page, not to its article. Each is matched against a whole line. */
const LINE = new RegExp(
  `^(?:${[
    "(?:related|more|other|popular|top|latest|trending|recommended|featured|editor[’']?s?)\\s+(?:articles?|stories|news|picks?|reads?|videos?|topics?|links?|coverage|content|posts?|headlines?)(?: for you)?\\s*:?",
    '(?:read|learn|see|know|view|show|load)\\s+(?:more|less|also|full (?:story|article)|all)\\s*[!.:›»…>]*',
    "(?:also read|read also|also watch|watch now|watch|must read|don[’']t miss|see also|related|recommended(?: for you)?|recommended stories|you may also like|more from|more on|most (?:read|popular|viewed|shared)|trending(?: now)?|up next|next up|in this article|key points|table of contents|tags?|topics?|sponsored|promoted|partner content|advertisement|ad|advertising|story continues(?: below)?(?: advertisement)?|article continues(?: below)?(?: advertisement)?|continue reading|skip advertisement|skip to (?:main )?content|listen(?: to (?:this )?article)?|comments?|\\d+ comments?|leave a comment|share|share this(?: article| story)?|print|email|save|copy link|facebook|twitter|x|linkedin|whatsapp|reddit|telegram|instagram|follow us(?: on .{0,40})?|sign in|log in|sign up|subscribe(?: now)?|newsletters?|home|menu|search|abstract|full text|advertisement - .{0,40})\\s*[.!:|]*",
    "(?:also read|read also|read more|related|see also|watch|also watch|must read|don[’']t miss|recommended|more from .{1,40}|explained|related news|related story|related article)\\s*[:|–—-]\\s.{1,300}",
    '(?:subscribe|sign up|register|log ?in|join|download|click here|tap here|follow)\\b.{0,40}\\b(?:to|for|now|here|us|our|today|newsletter|free|app)\\b.{0,200}',
    '(?:get|receive|enjoy)\\b.{0,60}\\b(?:newsletter|inbox|alerts|unlimited access)\\b.{0,200}',
    '.{0,80}\\b(?:we|this (?:web)?site|our partners)\\b.{0,40}\\buses? cookies\\b.{0,300}',
    '(?:accept|reject|manage)(?: all)?(?: cookies)?(?: preferences| settings)?',
    '(?:reporting|writing|editing|additional reporting|compiled|edited|written)\\b.{0,40}\\bby\\b.{1,300}',
    '(?:our standards|disclaimer|disclosure)\\s*:.{0,400}',
    '(?:copyright|©|\\(c\\)|all rights reserved)(?![\\p{L}]).{0,400}',
    '.{0,60}(?:©|all rights reserved).{0,200}',
    '\\(?(?:photo|photograph|image|picture|pic|illustration|video|file photo|representational|representative)(?:s|graph)?(?: credits?| courtesy| source| by)?\\s*[:/|].{0,200}',
    '\\[?(?:video|photo|image|gallery|audio|graphic|embed|tweet)\\s*:.{0,300}\\]?',
    '.{0,160}\\b(?:getty images|shutterstock|ap photo|afp via|bloomberg via|istock|file photo|reuters/[A-Z].{1,40}|via reuters|unsplash)\\b.{0,60}',
    '(?:first published|published|last updated|updated|last modified|posted)(?: on| at)?\\s*[:|].{0,80}',
    '\\d+\\s*-?\\s*min(?:ute)?s?(?: read)?',
    '(?:this (?:story|post|article|report) (?:has been|was)) (?:updated|corrected|amended|published|produced|auto|syndicated).{0,300}',
    "(?:clarification|correction|editor[’']s note|note to editors)\\s*:.{0,500}",
    '(?:https?://|www\\.)\\S+',
    '<tweet.{0,600}',
    '[-–—_=*•·#~.\\s]+',
    '-?\\s*(?:ends?|30)\\s*-|###|page \\d+(?: of \\d+)?|\\d{1,3}',
  ].join('|')})$`,
  'iu',
);

/** Headings of lists of other articles: the lines below them, up to the next prose, are such articles. */
const LIST_HEADING =
  /^(?:related (?:articles?|stories|news|links?|content|posts?)|recommended(?: for you| stories)?|you may also like|more (?:stories|news|from .{1,40}|on .{1,40})|most (?:read|popular|viewed|shared)|trending(?: now| stories)?|also read|read also|read more[!.]*|popular|latest news|top stories|up next|editor[’']?s picks?)\s*:?$/iu;

/** Whether a line is furniture as it stands. Longer lines than these patterns know are prose. */
export function isFurniture(line: string): boolean {
  if (line.length > 620) return false;
  return LINE.test(line);
}

export const isListHeading = (line: string): boolean => line.length < 80 && LIST_HEADING.test(line);

/** Whether a line ends a list of other articles: prose, or however short a sentence; headlines have no full stop and tell nobody's words. */
export const endsList = (line: string): boolean => isProse(line) || /\.["'”’)\]]*$|[,.!?…]["”’]\s+\p{Ll}/u.test(line);

/** A line of prose: a sentence with its end, not a headline. */
export const isProse = (line: string): boolean =>
  line.length > 40 && /[.!?…:;,]["'”’)\]]*$/.test(line) ? /\p{Ll}/u.test(line) : line.length > 160;
