/** In pixels of a picture that is neither enlarged nor shrunk. */
export const STAGE = { width: 208, height: 124 };
/** Between what stands side by side. */
export const ACROSS = { stages: 40, beside: 24, words: 20, pass: 20 };
/** Between two lines that run across, and what an arrow needs before the stage it points to. */
export const TRACK = 14;
export const APPROACH = { plain: 12, arrow: 24 };
/** Lines of two stages never meet at one place of a stage: the way on in the middle, the way back this far from it. */
export const APART = 36;

/** A sign with what stands between signs, and the most that a line of words may take. */
const WORDS = { sign: 14.4, line: 19, short: 118, most: 144, padding: 12 };
/** A button that can still be pressed by a finger where the picture has shrunk so far that words are just shown. */
export const INSERT = 38;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Room for the words of a line: a line of them, or two of the same length. Reckoned and not measured, so that it is the same
 * everywhere.
 */
export function roomFor(words: string, hasButton: boolean): Size {
  let length = 0;
  for (const sign of words) length += sign.charCodeAt(0) < 0x2000 ? WORDS.sign * 0.58 : WORDS.sign;
  const isShort = length <= WORDS.short;
  const width = isShort ? length : Math.min(length / 2 + 2 * WORDS.sign, WORDS.most);
  const button = hasButton ? INSERT : 0;
  return {
    width: Math.ceil(width + WORDS.padding) + button,
    height: Math.max((isShort ? 1 : 2) * WORDS.line + 2, button),
  };
}
