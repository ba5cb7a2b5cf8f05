/** Code → its sentence in Japanese and English; `{name}` is filled from the problem's params. */
export type Sentences = Readonly<Record<string, readonly [ja: string, en: string]>>;
