import type { ReactNode } from 'react';
import { Button, StatusChip } from '../../../renderer-ui/src/ui/index.js';
import { useConditionWords, useScope } from '../expression/index.js';
import { ForWriters } from '../draft/Writing.js';
import { useChecked } from '../problems/use-checked.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import { useSigns } from '../texts/signs.js';
import type { CircuitViewProps } from './circuit-view.js';
import { ORIGIN } from './draft-workflow.js';
import { problemsAt } from './inspector-context.js';
import { PublicView } from './Inspector.js';

const IN_REVIEW = { of: 'workflow' } as const;

/** The circuit as a list: everything that the picture shows and does, in reading order. */
export function CircuitList(props: CircuitViewProps): ReactNode {
  const { workflow, selection, onSelect, onMove, onInsert, onConnect, onRemove } = props;
  const texts = useWorkflowTexts();
  const signs = useSigns();
  const problems = useChecked((state) => state.problems);
  const conditionOf = useConditionWords(useScope(IN_REVIEW).facts);
  const { stages } = workflow;
  const titleOf = (name: string): string =>
    name === ORIGIN
      ? texts.origin
      : (stages.find((stage) => stage.name === name)?.title ?? texts.unknownName(name));
  const roleOf = (name: unknown): string =>
    workflow.roles.find((role) => role.name === name)?.title ?? String(name);
  return (
    <ol className="flow-list">
      {stages.map((stage, index) => {
        const wrong = problemsAt(problems, `/stages/${stage.name}`, true).length;
        const { role, dueWorkingDays, dueDays } = stage.value;
        const chosen = selection !== null && selection.kind !== 'review' && selection.stage === stage.name;
        return (
          <li key={stage.name} className={chosen ? 'flow-stage flow-stage--chosen' : 'flow-stage'}>
            <div className="flow-stage__head">
              <h2 className="flow-stage__title">
                <button
                  type="button"
                  className="flow-stage__open"
                  aria-current={chosen || undefined}
                  onClick={() => onSelect({ kind: 'stage', stage: stage.name })}
                >
                  {stage.title}
                </button>
              </h2>
              <StatusChip tone="quiet">
                {texts.kinds[stage.kind as keyof typeof texts.kinds] ?? stage.kind}
              </StatusChip>
              {workflow.start === stage.name && <StatusChip tone="progress">{texts.starts}</StatusChip>}
              {wrong > 0 && <StatusChip tone="danger">{`${texts.problems} ${wrong}`}</StatusChip>}
              <ForWriters>
                <span className="flow-entry__tools">
                  <Button
                    size="small"
                    aria-label={texts.upOf(stage.title)}
                    blocked={index === 0}
                    onClick={() => onMove(stage, stages[index - 1]?.name ?? null)}
                  >
                    {texts.up}
                  </Button>
                  <Button
                    size="small"
                    aria-label={texts.downOf(stage.title)}
                    blocked={index === stages.length - 1}
                    onClick={() => onMove(stage, stages[index + 2]?.name ?? null)}
                  >
                    {texts.down}
                  </Button>
                  <Button
                    size="small"
                    look="text"
                    aria-label={texts.removeOf(stage.title)}
                    onClick={() => onRemove(stage)}
                  >
                    {texts.remove}
                  </Button>
                </span>
              </ForWriters>
            </div>
            <div className="flow-stage__body">
              <div>
                <p className="builder-small">
                  {typeof role === 'string' && `${texts.role}${signs.colon}${roleOf(role)}${signs.gap}`}
                  {typeof dueWorkingDays === 'number' && texts.due(dueWorkingDays)}
                  {typeof dueDays === 'number' && texts.dueDays(dueDays)}
                </p>
                <ul className="flow-ways">
                  {stage.ways.map((way) => (
                    <li key={`${way.owner.kind} ${way.owner.name} ${way.index} ${way.to}`}>
                      <Button
                        size="small"
                        look="text"
                        onClick={() =>
                          onSelect(
                            way.owner.kind === 'check'
                              ? { kind: 'stage', stage: stage.name }
                              : { kind: way.owner.kind, stage: stage.name, name: way.owner.name },
                          )
                        }
                      >
                        {way.owner.kind !== 'check'
                          ? way.owner.title
                          : way.isDefault
                            ? texts.otherwise
                            : way.table !== null
                              ? texts.byTable
                              : texts.routeNumber(way.index + 1)}
                      </Button>
                      <span>
                        {way.when !== null && <When words={conditionOf(way.when)} source={way.when} />}→{' '}
                        {titleOf(way.to)}
                      </span>
                      {way.table === null && way.to !== ORIGIN && (
                        <ForWriters>
                          <Button
                            size="small"
                            look="text"
                            aria-label={texts.insertAt(stage.title, titleOf(way.to))}
                            title={texts.insertBetween}
                            onClick={() => onInsert(way)}
                          >
                            ＋
                          </Button>
                        </ForWriters>
                      )}
                    </li>
                  ))}
                </ul>
                {stage.kind !== 'final' && (
                  <ForWriters>
                    <Button
                      size="small"
                      look="text"
                      aria-label={`${texts.connect}${signs.colon}${stage.title}`}
                      onClick={() => onConnect(stage.name, null)}
                    >
                      {texts.connect}
                    </Button>
                  </ForWriters>
                )}
              </div>
              <PublicView stage={stage} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** A condition in words; as a formula where words cannot say it. */
function When({ words, source }: { readonly words: string | null; readonly source: string }): ReactNode {
  return words === null ? (
    <code className="flow-when">{source}</code>
  ) : (
    <span className="flow-when">{words}</span>
  );
}
