import { type TopicDefinition, words } from './topic-definition';

/** Industries with a language of their own. */
export const sector: readonly TopicDefinition[] = [
  {
    slug: 'energy',
    name: 'Energy',
    description: 'Power, fuel and their prices, as an input or a product.',
    aliases: words('power, electricity'),
    terms: words('electricity, nuclear, gasoline, diesel, utility, utilities, lng, turbine, megawatt, gigawatt'),
    phrases: words(
      'energy cost, energy price, power price, power generation, power plant, natural gas, power purchase agreement, energy transition, power market, electric utility, energy market, energy consumption, energy demand, power grid, power supply, power capacity, gas power, electric rate, fuel price, fuel cost, gas turbine, transmission line, ppa, electric grid',
    ),
    exclusions: words('utility player, utility vehicle, nuclear option'),
  },
  {
    slug: 'renewables',
    name: 'Renewables',
    description: 'Wind, sun, storage and other clean sources of power.',
    aliases: words('solar, wind power, renewable energy, clean energy'),
    parent: 'energy',
    terms: words('renewable, solar, photovoltaic, repowering, offshore'),
    phrases: words(
      'renewable energy, clean energy, wind farm, wind project, onshore wind, offshore wind, wind turbine, wind power, battery storage, energy storage, green hydrogen, solar project, wind and solar, wind energy, tax equity, production tax credit, investment tax credit',
    ),
    exclusions: words('offshore account, offshore development, offshore team, offshore delivery, offshore drilling'),
  },
  {
    slug: 'oil-and-gas',
    name: 'Oil and gas',
    description: 'Finding, producing, refining and moving oil and gas.',
    aliases: words('oil, gas, crude'),
    parent: 'energy',
    terms: words('oil, crude, pipeline, refinery, refining, upstream, midstream, opec, barrel, rig, shale, fracking'),
    phrases: words(
      'oil price, oil and gas, drilling activity, natural gas pipeline, oil field, oilfield, permian basin, gas production',
    ),
    exclusions: words(
      'product pipeline, sales pipeline, deal pipeline, pipeline of, our pipeline, strong pipeline, drug pipeline, acquisition pipeline, project pipeline, robust pipeline, pipeline is, pipeline remains, pipeline for, clinical pipeline, olive oil, cooking oil, palm oil, development pipeline, the pipeline, m&a pipeline, innovation pipeline, ad pipeline, data pipeline, pipeline growth, soybean oil, vegetable oil, big rig, oil free, cross barrel, pork barrel',
    ),
  },
  {
    slug: 'electric-vehicles',
    name: 'Electric vehicles',
    description: 'Electric cars and trucks, batteries and charging.',
    aliases: words('ev, evs'),
    parent: 'automotive',
    terms: words('ev, bev, phev'),
    phrases: words(
      'electric vehicle, electric car, electric truck, charging station, battery electric, charging network, ev charging, vehicle battery, charging infrastructure, gigafactory',
    ),
  },
  {
    slug: 'automotive',
    name: 'Automotive',
    description: 'Cars, trucks, their makers and suppliers.',
    aliases: words('cars, vehicles, auto'),
    terms: words('automotive, automaker, oem'),
    phrases: words(
      'vehicle production, auto production, light vehicle, car dealer, used car, auto dealer, vehicle delivery, vehicle deliveries, auto sales, auto market, commercial vehicle, truck build, new vehicle, class 8',
    ),
    exclusions: words('oem customers in networking'),
  },
  {
    slug: 'aerospace-and-defense',
    name: 'Aerospace and defense',
    description: 'Aircraft, engines, weapons and space.',
    aliases: words('defense, aerospace, military'),
    terms: words('aerospace, aircraft, airframe, military, missile, defense, fighter, airbus, boeing'),
    phrases: words(
      'defense spending, department of defense, commercial aerospace, jet engine, defense budget, defense business, 737 max, space launch',
    ),
    exclusions: words(
      'defense against, legal defense, defense of the case, self defense, first line of defense, line of defense',
    ),
  },
  {
    slug: 'clinical-trials',
    name: 'Clinical trials',
    description: 'Drugs and devices on their way to approval.',
    aliases: words('drug pipeline, drug approval'),
    parent: 'healthcare',
    phrases: words(
      'clinical trial, clinical study, clinical data, phase 1, phase 2, phase 3, phase iii, phase ii, drug pipeline, drug approval, fda approval, fda clearance, patient enrollment, clinical development, clinical pipeline, new drug application, topline data, clinical research',
    ),
    exclusions: words(
      'phase 1 of the project, phase 2 of the project, phase 2 of our, phase 1 of our, phase 3 of our, phase 2 of the, phase 1 of the',
    ),
  },
  {
    slug: 'healthcare',
    name: 'Healthcare',
    description: 'Hospitals, medicines, devices, patients and insurers.',
    aliases: words('health care, pharma, medical'),
    terms: words(
      'healthcare, hospital, pharma, pharmaceutical, patient, medicare, medicaid, biotech, biopharma, physician, therapeutics, glp1, medtech',
    ),
    phrases: words(
      'health care, medical device, elective procedure, health plan, life sciences, glp 1, medical cost, drug pricing, health insurance, contrast media, telehealth, gene therapy',
    ),
    exclusions: words(
      'be patient, patient investor, patient capital, employee health care, patient with us, very patient, remain patient, is patient',
    ),
  },
  {
    slug: 'banking',
    name: 'Banking and lending',
    description: 'Deposits, loans, fees and capital of lenders.',
    aliases: words('banks, lending, loans, deposits'),
    terms: words('lending, deposit, loan, underwriting, lender, cet1'),
    phrases: words(
      'loan growth, deposit growth, commercial loan, consumer loan, investment banking, wealth management, asset management, capital ratio, tier 1, trading revenue, assets under management, leveraged lending, student loan, small business lending, fee income',
    ),
    exclusions: words(
      'term loan, ppp loan, security deposit, loan agreement, loan facility, on deposit, asset based loan',
    ),
  },
  {
    slug: 'insurance',
    name: 'Insurance',
    description: 'Premiums, claims, catastrophes and cover.',
    aliases: words('premiums, claims'),
    terms: words('insurance, insurer, reinsurance, actuarial, policyholder'),
    phrases: words(
      'combined ratio, premium growth, written premium, loss ratio, claims frequency, insurance claim, catastrophe loss',
    ),
    exclusions: words('unemployment insurance, insurance coverage for employees, insurance recovery'),
  },
  {
    slug: 'agriculture-and-food',
    name: 'Agriculture and food',
    description: 'Farming, meat, food and drink and those who sell them.',
    aliases: words('food, farming, restaurants'),
    terms: words(
      'agriculture, agricultural, farmer, poultry, chicken, pork, beef, livestock, grocery, restaurant, beverage, protein, foodservice, crop, broiler, cattle, meat',
    ),
    phrases: words(
      'food service, packaged food, food price, prepared food, quick service, crop protection, food processing, retail grocery, further processed, fresh chicken',
    ),
    exclusions: words('chicken and egg, crop up, crop of, protein folding, protein therapeutics'),
  },
  {
    slug: 'gaming-and-media',
    name: 'Gaming and media',
    description: 'Games, films, music, sport and streaming.',
    aliases: words('games, streaming, entertainment, media'),
    terms: words('gaming, streaming, esports, gamer, podcast, cinema, theatrical'),
    phrases: words(
      'video game, streaming service, box office, sports rights, live sports, content spending, original content, film slate, linear tv, pay tv, game console, live event, music streaming, cord cutting, tv network',
    ),
    exclusions: words(
      'streaming today’s call, revenue streaming, if you are streaming, streaming data, gaming the system, streaming this call, streaming over',
    ),
  },
  {
    slug: 'cryptocurrency',
    name: 'Cryptocurrency',
    description: 'Digital coins, their exchanges and what is built on them.',
    aliases: words('crypto, bitcoin, blockchain'),
    terms: words('crypto, cryptocurrency, bitcoin, blockchain, stablecoin, ethereum, cryptocurrencies, btc'),
    phrases: words('digital asset, digital currency, bitcoin mining'),
  },
];
