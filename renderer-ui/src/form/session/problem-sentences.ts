export { describeAnswerProblem } from '../engine.js';
