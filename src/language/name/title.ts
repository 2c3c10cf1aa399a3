/** Words of which an office's name holds at least one. */
const OFFICE =
  /\b(?:CEO|CFO|COO|CTO|CIO|CMO|CAO|CRO|CPO|CHRO|CCO|CSO|EVP|SVP|VP|AVP|MD|IRO|IR|Chief|Officer|President|Presidents|Vice[- ]President|Director|Directors|Chair|Chairman|Chairwoman|Chairperson|Treasurer|Controller|Comptroller|Secretary|Counsel|Founder|Co-?[Ff]ounder|Principal|Partner|Manager|Head|Lead|Leader|Executive|Investor Relations|Relations|Finance|Economist|Strategist|Accounting|Operations|Marketing|Communications|Superintendent|Administrator|Associate|Scientist|Engineer|Owner|Trustee|Member)\b/i;
const ANALYST = /\b(?:Analyst|Analysts|Research Analyst|Research Associate|Equity Research)\b/i;
const OPERATOR =
  /^(?:the )?(?:(?:conference|call|chorus|meeting|event|teleconference|webcast|earnings) ){0,3}(?:operator|coordinator|moderator|host|call facilitator|facilitator)(?: \d+)?$/i;
const UNNAMED_ROLE =
  /^(?:an? )?(?:unidentified|unknown|unnamed|unverified|undetermined)\b.{0,60}$|^another (?:speaker|voice|participant|analyst|executive|caller|questioner|person|investor|shareholder)\b.{0,40}$|^(?:male|female|man|woman|various|multiple|several|all|company|corporate|analyst|questioner|question|executive|management|participant|attendee|audience member|caller|investor|shareholder|audience)(?:[ _-]?(?:speakers?|voices?|representative|participants?|member|\d+))*$/i;
const NUMBERED =
  /^(?:speaker|spk|spkr|voice|person|participant|unknown speaker|speaker_?id)[\s_#-]*(?:\d{1,3}|[A-Z])$|^SPEAKER[_ ]\d{1,3}$|^S\d{1,3}$/i;

/** `Chief Financial Officer`, `SVP, Finance`: it names an office, of whatever house. */
export const isOffice = (text: string): boolean => OFFICE.test(text);
/** `Analyst`, `Senior Analyst`. */
export const isAnalystTitle = (text: string): boolean => ANALYST.test(text);
/** `Operator`, `Conference Coordinator`. */
export const isOperatorLabel = (text: string): boolean => OPERATOR.test(text.trim());
/** `Unidentified Analyst`, `Company Representative`: a part without a name. */
export const isUnnamedLabel = (text: string): boolean =>
  UNNAMED_ROLE.test(text.trim()) ||
  /^[<[(]?(?:unk|unknown|indiscernible|inaudible|unintelligible)[>\])]?$/i.test(text.trim()) ||
  /^(?:speakers?|names?) (?:unknown|unidentified|not (?:known|identified))$/i.test(text.trim());
/** `Speaker 3`, `spk07`: a machine's number. */
export const isNumberedLabel = (text: string): boolean => NUMBERED.test(text.trim());

/** What a firm is, by words that no person is called. */
const FIRM_KIND =
  /\b(?:Bank|Banc|Securities|Capital|Partners|Research|Markets|Group|Advisors|Advisers|Asset Management|Investments?|Holdings|LLC|L\.L\.C|LLP|Inc|Ltd|Limited|plc|PLC|Co|& Co|Company|Corp|Corporation|AG|SA|S\.A|NV|SE|GmbH|Associates|Brothers)\b/;
/** Firms of outside voices, most of which are called after people. */
const FIRM_NAME =
  /\b(?:Sachs|Stanley|Morgan|JPMorgan|Barclays|UBS|Citi|Citigroup|Jefferies|Evercore|ISI|Bernstein|Wells Fargo|Baird|Stifel|Cowen|Mizuho|Oppenheimer|KeyBanc|Deutsche|RBC|BMO|TD|HSBC|BNP|Nomura|Macquarie|Piper|Sandler|Raymond James|Truist|Wolfe|Needham|Wedbush|Roth|Loop|Guggenheim|Redburn|MoffettNathanson|Morningstar|Susquehanna|Rosenblatt|Benchmark|Canaccord|Lazard|William Blair|Edward Jones|Melius|Vertical|Argus|Seaport|Scotiabank|CIBC|Berenberg|Kepler|Exane|Handelsbanken|Credit Suisse|Merrill|Lynch)\b/;

export const looksLikeFirm = (text: string): boolean => FIRM_KIND.test(text) || FIRM_NAME.test(text);
/** `Norbank Securities`: it says what it is, where `Merrill Ashdown` may be a person. */
export const isFirmByKind = (text: string): boolean => FIRM_KIND.test(text);
