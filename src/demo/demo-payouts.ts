import { type DemoCompany, type DemoScene, type DemoStore, jitan } from './demo-scene.js';
import { hanareya, kitahama, minato, takomasa } from './demo-people.js';

/** Decided, and waiting for the money. */
function decided(company: DemoCompany, store: DemoStore, age: number): DemoScene {
  return jitan(company, store, {
    age,
    steps: [
      { day: 3, by: 'sato', action: 'pass' },
      { day: 6, by: 'suzuki', action: 'recommend', fields: () => ({}) },
      { day: 9, by: 'tanaka', action: 'approve', fields: (on) => ({ payment_on: on }) },
    ],
  });
}

/** Grants to be paid; the last two into one account, which has yet another holder. */
export const demoPayouts: readonly DemoScene[] = [
  decided(
    kitahama,
    { name: '北浜珈琲 本町店', kana: 'キタハマコーヒー ホンマチテン', address: '中央区本町2-3-4' },
    20,
  ),
  decided(
    minato,
    { name: 'みなと食堂 池島店', kana: 'ミナトショクドウ イケジマテン', address: '港区池島1-2-3' },
    19,
  ),
  decided(
    kitahama,
    { name: '北浜珈琲 天満橋店', kana: 'キタハマコーヒー テンマバシテン', address: '中央区天満橋京町1-2' },
    18,
  ),
  decided(
    minato,
    { name: 'みなと食堂 市岡店', kana: 'ミナトショクドウ イチオカテン', address: '港区市岡3-4-5' },
    17,
  ),
  decided(hanareya, { name: 'はなれ屋 谷町', kana: 'ハナレヤ タニマチ', address: '中央区谷町6-1-2' }, 13),
  decided(
    { ...takomasa, holder: 'ﾀｺｼﾏ ﾏｻｵ' },
    { name: 'たこ政 今里店', kana: 'タコマサ イマザトテン', address: '生野区新今里3-4-5' },
    12,
  ),
];
