#!/usr/bin/env node
// `npx tetsuzuki`: the command line of the sources as they are now, on a fresh clone too.
import { buildIfNeeded } from './build-if-needed.mjs';

buildIfNeeded(['server']);
await import('../dist/server/cli.js');
