/** What a refusal is over HTTP, and what it tells people: `{name}` is filled from the refusal's params. */
export interface RefusalText {
  readonly status: number;
  readonly title: string;
  readonly ja: string;
  readonly en: string;
}
