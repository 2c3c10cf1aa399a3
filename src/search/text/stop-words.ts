const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** Words by which questions are built and that mean nothing by themselves. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  words(`
    a an the this that these those there here it its itself they them their theirs themselves we us our ours you your yours i me my mine
    his her hers who whom whose which what when where why how whatever whoever
    is are was were be been being am isn't wasn't aren't will would can could should shall may might must
    and or but if than then so as to into onto per via over under up down out off between among against through while
    any all every everything everyone everybody anything anyone anybody something someone somebody anywhere somewhere everywhere
    each both either some other others such same own only just also too even ever still yet again already very really quite much many
    please show list find give get see want need know let look looking search tell display print return fetch bring
    company companies firm firms organisation organisations organization organizations people person persons speaker speakers business
    time times way ways thing things topic topics subject matter part parts lot kind sort stuff
    mr mrs ms dr sir
    ve re ll don doesn didn s t d
    exactly precisely specifically generally overall currently recently now today lately
    news update updates information info details detail insights data overall quarterly annual annually yearly total
    going go goes went make makes made making take takes taking took put puts use used using come comes came
    like regards terms case cases issue issues impact
    u ur gonna wanna gimme provide provides provided gave given gives giving offer offers offered write writes wrote written
    spend spends spent spending earn earns earned report reports reported reporting post posts posted
  `),
);

/** Words of everyday English that are surnames, short names or symbols of companies as well. Typed in small letters they are words. */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  words(`
    cook hood page long young black white brown green king price rice mark bill will may june april august grant chase field hill wood
    stone bush ford gates jobs best rich love power day week banks bell fox wolf rose star summer winter north west east sharp strong
    small short little swift moon snow rain frost hall house church bishop pope knight duke baker butler farmer fisher hunter mason
    miller smith taylor turner walker major minor early late lane street park lake brooks rivers ball bond cash cost case gold silver
     target gap   general apply   block square unity shell total block zoom match box twist chew open real
    next first best all now one two on it net are see key low high fast ago so any can good well live life link main man news
    ball bank car cat cars dish dime fit five form free fun grow hear home hope jack joy kind land large lee line list lyft man mars
    mind more most nice nine note old out pack path pay peak pen pick pink play plug pool post pure quest rare red ride ring rock roll
    run safe sail sale sand save sea sky smart son spot stem step sun sure team ten tile tip top toy trip true turn via vital wake
    walk warm wash wave way web wing wise wolf work world zip so to do be by go me my no of or up us we
  `),
);
