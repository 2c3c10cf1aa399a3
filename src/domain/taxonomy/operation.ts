import type { TopicDefinition } from './topic-definition';

/** Running the company, and the rules it runs under. */
export const operation: readonly TopicDefinition[] = [
  {
    slug: 'regulation',
    name: 'Regulation',
    description: 'Rules and those who make and enforce them.',
    aliases: ['regulators', 'regulatory'],
  },
  {
    slug: 'antitrust',
    name: 'Antitrust',
    description: 'Competition law: cases, remedies, merger control.',
    aliases: ['competition law', 'ftc', 'digital markets act', 'dma'],
    parent: 'regulation',
  },
  {
    slug: 'privacy',
    name: 'Privacy',
    description: 'Personal data, consent, tracking.',
    aliases: ['data protection', 'gdpr', 'app tracking transparency'],
    parent: 'regulation',
  },
  {
    slug: 'content-moderation',
    name: 'Content moderation',
    description: 'What platforms allow, remove and label.',
    aliases: ['content policy', 'community notes', 'fact checking'],
    parent: 'regulation',
  },
  {
    slug: 'government',
    name: 'Government',
    description: 'Administrations, parliaments and business with the state.',
    aliases: ['public sector', 'administration'],
  },
  {
    slug: 'us-policy',
    name: 'US policy',
    description: 'What the government of the United States does or intends.',
    aliases: ['washington', 'american policy'],
    parent: 'government',
  },
  {
    slug: 'tariffs',
    name: 'Tariffs',
    description: 'Duties and trade barriers.',
    aliases: ['trade policy', 'duties', 'export controls'],
    parent: 'government',
  },
  {
    slug: 'litigation',
    name: 'Litigation',
    description: 'Lawsuits, settlements and legal provisions.',
    aliases: ['lawsuits', 'legal proceedings', 'settlements'],
  },
  {
    slug: 'headcount',
    name: 'Headcount',
    description: 'Hiring, lay-offs and the number of people employed.',
    aliases: ['hiring', 'layoffs', 'workforce', 'employees'],
  },
  {
    slug: 'talent',
    name: 'Talent',
    description: 'Competition for skilled people and their pay.',
    parent: 'headcount',
  },
  {
    slug: 'management',
    name: 'Management',
    description: 'Who leads the company, succession, governance.',
    aliases: ['leadership', 'governance', 'succession'],
  },
  {
    slug: 'restructuring',
    name: 'Restructuring',
    description: 'Reorganisations and their charges.',
    aliases: ['reorganization', 'reorganisation', 'restructuring charges'],
  },
  {
    slug: 'supply-chain',
    name: 'Supply chain',
    description: 'Suppliers, logistics, shortages.',
    aliases: ['logistics', 'shortages', 'suppliers'],
  },
  {
    slug: 'inventory',
    name: 'Inventory',
    description: 'Stocks of goods, at the company and in the channel.',
    aliases: ['inventories', 'channel inventory'],
    parent: 'supply-chain',
  },
  {
    slug: 'capacity',
    name: 'Capacity',
    description: 'Plants, their expansion and how fully they run. Processing capacity is compute.',
    aliases: ['manufacturing capacity', 'utilization', 'utilisation'],
  },
  {
    slug: 'partnerships',
    name: 'Partnerships',
    description: 'Alliances, joint ventures, large customers as partners.',
    aliases: ['alliances', 'joint ventures'],
  },
  {
    slug: 'sustainability',
    name: 'Sustainability',
    description: 'Climate, environment and social responsibility.',
    aliases: ['esg', 'climate', 'emissions'],
  },
];
