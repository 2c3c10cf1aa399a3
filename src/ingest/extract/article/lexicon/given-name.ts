import { wordSet } from './word-list';

/** Given names by the pronoun that mostly goes with them. A name in neither list, or in both, tells no gender. */
const MALE = wordSet(
  `Aaron Abdul Abraham Adam Adrian Ahmed Ajay Ajit Akash Akio Alan Alastair Albert Alberto Alejandro Alessandro Alexander Alfred`,
  `Ali Alistair Allan Allen Alok Alvin Amit Amol Anand Andre Andreas Andrei Andres Andrew Andy Angus Anil Anirudh Ankit Ankur Anthony`,
  `Antoine Anton Antonio António Arjun Armando Arnaud Arnold Arthur Arvind Ashish Ashok Ashwin Atul Axel Barack Barry Bartholomew`,
  `Ben Benedict Benjamin Bernard Bernie Bert Bill Billy Björn Bob Bobby Boris Brad Bradley Brandon Brendan Brent Brett Brian Bruce Bruno`,
  `Bryan Byron Calvin Carl Carlos Cesar Chad Charles Charlie Chen Chester Chet Chip Chris Christian Christoph Christophe Christopher Chuck`,
  `Clarence Claude Clay Clayton Cliff Clifford Clint Clive Clyde Colin Conor Craig Curtis Cyrus Damian Damien Dan Daniel Daniele Dario`,
  `Darrell Darren Dave David Davide Dean Deepak Demis Dennis Derek Dermot Desmond Devin Dick Diego Dieter Dilip Dinesh Dirk Dmitry`,
  `Dominic Don Donald Donny Doug Douglas Duncan Dustin Dwight Dylan Earl Ed Eddie Edgar Eduardo Edward Edwin Eli Elias Elijah Elliot`,
  `Elliott Elon Emil Emilio Emmanuel Enrique Eric Erik Ernest Ernesto Ernie Esteban Ethan Eugene Evan Fabio Felipe Felix Fernando Fergus`,
  `Finn Florian Floyd Francesco Francisco Franck Frank Franklin Franz Fred Frederic Frederick Friedrich Gabriel Gareth Garrett Gary Gaurav`,
  `Gautam Gavin Gene Geoff Geoffrey George Georg Gerald Gerard Gerhard Gianni Gilbert Giovanni Giuseppe Glen Glenn Gordon Graham Grant`,
  `Greg Gregory Guido Guillaume Gus Gustavo Guy Hank Hans Harald Hari Harish Harold Harry Harsh Harvey Hassan Hector Heinrich Helmut Hemant`,
  `Henri Henrik Henry Herbert Herman Hideo Hiro Hiroshi Hock Horace Howard Hubert Hugh Hugo Humphrey Ian Ibrahim Ignacio Igor Ilya Imran`,
  `Ian Isaac Ivan Jack Jacob Jacques Jaime Jake Jakob James Jan Jared Jason Javier Jay Jayesh Jean Jeff Jeffrey Jensen Jeremy Jerome Jerry`,
  `Jesse Jesus Jim Jimmy Jitendra Joachim Joaquin Joe Joel Joerg Johan Johann Johannes John Johnny Jon Jonas Jonathan Jorge Jörg Jose`,
  `José Josef Joseph Josh Joshua Josue Juan Juergen Julian Julien Julio Jürgen Justin Kabir Karan Karl Kamal Karthik Kazuo Keith Kelvin`,
  `Ken Kenji Kenneth Kent Kevin Khalid Kieran Kirk Klaus Konrad Krishna Kumar Kunal Kurt Kyle Lachlan Lance Larry Lars Laurent Lawrence`,
  `Lee Leif Len Leo Leon Leonard Leonardo Leopold Leroy Lester Lewis Liam Linus Lionel Lloyd Logan Lorenzo Lou Louis Luca Lucas Luciano`,
  `Luigi Luis Luiz Lukas Luke Luther Magnus Mahesh Malcolm Manish Manoj Manuel Marc Marcel Marcelo Marco Marcos Marcus Mariano Mario Marius`,
  `Mark Markus Martin Marty Marvin Masayoshi Masahiro Mateo Mathew Mathias Mathieu Matt Matteo Matthew Matthias Maurice Mauricio Max`,
  `Maxim Maximilian Mehdi Mel Melvin Michael Michel Miguel Mihir Mikael Mike Mikhail Miles Milton Ming Mitch Mitchell Mitt Mohamed Mohammad`,
  `Mohammed Mohan Mohit Moritz Morris Muhammad Mukesh Murali Murray Naveen Narayan Narendra Nate Nathan Nathaniel Neal Ned Neeraj Neil`,
  `Nelson Nick Nicholas Nicolas Nick Nigel Nikhil Nikesh Niklas Nils Nitin Noah Noel Norbert Norman Oleg Oliver Olivier Omar Oscar Otto Owen`,
  `Pablo Paolo Parag Pascal Patrick Paul Paulo Pavel Pedro Pekka Pete Peter Phil Philip Philipp Philippe Phillip Pierre Piyush Prakash`,
  `Pramod Prashant Praveen Quentin Rafael Raghuram Rahul Raj Rajeev Rajesh Rajiv Rakesh Ralf Ralph Ram Raman Ramesh Ramon Randall Randy`,
  `Raphael Ravi Ray Raymond Reed Reggie Reid Reinhard Rene René Rex Rhys Ricardo Ricardo Riccardo Rich Richard Rick Ricky Rishi Rob Robert`,
  `Roberto Rod Roderick Rodney Rodrigo Roger Rohan Rohit Roland Rolf Roman Ron Ronald Ronnie Rory Ross Roy Rudolf Rudy Rupert Russ Russell`,
  `Ryan Salil Salman Salvatore Sam Samir Samuel Sandeep Sanjay Sanjiv Santiago Satoshi Satya Saul Saurabh Scott Sean Sebastian Sébastien Serge`,
  `Sergei Sergey Sergio Seth Shane Shantanu Shashank Shaun Shawn Sheldon Shigeru Shinzo Shivam Sid Siddharth Sidney Silvio Simon Solomon`,
  `Srinivas Stan Stanley Stefan Stefano Stephan Stephane Stephen Sterling Steve Steven Stewart Stuart Subrahmanyam Sudhir Sujit Sunil Sundar`,
  `Suresh Sven Ted Terrence Terry Theo Theodore Thierry Thomas Tim Timothy Toby Todd Tom Tomas Tommy Tony Travis Trevor Tristan Tyler Uday`,
  `Ulrich Umesh Uwe Varun Venkat Vernon Victor Vijay Vikas Vikram Vince Vincent Vinay Vineet Vinod Vishal Vivek Vlad Vladimir Volker Wade`,
  `Wally Walter Warren Wayne Wendell Werner Wesley Wilbur Wilfred Wilhelm Will Willem William Willie Winston Wolfgang Xavier Yannick Yash`,
  `Yasuo Yogesh Yoshihiro Yuri Yves Zach Zachary Zack Ahmad Aamir Abhishek Aditya Akhil Amar Amitabh Aniket Anurag Arun Bharat Bhavesh Chetan`,
  `Chirag Darshan Devendra Dhruv Ganesh Girish Gopal Gopi Hitesh Jagdish Jignesh Kailash Ketan Kiran Kishore Lalit Madhav Mayank Mayur Nandan`,
  `Nilesh Nirmal Pankaj Paras Pranav Pratik Puneet Radhakrishnan Raghav Rajat Rajendra Rakshit Ranjan Ratan Ritesh Sachin Sameer Sanjeev`,
  `Satish Shailesh Shankar Sharad Shekhar Shyam Sourav Subhash Sumit Sushil Tarun Tejas Tushar Umang Utkarsh Vaibhav Vipul Viral Yatin Rush Robby Rand Newt Chuck Lindsey Marlon Tyrone Darnell Jamal Malik DeShawn Terrell Rahm Beto Ro Cory Jared`,
  `Bram Pieter Joost Sander Deniz Mehmet Emre Kofi Kwame Chidi Emeka Tunde Olu Sipho Thabo Callum Angus Ewan Hamish Raghav Hiroki Kenta Takashi`,
  `Shinji Junichi Satoru Tetsuya Kaito Wataru Haruki Jun-ho Sang-hoon Jae-yong Tae-won`,
  `Aakash Abdullah Abe Al Alain Alec Aleksandr Alexei Alexey Alonzo Alton Amadou Ambrose Amos Anatoly Anders Andrey Andrzej Anshul Archie`,
  `Arkady Arlen Armand Arvinder Asa Augustus Avigdor Ayush Babatunde Barney Bart Bashar Bengt Bennie Benny Benoit Benoît Bernardo Bernd`,
  `Bertrand Bhavin Bikash Binali Bjarne Bogdan Braden Brock Bryce Buddy Caleb Carlo Carsten Cedric Chauncey Christer Claudio Cleon Cody Colby`,
  `Cordell Corey Cornelius Cyril Cédric Damon Dante Darius Darryl Daryl Deandre Debashish Delbert Demetrius Denis Denny Denzel Detlef Dheeraj`,
  `Dhiraj Didier Dion Dmitri Dom Dominick Donnell Donovan Duane Dudley Dwayne Eberhard Edmond Edmund Edwardo Efrain Ehud Eldridge Elmer Elwood`,
  `Emmett Erling Ernst Errol Ervin Espen Evgeny Ezekiel Ezra Fabrice Fahd Faisal Francois François Freddie Freddy Fumio Garry Garth Gennady`,
  `Gerry Geun-hye Gideon Gil Gilles Gino Giulio Goodluck Gordie Graeme Grigory Grover Guangchang Gunnar Gunter Gunther Gérard Günther Hakan Hal`,
  `Hannes Haruhiko Heiko Heinz Helge Hervé Hiram Horst Hussein Håkan Ichiro Isaiah Jacek Jamaal Janos Jaroslaw Jarrod Javad Jed Jens Jerald`,
  `Jere Jermaine Jerrold Jesper Jimmie Jinping Jiro Jochen Jorgen Josiah Jules Julius Jørgen Kareem Kazuhiro Kendrick Kenichi Kenny Keqiang`,
  `Kermit Khaled Khizr Kirill Kjell Knut Koji Konstantin Krzysztof Kurtis Kwang-soo Kwesi Kåre Lasse Laszlo Lenny Leonid Levi Lonnie Lorne`,
  `Lowell Luc Lucius Ludwig Lyle Lyman Lyndon Mahendra Mahmoud Maksim Manfred Manny Marek Mateusz Mats Micah Mickey Mitchel Monty Moon-soo`,
  `Morten Moshe Moussa Muhammadu Mustafa Myron Naftali Nasser Natarajan Nathanael Nestor Nikolai Nitish Noam Olaf Olof Orrin Orville Osama`,
  `Piotr Prabhat Pradeep Prasanna Pravin Preet Qiang Qishan Quinton Radoslaw Rainer Rajnish Ramakrishnan Ramdas Randal Rashad Rashid Recep`,
  `Reginald Reuben Rishabh Rocco Rogelio Roscoe Ruben Rufus Ruslan Rémy Rüdiger Saeed Sammy Sandip Sanjit Sarvesh Seamus Shaktikanta Shashi`,
  `Sherrod Shimon Shintaro Siddhartha Sigmar Silas Soren Soumitra Sridhar Srikanth Stanislav Steny Stephon Stéphane Subramanian Sudheer`,
  `Surendra Suryakant Svein Swapan Søren Takeo Takeshi Tanmay Tapan Tariq Taro Terence Terrance Thad Thaddeus Thibault Thorsten Thurman Tobias`,
  `Tod Tomasz Torbjörn Torsten Toshihiro Trey Trond Troy Ty Tyrell Udo Uhuru Ulf Ulysses Urjit Vadim Valery Vasily Vasudev Venugopal Vern Vic`,
  `Viktor Virgil Vishwanath Viswanathan Vitaly Vyacheslav Wes Westley Wilfried Winfred Wojciech Wolfram Woodrow Wyatt Xiaoming Yair Yann`,
  `Yashwant Yasser Yaw Yevgeny Yitzhak Yoshihide Young-ho Youssef Yukio Yundong Yury Zane Zeke Zhiqiang Zoltan Zubin Zvi Édouard Étienne`,
);

