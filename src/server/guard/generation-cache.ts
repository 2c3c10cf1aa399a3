/**
 * A cache bounded by the size of its keys. Two generations instead of a list of uses: whatever was asked for since the last change of
 * generation survives the next one, a flood of keys that come once drives out only others of its kind, and a hit costs one look-up.
 */
export class GenerationCache<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();
  private size = 0;

  /** `capacity` is the number of characters of keys in one generation. */
  constructor(private readonly capacity: number) {}

  get(key: string): V | undefined {
    const value = this.young.get(key);
    if (value !== undefined) return value;
    const survivor = this.old.get(key);
    if (survivor !== undefined) this.set(key, survivor);
    return survivor;
  }

  set(key: string, value: V): void {
    if (!this.young.has(key)) this.size += key.length;
    if (this.size > this.capacity) {
      this.old = this.young;
      this.young = new Map();
      this.size = key.length;
    }
    this.young.set(key, value);
  }
}
