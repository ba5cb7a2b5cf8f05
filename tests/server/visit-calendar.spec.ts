import { describe, expect, it } from '@jest/globals';
import { visitCalendar } from '../../src/notices/message-mail/visit-calendar.js';

const visit = {
  id: '0190f000-0000-7000-8000-000000000001',
  revision: 2,
  state: 'planned',
  onDay: '2035-03-01',
  fromTime: '10:00',
  toTime: '11:30',
  plannedAt: new Date('2035-02-01T03:04:05.678Z'),
  summary: '現地確認（申込番号 0004-08）',
  url: 'https://example.jp/applications/1',
} as const;

/** Lines as a calendar reads them: unfolded (RFC 5545 §3.1). */
const linesOf = (file: string): readonly string[] => file.replaceAll('\r\n ', '').split('\r\n');

describe('a visit in a calendar', () => {
  it('is at the hours of Japan, whatever the calendar’s own zone', () => {
    const lines = linesOf(visitCalendar(visit, 'example.jp'));
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'BEGIN:VTIMEZONE',
        'TZOFFSETTO:+0900',
        'UID:0190f000-0000-7000-8000-000000000001@example.jp',
        'DTSTAMP:20350201T030405Z',
        'SEQUENCE:2',
        'DTSTART;TZID=Asia/Tokyo:20350301T100000',
        'DTEND;TZID=Asia/Tokyo:20350301T113000',
        'SUMMARY:現地確認（申込番号 0004-08）',
        'STATUS:CONFIRMED',
      ]),
    );
    expect(lines.some((line) => line.startsWith('LOCATION'))).toBe(false);
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
  });

  it('escapes what would end a value, and folds lines between characters at 75 octets', () => {
    const location = `大阪市北区1,2;3\\4\r\nATTACH:x ${'あ'.repeat(60)}`;
    const file = visitCalendar({ ...visit, location }, 'example.jp');
    expect(linesOf(file)).toContain(`LOCATION:大阪市北区1\\,2\\;3\\\\4\\nATTACH:x ${'あ'.repeat(60)}`);
    const octets = file.split('\r\n').map((line) => Buffer.byteLength(line));
    expect(Math.max(...octets)).toBeLessThanOrEqual(75);
  });

  it('is taken out again once it is cancelled', () => {
    const lines = linesOf(visitCalendar({ ...visit, state: 'cancelled' }, 'example.jp'));
    expect(lines).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED']));
  });
});
