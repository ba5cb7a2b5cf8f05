/** What a person calls the thing they signed in on. Both are proper names; null where the browser hides them. */
export interface Device {
  readonly system: string | null;
  readonly browser: string | null;
}

/** In the order of asking: many browsers name others, too. */
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** @param userAgent what the browser said of itself */
export function deviceOf(userAgent: string | null): Device {
  const nameIn = (list: typeof systems): string | null =>
    list.find(([sign]) => userAgent !== null && sign.test(userAgent))?.[1] ?? null;
  return { system: nameIn(systems), browser: nameIn(browsers) };
}
