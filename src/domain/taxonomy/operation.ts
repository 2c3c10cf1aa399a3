import { type TopicDefinition, words } from './topic-definition';

/** Running the company: people, plants, suppliers, partners. */
export const operation: readonly TopicDefinition[] = [
  {
    slug: 'headcount',
    name: 'Headcount',
    description: 'Hiring, lay-offs and the number of people employed.',
    aliases: words('hiring, layoffs, workforce, employees'),
    terms: words(
      'headcount, hiring, hire, hired, layoff, workforce, furlough, furloughed, staffing, attrition, redundancies',
    ),
    phrases: words(
      'head count, laid off, lay off, number of employees, job cut, new hire, reduction in force, over … employees, our employees, full time employee, performance related reduction, employee compensation, employee turnover, labor shortage, labor availability, cut … jobs, cutting … jobs',
    ),
    exclusions: words(
      'customer attrition, staffing business, staffing industry, for hire, hire purchase, client attrition, portfolio attrition',
    ),
  },
  {
    slug: 'talent',
    name: 'Talent',
    description: 'Competition for skilled people and their pay.',
    parent: 'headcount',
    terms: words('talent, recruiting, recruit, recruitment, talented'),
    phrases: words(
      'war for talent, retain talent, attract talent, top talent, technical talent, ai talent, employee retention, talent density, wage increase, sales force hiring, retention bonus',
    ),
    exclusions: words('patient recruitment, talented creators, patients recruited'),
  },
  {
    slug: 'workplace-safety',
    name: 'Workplace safety',
    description: 'Health and safety of those who work for the company.',
    aliases: words('employee safety, safety record'),
    parent: 'headcount',
    phrases: words(
      'employee safety, safety of our employees, safety of our people, safety of our team, health and safety, safety protocol, safety performance, safety record, safety measure, safety and health, safety and well being, safety and wellbeing, recordable incident, team member safety, safety of our colleagues, safe work environment',
    ),
    exclusions: words('food safety'),
  },
  {
    slug: 'management',
    name: 'Management',
    description: 'Who leads the company, succession, governance.',
    aliases: words('leadership, governance, succession'),
    terms: words('succession, governance'),
    phrases: words(
      'leadership team, leadership change, leadership transition, board of directors, ceo transition, new ceo, new cfo, appointed … officer, step down, stepping down, successor, proxy, activist investor, joined … as chief, named … chief, our new chief, management change, management team, will succeed',
    ),
    exclusions: words('data governance, step down in, stepping down in, by proxy for demand, proxy for'),
  },
  {
    slug: 'restructuring',
    name: 'Restructuring',
    description: 'Reorganisations and their charges.',
    aliases: words('reorganization, reorganisation, restructuring charges'),
    terms: words(
      'restructuring, restructure, reorganization, severance, turnaround, bankruptcy, reorganize, reorganized',
    ),
    phrases: words(
      'restructuring charge, restructuring cost, plant closure, facility closure, footprint consolidation, facility consolidation, transformation program, chapter 11, site closure, footprint optimization, exit cost, office consolidation',
    ),
    exclusions: words(
      'maintenance turnaround, refinery turnaround, troubled debt restructuring, turnaround time, planned turnaround',
    ),
  },
  {
    slug: 'supply-chain',
    name: 'Supply chain',
    description: 'Suppliers, logistics, shortages.',
    aliases: words('logistics, shortages, suppliers'),
    terms: words('logistics, shortage, supplier, freight, procurement, sourcing, nearshoring, reshoring, bottleneck'),
    phrases: words(
      'supply chain, supply constraint, supply availability, component availability, lead time, shipping cost, ocean freight, air freight, container cost, port congestion, supply disruption, component shortage, supply constrained, sea freight, forwarding, supply shortage, vendor consolidation',
    ),
    exclusions: words('open sourcing, labor shortage, talent shortage, crowd sourcing, crowdsourcing'),
  },
  {
    slug: 'inventory',
    name: 'Inventory',
    description: 'Stocks of goods, at the company and in the channel.',
    aliases: words('inventories, channel inventory'),
    parent: 'supply-chain',
    terms: words('inventory, inventories, destocking, restocking, destock, restock, overstock'),
    phrases: words(
      'channel inventory, inventory level, stock level, days of inventory, inventory turn, out of stock, inventory write down, in stock position, finished goods, safety stock',
    ),
    exclusions: words('ad inventory, advertising inventory, inventory of homes, housing inventory'),
  },
  {
    slug: 'capacity',
    name: 'Capacity',
    description: 'Plants, their expansion and how fully they run. Processing capacity is compute.',
    aliases: words('manufacturing capacity, utilization, utilisation'),
    terms: words('utilization, underutilization, debottlenecking'),
    phrases: words(
      'manufacturing capacity, production capacity, plant capacity, capacity expansion, capacity utilization, new plant, new factory, production line, manufacturing footprint, throughput, capacity addition, production rate, plant expansion, new facility, capacity constraint, capacity increase, ramp production, production ramp',
    ),
    exclusions: words(
      'share utilization, utilization of the revolver, utilization management, medical utilization, data center capacity, credit utilization',
    ),
  },
  {
    slug: 'manufacturing',
    name: 'Manufacturing',
    description: 'Making goods: plants, yields, quality, shutdowns.',
    aliases: words('production, plants, factories'),
    terms: words('manufacturing, factory, factories'),
    phrases: words(
      'manufacturing plant, manufacturing facility, manufacturing operation, production facility, plant shutdown, manufacturing yield, production volume, assembly line, contract manufacturer, quality control, processing plant',
    ),
    exclusions: words('ai factory, factory outlet, manufacturing customers'),
  },
  {
    slug: 'partnerships',
    name: 'Partnerships',
    description: 'Alliances, joint ventures, large customers as partners.',
    aliases: words('alliances, joint ventures'),
    terms: words('partnership, alliance, collaboration, partnering, partnered'),
    phrases: words(
      'joint venture, strategic partner, partner ecosystem, channel partner, teamed up, strategic partnership, partner with, co brand, cobrand partner, go to market partner, licensing agreement, distribution agreement',
    ),
    exclusions: words(
      'limited partnership, general partnership, partnership units, energy partners, Partners LP, master limited, collaboration tool, collaboration software',
    ),
  },
  {
    slug: 'sustainability',
    name: 'Sustainability',
    description: 'Climate, environment and social responsibility.',
    aliases: words('esg, climate, emissions'),
    terms: words(
      'sustainability, esg, emission, decarbonization, decarbonize, carbon, recycling, biodiversity, decarbonizing',
    ),
    phrases: words(
      'climate change, net zero, carbon neutral, carbon footprint, greenhouse gas, environmental social, social responsibility, carbon emission, science based target, recycled content, zero emission, co2 emission',
    ),
    exclusions: words('carbon fiber, carbon steel, sustainability of the dividend, climate control'),
  },
  {
    slug: 'diversity',
    name: 'Diversity',
    description: 'Diversity, equity and inclusion.',
    aliases: words('dei, inclusion'),
    terms: words('diversity, dei'),
    phrases: words(
      'diversity and inclusion, diversity equity, racial equity, racial justice, social justice, gender equality, underrepresented, inclusive culture, black lives',
    ),
    exclusions: words('diversity of revenue, diversity of products, product diversity, diversity of our portfolio'),
  },
  {
    slug: 'quality-and-recalls',
    name: 'Quality and recalls',
    description: 'Defects, recalls, outages and warranty.',
    aliases: words('recalls, warranty, outages'),
    terms: words('defect, warranty, outage'),
    phrases: words(
      'product recall, vehicle recall, voluntary recall, recall of, recalled … vehicles, recalled … units, recall campaign, recall cost, quality issue, product quality, service disruption, warranty claim, food safety, contaminated, safety recall, product safety',
    ),
    exclusions: words('extended warranty, planned outage'),
  },
];
