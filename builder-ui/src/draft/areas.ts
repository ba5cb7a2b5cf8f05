import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { builderJa } from '../texts/builder-ja.js';

export type AreaName = keyof (typeof builderJa)['areas'];

export interface Area {
  /** Last part of the address, and key of its name. */
  readonly name: AreaName;
  readonly Screen: LazyExoticComponent<ComponentType>;
}

/** The editors of a draft, in the order of their tabs. Each stands within WorkspaceProvider and CheckerProvider. */
export const AREAS: readonly Area[] = [
  {
    name: 'basics',
    Screen: lazy(async () => ({ default: (await import('../basics/BasicsScreen.js')).BasicsScreen })),
  },
  {
    name: 'form',
    Screen: lazy(async () => ({ default: (await import('../form/FormScreen.js')).FormScreen })),
  },
  {
    name: 'workflow',
    Screen: lazy(async () => ({ default: (await import('../workflow/WorkflowScreen.js')).WorkflowScreen })),
  },
  {
    name: 'tables',
    Screen: lazy(async () => ({ default: (await import('../tables/TablesScreen.js')).TablesScreen })),
  },
  {
    name: 'messages',
    Screen: lazy(async () => ({ default: (await import('../letters/LettersScreen.js')).MessagesScreen })),
  },
  {
    name: 'notices',
    Screen: lazy(async () => ({ default: (await import('../letters/LettersScreen.js')).NoticesScreen })),
  },
  {
    name: 'english',
    Screen: lazy(async () => ({ default: (await import('../english/EnglishScreen.js')).EnglishScreen })),
  },
  {
    name: 'try',
    Screen: lazy(async () => ({ default: (await import('../rehearsal/TryScreen.js')).TryScreen })),
  },
  {
    name: 'examples',
    Screen: lazy(async () => ({ default: (await import('../examples/ExamplesScreen.js')).ExamplesScreen })),
  },
  {
    name: 'publish',
    Screen: lazy(async () => ({ default: (await import('../publishing/PublishScreen.js')).PublishScreen })),
  },
];
