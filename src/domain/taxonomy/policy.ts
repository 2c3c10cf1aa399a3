import { type TopicDefinition, words } from './topic-definition';

/** The rules a company runs under, and those who make them. */
export const policy: readonly TopicDefinition[] = [
  {
    slug: 'regulation',
    name: 'Regulation',
    description: 'Rules and those who make and enforce them.',
    aliases: words('regulators, regulatory'),
    terms: words(
      'regulation, regulator, regulatory, regulate, deregulation, legislation, compliance, legislative, lawmaker, rulemaking',
    ),
    phrases: words(
      'rate case, legal and regulatory, ai act, eu commission, european commission, public utility commission, regulatory approval, subscription for no ads, less personalized ads, consent order, utility commission, Dodd Frank, Basel III',
    ),
    exclusions: words(
      'regulation fd, regulation g, regulatory filing, temperature regulation, in compliance with regulation g, covenant compliance, compliance with regulation',
    ),
  },
  {
    slug: 'antitrust',
    name: 'Antitrust',
    description: 'Competition law: cases, remedies, merger control.',
    aliases: words('competition law, ftc, digital markets act, dma'),
    parent: 'regulation',
    terms: words('antitrust, ftc, DMA, monopoly, monopolization, anticompetitive'),
    phrases: words(
      'digital markets act, competition law, competition authority, federal trade commission, merger control, department of justice, gatekeeper, anti competitive, anti trust',
    ),
  },
  {
    slug: 'privacy',
    name: 'Privacy',
    description: 'Personal data, consent, tracking.',
    aliases: words('data protection, gdpr, app tracking transparency'),
    parent: 'regulation',
    terms: words('privacy, gdpr, ccpa, cookie, encryption'),
    phrases: words(
      'data protection, app tracking transparency, personal data, user data, data privacy, end to end encryption, consent for ads',
    ),
    exclusions: words('cookie business, cookies and crackers, cookie sales'),
  },
  {
    slug: 'content-moderation',
    name: 'Content moderation',
    description: 'What platforms allow, remove and label.',
    aliases: words('content policy, community notes, fact checking'),
    parent: 'regulation',
    terms: words('misinformation, disinformation, censorship'),
    phrases: words(
      'content moderation, community notes, fact checking, fact checker, content policy, content policies, hate speech, free expression, free speech, account ban, harmful content, brand safety, trust and safety, community guidelines',
    ),
  },
  {
    slug: 'government',
    name: 'Government',
    description: 'Administrations, parliaments and business with the state.',
    aliases: words('public sector, administration'),
    terms: words('government, governmental, administration, congress, senate, parliament, federal'),
    phrases: words(
      'public sector, federal government, white house, government contract, government funding, government shutdown, local government, state government, government spending, cares act, stimulus package',
    ),
    exclusions: words(
      'general and administration, drug administration, administration cost, administration expense, plan administration, federal reserve, federal tax, claims administration, food and drug administration, federal income tax, business administration, fund administration, drug administration approval',
    ),
  },
  {
    slug: 'us-policy',
    name: 'US policy',
    description: 'What the government of the United States does or intends.',
    aliases: words('washington, american policy'),
    parent: 'government',
    phrases: words(
      'US administration, US government, Biden administration, Trump administration, new administration, Washington DC, american technology, President Trump, President Biden, US policy, inflation reduction act, chips act, Capitol Hill, Washington policy, american companies, US congress, executive order, current administration, infrastructure bill, doge',
    ),
  },
  {
    slug: 'elections',
    name: 'Elections',
    description: 'Elections and campaigns, and what they do to business.',
    aliases: words('election, campaigns'),
    parent: 'government',
    terms: words('election'),
    phrases: words(
      'presidential election, election season, political advertising, political ad, midterm election, political spending',
    ),
    exclusions: words('tax election, benefit election, election to, open enrollment election'),
  },
  {
    slug: 'tariffs',
    name: 'Tariffs',
    description: 'Duties and trade barriers.',
    aliases: words('trade policy, duties, export controls'),
    parent: 'government',
    terms: words('tariff'),
    phrases: words(
      'trade policy, trade war, export control, export restriction, import duty, import duties, customs duty, customs duties, trade barrier, trade tension, section 232, section 301, usmca, anti dumping, de minimis, trade agreement, trade deal, duty drawback',
    ),
    exclusions: words('electricity tariff, feed in tariff, utility tariff'),
  },
  {
    slug: 'litigation',
    name: 'Litigation',
    description: 'Lawsuits, settlements and legal provisions.',
    aliases: words('lawsuits, legal proceedings, settlements'),
    terms: words('litigation, lawsuit, plaintiff, court, verdict, sued, jury, appeal court, subpoena, lawsuit'),
    phrases: words(
      'legal proceeding, legal settlement, settle a lawsuit, class action, settlement fund, legal accrual, legal expense, legal related expense, supreme court, legal cost, legal matter, settlement agreement, settled … lawsuit, district court, court ruling, bankruptcy court, legal reserve, department of justice',
    ),
    exclusions: words('food court, full court press, ball is in, court side, tennis court'),
  },
  {
    slug: 'intellectual-property',
    name: 'Intellectual property',
    description: 'Patents, trade marks, copyright and licences for them.',
    aliases: words('patents, copyright, licensing'),
    terms: words('patent, copyright, trademark, royalty, royalties, infringement'),
    phrases: words('intellectual property, licensing revenue, license revenue, patent portfolio, licensing program'),
  },
];
