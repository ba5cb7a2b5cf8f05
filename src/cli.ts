#!/usr/bin/env node
import { runCommandLine } from './cli/run-command-line.js';
import { consoleLanguage } from './config/console-language.js';

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    isInteractive: process.stderr.isTTY === true,
    now: () => performance.now(),
  },
  consoleLanguage(),
);
