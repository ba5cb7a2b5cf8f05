import { useCallback, useEffect, useRef, useState } from 'react';
import { isRefused, RequestRefused } from '../../api/request.js';
import type { FindingView, VisitView } from '../../api/types.js';
import { addPhoto, fetchVisit, recordFinding } from '../../api/visits.js';
import { forget, keep, type Kept, type KeptFinding, keptOf, type KeptPhoto } from './visit-journal.js';

/** Time between tries while the server does not answer, in milliseconds. */
const RETRY = 5_000;
/** Quiet time after a keystroke. */
const QUIET = 600;

export interface Findings {
  readonly visit: VisitView;
  /** By item, as this device has it: not sent yet. */
  readonly mine: ReadonlyMap<string, KeptFinding>;
  readonly photos: readonly KeptPhoto[];
  /** Items that a colleague has recorded otherwise. */
  readonly conflicts: ReadonlySet<string>;
  readonly waiting: number;
  readonly unkept: boolean;
  readonly signedOut: boolean;
  readonly failure: unknown;
  readonly put: (item: string, result: FindingView['result'], note: string) => void;
  readonly add: (item: string, photos: readonly File[]) => Promise<void>;
  readonly dropPhoto: (key: string) => void;
  /** On which record of an item somebody has decided. */
  readonly settle: (item: string, keepMine: boolean) => void;
  readonly replace: (visit: VisitView) => void;
}

