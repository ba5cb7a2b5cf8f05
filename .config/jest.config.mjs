// ESM throughout: npm test starts Jest with --experimental-vm-modules.
export default {
  rootDir: '..',
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  testRegex: '\\.spec\\.tsx?$',
  moduleFileExtensions: ['js', 'ts', 'tsx', 'mjs', 'cjs', 'json', 'node'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': '@swc/jest' },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^#engine$': '<rootDir>/src/engine/index.ts',
  },
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  maxWorkers: 2,
  // Modules of a finished spec stay in a worker's memory: at 4 GB it did little else than look for garbage.
  workerIdleMemoryLimit: '1.2GB',
  // A fuse for what waits for nothing that tests/support/patience.ts ends.
  testTimeout: 600_000,
};
