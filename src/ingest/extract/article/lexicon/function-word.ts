import { wordSet } from './word-list';

/** Words with a grammatical task; with a capital they still are no names. */
export const FUNCTION_WORDS = wordSet(
  `a an the this that these those my your his her its our their some any no every each all both either neither such what which who whom`,
  `whose when where why how and or but nor so yet for if unless until while although though because since as than whether once after before`,
  `about above across against along amid among amongst around at behind below beneath beside besides between beyond by concerning despite down`,
  `during except following from in inside into like near of off on onto opposite out outside over past per regarding through throughout to`,
  `toward towards under underneath unlike up upon via versus with within without i me we us you he him she her it they them himself herself`,
  `itself themselves myself ourselves yourself one ones someone anyone everyone nobody nothing something anything everything there here now`,
  `then today tomorrow yesterday still just even also too only again already always never ever often sometimes soon later earlier recently`,
  `however meanwhile moreover furthermore therefore thus instead nevertheless nonetheless otherwise perhaps maybe yes no not indeed`,
  `am is are was were be been being do does did done doing have has had having will would shall should can could may might must ought`,
  `first second third last next another other others many much more most few fewer less least several various asked speaking according`,
  `given let lets said says early late based notably overall additionally finally separately similarly asked`,
);

export const PRONOUNS = wordSet('he she they it i we you who');

/** Words that may stand between a subject and its verb of saying. */
export const SKIPPED_BEFORE_VERB = wordSet(
  `has have had is was are were be been being would will could can may might must should did does do not also later then recently once first`,
  `just even still now again often repeatedly never always already soon further previously earlier subsequently reportedly famously`,
  `either only since n't n’t both all too simply flatly quickly himself herself itself themselves there yesterday today tomorrow instead`,
  `monday tuesday wednesday thursday friday saturday sunday tonight sometimes long forcefully kept went`,
);

export const PREPOSITIONS = wordSet(
  `of for at from with in by on to into about over under near against among between through during within without as like via after before`,
  `since until across behind beyond per inside outside around amid despite toward towards upon`,
);

export const DETERMINERS = wordSet(
  'the a an this that these those his her its their our my your one another some many several other most both',
);

export const DAYS = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow mon tue tues wed thu thurs fri sat sun',
);

export const MONTHS = wordSet(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec`,
);
