import { useState, type ReactNode } from 'react';
import {
  disableOfficial,
  enableOfficial,
  endOfficialsSessions,
  fetchOfficial,
  issuePassword,
  resetCodes,
} from '../../api/staff.js';
import type { OfficialView, StartingPassword } from '../../api/types.js';
import { useStaffTexts } from '../../texts/index.js';
import { Button, Buttons, Dialog, Field, TextArea } from '../../ui/index.js';
import { RefusalBanner } from '../frame/RefusalBanner.js';
import { useSending } from '../frame/use-sending.js';
import { IssuedPassword } from './IssuedPassword.js';

interface OfficialActionsProps {
  readonly official: OfficialView;
  readonly onEdit: () => void;
  readonly onChanged: (after: OfficialView, said: string) => void;
}

/** What is asked about before it is done. */
type Asked = 'password' | 'codes' | 'disable';

export function OfficialActions({ official, onEdit, onChanged }: OfficialActionsProps): ReactNode {
  const all = useStaffTexts();
  const texts = all.official;
  const sending = useSending();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [reason, setReason] = useState('');
  const [issued, setIssued] = useState<StartingPassword | null>(null);
  const { id, name, holding, disabledAt, codesSince, sessions } = official;
  const words: Readonly<Record<Asked, { readonly title: string; readonly lead: string }>> = {
    password: { title: texts.password, lead: texts.passwordLead },
    codes: { title: texts.codesReset, lead: texts.codesResetLead },
    disable: { title: texts.disable, lead: texts.disableLead(holding) },
  };
  const act: Readonly<Record<Asked, () => Promise<void>>> = {
    password: async () => {
      setIssued(await issuePassword(id));
      onChanged(await fetchOfficial(id), texts.password);
    },
    codes: async () => onChanged(await resetCodes(id, reason), texts.resetDone),
    disable: async () => {
      const after = await disableOfficial(id, reason);
      const released = after.released > 0 ? ` ${all.form.released(after.released)}` : '';
      onChanged(after.official, texts.disabled + released);
    },
  };
  const close = (): void => {
    setAsked(null);
    setReason('');
  };
  const atOnce = (call: () => Promise<OfficialView>, said: string): void =>
    void sending.send(async () => onChanged(await call(), said));
  return (
    <section className="tz-stack" aria-labelledby="official-actions">
      <h2 id="official-actions" className="tz-heading">
        {texts.actions}
      </h2>
      {issued !== null && <IssuedPassword name={name} issued={issued} onClose={() => setIssued(null)} />}
      {asked === null && <RefusalBanner error={sending.failure} />}
      <Buttons>
        <Button onClick={onEdit}>{texts.change}</Button>
        {disabledAt === null && <Button onClick={() => setAsked('password')}>{texts.password}</Button>}
        {codesSince !== null && <Button onClick={() => setAsked('codes')}>{texts.codesReset}</Button>}
        {sessions > 0 && (
          <Button onClick={() => atOnce(() => endOfficialsSessions(id), texts.ended)}>
            {texts.endSessions}
          </Button>
        )}
        {disabledAt === null ? (
          <Button look="danger" onClick={() => setAsked('disable')}>
            {texts.disable}
          </Button>
        ) : (
          <Button onClick={() => atOnce(() => enableOfficial(id), texts.enabled)}>{texts.enable}</Button>
        )}
      </Buttons>
      <Dialog title={asked === null ? '' : words[asked].title} open={asked !== null} onClose={close}>
        {asked !== null && (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void sending.send(act[asked]).then((sent) => sent && close());
            }}
          >
            <p>{words[asked].lead}</p>
            <RefusalBanner error={sending.failure} />
            {asked !== 'password' && (
              <Field id="act-reason" label={texts.why} required errors={sending.errorsOf('reason')}>
                {(control) => (
                  <TextArea
                    {...control}
                    rows={3}
                    value={reason}
                    onChange={(event) => setReason(event.target.value)}
                  />
                )}
              </Field>
            )}
            <Buttons>
              <Button type="submit" look={asked === 'disable' ? 'danger' : 'primary'} blocked={sending.busy}>
                {words[asked].title}
              </Button>
              <Button onClick={close}>{texts.cancel}</Button>
            </Buttons>
          </form>
        )}
      </Dialog>
    </section>
  );
}
