import type { TopicDefinition } from './topic-definition';

/** Models, what they run on, and who makes them. */
export const artificialIntelligence: readonly TopicDefinition[] = [
  {
    slug: 'artificial-intelligence',
    name: 'Artificial intelligence',
    description: 'AI as a field or a product, where nothing narrower fits.',
    aliases: ['ai', 'machine learning', 'genai', 'generative ai'],
  },
  {
    slug: 'ai-strategy',
    name: 'AI strategy',
    description: 'How a company means to win with AI: conviction, focus, order of steps.',
    parent: 'artificial-intelligence',
  },
  {
    slug: 'ai-models',
    name: 'AI models',
    description: 'Foundation models: architecture, training, quality, releases.',
    aliases: ['foundation models', 'large language models', 'llm', 'llms'],
    parent: 'artificial-intelligence',
  },
  {
    slug: 'ai-innovation',
    name: 'AI innovation',
    description: 'New methods and breakthroughs in AI, whoever makes them.',
    parent: 'artificial-intelligence',
  },
  {
    slug: 'ai-agents',
    name: 'AI agents',
    description: 'Software that plans and acts on a person’s behalf.',
    aliases: ['agents', 'agentic ai'],
    parent: 'artificial-intelligence',
  },
  {
    slug: 'ai-monetization',
    name: 'AI monetization',
    description: 'What AI products earn, and how: subscriptions, usage, better advertising.',
    aliases: ['ai monetisation', 'ai revenue'],
    parent: 'artificial-intelligence',
  },
  {
    slug: 'meta-ai',
    name: 'Meta AI',
    description: 'Meta’s assistant of that name; not Meta’s work on AI at large.',
    parent: 'artificial-intelligence',
  },
  {
    slug: 'llama',
    name: 'Llama',
    description: 'Meta’s family of language models.',
    parent: 'ai-models',
  },
  {
    slug: 'deepseek',
    name: 'DeepSeek',
    description: 'The Chinese AI company and its models, and what others make of them.',
  },
  {
    slug: 'compute',
    name: 'Compute',
    description:
      'Processing capacity for AI and other workloads: how much is needed, bought, built or freed. Not “computing platforms” such as glasses, and not computers as a product.',
    aliases: ['computing capacity', 'compute capacity'],
  },
  {
    slug: 'ai-infrastructure',
    name: 'AI infrastructure',
    description: 'The clusters, sites and networks on which AI is trained and served, and what is put into them.',
    aliases: ['ai infra'],
    parent: 'compute',
  },
  {
    slug: 'inference',
    name: 'Inference',
    description: 'Running trained models: capacity, cost and quality at the time of use. Not statistical inference.',
    aliases: ['inference-time compute', 'test-time compute'],
    parent: 'compute',
  },
  {
    slug: 'ai-training',
    name: 'AI training',
    description: 'Training models: runs, capacity and cost before use.',
    aliases: ['model training', 'pre-training', 'post-training'],
    parent: 'compute',
  },
  {
    slug: 'data-centers',
    name: 'Data centers',
    description: 'Buildings with servers: sites, power, leases, commissioning.',
    aliases: ['data centres', 'datacenters', 'data center'],
    parent: 'compute',
  },
  {
    slug: 'custom-silicon',
    name: 'Custom silicon',
    description: 'Chips a company designs for itself.',
    aliases: ['in-house chips', 'asic', 'mtia', 'tpu'],
    parent: 'compute',
  },
  {
    slug: 'gpus',
    name: 'GPUs',
    description: 'Graphics and AI accelerators: supply, orders, generations.',
    aliases: ['gpu', 'accelerators', 'ai chips'],
    parent: 'compute',
  },
];