/** What is found goes into this device's journal at once, and to the server as soon as it answers. */
export function useFindings(initial: VisitView, staffId: string): Findings {
  const [visit, setVisit] = useState(initial);
  const [mine, setMine] = useState<ReadonlyMap<string, KeptFinding>>(new Map());
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([]);
  const [conflicts, setConflicts] = useState<ReadonlySet<string>>(new Set());
  const [unkept, setUnkept] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const now = useRef({ visit, mine, photos, conflicts });
  now.current = { visit, mine, photos, conflicts };
  const running = useRef(false);
  const isRead = useRef(false);
  const gone = useRef(new AbortController());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const send = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    if (!isRead.current || running.current || gone.current.signal.aborted) return;
    running.current = true;
    let again: number | null = null;
    try {
      for (;;) {
        const { mine: left, conflicts: stuck, photos: files } = now.current;
        const finding = [...left.values()].find(({ item }) => !stuck.has(item));
        const next: Kept | undefined = finding ?? files[0];
        if (!next || gone.current.signal.aborted) break;
        await sendOne(next);
        setSignedOut(false);
        setFailure(null);
      }
    } catch (error) {
      if (isRefused(error, 'sign-in-required')) setSignedOut(true);
      else if (error instanceof RequestRefused && error.problem.status !== 503) setFailure(error);
      again = RETRY;
    } finally {
      running.current = false;
    }
    if (again !== null && !gone.current.signal.aborted) timer.current = setTimeout(() => void send(), again);

    async function sendOne(next: Kept): Promise<void> {
      const id = next.visitId;
      if (next.kind === 'photo') {
        await addPhoto(id, next.item, next.key, next.photo, gone.current.signal);
        await forget(next.key);
        const fresh = await fetchVisit(id);
        now.current.photos = now.current.photos.filter(({ key }) => key !== next.key);
        setPhotos(now.current.photos);
        setVisit(fresh);
        return;
      }
      const { item, result, note, version } = next;
      try {
        const fresh = await recordFinding(id, { item, result, note, version });
        setVisit(fresh);
        const seen = fresh.findings.find((one) => one.item === item)?.version ?? version;
        const latest = now.current.mine.get(item);
        const map = new Map(now.current.mine);
        // Typed on meanwhile: that goes next, upon what is there now.
        if (latest && latest !== next) {
          const rebased = { ...latest, version: seen };
          map.set(item, rebased);
          await keep(rebased);
        } else {
          map.delete(item);
          await forget(next.key);
        }
        now.current.mine = map;
        setMine(map);
      } catch (error) {
        if (!isRefused(error, 'finding-changed')) throw error;
        setVisit(await fetchVisit(id));
        now.current.conflicts = new Set([...now.current.conflicts, item]);
        setConflicts(now.current.conflicts);
      }
    }
  }, []);

  useEffect(() => {
    const { signal } = gone.current;
    const leaving = gone.current;
    void keptOf(initial.id, staffId).then((kept) => {
      if (signal.aborted) return;
      // What was recorded while the journal was read is newer than what it says.
      const { mine: typed, photos: taken } = now.current;
      const findings = kept.flatMap((one) => (one.kind === 'finding' ? [[one.item, one] as const] : []));
      const pictures = kept.filter((one) => one.kind === 'photo');
      now.current.mine = new Map([...findings, ...typed]);
      now.current.photos = [...pictures.filter(({ key }) => !taken.some((one) => one.key === key)), ...taken];
      setMine(now.current.mine);
      setPhotos(now.current.photos);
      isRead.current = true;
      void send();
    });
    const online = (): void => void send();
    addEventListener('online', online);
    return () => {
      removeEventListener('online', online);
      leaving.abort();
      clearTimeout(timer.current);
    };
  }, [initial.id, staffId, send]);

  const soon = useCallback(
    (wait: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), wait);
    },
    [send],
  );
  const put = useCallback(
    (item: string, result: FindingView['result'], note: string): void => {
      const { visit: known, mine: before } = now.current;
      const version =
        before.get(item)?.version ?? known.findings.find((one) => one.item === item)?.version ?? 0;
      const key = `${known.id} ${item}`;
      const entry: KeptFinding = {
        key,
        kind: 'finding',
        visitId: known.id,
        staffId,
        item,
        result,
        note,
        version,
        at: Date.now(),
      };
      now.current.mine = new Map(before).set(item, entry);
      setMine(now.current.mine);
      void keep(entry).then((kept) => setUnkept(!kept));
      soon(QUIET);
    },
    [staffId, soon],
  );
  const add = useCallback(
    async (item: string, files: readonly File[]): Promise<void> => {
      const { smallerPicture } = await import('../../drafts/smaller-picture.js');
      for (const file of files) {
        const photo = (file.type === 'image/jpeg' ? await smallerPicture(file) : null) ?? file;
        const one: KeptPhoto = {
          key: crypto.randomUUID(),
          kind: 'photo',
          visitId: now.current.visit.id,
          staffId,
          item,
          photo,
          at: Date.now(),
        };
        setUnkept(!(await keep(one)));
        now.current.photos = [...now.current.photos, one];
        setPhotos(now.current.photos);
      }
      void send();
    },
    [staffId, send],
  );
  const dropPhoto = useCallback((key: string): void => {
    void forget(key);
    now.current.photos = now.current.photos.filter((one) => one.key !== key);
    setPhotos(now.current.photos);
  }, []);
  const settle = useCallback(
    (item: string, keepMine: boolean): void => {
      const { visit: known, mine: before } = now.current;
      const map = new Map(before);
      const entry = map.get(item);
      const version = known.findings.find((one) => one.item === item)?.version ?? 0;
      if (entry && keepMine) {
        const rebased = { ...entry, version };
        map.set(item, rebased);
        void keep(rebased);
      } else if (entry) {
        map.delete(item);
        void forget(entry.key);
      }
      now.current.mine = map;
      now.current.conflicts = new Set([...now.current.conflicts].filter((one) => one !== item));
      setMine(map);
      setConflicts(now.current.conflicts);
      void send();
    },
    [send],
  );
  return {
    visit,
    mine,
    photos,
    conflicts,
    waiting: mine.size + photos.length,
    unkept,
    signedOut,
    failure,
    put,
    add,
    dropPhoto,
    settle,
    replace: setVisit,
  };
}
