import { type TopicDefinition, words } from './topic-definition';

/** The economy around a company, and the regions it works in. */
export const economy: readonly TopicDefinition[] = [
  {
    slug: 'macroeconomy',
    name: 'Macroeconomy',
    description: 'Growth, recession and the state of economies.',
    aliases: words('macro, economy, recession'),
    terms: words('macro, macroeconomic, economy, recession, recessionary, gdp, unemployment'),
    phrases: words(
      'macro environment, economic environment, economic condition, economic growth, economic uncertainty, economic recovery, economic slowdown, economic downturn, global economy, soft landing, business cycle, economic impact, economic activity, market condition, economic backdrop',
    ),
    exclusions: words(
      'economy of scale, economies of scale, fuel economy, circular economy, gig economy, hydrogen economy',
    ),
  },
  {
    slug: 'inflation',
    name: 'Inflation',
    description: 'Rising prices and wages as a condition of business.',
    parent: 'macroeconomy',
    terms: words('inflation, inflationary, deflation, disinflation, deflationary'),
    phrases: words('wage inflation, cost inflation, rising price, price inflation, consumer price index, cpi'),
  },
  {
    slug: 'interest-rates',
    name: 'Interest rates',
    description: 'Rates of central banks and markets.',
    aliases: words('rates, federal reserve'),
    parent: 'macroeconomy',
    terms: words('libor, sofr, nii'),
    phrases: words(
      'interest rate, federal reserve, the Fed, rate cut, rate hike, rate environment, central bank, basis point cut, higher for longer, yield curve, treasury yield, fed fund, net interest margin, net interest income, deposit beta, low rate environment, mortgage rate',
    ),
    exclusions: words('tax rate cut'),
  },
  {
    slug: 'currency',
    name: 'Currency',
    description: 'Exchange rates and their effect on results.',
    aliases: words('foreign exchange, fx, exchange rates'),
    parent: 'macroeconomy',
    terms: words('fx, currency, forex, currencies'),
    phrases: words(
      'foreign exchange, exchange rate, constant currency, foreign currency, strong dollar, stronger dollar, weaker dollar, currency headwind, currency tailwind, dollar strength',
    ),
    exclusions: words('digital currency, cryptocurrency, virtual currency'),
  },
  {
    slug: 'commodities',
    name: 'Commodities',
    description: 'Raw materials and their prices: metals, grain, plastics.',
    aliases: words('raw materials, commodity prices'),
    parent: 'macroeconomy',
    terms: words('commodity, commodities, steel, copper, aluminum, corn, soybean, resin, lithium, lumber'),
    phrases: words('raw material, commodity price, feed ingredient, feed cost, grain price, metal price'),
    exclusions: words('commodity product'),
  },
  {
    slug: 'pandemic',
    name: 'Pandemic',
    description: 'Covid-19 and other epidemics and what they do to business.',
    aliases: words('covid, covid-19, coronavirus'),
    terms: words('covid, covid19, coronavirus, pandemic, lockdown, quarantine, vaccine, vaccination, omicron'),
    phrases: words(
      'stay at home order, shelter in place, social distancing, delta variant, post pandemic, personal protective equipment, ppe, reopening',
    ),
    exclusions: words('vaccine sales'),
  },
  {
    slug: 'weather',
    name: 'Weather',
    description: 'Storms, heat, cold and other forces of nature.',
    aliases: words('storms, hurricanes'),
    terms: words('hurricane, wildfire, drought, tornado, weather, snowstorm, flooding, storm, earthquake'),
    phrases: words(
      'severe weather, winter storm, mild winter, cold weather, warm weather, catastrophe loss, natural disaster, weather normalized, storm restoration',
    ),
    exclusions: words(
      'weather the, perfect storm, storm the, weathering, weathered, brainstorm, weather this, fair weather',
    ),
  },
  {
    slug: 'geopolitics',
    name: 'Geopolitics',
    description: 'Wars, sanctions and tension between states.',
    aliases: words('war, sanctions, geopolitical'),
    terms: words('geopolitical, geopolitics, sanction, Ukraine, Russia, war, Taiwan'),
    phrases: words(
      'middle east conflict, red sea, national security, armed conflict, political instability, political uncertainty, trade tension',
    ),
    exclusions: words('war on talent, war for talent, star wars, price war, war chest, war room, god of war, post war'),
  },
  {
    slug: 'international',
    isResidual: true,
    name: 'International',
    description: 'Business abroad, by region or country, where nothing narrower fits.',
    aliases: words('overseas, emerging markets'),
    terms: words(
      'overseas, Europe, emea, Asia, Latam, India, Brazil, Japan, Mexico, Germany, apac, Africa, Canada, Korea',
    ),
    phrases: words(
      'emerging market, international market, international business, international revenue, asia pacific, latin america, middle east, rest of world, rest of the world, international expansion, united kingdom, outside the US, southeast asia, international growth, international operations, european union',
    ),
  },
  {
    slug: 'china',
    name: 'China',
    description: 'China as a market, a supplier, a rival or a risk.',
    parent: 'international',
    terms: words('China, Chinese, Beijing, Shanghai, Hong Kong'),
    phrases: words('Hong Kong, mainland China'),
    exclusions: words('fine china, china cabinet'),
  },
  {
    slug: 'housing',
    name: 'Housing',
    description: 'Homes, mortgages, property and building.',
    aliases: words('real estate, mortgages, construction'),
    terms: words('housing, mortgage, homebuilder, homebuilding, homeowner, refi'),
    phrases: words(
      'real estate, housing market, home sales, home price, residential construction, commercial construction, nonresidential construction, construction market, housing start, single family, multi family, repair and remodel, non residential, construction activity',
    ),
    exclusions: words('real estate on the page'),
  },
];
