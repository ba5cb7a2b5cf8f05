/** `#0017c1`, as in CSS. */
const COLOUR = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** WCAG 2.2 SC 1.4.3 and JIS X 8341-3 AA: text of usual size. */
export const LEAST_CONTRAST = 4.5;

/** Contrast with white, 1 to 21, by WCAG's relative luminance; null for what is no colour. */
export function contrastWithWhite(colour: string): number | null {
  const parts = COLOUR.exec(colour)?.slice(1).map(linear);
  const [red, green, blue] = parts ?? [];
  if (red === undefined || green === undefined || blue === undefined) return null;
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function linear(hex: string): number {
  const share = Number.parseInt(hex, 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
