/** Widths of bars and gaps of Code 128 (ISO/IEC 15417), by value; 106 is the stop. */
const patterns =
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222 ' +
  '123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321 ' +
  '232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 ' +
  '313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 ' +
  '111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 ' +
  '111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 ' +
  '114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112';
const widths = patterns.split(' ');
const startB = 104;
const stop = 106;
const quiet = 10;

/** Values of Code 128 B: start, each character, check, stop. */
export function code128(text: string): readonly number[] {
  const characters = Array.from(text, (character) => (character.codePointAt(0) ?? 0) - 32);
  if (characters.some((value) => value < 0 || value > 94)) throw new RangeError('Code 128 B has ASCII alone');
  const check = characters.reduce((sum, value, index) => sum + value * (index + 1), startB) % 103;
  return [startB, ...characters, check, stop];
}

/** The ASCII letters, digits and signs of a text as a barcode: of 「申込番号 0009-03-0000042-6」 the number. */
export function barcodeSvg(text: string): { readonly text: string; readonly svg: string } | null {
  const plain = text.replace(/[^\x21-\x7e]+/g, '');
  if (plain === '') return null;
  let at = quiet;
  const bars: string[] = [];
  for (const width of code128(plain)
    .flatMap((value) => Array.from(widths[value] ?? '', Number))
    .entries()) {
    const [index, size] = width;
    if (index % 2 === 0) bars.push(`M${at} 0h${size}v40h-${size}z`);
    at += size;
  }
  const whole = at + quiet;
  return {
    text: plain,
    svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} 40" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${whole}v40H0z"/><path d="${bars.join('')}"/></svg>`,
  };
}
