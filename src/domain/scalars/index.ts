export { CalendarDate } from './calendar-date';
export { Decimal } from './decimal';
export { Instant } from './instant';
export { PeriodRef } from './period-ref';
export { Url } from './url';
