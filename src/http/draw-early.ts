import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** As `renderer-ui/src/portal/early/draw-early.tsx` takes and gives it. */
export type DrawEarly = (
  brought: {
    readonly session: unknown;
    readonly site: unknown;
    readonly draft: unknown;
    readonly bundle: () => Promise<unknown>;
    readonly english: () => Promise<unknown>;
    readonly language: 'ja' | 'en';
  },
  step: string | null,
) => Promise<{
  readonly html: string;
  readonly styles: string;
  readonly hasLateInputs: boolean;
} | null>;

/** The portal's own pieces, built for the server beside the screens; null where no screens are built. */
export async function loadDrawEarly(screens: string): Promise<DrawEarly | null> {
  const file = join(screens, '../early/draw-early.js');
  if (!existsSync(file)) return null;
  return ((await import(pathToFileURL(file).href)) as { readonly drawEarly: DrawEarly }).drawEarly;
}
