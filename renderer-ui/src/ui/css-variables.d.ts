import 'react';

declare module 'react' {
  /** Custom properties are set through the CSSOM, which the content policy allows. */
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
}
