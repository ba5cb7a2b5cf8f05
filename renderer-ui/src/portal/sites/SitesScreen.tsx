import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { removeSite, siteKeys, useSites } from '../../api/sites.js';
import type { SavedSiteView, SiteQuestionView } from '../../api/types.js';
import { Link } from '../../router/index.js';
import { dateText, useAccountTexts, useLanguage, useSitesTexts } from '../../texts/index.js';
import { Button, Buttons, Card, Dialog, Page, Spinner, useAnnounce } from '../../ui/index.js';
import { FailureBanner } from '../frame/Failure.js';
import { useSiteName } from '../frame/site-name.js';
import { RequireApplicant } from '../session/RequireApplicant.js';
import { SiteForm } from './SiteForm.js';
import './sites.css';

export function SitesScreen(): ReactNode {
  const texts = useSitesTexts();
  return <RequireApplicant title={texts.title}>{() => <Sites />}</RequireApplicant>;
}

/** 店舗台帳: the places somebody applies for, once written down. */
function Sites(): ReactNode {
  const texts = useSitesTexts();
  const account = useAccountTexts();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const found = useSites(true);
  const [open, setOpen] = useState<SavedSiteView | 'new' | null>(null);
  const [leaving, setLeaving] = useState<SavedSiteView | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const remove = async (site: SavedSiteView): Promise<void> => {
    setLeaving(null);
    setFailure(null);
    try {
      await removeSite(site.id);
      announce(texts.removed(site.name));
    } catch (error) {
      setFailure(error);
    }
    await queries.invalidateQueries({ queryKey: siteKeys.sites });
  };
  const trouble = failure ?? found.error;
  const { sites = [], questions = [] } = found.data ?? {};
  return (
    <Page title={texts.title} site={useSiteName()} focusKey="sites">
      <div className="tz-stack">
        <p className="tz-lead">{texts.lead}</p>
        {trouble !== null && <FailureBanner error={trouble} />}
        {found.isPending && <Spinner />}
        {found.data && sites.length === 0 && (
          <Card look="quiet">
            <p>{texts.none}</p>
          </Card>
        )}
        <ul className="tz-sites__list">
          {sites.map((site) => (
            <SiteCard
              key={site.id}
              site={site}
              questions={questions}
              onEdit={() => setOpen(site)}
              onRemove={() => setLeaving(site)}
            />
          ))}
        </ul>
        <Buttons>
          <Button look="primary" onClick={() => setOpen('new')}>
            {texts.add}
          </Button>
        </Buttons>
        <p>
          <Link to="/account">{account.back}</Link>
        </p>
      </div>
      <Dialog
        title={open === 'new' ? texts.addTitle : texts.editTitle}
        open={open !== null}
        onClose={() => setOpen(null)}
        wide
      >
        {open !== null && (
          <SiteForm
            site={open === 'new' ? null : open}
            questions={questions}
            onClose={() => setOpen(null)}
            onSaved={(name) => {
              setOpen(null);
              announce(texts.saved(name));
              void queries.invalidateQueries({ queryKey: siteKeys.sites });
            }}
          />
        )}
      </Dialog>
      <Dialog
        title={leaving ? texts.removeTitle(leaving.name) : ''}
        open={leaving !== null}
        onClose={() => setLeaving(null)}
      >
        <p>{texts.removeNote}</p>
        <Buttons>
          <Button look="primary" onClick={() => leaving && void remove(leaving)}>
            {texts.remove}
          </Button>
          <Button onClick={() => setLeaving(null)}>{texts.back}</Button>
        </Buttons>
      </Dialog>
    </Page>
  );
}

interface SiteCardProps {
  readonly site: SavedSiteView;
  readonly questions: readonly SiteQuestionView[];
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function SiteCard({ site, questions, onEdit, onRemove }: SiteCardProps): ReactNode {
  const texts = useSitesTexts();
  const language = useLanguage();
  return (
    <Card as="li">
      <h2 className="tz-heading">{site.name}</h2>
      <p>{placeOf(site, questions)}</p>
      <p className="tz-quiet">
        {site.lastUsedAt !== null && texts.lastUsed(dateText(site.lastUsedAt, language))}{' '}
        {site.applications > 0 && texts.used(site.applications)}
      </p>
      <Buttons>
        <Button size="small" aria-label={texts.editNamed(site.name)} onClick={onEdit}>
          {texts.edit}
        </Button>
        <Button size="small" look="text" aria-label={texts.removeNamed(site.name)} onClick={onRemove}>
          {texts.remove}
        </Button>
      </Buttons>
    </Card>
  );
}

/** City and address in one line, the city by its name. */
function placeOf({ data }: SavedSiteView, questions: readonly SiteQuestionView[]): string {
  const shown = ['city', 'address', 'building'].map((name) => {
    const value = typeof data[name] === 'string' ? data[name] : '';
    const options = questions.find((question) => question.name === name)?.options ?? [];
    return options.find((option) => option.value === value)?.title ?? (options.length > 0 ? '' : value);
  });
  const [city = '', address = '', building = ''] = shown;
  const gap = /[A-Za-z]$/.test(city) ? ' ' : '';
  return `${city}${gap}${address}${building === '' ? '' : `　${building}`}`;
}
