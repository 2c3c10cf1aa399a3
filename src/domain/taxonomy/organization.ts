import { type TopicDefinition, words } from './topic-definition';

const about = (name: string, kind: string, slug: string, terms: string, more: Partial<TopicDefinition> = {}) => ({
  slug,
  name,
  description: `${kind}, and what others make of it.`,
  terms: words(terms),
  isOrganization: true,
  ...more,
});

/** Companies that calls of others speak of. Names that are words as well are written with their capital. */
export const organization: readonly TopicDefinition[] = [
  about('DeepSeek', 'The Chinese AI company and its models', 'deepseek', 'deepseek', {
    phrases: words('deep seek, deep seeks'),
  }),
  about(
    'OpenAI',
    'The AI company and its models, ChatGPT among them',
    'openai',
    'openai, chatgpt, gpt4, gpt5, gpt3, Sora',
    {
      phrases: words('open ai, chat gpt, gpt 4, gpt 5, gpt 3'),
      exclusions: words(
        'open ai model, open ai ecosystem, open ai standard, open ai platform, open ai infrastructure, open ai stack',
      ),
    },
  ),
  about('Anthropic', 'The AI company and its models', 'anthropic', 'anthropic', {
    phrases: words('Claude 3, Claude model, Claude code'),
  }),
  about('xAI', 'The AI company and its models', 'xai', 'xai, Grok'),
  about('Mistral AI', 'The French AI company and its models', 'mistral', 'Mistral'),
  about('NVIDIA', 'The maker of GPUs and its platforms', 'nvidia', 'nvidia, nvda'),
  about('AMD', 'The maker of processors and accelerators', 'amd', 'AMD', { phrases: words('Advanced Micro Devices') }),
  about('Intel', 'The maker of processors and its foundry', 'intel', 'Intel'),
  about('Broadcom', 'The maker of chips and software', 'broadcom', 'broadcom, VMware'),
  about('TSMC', 'The foundry', 'tsmc', 'tsmc', { phrases: words('Taiwan Semiconductor') }),
  about('Qualcomm', 'The maker of chips for phones', 'qualcomm', 'qualcomm'),
  about('Microsoft', 'The maker of software and its cloud', 'microsoft', 'microsoft, Azure, LinkedIn'),
  about('Alphabet', 'Google and its sisters', 'alphabet', 'google, YouTube, Waymo, Gemini, DeepMind', {
    aliases: words('google, youtube, googl'),
    phrases: words('Alphabet Inc'),
  }),
  about('Amazon', 'The shop, its marketplace and its cloud', 'amazon', 'Amazon, AWS', {
    aliases: words('aws'),
    phrases: words('amazon web services'),
    exclusions: words('Amazon rainforest, Amazon river'),
  }),
  about('Apple', 'The maker of phones, computers and services', 'apple', 'Apple', {
    exclusions: words('Apple pie, Apple juice, Apple orchard, Big Apple'),
  }),
  about('Meta', 'Facebook and its sisters', 'meta', 'Meta', {
    aliases: words('facebook, meta platforms'),
    phrases: words('Meta Platforms'),
    exclusions: words('Meta analysis, Meta AI glasses'),
  }),
  about('TikTok', 'The app and its owner ByteDance', 'tiktok', 'tiktok, bytedance', {
    phrases: words('tik tok, byte dance'),
  }),
  about('Snap', 'The maker of Snapchat', 'snap', 'Snapchat', { phrases: words('Snap Inc') }),
  about('X', 'The network once called Twitter', 'twitter', 'Twitter, tweet', { aliases: words('x corp') }),
  about('Netflix', 'The streaming service', 'netflix', 'netflix'),
  about('Disney', 'The media group and its parks', 'disney', 'Disney, Hulu', {}),
  about('Tesla', 'The maker of electric cars', 'tesla', 'Tesla', {}),
  about('Samsung', 'The maker of phones and memory', 'samsung', 'samsung'),
  about('Huawei', 'The maker of network gear and phones', 'huawei', 'huawei'),
  about('Oracle', 'The maker of databases and its cloud', 'oracle', 'Oracle', { exclusions: words('Oracle of Omaha') }),
  about('Salesforce', 'The maker of software for sales', 'salesforce', 'Salesforce', {}),
  about('CoreWeave', 'The provider of rented GPUs', 'coreweave', 'coreweave'),
  about('Alibaba', 'The Chinese shop and cloud, with its Qwen models', 'alibaba', 'alibaba, Qwen'),
  about('Walmart', 'The retailer', 'walmart', 'walmart'),
  about('Costco', 'The retailer', 'costco', 'costco'),
  about('EssilorLuxottica', 'The maker of glasses', 'essilorluxottica', 'essilorluxottica, EssilorLuxottica', {
    phrases: words('Essilor Luxottica'),
  }),
  about('Uber', 'The service for rides and deliveries', 'uber', 'Uber'),
  about('Boeing', 'The maker of aircraft', 'boeing', 'boeing'),
  about('Airbus', 'The maker of aircraft', 'airbus', 'airbus'),
];
