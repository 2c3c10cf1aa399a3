import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** Words for the ranges that one machine or one private network uses, so that nobody has to write CIDR for the usual cases. */
const NAMED_RANGES: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
  'link-local': ['169.254.0.0/16', 'fe80::/10'],
};

/** A comma-separated list of addresses, CIDR ranges and the words above, as one set that an address is looked up in. */
export function addressRanges(): z.ZodType<BlockList, string> {
  return z.string().transform((text, context) => {
    const ranges = new BlockList();
    for (const part of text.split(',').map((each) => each.trim())) {
      if (part === '' || addRange(ranges, part)) continue;
      context.addIssue({
        code: 'custom',
        message: `"${part}" must be an address, a range such as 10.0.0.0/8, or one of ${Object.keys(NAMED_RANGES).join(', ')}`,
      });
    }
    return ranges;
  });
}

/** This machine, and the networks whose addresses mean nothing outside of them. */
export const NEARBY = new BlockList();
for (const name of Object.keys(NAMED_RANGES)) addRange(NEARBY, name);

export function isInRanges(ranges: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && ranges.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

function addRange(ranges: BlockList, text: string): boolean {
  const named = NAMED_RANGES[text];
  if (named) return named.every((range) => addRange(ranges, range));
  const [address = '', prefix] = text.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  const bits = prefix === undefined ? most : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN;
  if (version === 0 || !(bits <= most)) return false;
  ranges.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6');
  return true;
}
