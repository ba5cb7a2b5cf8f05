import { describe, expect, it } from '@jest/globals';
import { closestMatch, matchPath } from '../../renderer-ui/src/router/match-path.js';

describe('an address and a pattern', () => {
  it.each([
    ['/', '/', {}],
    ['/faq', '/faq/', {}],
    ['/faq', '/FAQ', {}],
    ['/procedures/:procedureId', '/procedures/jitan-9', { procedureId: 'jitan-9' }],
    ['/drafts/:draftId/:step?', '/drafts/7', { draftId: '7' }],
    ['/drafts/:draftId/:step?', '/drafts/7/shop', { draftId: '7', step: 'shop' }],
    ['/guest/:id', '/guest/%E6%99%82%E7%9F%AD', { id: '時短' }],
    ['/guest/:id', '/guest/%E6%99', { id: '%E6%99' }],
  ])('%s fits %s', (pattern, pathname, params) => {
    expect(matchPath(pattern, pathname)?.params).toEqual(params);
  });

  it.each([
    ['/', '/faq'],
    ['/faq', '/'],
    ['/faq', '/faq/more'],
    ['/procedures/:procedureId', '/procedures'],
    ['/drafts/:draftId/:step?', '/drafts/7/shop/more'],
  ])('%s is not %s', (pattern, pathname) => {
    expect(matchPath(pattern, pathname)).toBeNull();
  });
});

describe('an address and several patterns', () => {
  const routes = [{ path: '/account/:section?/:id?' }, { path: '/account/sites' }, { path: '/account' }];

  it.each([
    ['/account/sites', '/account/sites', {}],
    ['/account/mail/code', '/account/:section?/:id?', { section: 'mail', id: 'code' }],
    ['/account/news', '/account/:section?/:id?', { section: 'news' }],
  ])('%s goes to the one that says most of it: %s', (pathname, path, params) => {
    expect(closestMatch(routes, pathname)).toEqual({ route: { path }, params });
  });

  it('an address of nobody goes nowhere', () => {
    expect(closestMatch(routes, '/elsewhere')).toBeNull();
  });
});
