import {
  type AriaLabelConfig,
  Background,
  BaseEdge,
  type Connection,
  Controls,
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  getBezierPath,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
  useViewport,
} from '@xyflow/react';
import {
  type KeyboardEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type ReactNode,
  type RefObject,
} from 'react';
import { useMayWrite } from '../draft/Writing.js';
import { useChecked } from '../problems/use-checked.js';
import { useSigns } from '../texts/signs.js';
import { useWorkflowTexts } from '../texts/workflow.js';
import type { CircuitViewProps } from './circuit-view.js';
import { isMembers, textOf } from './draft-workflow.js';
import { layOut, type Line, neighbour } from './graph-layout.js';
import { problemsAt } from './inspector-context.js';
import '@xyflow/react/dist/style.css';

const WIDTH = 208;
/** A title may take two lines, and a picture that shrank a little keeps all of its words. */
const HEIGHT = 124;
const GAP = { across: 40, down: 96 };
/** Below this the words around the titles would take the room of the titles. */
const FAR = 0.6;
/** A line with more says how many more. */
const MOST_TITLES = 2;

interface StageData extends Record<string, unknown> {
  readonly title: string;
  readonly kind: string;
  readonly kindWords: string;
  readonly status: string;
  readonly isStart: boolean;
  readonly startWords: string;
  readonly isWrong: boolean;
}

interface LineData extends Record<string, unknown> {
  readonly words: string;
  readonly isOfChosen: boolean;
  readonly insertWords: string;
  readonly onInsert: (() => void) | null;
  /** How far along the line its words stand, 0 to 1. */
  readonly at: number;
}

