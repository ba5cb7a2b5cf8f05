/** Door for the builder: an official signs in, once for both, and meets the same dialogs and tables. */
import './styles/index.css';

export { ConfirmDialog } from './frame/ConfirmDialog.js';
export { RefusalBanner } from './frame/RefusalBanner.js';
export { Table } from './frame/Table.js';
export { EnteringScreen } from './session/EnteringScreen.js';
export { watchForExpiry } from './session/expiry.js';
export { OfficialProvider, useOfficial } from './session/official.js';
export { StaffSignIn } from './session/StaffSignIn.js';
