import { type TopicDefinition, words } from './topic-definition';

/** Products and technology outside AI. */
export const technology: readonly TopicDefinition[] = [
  {
    slug: 'open-source',
    name: 'Open source',
    description: 'Publishing code or model weights for others to use, and building on what others publish.',
    aliases: words('open-sourcing, open weights, oss'),
    terms: words('opensource'),
    phrases:
      words(`open source, open sourcing, open sourced, open weight, open model, open standard, open compute, open ecosystem,
      source code available, closed source`),
    exclusions: words('open source intelligence, sourced openly'),
  },
  {
    slug: 'cybersecurity',
    name: 'Cybersecurity',
    description: 'Attacks, breaches and what is sold or done against them.',
    aliases: words('cyber security, information security'),
    terms: words('cybersecurity, cyber, ransomware, malware, cyberattack, siem, sase, phishing'),
    phrases: words(
      'data breach, zero trust, endpoint security, network security, cloud security, security breach, information security, identity security, threat detection',
    ),
    exclusions: words('cyber monday'),
  },
  {
    slug: 'software-subscriptions',
    name: 'Software subscriptions',
    description: 'Recurring software revenue: seats, renewals, net retention.',
    aliases: words('saas, arr, net retention'),
    terms: words('saas, arr, nrr, ndr'),
    phrases:
      words(`recurring revenue, subscription revenue, net retention, net revenue retention, net dollar retention, net expansion rate,
      software subscription, remaining performance obligation, rpo, seat growth, subscription model, annualized run rate revenue`),
  },
  {
    slug: 'churn',
    name: 'Churn',
    description: 'Customers or subscribers that leave, stay or renew.',
    aliases: words('retention, attrition of customers, renewal rate'),
    parent: 'demand',
    terms: words('churn, churned, churning'),
    phrases: words(
      'customer retention, renewal rate, gross retention, retention rate, customer attrition, lost customer, subscriber loss, customer loyalty, client retention, logo retention',
    ),
    exclusions: words('employee retention, retention bonus, retention of employees, churning out'),
  },
  {
    slug: 'metaverse',
    name: 'Metaverse',
    description: 'Virtual worlds and the work on them.',
    aliases: words('reality labs'),
    terms: words('metaverse'),
    phrases: words(
      'reality labs, reality lab, horizon worlds, Meta Horizon, Horizon platform, virtual world, virtual reality, Horizon',
    ),
    exclusions: words('horizon of, on the horizon'),
  },
  {
    slug: 'wearables',
    name: 'Wearables',
    description: 'Glasses, headsets and watches.',
    aliases: words('smart glasses, ai glasses, headsets, vr, ar'),
    terms: words('glasses, wearable, headset, smartwatch, airpods, Orion'),
    phrases: words(
      'smart glasses, ai glasses, ray ban, mixed reality, augmented reality, apple watch, vision pro, meta quest, Quest 3, Quest 3S, galaxy watch',
    ),
    exclusions: words(
      'headset before, lift your headset, using a headset, pick up your headset, wine glasses, rose colored glasses, pick up the headset, off the headset',
    ),
  },
  {
    slug: 'smartphones',
    name: 'Smartphones',
    description: 'Mobile phones and their makers, sales and replacement.',
    aliases: words('iphone, phones, handsets'),
    terms: words('smartphone, iphone, ipad, android'),
    phrases: words('mobile phone, galaxy phone, pixel phone, handset market, handset maker, handset demand'),
  },
  {
    slug: 'connectivity',
    name: 'Connectivity',
    description: 'Networks and access: fibre, broadband, wireless, satellites.',
    aliases: words('broadband, 5g, fiber, wireless'),
    terms: words('broadband, wireless, fiber, 5g, ftth, satellite, telecom, spectrum'),
    phrases: words(
      '5 g, network deployment, fixed wireless, fiber to the home, service provider network, fiber access, cell site, wifi 6',
    ),
    exclusions: words(
      'fiber cement, fiber intake, broad spectrum, dietary fiber, spectrum of, end of the spectrum, broader spectrum, wide spectrum, across the spectrum, whole spectrum, carbon fiber, full spectrum',
    ),
  },
  {
    slug: 'product-roadmap',
    name: 'Product roadmap',
    description: 'What is to be released, and when.',
    aliases: words('roadmap, launches, pipeline of products'),
    terms: words('roadmap, rollout'),
    phrases:
      words(`product roadmap, product launch, new product, product pipeline, roll out, rolling out, rolled out, launch … product,
      launching … product, launched … product, in the coming months, next generation product, product introduction, product release,
      general availability, new feature, innovation pipeline, is expected to roll out, new model launch`),
    exclusions: words('roll out of bed'),
  },
  {
    slug: 'research-and-development',
    name: 'Research and development',
    description: 'Spending on and results of research and engineering.',
    aliases: words('r&d, rd'),
    terms: words('r&d'),
    phrases: words('research and development, r and d, research & development, engineering expense, research spending'),
  },
  {
    slug: 'digital-transformation',
    name: 'Digital transformation',
    description: 'Moving a business to digital channels, systems and data.',
    aliases: words('digitalization, digitization'),
    terms: words('digitalization, digitization, digitize'),
    phrases: words(
      'digital transformation, digital channel, digital platform, digital capabilities, digital strategy, digital initiative, erp system, it modernization',
    ),
  },
  {
    slug: 'virtual-work',
    name: 'Remote work',
    description: 'Working from home, returning to offices, virtual meetings.',
    aliases: words('remote work, work from home, hybrid work'),
    phrases: words(
      'work from home, working from home, remote work, remote working, working remotely, hybrid work, return to office, back to the office, return to work',
    ),
  },
];
