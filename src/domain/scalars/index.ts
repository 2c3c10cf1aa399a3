export { CalendarDate } from './calendar-date';
export { Decimal } from './decimal';
export { Instant } from './instant';
export { JsonObject } from './json-object';
export { PeriodRef } from './period-ref';
export { Url } from './url';
