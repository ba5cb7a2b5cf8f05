import { describe, expect, it } from '@jest/globals';
import { pictureFacts } from '../../src/files/picture-facts.js';
import { png } from './support/jitan-answers.js';
import { jpegWithPlace } from './support/pictures.js';

describe('a photograph', () => {
  it('comes out without the place, as long as before, and still says when it was taken', () => {
    const picture = jpegWithPlace();
    const { takenAt, withoutPlace } = pictureFacts(picture);
    expect(takenAt).toBe('2026-05-01T10:20:30');
    expect(withoutPlace).toHaveLength(picture.length);
    const text = withoutPlace?.toString('latin1') ?? '';
    expect(text).not.toContain('GPS');
    // Latitude 34°41′37″ as three fractions.
    expect(withoutPlace?.includes(Buffer.from([34, 0, 0, 0, 1, 0, 0, 0, 41]))).toBe(false);
    expect(pictureFacts(withoutPlace ?? Buffer.alloc(0))).toEqual({ takenAt, withoutPlace: null });
  });

  it('without any place stays the very same file', () => {
    expect(pictureFacts(png)).toEqual({ takenAt: null, withoutPlace: null });
  });

  it.each([0, 1, 3, 7, 40, 90, 120, 160])('cut short after %s bytes is read without harm', (length) => {
    const cut = jpegWithPlace().subarray(0, length);
    expect(pictureFacts(cut).withoutPlace?.length ?? length).toBe(length);
  });

  it('whose directories lead everywhere is read without harm', () => {
    const picture = jpegWithPlace();
    for (let at = 12; at < 212; at++) {
      const broken = Buffer.from(picture);
      broken.fill(0xff, at, at + 4);
      expect(pictureFacts(broken).withoutPlace?.length ?? picture.length).toBe(picture.length);
    }
  });
});
