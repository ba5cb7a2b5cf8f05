import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { dateText, eraYearText, todayInJapan, useFieldsTexts, useLanguage } from '../../../texts/index.js';
import { Button, Buttons, Dialog, Icon, Select, useAnnounce } from '../../../ui/index.js';
import { dayByKey, monthOf, monthsLater, weekdayOf, weeksOf } from './calendar-days.js';
import './calendar.css';

/** The eras before are asked for by typing. */
const FIRST_YEAR = 1900;
const YEARS_AHEAD = 20;

interface CalendarDialogProps {
  readonly title: string;
  readonly open: boolean;
  /** The answer, where it is a day. */
  readonly value: string | null;
  readonly onChoose: (day: string) => void;
  readonly onClose: () => void;
}

/** A month to choose a day from, by finger, mouse, or the keys of the ARIA practices. */
export function CalendarDialog({ title, open, value, onChoose, onClose }: CalendarDialogProps): ReactNode {
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <Calendar value={value} onChoose={onChoose} onClose={onClose} />
    </Dialog>
  );
}

function Calendar({ value, onChoose, onClose }: Omit<CalendarDialogProps, 'title' | 'open'>): ReactNode {
  const texts = useFieldsTexts().calendar;
  const language = useLanguage();
  const announce = useAnnounce();
  const today = todayInJapan();
  const [first, last] = [`${FIRST_YEAR}-01-01`, `${Number(today.slice(0, 4)) + YEARS_AHEAD}-12-31`];
  const within = (day: string): string => (day < first ? first : day > last ? last : day);
  const [at, setAt] = useState(() => within(value ?? today));
  const grid = useRef<HTMLTableElement>(null);
  const focusDay = (): void => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  // The dialog is opened by its own effect, which comes after this one; a frame later the day can take the focus.
  useEffect(() => {
    const frame = requestAnimationFrame(focusDay);
    return () => cancelAnimationFrame(frame);
  }, []);
  // Before the next key is taken: with another month the day that had the focus is gone.
  const follow = useRef(false);
  useLayoutEffect(() => {
    if (follow.current) focusDay();
    follow.current = false;
  }, [at]);

  const month = monthOf(at);
  const monthText = texts.month(eraYearText(month.year, language), month.year, month.month);
  const turn = (months: number): void => {
    const there = within(monthsLater(at, months));
    const { year, month: number } = monthOf(there);
    setAt(there);
    announce(texts.month(eraYearText(year, language), year, number));
  };
  const press = (event: KeyboardEvent): void => {
    const there = dayByKey(at, event.key, event.shiftKey);
    if (there === null) return;
    event.preventDefault();
    follow.current = true;
    setAt(within(there));
  };
  const years = Array.from({ length: Number(last.slice(0, 4)) - FIRST_YEAR + 1 }, (_, index) =>
    String(Number(last.slice(0, 4)) - index),
  );
  return (
    <div className="tz-calendar">
      <div className="tz-calendar__head">
        <Button size="small" aria-label={texts.previous} onClick={() => turn(-1)}>
          <Icon name="back" />
        </Button>
        <div className="tz-calendar__month">
          <Select
            aria-label={texts.yearBox}
            value={String(month.year)}
            choices={years.map((year) => ({
              value: year,
              label: texts.year(Number(year), eraYearText(Number(year), language)),
            }))}
            onChange={(event) => turn((Number(event.target.value) - month.year) * 12)}
          />
          <Select
            aria-label={texts.monthBox}
            value={String(month.month)}
            choices={texts.months.map((label, index) => ({ value: String(index + 1), label }))}
            onChange={(event) => turn(Number(event.target.value) - month.month)}
          />
        </div>
        <Button size="small" aria-label={texts.next} onClick={() => turn(1)}>
          <Icon name="forward" />
        </Button>
      </div>
      <table ref={grid} role="grid" className="tz-calendar__grid" aria-label={monthText} onKeyDown={press}>
        <thead>
          <tr>
            {texts.weekdays.map(([short, whole]) => (
              <th key={short} scope="col" abbr={whole}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.join()}>
              {week.map((day, weekday) =>
                day === null ? (
                  <td key={weekday} />
                ) : (
                  <td key={weekday} role="gridcell" aria-selected={day === value}>
                    <button
                      type="button"
                      className="tz-calendar__day"
                      data-weekday={weekdayOf(day)}
                      tabIndex={day === at ? 0 : -1}
                      aria-current={day === today ? 'date' : undefined}
                      aria-label={texts.day(dateText(day, language), day === today, day === value)}
                      onFocus={() => setAt(day)}
                      onClick={() => onChoose(day)}
                    >
                      {Number(day.slice(8))}
                    </button>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <Buttons>
        <Button
          onClick={() => {
            follow.current = true;
            setAt(within(today));
          }}
        >
          {texts.today}
        </Button>
        <Button look="text" onClick={onClose}>
          {texts.close}
        </Button>
      </Buttons>
    </div>
  );
}
