/** What the first questions do without, in one file: it comes when nothing else is going on (`use-later.ts`). */
export { SignInForm } from '../session/SignInForm.js';
export { ConfirmStep } from './ConfirmStep.js';
export { ConflictDialog } from './Conflict.js';
export { CorrectionBanner } from './CorrectionBanner.js';
export { GoneNotice } from './GoneNotice.js';
export { MovedNotice } from './MovedNotice.js';
export { OnceNotice } from './OnceNotice.js';
