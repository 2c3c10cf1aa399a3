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
  `Suman Sunita Susan Susanna Susanne Susie Sushma Suzanne Swati Sybil Sylvia Tamara Tammy Tania Tanya Tara Tatiana Teresa Tess Theresa Tiffany`,
  `Tina Toni Tracey Tricia Trudy Tulsi Ursula Usha Valentina Valerie Vanessa Vandana Vanita Vera Veronica Vicki Vickie Victoria Vidya Viola`,
  `Violet Virginia Vivian Vivienne Wanda Wendy Whitney Wilma Yasmin Yolanda Yoko Yuki Yvette Yvonne Zara Zoe Zoë Tyresha Ayesha Noura Layla Samira Amina Zainab Farah Nadira Leela Mei Xiu Yuna Hana Aiko Naoko Ingrid Solveig Freja Marit Kirsti Sigrid Maren Anneke Femke Katja Svetlana Olena Oksana Ji-won Soo-jin Pilar Gemma`,
);

/** Given names that go with either pronoun. */
const EITHER = wordSet(
  `Alex Ariel Ashton Bailey Blake Cameron Carey Casey Chandra Charley Dana Drew Dale Devon Elisha Emerson Francis Gale Hayden Hunter Jamie`,
  `Jordan Jody Jun Kai Kendall Kerry Kiran Kit Kris Lane Leigh Li Lin Loren Lyn Mackenzie Marion Mel Min Morgan Nikita Nico Noor Parker Quinn`,
  `Reese Riley River Robbie Robin Rowan Sandy Sasha Shannon Shelby Sidney Skyler Sri Stevie Sydney Taylor Terry Tracy Val Wei Xin Yan Yi Ying`,
  `Yu Hui Jing Yang Ming Soo Hyun Ji Minh Linh Thanh Ban Vann Esmaeil Kellyanne Ayumi Haruka Akira Makoto Park Moon`,
);

export type Gender = 'male' | 'female';

/** Null: unknown, or a name of both. */
export function genderOfName(name: string): Gender | null {
  if (EITHER.has(name) || MALE.has(name) === FEMALE.has(name)) return null;
  return MALE.has(name) ? 'male' : 'female';
}

export function isGivenName(name: string): boolean {
  if (MALE.has(name) || FEMALE.has(name) || EITHER.has(name)) return true;
  const parts = name.split('-');
  return parts.length > 1 && parts.some((part) => MALE.has(part) || FEMALE.has(part));
}
