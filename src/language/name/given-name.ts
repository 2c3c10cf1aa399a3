/** English given names that stand for one another, the full form first. Written from everyday knowledge, not from a list of others. */
const GROUPS = `
Abigail Abby|Abraham Abe|Albert Al Bert|Alexander Alex Alec Sandy Xander|Alexandra Alex Sandra Lexi|Alfred Al Fred|Allison Allie Ali|Amanda Mandy|
Andrew Andy Drew|Angela Angie|Anthony Tony|Antonio Tony|Archibald Archie|Arthur Art|Barbara Barb|Benjamin Ben Benji|Bernard Bernie|Bradley Brad|
Bradford Brad|Brandon Bran|Brendan Bren|Brooklyn Brooke|Bruno Bruno|Calvin Cal|Carolina Caro|Carolyn Carol|Catherine Cathy Cate Cat|Charles Charlie Chuck Chas|
Charlotte Charlie Lottie|Christina Chris Tina Christy|Christine Chris Chrissy|Christopher Chris Topher|Clifford Cliff|Clinton Clint|Constance Connie|
Cornelius Neil|Curtis Curt|Cynthia Cindy|Daniel Dan Danny|Danielle Dani|David Dave Davey|Deborah Debbie Deb|Dennis Denny|Derrick Rick|Dominic Dom|Donald Don Donny|
Dorothy Dot|Douglas Doug|Dwight Ike|Edgar Ed|Edmund Ed|Edward Ed Eddie Ted Ned|Edwin Ed|Eleanor Ellie Nora|Elizabeth Liz Lizzie Beth Betsy Betty Eliza Libby|
Emily Em|Eric Rick|Ernest Ernie|Eugene Gene|Ezekiel Zeke|Florence Flo|Frances Fran|Francis Frank Fran|Francisco Frank Paco|Franklin Frank|Frederick Fred Freddy Rick Fritz|
Gabriel Gabe|Gabrielle Gabby|Gareth Gary|Gautam Gotham|Geoffrey Geoff Jeff|Gerald Gerry Jerry|Gerard Gerry|Gilbert Gil|Gordon Gord|Gregory Greg|Harold Harry Hal|Harrison Harry|
Harvey Harv|Henry Hank Harry Hal|Herbert Herb|Howard Howie|Irving Irv|Isaac Ike|Jacob Jake|Jacqueline Jackie|James Jim Jimmy Jamie Jay|Janet Jan|Jason Jay|Jeffrey Jeff|Jeffery Jeff|
Jennifer Jen Jenny|Jeremiah Jerry|Jeremy Jerry|Jerome Jerry|Jessica Jess|Joanna Jo|John Jack Johnny Jon|Jonathan Jon Jonny|Jonathon Jon|Joseph Joe Joey|Joshua Josh|Judith Judy|Julian Jules|
Katherine Kathy Kate Katie Kathryn Kat|Kathleen Kathy Kate|Kelvin Kel|Kenneth Ken Kenny|Kimberly Kim|Kristen Kris|Kristopher Kris|Laurence Larry|Lawrence Larry Laurie|Leonard Len Lenny Leo|
Leslie Les|Lewis Lew|Lillian Lily|Louis Lou|Lucas Luke|Madeline Maddie|Malcolm Mal|Manuel Manny|Marcus Marc Mark|Margaret Maggie Meg Peggy Marge|Martin Marty|Marvin Marv|Matthew Matt|
Maurice Mo|Maximilian Max|Maxwell Max|Megan Meg|Melanie Mel|Melissa Mel Lissa|Melvin Mel|Michael Mike Mick Mickey|Michelle Shelly|Miguel Mike|Mitchell Mitch|Mohammed Mo|Morgan Mo|Nancy Nan|Natalie Nat|
Nathan Nate|Nathaniel Nate Nat|Nicholas Nick Nico Niko|Nicole Nikki|Nigel Nige|Norman Norm|Oliver Ollie|Oscar Oz|Pamela Pam|Patricia Pat Patty Trish|Patrick Pat Paddy|Penelope Penny|
Peter Pete|Philip Phil|Phillip Phil|Rachel Rach|Randall Randy|Randolph Randy|Raymond Ray|Rebecca Becky Becca|Reginald Reggie|Reuben Rube|Richard Rich Rick Dick Ricky Richie|Robert Bob Rob Bobby Robbie Bert|
Roberta Bobbie|Roderick Rod|Rodney Rod|Roger Rog|Roland Rollie|Ronald Ron Ronnie|Rosemary Rose|Rudolph Rudy|Russell Russ|Salvatore Sal|Samantha Sam|Samuel Sam Sammy|Sandra Sandy|Sanford Sandy|Satish Sat|
Sarah Sally|Sebastian Seb Bas|Shannon Shan|Sharon Shari|Sheldon Shelly|Shahriar Shahr Shar Char|Sidney Sid|Solomon Sol|Spencer Spence|Stanley Stan|Stefan Steve|Stephanie Steph|Stephen Steve Stevie|Steven Steve Stevie|Stewart Stu|
Stuart Stu|Susan Sue Susie|Suzanne Sue|Sydney Syd|Tamara Tammy|Teresa Terry Tess|Terrence Terry|Terence Terry|Theodore Ted Theo|Theresa Terry Tess|Thomas Tom Tommy|Timothy Tim Timmy|Tobias Toby|Tyler Ty|
Valerie Val|Vanessa Nessa|Veronica Ronnie|Vicente Vince|Victor Vic|Victoria Vicky Tori|Vikram Vik|Vincent Vince Vinny|Virginia Ginny|Vivek Viv|Walter Walt Wally|Warren Wren|Wesley Wes|Wilfred Will|
William Will Bill Billy Willie Liam|Winston Win|Yvonne Eve|Zachary Zach Zack`;

