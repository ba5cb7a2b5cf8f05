import { bilingual } from '../../../renderer-ui/src/texts/index.js';
import { tablesJa } from './tables-ja.js';

export const useTablesTexts = bilingual(tablesJa, async () => (await import('./tables-en.js')).tablesEn);