/** The circuit as a picture, by mouse and by keyboard; the list beside it can do all the same. */
export function CircuitGraph(props: CircuitViewProps): ReactNode {
  const { workflow, selection, onSelect, onInsert, onConnect, onRemove } = props;
  const texts = useWorkflowTexts();
  const signs = useSigns();
  const mayWrite = useMayWrite();
  const problems = useChecked((state) => state.problems);
  const frame = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layOut(workflow), [workflow]);
  const chosen = selection === null || selection.kind === 'review' ? null : selection.stage;
  const nodes = useMemo(
    () =>
      workflow.stages.map((stage): Node<StageData> => {
        const spot = layout.spots.get(stage.name) ?? { step: 0, side: 0 };
        const publicStatus = isMembers(stage.value['publicStatus']) ? stage.value['publicStatus'] : {};
        const status = textOf(publicStatus['label']);
        const kindWords = texts.kinds[stage.kind as keyof typeof texts.kinds] ?? stage.kind;
        return {
          id: stage.name,
          type: 'stage',
          position: { x: spot.side * (WIDTH + GAP.across), y: spot.step * (HEIGHT + GAP.down) },
          width: WIDTH,
          height: HEIGHT,
          // Told and not measured: lines are drawn at once, and stay while a stage is added.
          handles: HANDLES,
          selected: stage.name === chosen,
          ariaLabel: texts.nodeLabel(stage.title, kindWords, status),
          data: {
            title: stage.title,
            kind: stage.kind,
            kindWords,
            status,
            isStart: workflow.start === stage.name,
            startWords: texts.starts,
            isWrong: problemsAt(problems, `/stages/${stage.name}`, true).some(
              ({ level }) => level === 'error',
            ),
          },
        };
      }),
    [workflow, layout, chosen, problems, texts],
  );
  const edges = useMemo(() => {
    const titleOf = (name: string): string =>
      workflow.stages.find((stage) => stage.name === name)?.title ?? name;
    const stepOf = (name: string): number => layout.spots.get(name)?.step ?? 0;
    const before = new Map<string, number>();
    return layout.lines.map((line): Edge<LineData> => {
      // Words on every line would hide the picture: those of the chosen stage, or of the way from step to step.
      const isLoud =
        chosen === null
          ? stepOf(line.to) - stepOf(line.from) === 1
          : line.from === chosen || line.to === chosen;
      const nth = before.get(line.to) ?? 0;
      if (isLoud) before.set(line.to, nth + 1);
      const way = workflow.stages
        .find(({ name }) => name === line.from)
        ?.ways.find(({ to, table }) => to === line.to && table === null);
      return {
        id: `${line.from} ${line.to}`,
        source: line.from,
        target: line.to,
        type: 'way',
        className: [
          'flow-edge',
          line.isBack && 'flow-edge--back',
          chosen !== null && isLoud && 'flow-edge--loud',
        ]
          .filter(Boolean)
          .join(' '),
        focusable: false,
        markerEnd: { type: MarkerType.ArrowClosed },
        ...(line.returns
          ? { markerStart: { type: MarkerType.ArrowClosed, orient: 'auto-start-reverse' } }
          : {}),
        ariaLabel: texts.lineLabel(titleOf(line.from), titleOf(line.to), line.titles.join(signs.comma)),
        data: {
          words: isLoud ? wordsOf(line, texts.more, signs.comma) : '',
          isOfChosen: chosen !== null && isLoud,
          insertWords: texts.insertAt(titleOf(line.from), titleOf(line.to)),
          onInsert: mayWrite && way && isLoud && !line.isBack ? () => onInsert(way) : null,
          // Near the end that the lines of the chosen stage do not share; several that end together stand one above the other.
          at: line.to === chosen ? 0.26 : Math.max(0.3, 0.74 - nth * 0.3),
        },
      };
    });
  }, [workflow, layout, texts, signs, onInsert, chosen, mayWrite]);
  // From the start on, as far as it can be read; the rest is a movement away.
  const firstSteps = workflow.stages
    .filter(({ name }) => (layout.spots.get(name)?.step ?? 0) < FIRST_STEPS)
    .map(({ name }) => ({ id: name }));
  // A stage that is new is in sight, with what leads to it and from it; which one is chosen may be drawn later.
  const view = useRef<ReactFlowInstance<Node<StageData>, Edge<LineData>> | null>(null);
  const known = useRef<ReadonlySet<string>>(new Set(workflow.stages.map(({ name }) => name)));
  useEffect(() => {
    const [added, ...others] = workflow.stages.filter(({ name }) => !known.current.has(name));
    known.current = new Set(workflow.stages.map(({ name }) => name));
    const spot = added && others.length === 0 ? layout.spots.get(added.name) : undefined;
    const flow = view.current;
    if (!spot || !flow) return;
    const x = spot.side * (WIDTH + GAP.across) + WIDTH / 2;
    const y = spot.step * (HEIGHT + GAP.down) + HEIGHT / 2;
    void flow.setCenter(x, y, { zoom: flow.getZoom() });
  }, [workflow, layout]);
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const node =
      event.target instanceof Element ? event.target.closest<HTMLElement>('.react-flow__node') : null;
    const name = node?.dataset['id'];
    if (name === undefined) return;
    const way = ARROWS[event.key];
    if (way !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      const next = neighbour(layout, name, way);
      if (next !== null)
        frame.current
          ?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(next)}"]`)
          ?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect({ kind: 'stage', stage: name });
    } else if (event.key === 'Delete' && mayWrite) {
      const stage = workflow.stages.find((one) => one.name === name);
      if (stage) onRemove(stage);
    }
  }
  return (
    <>
      <div
        ref={frame}
        className="flow-graph"
        role="group"
        aria-label={texts.graphLabel}
        onKeyDownCapture={onKeyDown}
      >
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          fitView
          fitViewOptions={{ ...FIT, nodes: firstSteps }}
          minZoom={0.35}
          maxZoom={1.5}
          nodesDraggable={false}
          nodesConnectable={mayWrite}
          nodesFocusable
          edgesFocusable={false}
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          disableKeyboardA11y
          onInit={(instance) => {
            view.current = instance;
          }}
          onNodeClick={(_event, node) => onSelect({ kind: 'stage', stage: node.id })}
          onConnect={({ source, target }: Connection) => onConnect(source, target)}
          ariaLabelConfig={
            {
              'node.a11yDescription.default': texts.graphHelp,
              'node.a11yDescription.keyboardDisabled': texts.graphHelp,
              'edge.a11yDescription.default': '',
              'controls.ariaLabel': texts.controls,
              'controls.zoomIn.ariaLabel': texts.zoomIn,
              'controls.zoomOut.ariaLabel': texts.zoomOut,
              'controls.fitView.ariaLabel': texts.fit,
            } satisfies Partial<AriaLabelConfig>
          }
        >
          <Background />
          <Controls showInteractive={false} />
          <Zoomed frame={frame} />
        </ReactFlow>
      </div>
      <p className="tz-quiet builder-small">{texts.graphHelp}</p>
    </>
  );
}

