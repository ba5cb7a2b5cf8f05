import { Module } from '@nestjs/common';
import { AccessGuard } from './access.guard.js';
import { OwnSessionsController } from './own-sessions.controller.js';
import { ProvePassword } from './prove-password.js';
import { ProveCode } from './second-factor/prove-code.js';
import { SecretBox } from './second-factor/secret-box.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignedInDevices } from './signed-in-devices.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Module({
  controllers: [SessionController, OwnSessionsController],
  providers: [
    AccessGuard,
    ProveCode,
    ProvePassword,
    SecretBox,
    Sessions,
    SignedInDevices,
    SignIn,
    SignInThrottle,
  ],
  exports: [AccessGuard, ProvePassword, SecretBox, Sessions, SignedInDevices, SignInThrottle],
})
export class AccessModule {}
