import type { ReactNode } from 'react';
import { useMandatesTexts } from '../../texts/index.js';

/** What a mandate allows, and what it does not: before one is given, and before one is accepted. */
export function WhatAgentsDo(): ReactNode {
  const { can, cannot, recorded } = useMandatesTexts();
  return (
    <div className="tz-flow">
      {[can, cannot].map(({ title, list }) => (
        <div key={title}>
          <h3 className="tz-subheading">{title}</h3>
          <ul className="tz-bullets">
            {list.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
      <p className="tz-quiet">{recorded}</p>
    </div>
  );
}
