import type { TopicDefinition } from './topic-definition';

/** Customers, rivals and the economy around a company. */
export const market: readonly TopicDefinition[] = [
  {
    slug: 'advertising',
    name: 'Advertising',
    description: 'Demand for advertisements, their prices, formats and results.',
    aliases: ['ads', 'ad spending', 'ad market'],
  },
  {
    slug: 'business-model',
    name: 'Business model',
    description: 'How a company earns its living and whether that lasts.',
    aliases: ['monetization', 'monetisation', 'revenue model'],
  },
  {
    slug: 'competition',
    name: 'Competition',
    description: 'Rivals, market share, relative strength.',
    aliases: ['competitors', 'market share', 'rivals'],
  },
  {
    slug: 'users',
    name: 'Users',
    description: 'How many people use a product: daily and monthly users, growth, reach.',
    aliases: ['user growth', 'dau', 'mau', 'dap', 'active users'],
  },
  {
    slug: 'engagement',
    name: 'Engagement',
    description: 'How much and how long people use a product.',
    aliases: ['time spent', 'usage'],
    parent: 'users',
  },
  {
    slug: 'short-video',
    name: 'Short video',
    description: 'Reels and other short videos.',
    aliases: ['reels', 'shorts'],
  },
  {
    slug: 'messaging',
    name: 'Messaging',
    description: 'Messengers and business messaging.',
    aliases: ['whatsapp', 'messenger', 'business messaging'],
  },
  {
    slug: 'commerce',
    name: 'Commerce',
    description: 'Online selling: marketplaces, payments, checkout.',
    aliases: ['e-commerce', 'ecommerce', 'online retail', 'shopping'],
  },
  {
    slug: 'demand',
    name: 'Demand',
    description: 'Orders, bookings, backlog, strength or weakness of end markets.',
    aliases: ['bookings', 'backlog', 'orders'],
  },
  {
    slug: 'pricing',
    name: 'Pricing',
    description: 'Prices a company charges, rises, discounts.',
    aliases: ['price increases', 'discounts', 'price'],
  },
  {
    slug: 'consumer',
    name: 'Consumer',
    description: 'Spending and mood of households.',
    aliases: ['consumer spending', 'consumer confidence'],
  },
  {
    slug: 'macroeconomy',
    name: 'Macroeconomy',
    description: 'Growth, recession and the state of economies.',
    aliases: ['macro', 'economy', 'recession'],
  },
  {
    slug: 'inflation',
    name: 'Inflation',
    description: 'Rising prices and wages as a condition of business.',
    parent: 'macroeconomy',
  },
  {
    slug: 'interest-rates',
    name: 'Interest rates',
    description: 'Rates of central banks and markets.',
    aliases: ['rates', 'federal reserve'],
    parent: 'macroeconomy',
  },
  {
    slug: 'currency',
    name: 'Currency',
    description: 'Exchange rates and their effect on results.',
    aliases: ['foreign exchange', 'fx', 'exchange rates'],
    parent: 'macroeconomy',
  },
  {
    slug: 'international',
    name: 'International',
    description: 'Business abroad, by region or country, where nothing narrower fits.',
    aliases: ['overseas', 'emerging markets'],
  },
  {
    slug: 'china',
    name: 'China',
    description: 'China as a market, a supplier, a rival or a risk.',
    parent: 'international',
  },
];
