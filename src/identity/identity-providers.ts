import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config.js';
import { OpenIdProvider } from './open-id-provider.js';

/** The providers of the settings. None is asked anything before somebody wants to sign in there. */
@Injectable()
export class IdentityProviders {
  readonly all: readonly OpenIdProvider[];

  constructor(@Inject(CONFIG) config: Config) {
    this.all = config.identityProviders.map(
      (settings) =>
        new OpenIdProvider(settings, `${config.http.publicUrl}/api/identity/${settings.id}/callback`),
    );
  }

  find(id: string): OpenIdProvider | null {
    return this.all.find((provider) => provider.id === id) ?? null;
  }

  /** Name of one that may have left the settings since. */
  titleOf(id: string): { readonly ja: string; readonly en: string } {
    const title = this.find(id)?.title ?? { ja: id, en: id };
    return { ...title };
  }
}
