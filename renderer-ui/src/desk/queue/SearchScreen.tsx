import type { ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import { useSearchParams } from '../../router/index.js';
import { Button, Buttons, Card, Page, Spinner } from '../../ui/index.js';
import { useSearchRows } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { ApplicationRows } from './ApplicationRows.js';
import { useClaim } from './claim.js';
import { FieldSearch } from './FieldSearch.js';
import { SelectionBar } from './SelectionBar.js';
import { useSelection } from './use-selection.js';
import { useRowKeys } from './use-row-keys.js';
import './list.css';

export function SearchScreen(): ReactNode {
  const texts = useDeskTexts();
  const site = useSite();
  const [params] = useSearchParams();
  const text = (params.get('q') ?? '').trim();
  const title = text === '' ? texts.search.label : texts.search.title(text);
  return (
    <Page title={title} site={site.data?.name ?? texts.product} focusKey={`search ${text}`}>
      <div className="tz-stack desk-search-results">
        <FieldSearch key={`in ${text}`} text={text} />
        {text === '' ? <p>{texts.search.empty}</p> : <Results key={text} text={text} title={title} />}
      </div>
    </Page>
  );
}

function Results({ text, title }: { readonly text: string; readonly title: string }): ReactNode {
  const texts = useDeskTexts();
  const found = useSearchRows(text);
  const claim = useClaim();
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const address = `/desk/search?q=${encodeURIComponent(text)}`;
  const selection = useSelection(rows);
  const { current, setCurrent } = useRowKeys(address, rows, claim.mutate, selection);
  if (found.isPending) return <Spinner />;
  if (found.error) return <RefusalBanner error={found.error} />;
  if (rows.length === 0) {
    return (
      <Card look="quiet">
        <p>{texts.search.none(text)}</p>
        <p className="tz-quiet">{texts.search.noneHelp}</p>
      </Card>
    );
  }
  return (
    <>
      <p className="tz-quiet" role="status">
        {texts.queue.shown(rows.length)}
      </p>
      <RefusalBanner error={claim.error} />
      <SelectionBar selection={selection} all={null} />
      <ApplicationRows
        caption={title}
        rows={rows}
        current={current}
        onCurrent={setCurrent}
        onClaim={claim.mutate}
        selection={selection}
      />
      {found.hasNextPage && (
        <Buttons>
          <Button blocked={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {texts.queue.more}
          </Button>
        </Buttons>
      )}
    </>
  );
}
