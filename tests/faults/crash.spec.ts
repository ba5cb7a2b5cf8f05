import { describe, expect, it } from '@jest/globals';
import { runCrashes } from './crash-run.js';

// The full run: npm run test:faults, with a batch of 2,000. FAULT_SEED repeats the choices of an earlier run, whose seed is
// printed; FAULT_REDIS=yes keeps the jobs in Redis.
const submissions = Number(process.env.FAULT_SUBMISSIONS ?? 80);
const batch = Number(process.env.FAULT_BATCH ?? 30);
const redis = process.env.FAULT_REDIS === 'yes';
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);
const minute = 60_000;
const patience = 4 * minute + (submissions + 2 * batch) * 40;
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

describe('kill -9 of server and database at random moments', () => {
  it(
    `loses, doubles and invents nothing in ${submissions} submissions and a batch of ${batch} mails and as many documents`,
    async () => {
      const { violations, serverKills, databaseKills, figures } = await runCrashes({
        submissions,
        batch,
        redis,
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
