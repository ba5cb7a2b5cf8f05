import { Module } from '@nestjs/common';
import { AccessGuard } from './access.guard.js';
import { SessionController } from './session.controller.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignInThrottle } from './sign-in-throttle.js';

@Module({
  controllers: [SessionController],
  providers: [AccessGuard, Sessions, SignIn, SignInThrottle],
  exports: [AccessGuard, Sessions],
})
export class AccessModule {}
