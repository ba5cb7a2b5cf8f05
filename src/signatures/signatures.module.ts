import { Module } from '@nestjs/common';
import { SignatureTrust } from './signature-trust.js';
import { TestAuthority } from './test-authority.js';

@Module({
  providers: [SignatureTrust, TestAuthority],
  exports: [SignatureTrust, TestAuthority],
})
export class SignaturesModule {}
