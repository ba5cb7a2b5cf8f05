import { Component, type ReactNode } from 'react';
import { useUiTexts } from '../texts/index.js';
import { Button, Buttons } from './Button.js';
import { Page } from './Page.js';

interface WhenBrokenProps {
  /** Where the person is: going elsewhere is a new try. */
  readonly place: string;
  /** Name of the site, for the document's title. */
  readonly site: string;
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
    return this.state.broken ? <BrokenScreen site={this.props.site} /> : this.props.children;
  }
}

/** Most often a newer program has been installed meanwhile. */
function BrokenScreen({ site }: { readonly site: string }): ReactNode {
  const texts = useUiTexts().broken;
  return (
    <Page title={texts.title} site={site} focusKey="broken" width="narrow">
      <div className="tz-flow">
        <p>{texts.cure}</p>
        <Buttons>
          <Button look="primary" onClick={() => window.location.reload()}>
            {texts.reload}
          </Button>
        </Buttons>
      </div>
    </Page>
  );
}
