import { useEffect, useRef, useState, type ReactNode } from 'react';
import { serverNow } from '../../api/server-clock.js';
import type { DraftView, SavedDraft } from '../../api/types.js';
import { dateTimeText, exactTimeText, useKeepingTexts, useLanguage } from '../../texts/index.js';
import { Banner, useAnnounce } from '../../ui/index.js';

interface DeadlineBarProps {
  readonly window: Pick<SavedDraft, 'closesAt' | 'graceEndsAt'>;
  readonly contact: DraftView['contact'];
}

const MINUTE = 60_000;
/** Before the close, in minutes: when the bar comes, and when it is said aloud. */
const SHOWN = 60;
const SAID = [60, 30, 10, 5, 1];
/** `closesAt` is the last second that counts: so long after it, it is over. */
const LAST_SECOND = 1_000;

/** How long there is still to submit, by the server's clock. Nothing until the last hour. */
export function DeadlineBar({ window: { closesAt, graceEndsAt }, contact }: DeadlineBarProps): ReactNode {
  const texts = useKeepingTexts().deadline;
  const language = useLanguage();
  const announce = useAnnounce();
  const now = useServerTime(Date.parse(closesAt) - SHOWN * MINUTE);
  const closeIn = Date.parse(closesAt) + LAST_SECOND - now.getTime();
  const graceIn = Date.parse(graceEndsAt) + LAST_SECOND - now.getTime();
  const hasGrace = graceEndsAt !== closesAt;
  const left = closeIn > 0 ? closeIn : graceIn;
  const minutes = Math.ceil(left / MINUTE);
  const sentence = ((): string => {
    if (left <= 0) return texts.closed;
    if (left < MINUTE) {
      const seconds = Math.ceil(left / 1_000);
      return closeIn > 0 ? texts.leftSeconds(seconds) : texts.graceSeconds(seconds);
    }
    return closeIn > 0 ? texts.left(minutes) : texts.grace(minutes);
  })();

  // Said once at each mark that is passed while the page is open, and at the end.
  const mark = left <= 0 ? 0 : (SAID.filter((each) => minutes <= each).at(-1) ?? null);
  const phase = closeIn > 0 ? 'open' : 'grace';
  const said = useRef<string | null>(null);
  useEffect(() => {
    const key = mark === null ? null : `${phase} ${mark}`;
    if (key !== null && said.current !== key) announce(sentence);
    said.current = key;
  }, [mark, phase, sentence, announce]);

  if (closeIn > SHOWN * MINUTE) return null;
  const clock = exactTimeText(now.toISOString(), language);
  if (left <= 0) {
    return (
      <div className="tz-deadline">
        <Banner tone="error" title={texts.closed}>
          <p>
            {texts.closedBody(
              dateTimeText(graceEndsAt, language),
              contact.name,
              contact.phone,
              contact.hours,
            )}
          </p>
        </Banner>
      </div>
    );
  }
  return (
    <div className="tz-deadline">
      <Banner tone="warning" title={<span role="timer">{sentence}</span>}>
        <p>
          {closeIn > 0
            ? texts.closes(exactTimeText(closesAt, language), clock)
            : texts.graceUntil(exactTimeText(graceEndsAt, language), clock)}
        </p>
        {closeIn > 0 && hasGrace && <p>{texts.graceToCome(exactTimeText(graceEndsAt, language))}</p>}
      </Banner>
    </div>
  );
}

/** Every second from `wakeAt` on; until then nobody looks, and it is enough to wake in time. */
function useServerTime(wakeAt: number): Date {
  const [now, setNow] = useState(serverNow);
  const awake = now.getTime() >= wakeAt;
  useEffect(() => {
    const timer = setInterval(
      () => {
        const at = serverNow();
        if (at.getTime() >= wakeAt) setNow(at);
      },
      awake ? 1_000 : 5_000,
    );
    return () => clearInterval(timer);
  }, [awake, wakeAt]);
  return now;
}
