/** In one file, which comes once somebody fills in (`late.tsx`). */
export { Rows } from '../theme/Rows.js';
export { ApplicationSupport } from './application/ApplicationSupport.js';
export { AttachmentInput } from './attachment/AttachmentInput.js';
export { ManyFiles } from './attachment/many/ManyFiles.js';
export { BankSupport } from './bank/BankSupport.js';
export { Checkboxes } from './choices/Checkboxes.js';
export { Consent } from './consent/Consent.js';
export { CorporateNumberInput } from './corporate-number/CorporateNumberInput.js';
export { DateInput } from './date/DateInput.js';
export { HoursInput } from './hours/HoursInput.js';
export { MoneyInput } from './money/MoneyInput.js';
export { PostalInput } from './postal/PostalInput.js';
export { SearchInput, SearchSupport } from './search/SearchInput.js';
