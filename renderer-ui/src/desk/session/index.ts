/** Door for the builder: an official signs in, once for both. */
import '../styles/index.css';

export { RefusalBanner } from '../frame/RefusalBanner.js';
export { EnteringScreen } from './EnteringScreen.js';
export { watchForExpiry } from './expiry.js';
export { OfficialProvider, useOfficial } from './official.js';
export { StaffSignIn } from './StaffSignIn.js';
