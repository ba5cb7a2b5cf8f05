import { it } from '@jest/globals';

/**
 * A test that stands on the ones before it: once one has failed, the rest say so instead of waiting for what cannot
 * come.
 */
export type Step = (name: string, run: () => Promise<void>) => void;

export function startStory(onFailure: () => Promise<void>): Step {
  let failed: string | undefined;
  return (name, run) => {
    const tell = async (): Promise<void> => {
      if (failed !== undefined) throw new Error(`Not tried, because this failed: ${failed}`);
      try {
        await run();
      } catch (error) {
        failed = name;
        await onFailure();
        throw error;
      }
    };
    it(name, tell);
  };
}
