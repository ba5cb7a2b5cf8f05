import { expect, it } from '@jest/globals';
import { durationInWords } from '../../../src/engine/answers/duration-in-words.js';

it.each([
  ['P3M', '3か月', '3 months'],
  ['P1Y6M', '1年6か月', '1 year 6 months'],
  ['-P1D', '−1日', '−1 day'],
  ['PT2H30M', '2時間30分', '2 hours 30 minutes'],
  ['P', 'P', 'P'],
])('%s is said as people say it', (iso, ja, en) => {
  expect([durationInWords(iso, 'ja'), durationInWords(iso, 'en')]).toEqual([ja, en]);
});