const HANDLES = [
  { type: 'target', position: Position.Top, x: WIDTH / 2, y: 0, width: 1, height: 1 },
  { type: 'source', position: Position.Bottom, x: WIDTH / 2, y: HEIGHT, width: 1, height: 1 },
] satisfies Node['handles'];
const FIRST_STEPS = 5;
const FIT = { padding: 0.06, minZoom: 0.7, maxZoom: 1 };
const ARROWS: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

function wordsOf({ titles }: Line, more: (count: number) => string, comma: string): string {
  const shown = titles.slice(0, MOST_TITLES).join(comma);
  return titles.length > MOST_TITLES ? `${shown} ${more(titles.length - MOST_TITLES)}` : shown;
}

function StageNode({ data }: NodeProps<Node<StageData>>): ReactNode {
  return (
    <div className={`flow-node flow-node--${data.kind}${data.isWrong ? ' flow-node--wrong' : ''}`}>
      <Handle type="target" position={Position.Top} />
      <span className="flow-node__kind">
        {data.kindWords}
        {data.isStart ? `・${data.startWords}` : ''}
      </span>
      <strong className="flow-node__title">{data.title}</strong>
      <span className="flow-node__status">{data.status}</span>
      {data.kind !== 'final' && <Handle type="source" position={Position.Bottom} />}
    </div>
  );
}

/** Tells the styles how far the picture has shrunk: what is read does not shrink with it. */
function Zoomed({ frame }: { readonly frame: RefObject<HTMLElement | null> }): null {
  const { zoom } = useViewport();
  useLayoutEffect(() => {
    frame.current?.style.setProperty('--zoom', String(Math.min(1, zoom)));
    frame.current?.toggleAttribute('data-far', zoom < FAR);
  }, [frame, zoom]);
  return null;
}

function WayEdge(props: EdgeProps<Edge<LineData>>): ReactNode {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data, markerEnd, markerStart } =
    props;
  // The picture shrinks, what is read and pressed does not.
  const { zoom } = useViewport();
  const [path] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition });
  const at = data?.at ?? 0.5;
  const middle = (sourceY + targetY) / 2;
  const x = alongCurve(at, sourceX, sourceX, targetX, targetX);
  const y = alongCurve(at, sourceY, middle, middle, targetY);
  return (
    <>
      <BaseEdge
        path={path}
        {...(markerEnd === undefined ? {} : { markerEnd })}
        {...(markerStart === undefined ? {} : { markerStart })}
      />
      <EdgeLabelRenderer>
        <div
          className={`flow-edge__label nodrag nopan${data?.isOfChosen ? ' flow-edge__label--chosen' : ''}`}
          style={{
            transform: `translate(-50%, -50%) translate(${x}px, ${y}px) scale(${1 / Math.min(1, zoom)})`,
          }}
        >
          <span className="flow-edge__words">{data?.words}</span>
          {data?.onInsert && (
            <button
              type="button"
              className="flow-edge__insert"
              aria-label={data.insertWords}
              title={data.insertWords}
              onClick={data.onInsert}
            >
              ＋
            </button>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}

function alongCurve(at: number, a: number, b: number, c: number, d: number): number {
  const left = 1 - at;
  return left ** 3 * a + 3 * left ** 2 * at * b + 3 * left * at ** 2 * c + at ** 3 * d;
}

const NODE_TYPES = { stage: StageNode };
const EDGE_TYPES = { way: WayEdge };
