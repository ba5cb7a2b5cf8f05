import { comeLater } from '../../ui/index.js';

/** Words for what is wrong with an answer, which nobody reads before they have given one. */
export const useProblemWords = comeLater(() => import('./problem-sentences.js'));
