import { type TopicDefinition, words } from './topic-definition';

/** Customers, rivals and what they do. */
export const market: readonly TopicDefinition[] = [
  {
    slug: 'advertising',
    name: 'Advertising',
    description: 'Demand for advertisements, their prices, formats and results.',
    aliases: words('ads, ad spending, ad market'),
    terms: words('advertising, advertiser, advertisement, ad, adtech, advertise'),
    phrases: words(
      'ad revenue, ad spending, ad spend, ad impression, price per ad, ad load, ad tech, marketing spend of advertisers, click through, ad market, ad format, advantage plus, ad buyer, cost per click, video ad',
    ),
    exclusions: words('ad hoc, ad nauseam, ad valorem, ad honorem, ad lib'),
  },
  {
    slug: 'marketing',
    name: 'Marketing',
    description: 'What a company does and spends to sell: campaigns, brands, promotion.',
    aliases: words('promotion, marketing spend'),
    terms: words('marketing'),
    phrases: words(
      'marketing spend, marketing campaign, brand awareness, marketing investment, marketing and sales, sales and marketing, promotional activity, brand building, ad campaign',
    ),
    exclusions: words('marketing authorization, energy marketing, marketing approval, gas marketing'),
  },
  {
    slug: 'business-model',
    name: 'Business model',
    description: 'How a company earns its living and whether that lasts.',
    aliases: words('monetization, monetisation, revenue model'),
    terms: words('monetization, monetize, monetizing, monetized'),
    phrases:
      words(`business model, revenue model, revenue stream, subscription model, licensing model, unit economics, operating model, sustainable revenue, earning model,
      flywheel, sustainable basis, asset light model, fee based model`),
  },
  {
    slug: 'competition',
    name: 'Competition',
    description: 'Rivals, market share, relative strength.',
    aliases: words('competitors, market share, rivals'),
    terms: words(
      'competition, competitor, competitive, competitiveness, rival, rivalry, incumbent, competing, outcompete',
    ),
    phrases:
      words(`market share, share gain, gain share, gaining share, gained share, taking share, lose share, losing share, lost share, competitive advantage, challenge industry leader,
      challenge … leader, ai startup, startups can challenge, market leader, industry leader, compete with, compete against, competes with, moat, market position, win rate,
      versus our peers, outperform peers, advantage over competitors, others who don't necessarily have, commoditized, commoditization, who builds this first`),
    hints: words('strengthened our conviction, dismissed concerns, disruption, other labs'),
    near: words('deepseek, openai, anthropic'),
    exclusions: words(
      'competitive pay, competitive compensation, competition law, competition authority, competition act, competitive reasons, for competitive purposes',
    ),
  },
  {
    slug: 'users',
    name: 'Users',
    description: 'How many people use a product: daily and monthly users, growth, reach.',
    aliases: words('user growth, dau, mau, dap, active users'),
    terms: words('dau, mau, dap, userbase, subscriber, signup, wau'),
    phrases:
      words(`user base, user growth, active user, daily active, monthly active, daily active people, monthly actives, daily actives, billion people, million people using, people using, used by more,
      active member, number of users, billion users, million users, paid member, paying customer, active customer, active account, weekly active, installed base, billion monthly, million monthly`),
    exclusions: words('serving billions of people'),
  },
  {
    slug: 'engagement',
    name: 'Engagement',
    description: 'How much and how long people use a product.',
    aliases: words('time spent, usage'),
    parent: 'users',
    phrases:
      words(`time spent, user engagement, organic engagement, session length, video watch time, watch time, app usage, product usage, viewing hours, daily usage, engagement growth,
      content engagement, customer engagement, engagement on, higher engagement, member engagement, increase engagement, deeper engagement, driving engagement, driver of engagement`),
    exclusions: words(
      'employee engagement, rules of engagement, shareholder engagement, engagement letter, investor engagement, stakeholder engagement',
    ),
  },
  {
    slug: 'short-video',
    name: 'Short video',
    description: 'Reels and other short videos.',
    aliases: words('reels, shorts'),
    terms: words('reels, Shorts'),
    phrases: words('short form video, short video, youtube shorts, vertical video'),
    exclusions: words('Shorts and tees'),
  },
  {
    slug: 'messaging',
    name: 'Messaging',
    description: 'Messengers and business messaging.',
    aliases: words('whatsapp, messenger, business messaging'),
    terms: words('whatsapp, messenger'),
    phrases: words(
      'business messaging, messaging platform, messaging app, click to message, paid messaging, instant messaging, messaging service, rcs messaging',
    ),
  },
  {
    slug: 'social-media',
    name: 'Social media',
    description: 'Social networks: feeds, creators, apps.',
    aliases: words('social networks, creators, threads'),
    terms: words('Instagram, Facebook, Threads, Snapchat, Pinterest, YouTube, creator'),
    phrases: words('social media, social network, content creator, family of apps, news feed, discussion platform'),
    exclusions: words('job creator, value creator, creator of jobs'),
  },
  {
    slug: 'commerce',
    name: 'Commerce',
    description: 'Online selling: marketplaces, payments, checkout.',
    aliases: words('e-commerce, ecommerce, online retail, shopping'),
    terms: words('ecommerce, omnichannel, marketplace'),
    phrases: words(
      'e commerce, online retail, online commerce, online sales, online shopping, digital commerce, third party seller, direct to consumer, dtc, online store, digital sales, gross merchandise, gmv, buy online, curbside pickup, e tail, online order',
    ),
    exclusions: words(
      'health insurance marketplace, in the marketplace, marketplace conditions, competitive marketplace',
    ),
  },
  {
    slug: 'payments',
    name: 'Payments',
    description: 'Cards, wallets, transfers and their volumes.',
    aliases: words('cards, payment volume'),
    terms: words('fintech, billed'),
    phrases: words(
      'payment volume, card spending, billed business, payment processing, digital wallet, digital payment, contactless payment, credit card, debit card, card member, merchant acquiring, network volume, cross border volume, card fee, discount revenue, buy now pay later, mobile payment',
    ),
    exclusions: words('tax payment, dividend payment, press the'),
  },
  {
    slug: 'retail-stores',
    name: 'Stores',
    description: 'Shops, their opening and closing, traffic.',
    aliases: words('retail stores, store openings, foot traffic'),
    phrases: words(
      'store opening, new store, store closure, store traffic, foot traffic, store base, store count, brick and mortar, store fleet, company operated store, retail store, store remodel, comparable store, restaurant opening, retail location, physical store',
    ),
  },
  {
    slug: 'demand',
    name: 'Demand',
    description: 'Orders, bookings, backlog, strength or weakness of end markets.',
    aliases: words('bookings, backlog, orders'),
    terms: words('demand, backlog, booking, bookings'),
    phrases: words(
      'order intake, order growth, orders were, order book, book to bill, end market, order backlog, incoming order, order trend, order rate, customer order, orders increased, orders decreased, orders declined, orders up, orders down, volume growth, lower volume, higher volume, sales volume, volume decline, new order',
    ),
    exclusions: words(
      'on demand, demand letter, demand charge, demand response, video on demand, supply and demand for labor, demand side management',
    ),
  },
  {
    slug: 'customers',
    name: 'Customers',
    description: 'Winning, serving and concentrating on customers.',
    aliases: words('customer wins, new customers, customer experience'),
    phrases: words(
      'new customer, customer win, customer base, customer experience, customer satisfaction, customer acquisition, net promoter, customer relationship, large customer, customer concentration, customer service, new client, client base, customers added, customer growth',
    ),
  },
  {
    slug: 'pricing',
    name: 'Pricing',
    description: 'Prices a company charges, rises, discounts.',
    aliases: words('price increases, discounts, price'),
    terms: words('pricing, discounting'),
    phrases: words(
      'price increase, price cut, price hike, selling price, average price, price realization, discount, price reduction, price competition, price action, raise price, raised price, raising price, lower price, higher price, cut price, price elasticity, price mix, promotional pricing, price point, markdown, price adjustment, list price, rate increase',
    ),
    exclusions: words(
      'discount rate, purchase price, share price, stock price, discount revenue, discounted cash flow, discount to net asset, stock at a discount, oil price, commodity price, gas price, power price, oil pricing, interest rate increase, federal rate increase, discount brokerage',
    ),
  },
  {
    slug: 'consumer',
    name: 'Consumer',
    description: 'Spending and mood of households.',
    aliases: words('consumer spending, consumer confidence'),
    phrases: words(
      'consumer spending, consumer confidence, consumer demand, consumer sentiment, household spending, disposable income, consumer behavior, consumer discretionary, discretionary spending, discretionary spend, the consumer, consumer trend, stimulus check, consumer preference',
    ),
    exclusions: words('consumer price index, the consumer business, the consumer financial protection'),
  },
  {
    slug: 'travel',
    name: 'Travel',
    description: 'Air traffic, hotels, holidays and business trips.',
    aliases: words('airlines, tourism, hospitality'),
    terms: words('airline, tourism, cruise, aviation, leisure, hotel'),
    phrases: words(
      'business travel, air travel, travel restriction, corporate travel, travel and entertainment, t&e, international travel, leisure travel, commercial aviation, flight hour, air traffic, travel demand, travel recovery',
    ),
    exclusions: words('cruise control'),
  },
];