/** Given names without a short form of their own. */
const SINGLE = `
Aaron Adam Ahmed Alan Alejandro Alice Alicia Allen Alvin Amit Amy Andre Andrea Andreas Angelo Anil Anita Anna Anne Annie Ansel Antoine April Aditya Ashish Ashley Ashok Audrey Austin Ava Avery Beatrice Blair Bridget Blake Bonnie Boris Brent Bret Brett Brian Bryan Bruce Bryce
Byron Camille Candice Carl Carla Carlos Carmen Cassandra Casey Cecilia Chad Chandra Chloe Claire Claude Claudia Clara Clay Cole Colin Colleen Connor Corey Courtney Craig Crystal Dale Damian Damien Dana Darren Darryl Dawn Dean Deepak Denise Derek Desmond Detlef Diana Diane Dinesh Dirk Divya Duncan Dustin Dylan Earl
Elaine Elena Eli Elias Elijah Ellen Elliot Elliott Elon Elsa Emma Emmanuel Enrique Erica Erik Erin Esther Ethan Eva Evan Fabio Federico Felipe Felix Fernando Fiona Frans Gavin Georg George Gerhard Gina Giovanni Giulia Glen Glenn Gloria Grace Graham Grant Greta Guillaume Gunther Guy Hannah Hans Harriet Heather Heidi Heinrich Helen Helena Hiroshi Holly Hugh Hugo
Ian Igor Ingrid Ioannis Irene Iris Isabel Ivan Ivana Jacques Jan Jana Jane Jared Javier Jean Jenna Jens Jill Joan Joaquin Joel Johan Johannes Jonas Jordan Jorge Jose Juan Juergen Julia Julie Julien Juliana Justin Kara Karen Karim Karin Karl Katrina Keith Kelly Kelsey Kent Kevin Kirk Klaus Kurt Kyle Lance Lara Lars Laura Lauren Laurent Lee Leah Leon Liam Lily Linda Lisa Logan Lorenzo Loren Luca Lucia Lucy Luigi Luis Luke Lydia Lyle Lynn
Manish Marc Marco Marcia Margot Maria Marie Marina Mario Marion Marisa Mark Markus Marlene Marshall Martha Martina Mary Mason Mateo Mauricio Maya Mia Milan Milton Miriam Mohit Monica Monika Morten Murray Nadia Nadine Naomi Natasha Naveen Neal Neel Neha Nelson Nigel Nikhil Nina Nitin Noah Noel Noelle Olaf Oleg Olga Olivia Omar Owen Pablo Paige Paolo Parker Patrice Paul Paula Pedro Perry Pierre Piotr Prakash Pradeep Preston Priya Quentin Rafael Raj Rajesh Rajiv Rakesh Ralph Ramesh Ramon Randy Raul Ravi
Regina Rene Renee Ricardo Rita Roberto Robin Rocco Rohan Rohit Roman Rory Rosa Ross Roy Ruby Ruth Ryan Sabine Sabrina Sanjay Sanjiv Sara Satya Saul Scott Sean Sergio Seth Shane Shantanu Shaun Shawn Sheila Shelby Sheryl Shweta Silvia Simon Simone Sofia Sonia Sophia Sophie Stacey Stacy Stella Sundar Sunil Suresh Sven Sylvia Tamar Tanya Tara Tarun Taylor Teddy Tessa Thorsten Tiffany Todd Toni Tracey Tracy Travis Trevor Tristan Troy Ulrich Umesh Uwe Vanessa Vera Vicente Vijay Vikas Vinay Vincenzo Vladimir
Wade Wayne Wendy Werner Whitney Wilhelm Willard Wolfgang Xavier Yan Yasmin Yuri Yvette Zane Zoe`;

const groupsOf = new Map<string, Set<number>>();
GROUPS.split('|').forEach((group, index) => {
  for (const name of group.trim().toLowerCase().split(/\s+/)) {
    const known = groupsOf.get(name) ?? new Set();
    groupsOf.set(name, known.add(index));
  }
});

for (const [index, name] of SINGLE.trim().toLowerCase().split(/\s+/).entries())
  if (!groupsOf.has(name)) groupsOf.set(name, new Set([-1 - index]));

/** Whether two given names, folded by foldName, may be forms of one: Ron and Ronald, Bill and William. */
export function mayBeSameGivenName(a: string, b: string): boolean {
  if (a === b) return true;
  const others = groupsOf.get(b);
  return others !== undefined && [...(groupsOf.get(a) ?? [])].some((group) => others.has(group));
}

/** Whether a word is a given name of the table: evidence that a label names a person, never its absence. */
export const isGivenName = (word: string): boolean => groupsOf.has(word.toLowerCase());
