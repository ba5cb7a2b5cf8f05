/** Imports follow the flow (README, “How it is built”). Each rule says why it stands. */
const flow = ['procedures', 'drafts', 'applications', 'notices'];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one thought in two places.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'engine-is-pure',
      comment:
        'The engine runs in browser, server and CLI alike: no framework, no database, no Node, no other folder of ours.',
      severity: 'error',
      from: { path: '^src/engine/' },
      to: {
        pathNot: [
          '^src/engine/',
          '^node_modules/(lezer-feel|@lezer|decimal\\.js|temporal-polyfill|re2js|@holiday-jp)',
        ],
      },
    },
    {
      name: 'engine-has-one-door',
      comment: 'Outside the engine everything comes through #engine, so that the inside may change.',
      severity: 'error',
      from: { path: '^(src|renderer-ui|builder-ui|tests/server|tests/journeys)', pathNot: '^src/engine/' },
      to: { path: '^src/engine/', pathNot: '^src/engine/index\\.ts$' },
    },
    {
      name: 'applications-do-not-know-drafts',
      comment: 'Data flows from draft to application to notice; the later step must not reach back.',
      severity: 'error',
      from: { path: '^src/applications/' },
      to: { path: '^src/drafts/', pathNot: '\\.(dto|entity)\\.ts$' },
    },
    {
      name: 'notices-do-not-know-who-sends-them',
      comment: 'A notice is planned by an action and carried out by a job; it never calls the action back.',
      severity: 'error',
      from: { path: '^src/notices/' },
      to: { path: '^src/(drafts|applications)/', pathNot: '\\.(dto|entity)\\.ts$' },
    },
    {
      name: 'access-is-below-the-flow',
      comment: 'Who is asking is known before what is asked for.',
      severity: 'error',
      from: { path: '^src/(access|http|config|database|files|audit)/' },
      to: { path: `^src/(${flow.join('|')})/`, pathNot: '\\.(dto|entity)\\.ts$' },
    },
    {
      name: 'one-http-room',
      comment:
        'HTTP is known to controllers and to src/http; a verb that throws a status cannot be called by a job.',
      severity: 'error',
      from: {
        path: '^src/(procedures|drafts|applications|notices|jobs|files|database|config)/',
        pathNot: '\\.(controller|module)\\.ts$',
      },
      to: { path: '^node_modules/(fastify|@fastify|@nestjs/platform-fastify)' },
    },
    {
      name: 'screens-know-shapes-only',
      comment: 'The browser gets the engine and the shapes of requests, nothing else of the server.',
      severity: 'error',
      from: { path: '^(renderer-ui|builder-ui)/' },
      to: { path: '^src/', pathNot: ['^src/engine/index\\.ts$', '\\.dto\\.ts$'] },
    },
    {
      name: 'dumb-pieces-stay-dumb',
      comment:
        'ui/ pieces know no procedure, no address and no text of a screen, so that every screen can use them.',
      severity: 'error',
      from: { path: '^renderer-ui/src/ui/' },
      to: { path: '^renderer-ui/src/(form|portal|desk|api|mailbox)/' },
    },
    {
      name: 'form-is-a-door',
      comment:
        'The form is shown in the portal, at the desk and in the builder: it must not know where it stands.',
      severity: 'error',
      from: { path: '^renderer-ui/src/form/' },
      to: { path: '^renderer-ui/src/(portal|desk|mailbox)/' },
    },
    {
      name: 'portal-and-desk-apart',
      comment: 'Applicants and officials have separate pages; what both need goes to ui/ or form/.',
      severity: 'error',
      from: { path: '^renderer-ui/src/portal/' },
      to: { path: '^renderer-ui/src/desk/' },
    },
    {
      name: 'desk-and-portal-apart',
      comment: 'As above, the other way round.',
      severity: 'error',
      from: { path: '^renderer-ui/src/desk/' },
      to: { path: '^renderer-ui/src/portal/' },
    },
    {
      name: 'builder-through-the-doors',
      comment:
        'The builder shows the real form and the same pieces; how they are made inside may change without it. Staff sign in at the desk.',
      severity: 'error',
      from: { path: '^builder-ui/' },
      to: {
        path: '^renderer-ui/src/',
        pathNot: [
          '^renderer-ui/src/(form|ui|texts|router|api/query|desk)/index\\.ts$',
          '^renderer-ui/src/api/[^/]+\\.ts$',
        ],
      },
    },
    {
      name: 'nobody-needs-the-builder',
      comment: 'The builder depends on the renderer, never the reverse.',
      severity: 'error',
      from: { path: '^(src|renderer-ui)/' },
      to: { path: '^builder-ui/' },
    },
    {
      name: 'no-test-code-in-the-product',
      comment: 'What ships must run without the tests.',
      severity: 'error',
      from: { path: '^(src|renderer-ui|builder-ui)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'only-declared-packages',
      comment: 'An import that works by luck of hoisting breaks on the next install.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'resolvable',
      comment: 'A path that leads nowhere fails at start instead of here.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
