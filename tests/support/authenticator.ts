import { codeAt, stepAt } from '../../src/access/second-factor/one-time-code.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What was typed into an authenticator app, or read from a QR code: Base32, with or without blanks. */
export function keyOf(text: string): Buffer {
  const plain = text.replaceAll(' ', '');
  const bits = [...plain].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The code that the app shows now, or some half minutes later. */
export function shownCode(key: string, later = 0): string {
  return codeAt(keyOf(key), stepAt(Date.now()) + later);
}
