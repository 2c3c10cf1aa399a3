import type { TopicDefinition } from './topic-definition';

/** Products and technology outside AI. */
export const technology: readonly TopicDefinition[] = [
  {
    slug: 'open-source',
    name: 'Open source',
    description: 'Publishing code or model weights for others to use, and building on what others publish.',
    aliases: ['open-sourcing', 'open weights', 'oss'],
  },
  {
    slug: 'cloud',
    name: 'Cloud',
    description: 'Rented computing, storage and software platforms: growth, migration, consumption.',
    aliases: ['cloud computing', 'public cloud'],
  },
  {
    slug: 'cybersecurity',
    name: 'Cybersecurity',
    description: 'Attacks, breaches and what is sold or done against them.',
    aliases: ['cyber security', 'information security'],
  },
  {
    slug: 'semiconductors',
    name: 'Semiconductors',
    description: 'Chips as an industry: fabs, nodes, memory, cycles.',
    aliases: ['chips'],
  },
  {
    slug: 'software-subscriptions',
    name: 'Software subscriptions',
    description: 'Recurring software revenue: seats, renewals, net retention.',
    aliases: ['saas', 'arr', 'net retention'],
  },
  {
    slug: 'metaverse',
    name: 'Metaverse',
    description: 'Virtual worlds and the work on them.',
    aliases: ['reality labs'],
  },
  {
    slug: 'wearables',
    name: 'Wearables',
    description: 'Glasses, headsets and watches.',
    aliases: ['smart glasses', 'ai glasses', 'headsets', 'vr', 'ar'],
  },
  {
    slug: 'product-roadmap',
    name: 'Product roadmap',
    description: 'What is to be released, and when.',
    aliases: ['roadmap', 'launches', 'pipeline of products'],
  },
  {
    slug: 'research-and-development',
    name: 'Research and development',
    description: 'Spending on and results of research and engineering.',
    aliases: ['r&d', 'rd'],
  },
  {
    slug: 'energy',
    name: 'Energy',
    description: 'Power, fuel and their prices, as an input or a product.',
    aliases: ['power', 'electricity'],
  },
  {
    slug: 'electric-vehicles',
    name: 'Electric vehicles',
    description: 'Electric cars and trucks, batteries and charging.',
    aliases: ['ev', 'evs'],
  },
  {
    slug: 'clinical-trials',
    name: 'Clinical trials',
    description: 'Drugs and devices on their way to approval.',
    aliases: ['drug pipeline', 'drug approval'],
  },
];
