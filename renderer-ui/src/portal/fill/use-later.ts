import { comeLater } from '../../ui/index.js';

/** The pieces of the wizard that the first questions do without. */
export const useLater = comeLater(() => import('./later.js'));
