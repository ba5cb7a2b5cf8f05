/** A visit as a calendar keeps it. */
export interface CalendarVisit {
  readonly id: string;
  /** Goes up with every change, so that a calendar takes the latest. */
  readonly revision: number;
  readonly state: 'planned' | 'done' | 'cancelled';
  /** Civil date and times in Japan: `2035-03-01`, `10:00`. */
  readonly onDay: string;
  readonly fromTime: string;
  readonly toTime: string;
  readonly plannedAt: Date;
  readonly summary: string;
  /** Left out where it is not to be read by others. */
  readonly location?: string;
  readonly url: string;
}

/** Japan has had no summer time since 1951. */
const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Tokyo',
  'BEGIN:STANDARD',
  'DTSTART:19510909T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * The visit as an iCalendar file (RFC 5545).
 *
 * @param domain behind the @ of the event's id
 */
export function visitCalendar(visit: CalendarVisit, domain: string): string {
  const cancelled = visit.state === 'cancelled';
  const at = (time: string): string => `${visit.onDay.replaceAll('-', '')}T${time.replace(':', '')}00`;
  const stamp = `${visit.plannedAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tetsuzuki//Visits//JA',
    `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    ...zone,
    'BEGIN:VEVENT',
    `UID:${visit.id}@${domain}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${visit.revision}`,
    `DTSTART;TZID=Asia/Tokyo:${at(visit.fromTime)}`,
    `DTEND;TZID=Asia/Tokyo:${at(visit.toTime)}`,
    `SUMMARY:${escaped(visit.summary)}`,
    ...(visit.location === undefined ? [] : [`LOCATION:${escaped(visit.location)}`]),
    `URL:${visit.url}`,
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** RFC 5545 §3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n?|\n/g, '\\n');
}

/** Lines of at most 75 octets, cut between characters (§3.1). */
function folded(line: string): string {
  let [result, octets] = ['', 0];
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      result += '\r\n ';
      octets = 1;
    }
    result += character;
    octets += size;
  }
  return result;
}
