import { Module } from '@nestjs/common';
import { AccessGuard } from './access.guard.js';
import { OwnSessionsController } from './own-sessions.controller.js';
import { ProvePassword } from './prove-password.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Module({
  controllers: [SessionController, OwnSessionsController],
  providers: [AccessGuard, ProvePassword, Sessions, SignIn, SignInThrottle],
  exports: [AccessGuard, ProvePassword, Sessions, SignInThrottle],
})
export class AccessModule {}
