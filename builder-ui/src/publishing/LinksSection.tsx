import { useState, type ReactNode } from 'react';
import { useMutation, useQuery, useQueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { RefusalBanner } from '../../../renderer-ui/src/desk/index.js';
import { dateTimeText, useLanguage } from '../../../renderer-ui/src/texts/index.js';
import { Banner, Button, Field, Select, TextInput, useAnnounce } from '../../../renderer-ui/src/ui/index.js';
import { fetchLinks, type MadeLink, makeLink, publishingKeys, revokeLink } from '../api/publishing.js';
import { usePublishingTexts } from '../texts/publishing.js';

const DAYS = [1, 7, 14, 30, 90];

/** Links that show the form of a draft to whoever has them. */
export function LinksSection({
  draftId,
  mayWrite,
}: {
  readonly draftId: string;
  readonly mayWrite: boolean;
}): ReactNode {
  const texts = usePublishingTexts();
  const language = useLanguage();
  const announce = useAnnounce();
  const client = useQueryClient();
  const [days, setDays] = useState(7);
  const [made, setMade] = useState<MadeLink | null>(null);
  const queryKey = publishingKeys.links(draftId);
  const links = useQuery({ queryKey, queryFn: () => fetchLinks(draftId) });
  const refresh = (): void => void client.invalidateQueries({ queryKey });
  const make = useMutation({
    mutationFn: () => makeLink(draftId, days),
    onSuccess: (link) => {
      setMade(link);
      refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: (id: string) => revokeLink(id),
    onSuccess: (_, id) => {
      announce(texts.revoked);
      if (made?.id === id) setMade(null);
      refresh();
    },
  });
  return (
    <section className="tz-stack">
      <h2 className="tz-heading">{texts.links}</h2>
      <p>{texts.linksLead}</p>
      <RefusalBanner error={make.error ?? revoke.error ?? links.error} />
      {made && (
        <Banner tone="success" role="status" title={texts.linkMade}>
          <Field label={texts.linkAddress} id="publishing-link">
            {(control) => <TextInput {...control} readOnly value={made.address} />}
          </Field>
          <Button
            onClick={() => {
              void navigator.clipboard.writeText(made.address).then(() => announce(texts.copied));
            }}
          >
            {texts.copyLink}
          </Button>
        </Banner>
      )}
      {(links.data?.links ?? []).length > 0 && (
        <ul className="builder-table__drafts">
          {links.data?.links.map(({ id, name, endsAt }) => (
            <li key={id} className="builder-table__draft">
              {texts.linkLine(name, dateTimeText(endsAt, language))}
              {mayWrite && (
                <Button
                  size="small"
                  aria-label={texts.revokeOf(dateTimeText(endsAt, language))}
                  blocked={revoke.isPending}
                  onClick={() => revoke.mutate(id)}
                >
                  {texts.revoke}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <div className="builder-publishing__line">
          <Field label={texts.linkDays} id="publishing-days">
            {(control) => (
              <Select
                {...control}
                choices={DAYS.map((count) => ({ value: String(count), label: texts.days(count) }))}
                value={String(days)}
                onChange={({ target }) => setDays(Number(target.value))}
              />
            )}
          </Field>
          <Button blocked={make.isPending} onClick={() => make.mutate()}>
            {texts.makeLink}
          </Button>
        </div>
      )}
    </section>
  );
}
