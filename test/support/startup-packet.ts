const PROTOCOL_3 = 196_608;
const CANCEL = 80_877_102;

/**
 * The `application_name` of a Postgres client's first packet, `''` where it has none; null while the packet is not complete, or is a
 * request for TLS, after which nothing can be read.
 */
export function nameOfStartup(packet: Buffer): string | null {
  if (packet.length < 8 || packet.length < packet.readInt32BE(0)) return null;
  const code = packet.readInt32BE(4);
  if (code === CANCEL) return 'cancel request';
  if (code !== PROTOCOL_3) return null;
  const words = packet.toString('utf8', 8, packet.readInt32BE(0)).split('\0');
  for (let i = 0; i + 1 < words.length; i += 2) if (words[i] === 'application_name') return words[i + 1] as string;
  return '';
}
