import type { Gender } from '../../../../language/name/given-name';
import { wordSet } from './word-list';

/** Nouns that name a person by office, trade or relation; in lower case. */
export const PERSON_NOUNS = wordSet(
  `president chairman chairwoman chair chairperson chief executive officer director founder cofounder co-founder ceo cfo coo cto cmo cio cpo`,
  `boss head manager partner analyst strategist economist investor trader spokesman spokeswoman spokesperson secretary minister premier`,
  `chancellor senator congressman congresswoman representative governor mayor judge justice attorney lawyer counsel prosecutor sheriff officer`,
  `official candidate nominee lawmaker legislator commissioner ambassador diplomat professor scholar physicist scientist researcher author`,
  `writer journalist reporter columnist editor host anchor commentator pundit adviser advisor aide consultant operative pollster activist`,
  `organizer advocate leader general colonel captain lieutenant sergeant commander admiral pope bishop pastor reverend rabbi doctor physician`,
  `nurse teacher student worker employee farmer engineer designer developer programmer architect actor actress director producer singer rapper`,
  `filmmaker musician artist athlete player coach quarterback star comedian celebrity billionaire mogul entrepreneur businessman businesswoman`,
  `industrialist tycoon banker broker lender owner operator principal superintendent dean chef man woman mother father son daughter brother sister`,
  `wife husband widow widower mom dad parent resident voter citizen veteran immigrant victim witness survivor suspect defendant plaintiff`,
  `lady treasurer controller auditor accountant regulator expert insider veteran newcomer incumbent challenger rival critic supporter`,
  `democrat republican conservative liberal libertarian socialist texan floridian newcomer native vp svp evp md gp spokesmen person guy`,
  `co-chairman co-chairwoman co-chair co-author co-owner co-director co-leader co-sponsor co-worker co-host ex-president vice-president`,
  `mate deputy opponent counterpart colleague predecessor successor ally friend neighbor neighbour customer client speaker moderator interviewer juror patient`,
  `councilman councilwoman assemblyman assemblywoman alderman delegate surrogate donor marine sailor soldier barber bartender waitress farmer nominee clerk`,
);

/** Groups of people: plural, spoken for by "they". */
export const GROUP_NOUNS = wordSet(
  `analysts executives officials economists experts investors lawmakers prosecutors lawyers attorneys critics supporters aides advisers advisors`,
  `researchers scientists leaders republicans democrats senators voters residents traders strategists spokespeople members organizers activists`,
  `authors reporters journalists police investigators regulators diplomats allies opponents protesters workers employees managers directors`,
  `shareholders people others commentators observers sources insiders authorities conservatives liberals students teachers doctors parents users`,
  `generals admirals officers veterans nurses fans mothers fathers women men families relatives neighbors neighbours customers colleagues donors delegates`,
  `economists bankers surrogates jurors witnesses miners farmers historians friends rivals mayors governors congressmen spokesmen judges`,
);

/** Nouns that name a body, or a paper that speaks for one. */
export const BODY_NOUNS = wordSet(
  `company firm bank maker manufacturer retailer carmaker automaker chipmaker airline carrier insurer lender startup start-up group giant business`,
  `corporation conglomerate developer platform operator provider agency administration government ministry department bureau commission committee`,
  `council court panel board team campaign organization organisation association union party house senate congress parliament regulator watchdog`,
  `newspaper paper magazine outlet network institute university school church coalition exchange fund brokerage utility producer miner drugmaker`,
  `brewer publisher studio fed police office unit division foundation charity embassy regime army military`,
  `authority chain brand service site tribunal bloc club league federation institution museum hospital store restaurant hotel bookseller exchange`,
  `statement report filing letter memo email e-mail document documents lawsuit complaint indictment ruling opinion poll survey study release post tweet message`,
  `article editorial note prospectus transcript presentation affidavit bylaws rules law resolution text ad advertisement website blog review`,
);

/** Papers among the bodies: they say things, but nobody is meant by "the company" after them. */
export const PAPER_NOUNS = wordSet(
  `statement report filing letter memo email e-mail document documents lawsuit complaint indictment ruling opinion poll survey study release post`,
  `tweet message article editorial note prospectus transcript presentation affidavit bylaws rules law resolution text ad advertisement website`,
  `blog review`,
);

export const FEMALE_NOUNS = wordSet(
  'mrs ms miss chairwoman spokeswoman congresswoman businesswoman lady mother mom wife daughter sister woman queen princess actress dame widow girl councilwoman assemblywoman waitress',
);
export const MALE_NOUNS = wordSet(
  'mr chairman spokesman congressman businessman father dad husband son brother man king prince sir lord boy widower pope councilman assemblyman alderman',
);

export function genderOfNoun(noun: string): Gender | null {
  if (FEMALE_NOUNS.has(noun)) return 'female';
  return MALE_NOUNS.has(noun) ? 'male' : null;
}

/** Words that end the name of a body. */
export const ORGANIZATION_SUFFIXES = wordSet(
  `Inc Corp Corporation Co Company Ltd Limited LLC LLP LP PLC plc AG SE SA NV Group Holdings Holding Bank Bancorp Capital Partners Securities`,
  `Ventures Management Advisors Associates Research Technologies Technology Systems Solutions Software Networks Motors Airlines Airways Energy`,
  `Pharmaceuticals Therapeutics Foods Stores Industries International Enterprises Labs Studios Entertainment Media Communications Financial Insurance`,
  `Investments Equity Trust Fund University College School Institute Institution Association Committee Commission Council Department Ministry Agency`,
  `Bureau Office Administration Union Party Foundation Center Centre Court Senate House Congress Parliament Board Authority Reserve Exchange League`,
  `Organization Organisation Society Federation Alliance Coalition Chamber Press Times Post Journal News Tribune Herald Guardian Network Caucus Campaign`,
  `Air Pay Broking Brokers Brokerage Motors Robotics Micro Health Healthcare Beverages Mills Freight Shipping Battery Batteries Rail Gas Steel Power Electric Tech Bio Biotech`,
  `Pharma Water Oil Solar Auto Automotive Aerospace Defense Defence Logistics Hotels Resorts Restaurants Retail Digital Cloud Data Mobility Interactive`,
  `Games Gaming Pictures Music Cement Chemicals Paints Textiles Infra Infrastructure Realty Properties Homes Hospitals Laboratories Instruments Devices`,
  `Materials Mining Metals Minerals Resources Petroleum Utilities Telecom Wireless Broadband Outfitters Apparel Sports Payments Semiconductor Chips`,
  `Fargo Sachs Stanley Chase Lynch Airbus Services Platforms Semiconductor Semiconductors Markets Asset Wealth Consulting Analytics Global Brands`,
);
