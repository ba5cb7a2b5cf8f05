/** Door for the builder: an official signs in, once for both, and meets the same dialogs and tables. */
import '../styles/index.css';

export { ConfirmDialog } from '../frame/ConfirmDialog.js';
export { RefusalBanner } from '../frame/RefusalBanner.js';
export { Table } from '../frame/Table.js';
export { EnteringScreen } from './EnteringScreen.js';
export { watchForExpiry } from './expiry.js';
export { OfficialProvider, useOfficial } from './official.js';
export { StaffSignIn } from './StaffSignIn.js';
