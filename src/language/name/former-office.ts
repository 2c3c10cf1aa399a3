const FORMER = `(?:former(?:ly)?|ex|retired|one-?time|erstwhile)`;
const BEGINS = new RegExp(String.raw`^(?:a |an |the |its |our |their )?${FORMER}[\s-]`, 'i');
const INSIDE = new RegExp(String.raw`\b${FORMER}[\s-][^,;&]*?(?=[,;&]|\sand\s|$)`, 'gi');

/** Whether a title is of an office that its bearer no longer holds: `a former finance director`, `ex-chairman`. */
export const isFormerOffice = (title: string | null): boolean => title !== null && BEGINS.test(title.trim());

/** What is held still of several offices: of `chairman and former chief executive` the chairman. */
export const withoutFormer = (title: string): string => (isFormerOffice(title) ? title : title.replace(INSIDE, ''));
