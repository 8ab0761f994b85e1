import { lastKnownRule } from './lastKnownRule';

/**
 * `name@1`: the last name that the register or a dated list gave by the day. A registration carries the latest name in
 * the file that it was taken from, so what a list says of an earlier day comes after it and wins. A closed trust keeps it.
 */
export const nameRule = lastKnownRule(
  'name@1',
  { 'TrustRegistered.v1': 'name', 'TrustRenamed.v1': 'name', 'TrustObserved.v1': 'name' },
  false,
);

/** `icb@1`: the ICB that the last list or move by the day named; not known before the first, and after the trust's last day. */
export const icbRule = lastKnownRule('icb@1', { 'TrustObserved.v1': 'icb', 'TrustMoved.v1': 'toIcb' }, true);

/** `region@1`: the region that the last list or move by the day named; not known before the first, and after the trust's last day. */
export const regionRule = lastKnownRule(
  'region@1',
  { 'TrustObserved.v1': 'region', 'TrustMoved.v1': 'toRegion' },
  true,
);

/** `type@1`: the type that the last list or change by the day named; not known before the first, and after the trust's last day. */
export const typeRule = lastKnownRule('type@1', { 'TrustObserved.v1': 'type', 'TrustTypeChanged.v1': 'type' }, true);
