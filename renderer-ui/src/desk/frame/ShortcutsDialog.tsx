import type { ReactNode } from 'react';
import { Button, Buttons, ChoiceBox, Dialog } from '../../ui/index.js';
import { useCaseTexts, useUiTexts, useViewerTexts } from '../../texts/index.js';
import { useDeskTexts } from '../desk-texts.js';
import { enableLetters, useLettersEnabled } from './shortcuts.js';

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const texts = useDeskTexts();
  const { keys } = texts;
  const { keys: ofCase } = useCaseTexts();
  const { keys: ofViewer } = useViewerTexts();
  const letters = useLettersEnabled();
  const groups = [
    {
      title: keys.inQueue,
      lines: [
        { key: 'j', does: keys.list.down },
        { key: 'k', does: keys.list.up },
        { key: 'Enter', does: keys.list.enter },
        { key: 'c', does: keys.list.claim },
        { key: 'x', does: keys.list.select },
        { key: 'Shift + x', does: keys.list.selectTo },
        { key: 'a', does: keys.list.actOnSelected },
      ],
    },
    {
      title: keys.inApplication,
      lines: [
        { key: 's', does: keys.list.cross },
        { key: 'a', does: keys.list.act },
        { key: 'c', does: ofCase.checked },
        { key: 'd', does: ofCase.defect },
        { key: 'n', does: keys.list.next },
        { key: 'q', does: keys.list.back },
        { key: 'Esc', does: keys.list.escape },
      ],
    },
    {
      title: ofViewer.title,
      lines: [
        { key: '+ -', does: ofViewer.zoom },
        { key: '0 w', does: ofViewer.fit },
        { key: 'r', does: ofViewer.rotate },
        { key: ', .', does: ofViewer.page },
        { key: '[ ]', does: ofViewer.file },
        { key: 'Esc', does: ofViewer.close },
      ],
    },
    {
      title: keys.anywhere,
      lines: [
        { key: '/', does: keys.list.search },
        { key: '?', does: keys.list.help },
      ],
    },
  ];
  return (
    <Dialog title={keys.title} open onClose={onClose} wide>
      <div className="desk-keys">
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="desk-keys__title">{group.title}</h3>
            <dl>
              {group.lines.map((line) => (
                <div key={line.key} className="desk-keys__line">
                  <dt>
                    <kbd>{line.key}</kbd>
                  </dt>
                  <dd>{line.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div>
        <ChoiceBox
          kind="checkbox"
          checked={letters}
          onChange={(event) => enableLetters(event.target.checked)}
          aria-describedby="letters-help"
        >
          {keys.enabled}
        </ChoiceBox>
        <p id="letters-help" className="tz-quiet desk-small">
          {keys.enabledHelp}
        </p>
      </div>
      <Buttons>
        <Button onClick={onClose}>{useUiTexts().close}</Button>
      </Buttons>
    </Dialog>
  );
}
