import { useMutation, useQueryClient } from '../../api/query/index.js';
import { Suspense, useState, type ReactNode } from 'react';
import { keys, useSite } from '../../api/queries.js';
import { signOut } from '../../api/session.js';
import {
  useDeskNewsTexts,
  useDeskDeliveriesTexts,
  useDeskOperationsTexts,
  useDeskOpinionsTexts,
  useDeskPaperTexts,
  useDeskVisitsTexts,
  useReportsTexts,
  useStaffTexts,
} from '../../texts/index.js';
import { Link, useLocation } from '../../router/index.js';
import { Header, Spinner, WhenBroken } from '../../ui/index.js';
import { OfflineBand } from '../../ui/OfflineBand.js';
import { deskKeys, useDeskPlaces } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { useOfficial } from '../session/official.js';
import { HeaderMenu } from './HeaderMenu.js';
import { OwnMenu } from './OwnMenu.js';
import { useKeptFocus } from './kept-focus.js';
import { useMostInRow } from './screen-width.js';
import { SearchBox } from './SearchBox.js';
import { ShortcutsDialog } from './ShortcutsDialog.js';
import { useShortcuts } from './shortcuts.js';

/** Header with who is here, search and keys; the screen below. */
export function DeskFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const texts = useDeskTexts();
  const staff = useStaffTexts();
  const reports = useReportsTexts();
  const official = useOfficial();
  const site = useSite();
  const places = useDeskPlaces();
  const faults = places.data?.faults ?? 0;
  const operations = useDeskOperationsTexts();
  const deliveries = useDeskDeliveriesTexts();
  const undelivered = places.data?.deliveries ?? null;
  const paper = useDeskPaperTexts();
  const visits = useDeskVisitsTexts();
  const opinions = useDeskOpinionsTexts();
  const news = useDeskNewsTexts();
  const client = useQueryClient();
  const { pathname } = useLocation();
  const [keysOpen, setKeysOpen] = useState(false);
  useKeptFocus();
  useShortcuts({
    '?': () => setKeysOpen(true),
    '/': () => document.querySelector<HTMLInputElement>('#desk-search')?.select(),
  });
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      // What was typed and listed names other people: it leaves with the official.
      sessionStorage.clear();
      client.setQueryData(keys.session, { subject: null });
      client.removeQueries({ queryKey: deskKeys.all });
    },
  });
  const all = [
    ...(official.may.readStaff ? [{ to: '/desk/staff', label: staff.list.link }] : []),
    ...(official.may.operate
      ? [{ to: '/desk/operations', label: faults > 0 ? operations.linkWith(faults) : operations.link }]
      : []),
    ...(official.may.readNews ? [{ to: '/desk/announcements', label: news.title }] : []),
    ...(places.data?.inspection ? [{ to: '/desk/visits', label: visits.title }] : []),
    ...(places.data?.opinions ? [{ to: '/desk/opinions', label: opinions.title }] : []),
    ...(places.data?.paper ? [{ to: '/desk/paper', label: paper.title }] : []),
    ...(places.data?.payments ? [{ to: '/desk/payments', label: texts.payments }] : []),
    ...(undelivered === null
      ? []
      : [
          {
            to: '/desk/deliveries',
            label: undelivered > 0 ? deliveries.linkWith(undelivered) : deliveries.link,
          },
        ]),
    { to: '/desk/batches', label: texts.batches },
    ...(official.may.readStatistics ? [{ to: '/desk/statistics', label: reports.link }] : []),
  ];
  // All at once: what came between them later would move the others away from under a press.
  const links = places.isPending ? [] : all;
  const most = useMostInRow();
  const [inRow, further] = links.length > most + 1 ? [links.slice(0, most), links.slice(most)] : [links, []];
  return (
    <>
      <Header
        site={site.data?.name ?? texts.product}
        sub={texts.product}
        home="/desk"
        navLabel={texts.product}
        links={inRow}
      >
        {further.length > 0 && (
          <HeaderMenu title={texts.furtherPlaces}>
            {(close) =>
              further.map(({ to, label }) => (
                <Link key={to} className="tz-header__link" to={to} onClick={close}>
                  {label}
                </Link>
              ))
            }
          </HeaderMenu>
        )}
        <SearchBox />
        <OwnMenu onKeys={() => setKeysOpen(true)} onLeave={() => leave.mutate()} />
      </Header>
      <OfflineBand />
      <WhenBroken place={pathname} site={site.data?.name ?? texts.product}>
        <Suspense fallback={<Spinner />}>{children}</Suspense>
      </WhenBroken>
      {keysOpen && <ShortcutsDialog onClose={() => setKeysOpen(false)} />}
    </>
  );
}
