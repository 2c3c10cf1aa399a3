// Preloaded into a server: SIGUSR2 puts its wall clock back by an hour. Monotonic time goes on, as it does on a real machine.
const HOUR = 3_600_000;
const RealDate = Date;
let shift = 0;

class ShiftedDate extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [RealDate.now() - shift] : parts));
  }
  static now() {
    return RealDate.now() - shift;
  }
}

globalThis.Date = ShiftedDate;
process.on('SIGUSR2', () => {
  shift = HOUR;
});
