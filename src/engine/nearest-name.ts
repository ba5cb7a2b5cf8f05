/** The one measure of “did you mean …?”, for files and for expressions. */
export { nearest as nearestName } from './expression/problems.js';
