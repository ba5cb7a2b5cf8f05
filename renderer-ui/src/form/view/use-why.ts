import { comeLater } from '../../ui/index.js';
import type { WhyThisValue } from './WhyThisValue.js';

export type Why = typeof WhyThisValue;

/** Why a value is what it is: words for formulas, as long as some field types together, for when there is a value. */
export const useWhy = comeLater(() => import('./WhyThisValue.js'));
