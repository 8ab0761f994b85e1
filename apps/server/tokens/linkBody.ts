import { IsIn } from 'class-validator';
import type { TokenRole } from '@milepost/domain';
import { HolderBody } from './tokenBodies';

/** Roles whose holders have something to do on the pages; who administers works with a token, and a subscriber is a program. */
export const LINK_ROLES = ['programme', 'reporter', 'assessor', 'auditor', 'reader'] as const satisfies TokenRole[];

export class LinkBody extends HolderBody {
  @IsIn(LINK_ROLES, { message: `role is one of ${LINK_ROLES.join(', ')}: an administrator works with a token` })
  readonly role!: (typeof LINK_ROLES)[number];
}
