import { useQueryClient } from '../../api/query/index.js';
import { useState, type ReactNode } from 'react';
import { useSite } from '../../api/queries.js';
import { addOfficial } from '../../api/staff.js';
import type { StartingPassword } from '../../api/types.js';
import { useNavigate } from '../../router/index.js';
import { useStaffTexts } from '../../texts/index.js';
import { Page } from '../../ui/index.js';
import { deskKeys } from '../desk-queries.js';
import { useDeskTexts } from '../desk-texts.js';
import { IssuedPassword } from './IssuedPassword.js';
import { OfficialForm } from './OfficialForm.js';

export function NewOfficialScreen(): ReactNode {
  const desk = useDeskTexts();
  const texts = useStaffTexts().form;
  const site = useSite();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [made, setMade] = useState<{ readonly name: string; readonly issued: StartingPassword } | null>(null);
  return (
    <Page
      title={texts.addTitle}
      site={site.data?.name ?? desk.product}
      focusKey={made === null ? 'new official' : 'official added'}
      width="narrow"
    >
      {made === null ? (
        <OfficialForm
          before={null}
          submit={texts.submitAdd}
          onCancel={() => void navigate('/desk/staff')}
          onSend={async (login, entry) => {
            const issued = await addOfficial({ login, ...entry });
            setMade({ name: entry.name, issued });
            await client.invalidateQueries({ queryKey: deskKeys.officials });
          }}
        />
      ) : (
        <IssuedPassword
          name={made.name}
          issued={made.issued}
          onClose={() => void navigate(`/desk/staff/${made.issued.id}`)}
        />
      )}
    </Page>
  );
}