const FEMALE = wordSet(
  `Aarti Abby Abigail Ada Adele Adena Adriana Agnes Aisha Aileen Alejandra Alessandra Alexandra Alexis Alice Alicia Alina Alison Alka`,
  `Allison Allyson Alyssa Amanda Amber Amelia Amrita Amy Ana Anastasia Andrea Angela Angelica Angie Anita Anjali Ann Anna Anne Annabel`,
  `Annette Annie Antonia Anushka Aparna April Archana Ariana Arlene Arundhati Ashley Astrid Audrey Ava Azucena Barbara Beatrice Beatriz Becky`,
  `Belinda Bella Bernadette Bertha Beth Bethany Betsy Betty Beverly Bhavna Bianca Birgit Bonnie Brenda Bridget Brigitte Brittany Brooke`,
  `Camila Camille Candace Cara Carla Carly Carmen Carol Carole Carolina Caroline Carolyn Carrie Catherine Cathy Cecilia Celeste Celia Chanda`,
  `Charlene Charlotte Cheryl Chitra Chloe Christiane Christina Christine Christy Cindy Claire Clara Clare Claudia Colleen Connie Constance`,
  `Cora Corinne Courtney Cristina Cynthia Daisy Daniela Danielle Daphne Dawn Debbie Deborah Debra Deepa Deepika Deirdre Delia Denise Diana`,
  `Diane Divya Dolores Dominique Donna Dora Doreen Doris Dorothy Edith Eileen Elaine Eleanor Elena Eliza Elisabeth Elizabeth Ella Ellen Eloise`,
  `Elsa Emilia Emily Emma Erica Erika Erin Esther Ethel Eugenia Eva Eve Evelyn Faith Fatima Felicia Fiona Florence Frances Francesca`,
  `Françoise Frida Gabriela Gabriella Gail Gayle Gemma Genevieve Georgia Geraldine Gertrude Gillian Gina Ginni Giorgia Giulia Gisele Gita`,
  `Gloria Grace Greta Gretchen Gwen Gwendolyn Hannah Harriet Hazel Heather Heidi Helen Helena Helene Hillary Hilary Holly Hope Ida Indira`,
  `Indra Ines Ingrid Irene Iris Irina Isabel Isabella Isabelle Isha Ivy Jacinda Jackie Jacklyn Jacqueline Jade Jana Jane Janet Janice Janine`,
  `Jasmine Jayshree Jean Jeanette Jeanne Jenna Jennifer Jenny Jessica Jill Joan Joanna Joanne Jocelyn Johanna Josephine Joy Joyce Juanita Judith`,
  `Judy Julia Juliana Julie Juliet Jyoti Kamala Karen Karin Karina Kate Katherine Kathleen Kathryn Kathy Katie Katrina Kavita Kay Kayla Keiko`,
  `Kelly Kendra Kim Kimberly Kirsten Kristalina Kristen Kristin Kristina Krystal Lakshmi Lara Latha Laura Lauren Laurence Laurie Leah Leena`,
  `Leila Lena Leslie Leticia Lila Lillian Lily Linda Lindsay Lindsey Lisa Liz Lois Lola Loretta Lori Lorraine Louise Lourdes Lucia Lucille`,
  `Lucinda Lucy Lydia Lynda Lynn Lynne Mabel Madeleine Madeline Madhuri Maggie Malala Mandy Manisha Marcia Margaret Margarita Margrethe Maria`,
  `María Mariam Marian Marianne Marie Marilyn Marina Marisa Marissa Marjorie Marlene Marta Martha Martina Mary Matilda Maureen Maya Meera Meg`,
  `Megan Meghan Meghna Melanie Melinda Melissa Melody Mercedes Meredith Mia Michaela Michele Michelle Mildred Mimi Mina Minal Minyon Miranda`,
  `Miriam Mira Moira Molly Mona Monica Monika Monique Muriel Myra Nadia Nadine Nancy Naina Naomi Natalia Natalie Natasha Neha Nell Nicola`,
  `Nicole Nina Nirmala Nora Norah Norma Odile Olga Olive Olivia Paige Pallavi Pamela Pat Patricia Patty Paula Pauline Peggy Penelope Penny`,
  `Phoebe Phyllis Polly Pooja Poonam Prachi Pragya Preeti Priscilla Priti Priya Priyanka Rachel Rachna Radhika Ramona Rashmi Rebecca Regina`,
  `Rekha Renee Renuka Rhonda Rina Rita Ritu Roberta Robyn Rohini Rosa Rosalind Rosalyn Rose Roselyn Rosemary Roshni Rowena Roxanne Ruby Ruth`,
  `Sabine Sabrina Sadie Safra Sally Samantha Sandra Sangeeta Sara Sarah Sarita Savita Selina Serena Shalini Sharmila Sharon Sheila Shelley`,
  `Sheryl Shilpa Shirley Shreya Shweta Silvia Simone Sneha Sofia Sonal Sonia Sophia Sophie Stacey Stacy Stefanie Stella Stephanie Sue Sujata`,
  `Suman Sunita Susan Susanna Susanne Susie Sushma Suzanne Swati Sybil Sylvia Tamara Tammy Tania Tanya Tara Tatiana Teresa Tess Tessa Theresa Tiffany`,
  `Tina Toni Tracey Tricia Trudy Tulsi Ursula Usha Valentina Valerie Vanessa Vandana Vanita Vera Veronica Vicki Vickie Victoria Vidya Viola`,
  `Violet Virginia Vivian Vivienne Wanda Wendy Whitney Wilma Yasmin Yolanda Yoko Yuki Yvette Yvonne Zara Zoe Zoë Tyresha Ayesha Noura Layla Samira Amina Zainab Farah Nadira Leela Mei Xiu Yuna Hana Aiko Naoko Ingrid Solveig Freja Marit Kirsti Sigrid Maren Anneke Femke Katja Svetlana Olena Oksana Ji-won Soo-jin Pilar Gemma`,
  `Aditi Agnieszka Agnès Aino Aliyah Alma Althea Ambika Aminata Amruta Amélie Anabel Anamika Ananya Anastacia Anastasiya Anette Angelika`,
  `Angelina Angelique Anindita Anja Anke Annabelle Annegret Annmarie Antje Antoinette Anuradha Arianna Arti Aruna Asha Athena Aurélie Avis`,
  `Ayana Ayelet Babs Barb Beata Beate Bernice Bessie Betsey Bette Bettina Bhavana Bindu Birgitta Blanca Bree Brenna Briana Brianna Bridgette`,
  `Britta Brittney Bryn Bärbel Béatrice Caitlin Callie Camilla Candice Carissa Carlene Carmela Carmella Carolann Cassandra Cassie Cathleen`,
  `Cathryn Celine Chantal Charmaine Cheri Cherie Chhavi Chiara Chieko Chioma Christelle Christi Christie Ciara Cicely Clarissa Claudette`,
  `Claudine Cleo Concepcion Consuelo Corazon Cordelia Coretta Corina Cornelia Cécile Céline Dagmar Dalia Damini Darla Darlene Davida Deandra`,
  `Deanna Deanne Debjani Dede Dee Deepali Deidre Della Delores Delphine Demi Desiree Devika Dianna Dianne Dina Dinah Donatella Dorota Dorothea`,
  `Dorthy Dottie Earline Ebba Edie Edna Edwina Effie Elinor Elisa Elisabetta Elise Elke Ellie Elma Eloisa Elsie Elva Elvira Elżbieta Emilie`,
  `Emmy Enid Erma Ernestine Esmeralda Esperanza Essie Estella Estelle Etta Eula Eun-hye Eunice Evangeline Ewa Fabienne Falguni Fannie Fanny`,
  `Fatou Federica Felicity Florine Folake Franziska Frauke Freda Freida Frieda Fumiko Galina Gayatri Geena Geeta Geetha Gena Georgette Georgina`,
  `Gerda Germaine Ghazala Ginny Gisela Giselle Gladys Glenda Glenna Glynis Grete Gudrun Gunilla Gwyneth Hala Hanan Hanna Hanne Hannelore Hattie`,
  `Heidemarie Heike Helga Helle Hema Henrietta Hester Hettie Hilda Hildegard Hiroko Huma Hye-jin Hélène Ifeoma Ijeoma Ila Ilana Ilaria Ilene`,
  `Ilse Iman Imelda Imogen Ina Indrani Inez Ingeborg Inger Iona Irma Ishita Iva Ivana Ivanka Ivonne Jacinta Jaclyn Jacquelyn Jada Janelle`,
  `Janette Janie Janna Jaya Jayanthi Jayanti Jayne Jeanine Jeannette Jeannie Jeannine Jennie Jeri Jerri Jewel Jiayi Jillian Jingjing JoAnn`,
  `JoAnne Joanie Joann Jodi Jodie Jolene Joni Josefina Josie Juana Julianne Julissa Justine Jutta Kaitlin Kalpana Kanika Kara Karla Karol Karyn`,
  `Kasey Kassandra Katarzyna Katelyn Katharina Katharine Kathi Kathie Kathrin Kathrine Katrin Kaye Kazuko Keira Keisha Kelley Kellie Keri Kerri`,
  `Kerstin Kesha Kiara Kirsi Kirstie Kirstin Kitty Komal Kristi Kristie Kristy Kumiko Kusum Kyla LaDonna LaTonya Lakeisha Lalita Lana Larisa`,
  `Larissa Latanya Latasha Latoya Laure Laurene Lavonne LeAnn Leann Leanne Lela Lenora Leona Leonora Leta Letitia Lexi Liana Liesl Lihua Lili`,
  `Lilian Liliana Liza Lizbeth Lizzie Lolita Lora Loraine Lorena Lorene Lorie Lorinda Lorna Louella LuAnn Luann Lucile Lucretia Ludmila Luella`,
  `Lula Lupe Lynette Lynnette Lyudmila Maeve Magda Magdalena Malgorzata Mamata Mamie Mamta Mandira Manju Manuela Marcela Marcella Marci Margery`,
  `Margie Margo Margot Margret Mariah Mariana Maribel Maricela Mariko Maritza Marla Marlies Marlo Marnie Marsha Martine Maryann Maryanne Masako`,
  `Mattie Maude Maura Mavis Maxine Mayawati Mayra Mazie Medha Meena Meenakshi Megumi Megyn Meiling Melania Melba Mellody Melva Meryl Mette Mi-`,
  `kyung Michiko Midori Miho Millie Min-jung Mindy Minna Minnie Mitsuko Mitzi Mollie Monisha Mridula Myrna Nabila Nadezhda Namrata Nan Nandini`,
  `Nanette Natalya Nathalie Nayana Neelam Neena Neeta Nelda Nellie Nettie Neva Nidhi Nikki Nilima Nisha Nita Nkechi Noelle Nona Noreen Noriko`,
  `Norine Nupur Nyla Oby Ofelia Ophelia Orit Padma Padmaja Pam Paola Parul Patti Paulette Petra Philippa Phylicia Pinky Piyali Portia Prabha`,
  `Pratibha Pratima Prerna Punam Purnima Qiong Rachana Rachida Raffaella Ragnhild Raisa Rajashree Rajni Rania Ranjana Raquel Reba Reem Reena`,
  `Reiko Rena Renata Renu Reshma Rhea Richa Rochelle Ronda Roopa Rosalie Rosalinda Rosanne Roseann Roseanne Rosemarie Rosie Roslyn Roxana Roxie`,
  `Ruchi Rupa Ruthie Sachiko Sadako Sadhana Sakshi Sakura Salma Salwa Samar Sandhya Sandrine Sangita Sarika Sayaka Seema Selena Seo-yeon`,
  `Setsuko Shaheen Shana Shanice Shaniqua Shanna Shanti Shari Sharron Shawna Sheela Sheena Shelia Shelly Sheri Sherri Sherrie Shikha Shobha`,
  `Shobhana Shonda Shruti Shubha Signe Silke Silvana Simona Siobhan Smita Smriti Solange Sonali Sondra Sonya Soumya Sreelatha Subhashini`,
  `Sucheta Sudha Suhasini Sujatha Sumitra Sun-hee Sunanda Supriya Surabhi Susana Susannah Sushila Suzan Suzanna Suzette Swapna Sylvie Ségolène`,
  `Tabitha Talia Tameka Tami Tamika Tamra Tanisha Tanja Tanvi Tarja Tasha Tatyana Tawana Terri Thea Thelma Tilda Tomoko Tonia Tonya Tove Traci`,
  `Tracie Trish Trisha Trista Trupti Turid Twila Tyra Tzipi Ulla Ulrike Uma Urmila Urvashi Ute Vaishali Valarie Valeria Valérie Varsha`,
  `Vasundhara Verna Vernell Verónica Vibeke Vicky Vijaya Viktoria Vilma Vimala Vinita Violeta Virginie Vivien Vonda Véronique Waltraud Wangari`,
  `Wilda Wilhelmina Willa Winifred Winnie Xiaoli Xiaoyan Yael Yamini Yanhong Yaping Yasmine Yasuko Yekaterina Yesenia Ylva Yu-mi Yuko Yulia`,
  `Yuriko Zahra Zanele Zarin Zelda Zofia Zuzana Élisabeth`,
);

