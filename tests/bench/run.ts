import { benchAdvances } from './advances.js';
import { benchAuditLog } from './audit-log.js';
import { benchBuilder } from './builder-page.js';
import { benchCompilations } from './compilations.js';
import { benchDesk } from './desk.js';
import { benchExports } from './exports.js';
import { benchExpressions } from './expressions.js';
import { benchMails } from './mails.js';
import { benchManyAtOnce } from './many-at-once.js';
import { benchNotices } from './notices.js';
import { benchPaymentLooks } from './payment-looks.js';
import { benchPayments } from './payments.js';
import { jsonLines, type Measure, table } from './report.js';
import { benchSlowPhone, benchTyping, benchWeight } from './form-page.js';
import { benchRush } from './rush.js';
import { benchStart } from './start-up.js';
import { benchSubmissions } from './submissions.js';
import { benchValidations } from './validations.js';

// npm run bench                  all parts, at most four minutes
// npm run bench -- submissions   one part
// npm run bench -- rush          by name alone: it lasts RUSH_SECONDS (120)
// npm run bench -- desk          by name alone: it stores DESK_ROWS applications (500000) first, and keeps them in DESK_DATA
// npm run bench -- notices        NOTICE_BATCH=10000 for the full batch
// npm run bench -- exports         by name alone: tables of EXPORT_ROWS applications (100000)
// npm run bench -- audit-log       by name alone: a sealed log of LOG_ROWS entries (500000) is verified
// npm run bench -- builder        by name alone: editing 300 fields and 40 stages
// npm run bench -- payment-looks  by name alone: 10,000 payments are looked at
// npm run bench -- many-at-once   by name alone: 10,000 decisions beside officials and applicants at work
const parts: Readonly<Record<string, () => Promise<readonly Measure[]>>> = {
  compilations: benchCompilations,
  validations: benchValidations,
  expressions: benchExpressions,
  advances: benchAdvances,
  notices: async () => [...(await benchNotices()), ...(await benchMails())],
  payments: benchPayments,
  start: benchStart,
  submissions: benchSubmissions,
  weight: benchWeight,
  typing: benchTyping,
  builder: benchBuilder,
  'slow-phone': benchSlowPhone,
  rush: benchRush,
  desk: benchDesk,
  exports: benchExports,
  'audit-log': benchAuditLog,
  'payment-looks': benchPaymentLooks,
  'many-at-once': benchManyAtOnce,
};
/** Too long to be run each time. */
const byNameAlone = ['builder', 'rush', 'desk', 'exports', 'audit-log', 'payment-looks', 'many-at-once'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`No part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
const measures: Measure[] = [];
for (const [name, bench] of Object.entries(parts)) {
  if (wanted.length > 0 ? !wanted.includes(name) : byNameAlone.includes(name)) continue;
  console.error(`${name} …`);
  measures.push(...(await bench()));
}
console.log(`${table(measures)}\n\n${jsonLines(measures)}`);
