import { addOfficialCommand } from './add-official.js';
import { announce } from './announce.js';
import { check } from './check.js';
import type { Command } from './command.js';
import { cover } from './cover.js';
import { diff } from './diff.js';
import { explain } from './explain.js';
import { recountStatisticsCommand } from './recount-statistics.js';
import { exportCommand } from './export.js';
import { exportLogCommand } from './export-log.js';
import { importCommand } from './import.js';
import { create } from './new.js';
import { feel } from './feel.js';
import { renameCommand } from './rename.js';
import { test } from './test.js';
import { types } from './types.js';
import { verifyLogCommand } from './verify-log.js';
import { verifyNoticeCommand } from './verify-notice.js';
import { verifySignatureCommand } from './verify-signature.js';

/** In the order of the help. */
export const COMMANDS: readonly Command[] = [
  check,
  test,
  cover,
  diff,
  explain,
  types,
  create,
  exportCommand,
  importCommand,
  renameCommand,
  feel,
  addOfficialCommand,
  announce,
  exportLogCommand,
  verifyLogCommand,
  recountStatisticsCommand,
  verifyNoticeCommand,
  verifySignatureCommand,
];
