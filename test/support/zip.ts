import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the headers say of the size; the true one if left out. */
  readonly claimedSize?: number;
  readonly isEncrypted?: boolean;
  /** A symbolic link, as Unix archives keep it: its content is the path that it leads to. */
  readonly isLink?: boolean;
}

/** A ZIP archive of some entries, deflated; its headers may lie. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claimedSize = bytes.length, isEncrypted = false, isLink = false } of entries) {
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const flags = 0x800 | (isEncrypted ? 1 : 0);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claimedSize, 18);
    head.writeUInt16LE(path.length, 22);
    parts.push(Buffer.from('PK\x03\x04'), head, path, packed);
    const tail = Buffer.alloc(16);
    if (isLink) tail.writeUInt32LE(0o120777 * 0x10000, 8);
    tail.writeUInt32LE(offset, 12);
    // Made by Unix, whose modes stand in the attributes.
    directory.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), head, tail.subarray(2), path);
    offset += 30 + path.length + packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}
