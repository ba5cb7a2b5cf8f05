import { Component, type ReactNode } from 'react';
import { BrokenScreen } from './Failure.js';

interface WhenBrokenProps {
  /** Where the applicant is: going elsewhere is a new try. */
  readonly place: string;
  readonly children: ReactNode;
}

interface State {
  readonly place: string;
  readonly broken: boolean;
}

/** Keeps the frame around a screen that could not be fetched or drawn. */
export class WhenBroken extends Component<WhenBrokenProps, State> {
  override state: State = { place: this.props.place, broken: false };

  static getDerivedStateFromProps({ place }: WhenBrokenProps, state: State): State | null {
    return place === state.place ? null : { place, broken: false };
  }

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenScreen /> : this.props.children;
  }
}
