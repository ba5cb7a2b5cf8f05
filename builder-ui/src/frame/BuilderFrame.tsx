import type { ReactNode } from 'react';
import { keys, useSite } from '../../../renderer-ui/src/api/queries.js';
import { useMutation, useQueryClient } from '../../../renderer-ui/src/api/query/index.js';
import { signOut } from '../../../renderer-ui/src/api/session.js';
import { useOfficial } from '../../../renderer-ui/src/desk/index.js';
import { useLocation } from '../../../renderer-ui/src/router/index.js';
import { Header, WhenBroken } from '../../../renderer-ui/src/ui/index.js';
import { WhatIsNew } from '../help/WhatIsNew.js';
import '../help/help.css';
import { useBuilderTexts } from '../texts/builder.js';

/** Header with who is here; the screen below. */
export function BuilderFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const texts = useBuilderTexts();
  const official = useOfficial();
  const site = useSite();
  const client = useQueryClient();
  const { pathname } = useLocation();
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => client.setQueryData(keys.session, { subject: null }),
  });
  const name = site.data?.name ?? texts.product;
  return (
    <>
      <Header
        site={name}
        sub={texts.product}
        home="/builder"
        navLabel={texts.product}
        links={[{ to: '/builder', label: texts.list }]}
      >
        {/* Another page of the site, with a program of its own. */}
        <a className="tz-header__link" href="/desk">
          {texts.desk}
        </a>
        <WhatIsNew />
        <span className="builder-name">{official.name}</span>
        <button type="button" className="tz-header__link" onClick={() => leave.mutate()}>
          {texts.signOut}
        </button>
      </Header>
      <WhenBroken place={pathname} site={name}>
        {children}
      </WhenBroken>
    </>
  );
}
