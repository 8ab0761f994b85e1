import { eprStateRule, icbRule, nameRule, regionRule, scopeRule, typeRule } from '@milepost/domain';

/** The definitions by which a trust's row in the register is read. */
export const REGISTER_DEFINITIONS: readonly string[] = [
  scopeRule,
  nameRule,
  icbRule,
  regionRule,
  typeRule,
  eprStateRule,
].map(({ id }) => id);
