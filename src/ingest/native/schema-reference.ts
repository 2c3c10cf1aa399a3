import { EventStatus, EventType } from '../../domain/event.entity';
import { ExecutiveRole } from '../../domain/executive.entity';
import { FirmKind } from '../../domain/firm.entity';
import { IdentifierScheme } from '../../domain/identifier.entity';
import { currency, day, days, instant, kind, list, object, pattern, quarter, slug, words } from './schema-part';

/** Who and what is named: the nodes that documents refer to. */

export const company = object('a company', {
  slug: pattern(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'stable short name in lower case, such as meta'),
  name: words('its name today'),
  names: list(
    object('a name with its days', { name: words('the name'), ...days }),
    'its names over time; left out when it only ever had one',
  ).optional(),
  sector: words('sector, as a data vendor would file it').optional(),
  industry: words('industry within the sector').optional(),
  country: pattern(/^[A-Z]{2}$/, 'country of the head office, ISO 3166-1 alpha-2, such as US').optional(),
  currency: currency('currency of its accounts, ISO 4217, such as USD').optional(),
  fiscalYearEnd: pattern(/^\d{2}-\d{2}$/, 'last day of the fiscal year as MM-DD, such as 12-31').optional(),
  symbols: list(
    object('a symbol with its days', {
      symbol: pattern(/^[A-Z0-9.-]+$/, 'symbol in capitals, such as META'),
      exchange: words('exchange, such as NASDAQ'),
      ...days,
    }),
    'symbols over time; none for what is not listed',
  ).optional(),
  identifiers: list(
    object('an identifier with its days', {
      scheme: kind(IdentifierScheme, 'who gave it out'),
      value: words('the identifier; a CIK without leading zeros'),
      ...days,
    }),
    'numbers and codes under which others file it',
  ).optional(),
}).meta({ id: 'company' });

export const person = object('a person', {
  name: words('the name they are commonly known by'),
  aliases: list(words('another name'), 'other spellings and names that sources use').optional(),
}).meta({ id: 'person' });

export const firm = object('a firm', {
  name: words('its name as sources print it'),
  kind: kind(FirmKind, 'what it lives by'),
}).meta({ id: 'firm' });

export const executive = object('a person in office', {
  person: words('name of the person'),
  company: slug,
  title: words('the office as the company prints it', 600),
  role: kind(ExecutiveRole, 'kind of the office'),
  ...days,
}).meta({ id: 'executive' });

export const analyst = object('a person who comments for a firm', {
  person: words('name of the person'),
  firm: words('name of the firm').optional(),
  title: words('title at the firm', 600).optional(),
}).meta({ id: 'analyst' });

export const fiscalQuarter = object('a fiscal quarter', {
  company: slug,
  period: quarter,
  start: day('first day'),
  end: day('last day, inclusive'),
}).meta({ id: 'quarter' });

export const event = object('an occasion', {
  company: slug,
  type: kind(EventType, 'kind of occasion'),
  status: kind(EventStatus, 'where it stands; ENDED when left out').meta({ default: 'ENDED' }).optional(),
  title: words('what it is called', 600),
  date: day('the day it was held, where it was held'),
  startsAt: instant('when it began; left out while only the day is known').optional(),
  quarter: quarter.optional(),
}).meta({ id: 'event' });
