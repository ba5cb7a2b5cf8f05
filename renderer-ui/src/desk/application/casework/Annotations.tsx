import type { ReactNode } from 'react';
import type { AnnotationView } from '../../../api/types.js';
import { dateTimeText, useCaseTexts, useLanguage } from '../../../texts/index.js';
import { Icon } from '../../../ui/index.js';
import { useDeskTexts } from '../../desk-texts.js';
import { useCaseworkHere } from './use-casework.js';

const icons = { checked: 'check', question: 'info', defect: 'warning' } as const;

/** Marks that officials have left on one answer. One's own plain 「確認済み」 shows on its button alone. */
export function Annotations({ path }: { readonly path: string }): ReactNode {
  const { at, mine } = useCaseworkHere();
  return at(path)
    .filter((one) => one.outdated || one.mark !== 'checked' || !mine(one))
    .map((one) => <Annotation key={`${one.staffId} ${one.mark}`} annotation={one} />);
}

function Annotation({ annotation }: { readonly annotation: AnnotationView }): ReactNode {
  const texts = useCaseTexts().annotations;
  const { signs } = useDeskTexts();
  const language = useLanguage();
  const { mark, name, note, at, outdated } = annotation;
  return (
    <p className="desk-mark" data-annotation={mark}>
      <Icon name={icons[mark]} />
      <span>
        <strong>
          {texts.marks[mark]}
          {signs.colon}
        </strong>
        {note !== '' && <span className="tz-prewrap">{note} </span>}
        <span className="desk-small tz-quiet">
          {name} {dateTimeText(at, language)}
          {outdated && signs.aside(texts.outdated)}
        </span>
      </span>
    </p>
  );
}
