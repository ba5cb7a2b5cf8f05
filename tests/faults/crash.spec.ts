import { describe, expect, it } from '@jest/globals';
import { runCrashes } from './crash-run.js';

// The full run: npm run test:faults. FAULT_SEED repeats the choices of an earlier run, whose seed is printed.
const submissions = Number(process.env.FAULT_SUBMISSIONS ?? 150);
const batch = Number(process.env.FAULT_BATCH ?? 0);
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);
const minute = 60_000;
const patience = 4 * minute + submissions * 40;
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

describe('kill -9 of server and database at random moments', () => {
  it(
    `loses, doubles and invents nothing in ${submissions} submissions and a batch of ${batch} mails`,
    async () => {
      const { violations, serverKills, databaseKills, figures } = await runCrashes({
        submissions,
        batch,
        seed,
        patience,
        tell,
      });
      tell(JSON.stringify(figures));
      expect({ seed, violations }).toEqual({ seed, violations: [] });
      expect(serverKills).toBeGreaterThanOrEqual(3);
      expect(databaseKills).toBeGreaterThanOrEqual(1);
    },
    3 * patience,
  );
});
