// Jest does not apply its own module rules to this file, so tsx loads the TypeScript that it needs.
import { tsImport } from 'tsx/esm/api';

export default async function globalSetup() {
  const { startTestCluster } = await tsImport('./cluster.ts', import.meta.url);
  globalThis.testCluster = await startTestCluster();
  process.env.TEST_CLUSTER_URL = globalThis.testCluster.url;
  process.env.TEST_TEMPLATE_DATABASE = globalThis.testCluster.template;
  process.env.TEST_FILLED_FOLDER = globalThis.testCluster.filled;
}
