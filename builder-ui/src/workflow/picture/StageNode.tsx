import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import type { ReactNode } from 'react';

export interface StageData extends Record<string, unknown> {
  readonly title: string;
  readonly kind: string;
  readonly kindWords: string;
  readonly status: string;
  readonly isStart: boolean;
  readonly startWords: string;
  readonly isWrong: boolean;
}

export function StageNode({ data }: NodeProps<Node<StageData>>): ReactNode {
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