/** Given names that go with either pronoun. */
const EITHER = wordSet(
  `Alex Ariel Ashton Bailey Blake Cameron Carey Casey Chandra Charley Dana Drew Dale Devon Elisha Emerson Francis Gale Hayden Hunter Jamie`,
  `Jordan Jody Jun Kai Kendall Kerry Kiran Kit Kris Lane Leigh Li Lin Loren Lyn Mackenzie Marion Mel Min Morgan Nikita Nico Noor Parker Quinn`,
  `Reese Riley River Robbie Robin Rowan Sandy Sasha Shannon Shelby Sidney Skyler Sri Stevie Sydney Taylor Terry Tracy Val Wei Xin Yan Yi Ying`,
  `Yu Hui Jing Yang Ming Soo Hyun Ji Minh Linh Thanh Ban Vann Esmaeil Kellyanne Ayumi Haruka Akira Makoto Park Moon`,
  `Billie Bobbie Devin Dominique Gurpreet Harpreet Harsha Jean Jessie Johnnie Kirti Lindsay Lindsey Lou Lynn Michal Ngozi Pat Patrice Rene`,
  `Ronnie Sarabjit Saroj Shanta`,
);

/** Given names that are words, places or surnames just as often: they make no person, but tell a person's gender. */
const WEAK_MALE = wordSet(
  `Arne Ash August Austin Beau Boyd Brady Buck Bud Burt Carlton Chandler Chase Clark Clement Cole Dallas Dalton Dell Duke Emanuel Everett Fidel`,
  `Forrest Foster Grady Griffin Harlan Harris Harrison Heath Holger Homer Irving Irwin Israel Jefferson Kip Kirby Lamar Landon Lech Leland`,
  `Lincoln Lon Lothar Mack Marlin Marshall Mason Mathis Maynard Milo Monte Moses Norm Orlando Otis Palmer Partha Peer Per Percy Perry Petter`,
  `Poul Quincy Raila Reiner Rocky Roosevelt Royce Rune Rusty Salvador Sanford Santos Shelton Sherman Shiv Sonny Spencer Stig Sture Tad Tate`,
  `Thor Trent Tucker Tyson Uri Van Vaughn Ward Warner Weldon Wiley Wilson Woody`,
);
const WEAK_FEMALE = wordSet(
  `Augusta Autumn Bea Blanche Candy Charity Chelsea Cherry Christa Crystal Dixie Dolly Dot Ebony Emi Fay Faye Fern Flora Ginger Greer Gro`,
  `Guadalupe Imani Inge Kenya Lacey Lata Laurel Lea Libby Lina Lise Liv Lottie Luz Madison Mae Maha Mala Mallory Mara Marcy Marine May Mercy`,
  `Merry Minerva Missy Myrtle Nia Nola Octavia Odessa Olympia Opal Ora Patsy Pearl Precious Queen Queenie Rae Rani Raven Renate Retta Rosetta`,
  `Sade Savannah Scarlett Selma Sherry Siv Soma Stephany Tamar Tia Tori Trina Vani Vanna Veena Velma Willow Winona Zia`,
);

export type Gender = 'male' | 'female';

/** Null: unknown, or a name of both. The first part of a double name tells: Anne-Marie, Jean-Claude. */
export function genderOfName(name: string): Gender | null {
  if (name.includes('-')) return genderOfDouble(name.split('-'));
  if (EITHER.has(name)) return null;
  const isMale = MALE.has(name) || WEAK_MALE.has(name);
  return isMale === (FEMALE.has(name) || WEAK_FEMALE.has(name)) ? null : isMale ? 'male' : 'female';
}

function genderOfDouble(parts: readonly string[]): Gender | null {
  const own = MALE.has(parts.join('-')) ? 'male' : FEMALE.has(parts.join('-')) ? 'female' : null;
  return own ?? genderOfName(parts[0] as string) ?? (parts[1] ? genderOfName(parts[1]) : null);
}

export function isGivenName(name: string): boolean {
  if (MALE.has(name) || FEMALE.has(name) || EITHER.has(name)) return true;
  const parts = name.split('-');
  return parts.length > 1 && parts.some((part) => MALE.has(part) || FEMALE.has(part));
}
