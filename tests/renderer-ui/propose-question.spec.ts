import { expect, it } from '@jest/globals';
import { proposeQuestion } from '../../renderer-ui/src/form/fields/attachment/many/propose-question.js';

const titles = [
  '通帳の写し',
  '営業許可証の写し',
  'お店の外観の写真',
  'お店の中の写真',
  '掲示しているステッカーの写真',
];

it.each([
  ['通帳（表）.jpg', '通帳の写し'],
  ['営業許可証2021.pdf', '営業許可証の写し'],
  ['許可証.HEIC', '営業許可証の写し'],
  ['外観_夜.png', 'お店の外観の写真'],
  ['ｽﾃｯｶｰ.jpg', '掲示しているステッカーの写真'],
])('%s seems to be for %s', (name, title) => {
  expect(titles[proposeQuestion(name, titles) ?? -1]).toBe(title);
});

it.each([
  ['IMG_2034.jpg', 'a number tells nothing'],
  ['お店.jpg', 'two titles speak of it'],
  ['写真.jpg', 'so do most of them'],
  ['の.jpg', 'grammar is no word'],
])('%s is for nobody to guess: %s', (name) => {
  expect(proposeQuestion(name, titles)).toBeNull();
});

it('takes whole words of Latin letters', () => {
  expect(proposeQuestion('bankbook-1.jpg', ['Copy of the bankbook', 'Copy of the permit'])).toBe(0);
  expect(proposeQuestion('ban.jpg', ['Copy of the bankbook', 'Copy of the permit'])).toBeNull();
});
