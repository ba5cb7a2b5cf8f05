import type { OwnedRoute } from './owned-routes.js';

/** What authors of procedures call their own, and what waits to be published. */
export const ownedBuilderRoutes: Readonly<Record<string, OwnedRoute>> = {
  'GET /api/builder/drafts/:id': { of: 'builderDraft', owner: 200 },
  'DELETE /api/builder/drafts/:id': { of: 'builderDraft', owner: 204 },
  // Only one that was thrown away; see builder-drafts.spec.ts.
  'POST /api/builder/drafts/:id/recover': { of: 'builderDraft', owner: 404 },
  'GET /api/builder/drafts/:id/comparison': { of: 'builderDraft', owner: 200 },
  'GET /api/builder/drafts/:id/folder.zip': { of: 'builderDraft', owner: 200 },
  'GET /api/builder/drafts/:id/form': { of: 'builderDraft', owner: 200 },
  'GET /api/builder/drafts/:id/history': { of: 'builderDraft', owner: 200 },
  'GET /api/builder/drafts/:id/impact': { of: 'builderDraft', owner: 200 },
  'GET /api/builder/drafts/:id/links': { of: 'builderDraft', owner: 200 },
  'GET /api/builder/drafts/:id/publications': { of: 'builderDraft', owner: 200 },
  'GET /api/builder/drafts/:id/since/:revision': { of: 'builderDraft', also: { revision: '1' }, owner: 200 },
  'POST /api/builder/drafts/:id/changes': {
    of: 'builderDraft',
    body: { revision: 1, changes: {} },
    owner: 200,
  },
  'POST /api/builder/drafts/:id/links': { of: 'builderDraft', body: { days: 1 }, owner: 201 },
  'POST /api/builder/drafts/:id/presence': { of: 'builderDraft', body: { place: '' }, owner: 204 },
  'POST /api/builder/drafts/:id/preview/mail': {
    of: 'builderDraft',
    body: { template: 'accepted', example: '01-accepted' },
    owner: 200,
  },
  'POST /api/builder/drafts/:id/preview/mail/send': {
    of: 'builderDraft',
    body: { template: 'accepted', example: '01-accepted' },
    // Who has no address of their own is told so.
    owner: 409,
  },
  'POST /api/builder/drafts/:id/preview/notice': {
    of: 'builderDraft',
    body: { template: 'x', example: '01-accepted' },
    owner: 422,
  },
  'POST /api/builder/drafts/:id/publications': {
    of: 'builderDraft',
    body: { revision: 1, note: 'x', startsAt: null, choices: [] },
    owner: 201,
  },
  'POST /api/builder/drafts/:id/restore': { of: 'builderDraft', body: { revision: 1 }, owner: 422 },
  'DELETE /api/builder/links/:id': { of: 'formLink', owner: 204 },
  'GET /api/builder/publications/:id': { of: 'publication', owner: 200 },
  // Not one's own; see builder-publishing.spec.ts.
  'POST /api/builder/publications/:id/approve': {
    of: 'publication',
    body: { hash: '0'.repeat(64) },
    owner: 409,
  },
  'POST /api/builder/publications/:id/decline': { of: 'publication', body: { reason: 'x' }, owner: 200 },
  'POST /api/builder/publications/:id/withdraw': { of: 'publication', body: { reason: 'x' }, owner: 200 },
};
