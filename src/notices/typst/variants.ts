/** Sequences of a character and the selector of its variant (異体字), as `葛󠄀`. */
const SEQUENCE = /\p{Unified_Ideograph}[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu;

/** Says of a font which variants it draws. */
export type Variants = (sequence: string) => boolean;

/**
 * A font without a variant draws the common form and says nothing: a name would be printed wrong. So each sequence is
 * looked up beforehand.
 *
 * @param fonts in the order in which they are asked
 * @returns those that the first font lacks and another has; those that none has
 */
export function sortVariants(
  texts: readonly string[],
  fonts: readonly Variants[],
): { readonly elsewhere: readonly string[]; readonly nowhere: readonly string[] } {
  const found = [...new Set(texts.flatMap((text) => text.match(SEQUENCE) ?? []))];
  const [first, ...others] = fonts;
  const lacking = found.filter((sequence) => first?.(sequence) !== true);
  const isElsewhere = (sequence: string): boolean => others.some((font) => font(sequence));
  return {
    elsewhere: lacking.filter(isElsewhere),
    nowhere: lacking.filter((sequence) => !isElsewhere(sequence)),
  };
}

/** Reads the variants of a TrueType font: its character map of format 14 (OpenType, “cmap”). */
export function variantsOf(font: Buffer): Variants {
  const map = variationMap(font);
  return (sequence) => {
    const [base = 0, selector = 0] = Array.from(sequence, (one) => one.codePointAt(0) ?? 0);
    if (map === null) return false;
    const records = map.readUInt32BE(6);
    for (let n = 0; n < records; n += 1) {
      const record = 10 + n * 11;
      if (map.readUIntBE(record, 3) !== selector) continue;
      const [usual, other] = [map.readUInt32BE(record + 3), map.readUInt32BE(record + 7)];
      return (usual > 0 && isWithin(map, usual, base)) || (other > 0 && isListed(map, other, base));
    }
    return false;
  };
}

function variationMap(font: Buffer): Buffer | null {
  const tables = font.readUInt16BE(4);
  for (let n = 0; n < tables; n += 1) {
    const entry = 12 + n * 16;
    if (font.toString('latin1', entry, entry + 4) !== 'cmap') continue;
    const start = font.readUInt32BE(entry + 8);
    const maps = font.readUInt16BE(start + 2);
    for (let m = 0; m < maps; m += 1) {
      const map = start + font.readUInt32BE(start + 4 + m * 8 + 4);
      if (font.readUInt16BE(map) === 14) return font.subarray(map, map + font.readUInt32BE(map + 2));
    }
  }
  return null;
}

/** Ranges of characters whose common form is this variant. */
function isWithin(map: Buffer, at: number, base: number): boolean {
  const ranges = map.readUInt32BE(at);
  for (let n = 0; n < ranges; n += 1) {
    const from = map.readUIntBE(at + 4 + n * 4, 3);
    if (base >= from && base <= from + map.readUInt8(at + 7 + n * 4)) return true;
  }
  return false;
}

/** Characters that have a form of their own for it. */
function isListed(map: Buffer, at: number, base: number): boolean {
  const count = map.readUInt32BE(at);
  for (let n = 0; n < count; n += 1) if (map.readUIntBE(at + 4 + n * 5, 3) === base) return true;
  return false;
}
