/** What stands for a character that Shift_JIS does not have: 〓, as printers have always put it (下駄). */
const GETA = Buffer.of(0x81, 0xac);

/**
 * Signs of which Unicode has two and Shift_JIS one. Systems map them in two ways; either is the same sign to a reader.
 */
const twins: readonly (readonly [other: number, known: number])[] = [
  [0x00a2, 0xffe0],
  [0x00a3, 0xffe1],
  [0x00ac, 0xffe2],
  [0x2014, 0x2015],
  [0x2016, 0x2225],
  [0x2212, 0xff0d],
  [0x301c, 0xff5e],
];

/** Character → its bytes; made from the decoder once. */
let codes: ReadonlyMap<number, number> | null = null;

export interface ShiftJis {
  readonly bytes: Buffer;
  /** Characters that stand as 〓, each once. */
  readonly unmapped: readonly string[];
}

/** Text in Shift_JIS as Windows has it (WHATWG `shift_jis`, with the signs of NEC and IBM). */
export function toShiftJis(text: string): ShiftJis {
  const known = (codes ??= readCodes());
  const parts: number[] = [];
  const unmapped = new Set<string>();
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = point < 0x80 ? point : known.get(point);
    if (code === undefined) {
      // Tells one form of a character from another (塚 and 塚󠄀): without it the usual form stands there.
      const isVariation = (point >= 0xe0100 && point <= 0xe01ef) || (point >= 0xfe00 && point <= 0xfe0f);
      unmapped.add(character);
      if (!isVariation) parts.push(...GETA);
    } else if (code > 0xff) parts.push(code >> 8, code & 0xff);
    else parts.push(code);
  }
  return { bytes: Buffer.from(parts), unmapped: [...unmapped] };
}

function readCodes(): ReadonlyMap<number, number> {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const found = new Map<number, number>();
  const add = (bytes: readonly number[], code: number): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      const point = text.codePointAt(0) ?? 0;
      const isOne = [...text].length === 1 && (point < 0xe000 || point > 0xf8ff);
      // The signs that NEC chose of IBM's (ED, EE) come twice; programs write the others.
      const isSecondCopy = code >= 0xed40 && code <= 0xeefc;
      if (isOne && !found.has(point) && !isSecondCopy) found.set(point, code);
    } catch {
      // No character has these bytes.
    }
  };
  for (let byte = 0xa1; byte <= 0xdf; byte++) add([byte], byte);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead >= 0xa0 && lead <= 0xdf) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      if (trail !== 0x7f) add([lead, trail], (lead << 8) | trail);
    }
  }
  found.set(0xa5, 0x5c);
  found.set(0x203e, 0x7e);
  for (const [other, same] of twins) {
    const code = found.get(same);
    if (code !== undefined && !found.has(other)) found.set(other, code);
  }
  return found;
}
