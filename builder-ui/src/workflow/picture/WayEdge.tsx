import { BaseEdge, type Edge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { DrawnLine } from './lay-out.js';
import { pathOf } from './path-of.js';

export interface LineData extends Record<string, unknown> {
  readonly line: DrawnLine;
  readonly words: string;
  readonly isOfChosen: boolean;
  readonly insertWords: string;
  readonly onInsert: (() => void) | null;
}

/** A line where the layout put it: React Flow's own notion of where it begins and ends is not asked. */
export function WayEdge({ data, markerStart, markerEnd }: EdgeProps<Edge<LineData>>): ReactNode {
  if (!data) return null;
  const { line, words, isOfChosen, insertWords, onInsert } = data;
  const { x, y, width, height } = line.words;
  return (
    <>
      <BaseEdge
        path={pathOf(line)}
        {...(markerEnd === undefined ? {} : { markerEnd })}
        {...(markerStart === undefined ? {} : { markerStart })}
      />
      <EdgeLabelRenderer>
        <div
          className={[
            'flow-edge__label nodrag nopan',
            line.isBack && 'flow-edge__label--back',
            isOfChosen && 'flow-edge__label--chosen',
          ]
            .filter(Boolean)
            .join(' ')}
          style={{ transform: `translate(${x}px, ${y}px)`, width, height }}
        >
          <span className="flow-edge__words">{words}</span>
          {onInsert && (
            <button
              type="button"
              className="flow-edge__insert"
              aria-label={insertWords}
              title={insertWords}
              onClick={onInsert}
            >
              ＋
            </button>
          )}
        </div>
      </EdgeLabelRenderer>
    </>
  );
}
