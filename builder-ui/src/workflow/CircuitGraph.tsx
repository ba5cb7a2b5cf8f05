import {
  type AriaLabelConfig,
  Background,
  type Connection,
  Controls,
  type Edge,
  MarkerType,
  type Node,
  Position,
  ReactFlow,
  type ReactFlowInstance,
  useViewport,
  type Viewport,
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
import { problemsAt } from './inspector-context.js';
import { type Line, nameOf } from './picture/circuit-lines.js';
import { type Layout, layOut } from './picture/lay-out.js';
import { roomFor, STAGE } from './picture/sizes.js';
import { type StageData, StageNode } from './picture/StageNode.js';
import { neighbour } from './picture/walk.js';
import { type LineData, WayEdge } from './picture/WayEdge.js';
import '@xyflow/react/dist/style.css';

/** Below this words are too small to be read, and one looks for stages. */
const FAR = 0.7;
/** A line with more says how many more. */
const MOST_TITLES = 2;

/** The circuit as a picture, by mouse and by keyboard; the list beside it can do all the same. */
export function CircuitGraph(props: CircuitViewProps): ReactNode {
  const { workflow, selection, onSelect, onInsert, onConnect, onRemove } = props;
  const texts = useWorkflowTexts();
  const signs = useSigns();
  const mayWrite = useMayWrite();
  const problems = useChecked((state) => state.problems);
  const frame = useRef<HTMLDivElement>(null);
  const layout = useMemo(
    () => layOut(workflow, (line, isBack) => roomFor(wordsOf(line, texts.more, signs.comma), !isBack)),
    [workflow, texts, signs],
  );
  const chosen = selection === null || selection.kind === 'review' ? null : selection.stage;
  const nodes = useMemo(
    () =>
      workflow.stages.map((stage): Node<StageData> => {
        const { x, y } = layout.stages.get(stage.name) ?? { x: 0, y: 0 };
        const publicStatus = isMembers(stage.value['publicStatus']) ? stage.value['publicStatus'] : {};
        const status = textOf(publicStatus['label']);
        const kindWords = texts.kinds[stage.kind as keyof typeof texts.kinds] ?? stage.kind;
        return {
          id: stage.name,
          type: 'stage',
          position: { x, y },
          ...STAGE,
          // Without it nothing is found that the whole picture could be fitted to.
          measured: STAGE,
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
    return layout.lines.map((line): Edge<LineData> => {
      const isOfChosen = line.from === chosen || line.to === chosen;
      const way = workflow.stages
        .find(({ name }) => name === line.from)
        ?.ways.find(({ to, table }) => to === line.to && table === null);
      // Buttons on every line would be many to pass by Tab: on those of the chosen stage, or of the way from step to step.
      const isNear = chosen === null ? stepOf(line.to) - stepOf(line.from) === 1 : isOfChosen;
      const color = line.isBack ? 'var(--flow-back)' : isOfChosen ? 'var(--key-900)' : 'var(--text-quiet)';
      const arrow = { type: MarkerType.ArrowClosed, orient: 'auto-start-reverse', color } as const;
      return {
        id: nameOf(line),
        source: line.from,
        target: line.to,
        type: 'way',
        className: ['flow-edge', line.isBack && 'flow-edge--back', isOfChosen && 'flow-edge--loud']
          .filter(Boolean)
          .join(' '),
        focusable: false,
        // The chosen stage's lines lie upon the others where they share a stretch.
        zIndex: isOfChosen ? 1 : 0,
        // The path of a way back is written from its end.
        ...(line.isBack && !line.returns ? { markerStart: arrow } : { markerEnd: arrow }),
        ...(line.returns ? { markerStart: arrow } : {}),
        ariaLabel: texts.lineLabel(titleOf(line.from), titleOf(line.to), line.titles.join(signs.comma)),
        data: {
          line,
          words: wordsOf(line, texts.more, signs.comma),
          isOfChosen,
          insertWords: texts.insertAt(titleOf(line.from), titleOf(line.to)),
          onInsert: mayWrite && way && isNear && !line.isBack ? () => onInsert(way) : null,
        },
      };
    });
  }, [workflow, layout, texts, signs, onInsert, chosen, mayWrite]);
  // A stage that is new is in sight, with what leads to it and from it; which one is chosen may be drawn later.
  const view = useRef<ReactFlowInstance<Node<StageData>, Edge<LineData>> | null>(null);
  const known = useRef<ReadonlySet<string>>(new Set(workflow.stages.map(({ name }) => name)));
  useEffect(() => {
    const [added, ...others] = workflow.stages.filter(({ name }) => !known.current.has(name));
    known.current = new Set(workflow.stages.map(({ name }) => name));
    const box = added && others.length === 0 ? layout.stages.get(added.name) : undefined;
    const flow = view.current;
    if (!box || !flow) return;
    void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: flow.getZoom() });
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
          minZoom={LEAST_ZOOM}
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
            const width = frame.current?.clientWidth;
            if (width !== undefined) void instance.setViewport(firstView(layout, workflow.start, width));
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
          <Controls showInteractive={false} fitViewOptions={WHOLE} />
          <Zoomed frame={frame} />
        </ReactFlow>
      </div>
      <p className="tz-quiet builder-small">{texts.graphHelp}</p>
    </>
  );
}

const HANDLES = [
  { type: 'target', position: Position.Top, x: STAGE.width / 2, y: 0, width: 1, height: 1 },
  { type: 'source', position: Position.Bottom, x: STAGE.width / 2, y: STAGE.height, width: 1, height: 1 },
] satisfies Node['handles'];
const LEAST_ZOOM = 0.35;
const WHOLE = { padding: 0.04, minZoom: LEAST_ZOOM, maxZoom: 1 };
const MARGIN = 24;
const ARROWS: Readonly<Record<string, 'left' | 'right' | 'up' | 'down'>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** The beginning, as far as it can be read: all of it side by side where that has room, else with the start in the middle. */
function firstView({ stages, lines }: Layout, start: string, width: number): Viewport {
  const rights = [...stages.values(), ...lines.map(({ words }) => words)].map((box) => box.x + box.width);
  const whole = Math.max(0, ...rights) + 2 * MARGIN;
  const zoom = Math.min(1, Math.max(0.75, width / whole));
  const first = stages.get(start);
  const middle = whole * zoom <= width || !first ? whole / 2 - MARGIN : first.x + first.width / 2;
  const x = Math.max(width - (whole - MARGIN) * zoom, Math.min(MARGIN, width / 2 - middle * zoom));
  return { x: whole * zoom <= width ? width / 2 - middle * zoom : x, y: MARGIN, zoom };
}

function wordsOf({ titles }: Line, more: (count: number) => string, comma: string): string {
  const shown = titles.slice(0, MOST_TITLES).join(comma);
  return titles.length > MOST_TITLES ? `${shown} ${more(titles.length - MOST_TITLES)}` : shown;
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

const NODE_TYPES = { stage: StageNode };
const EDGE_TYPES = { way: WayEdge };
