import type { FigureMember, FigureMetric, Page } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import type { Counted } from './counted';
import { countedTrusts } from './counted';
import type { OpenFile } from './openFile';
import { reasonOf } from './reasonOf';
import type { Sight } from './sight';
import { codesOfTrusts } from './trustCodes';
import { nameOfTrust } from './trustNames';

/** The trusts that a metric is about at a moment, by code: what each counts as, and why. */
export function members(
  file: OpenFile,
  ledger: EntrySource,
  sight: Sight,
  metric: FigureMetric,
  offset: number,
  limit: number,
): Page<FigureMember> {
  const codes = codesOfTrusts(file);
  const codeOf = ({ about }: Counted): string => codes.get(about) as string;
  const counted = countedTrusts(file, sight, metric).sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1));
  const items = counted.slice(offset, offset + limit).map((trust) => {
    const { about, scope, verdict } = trust;
    return {
      ods: codeOf(trust),
      name: nameOfTrust(file, sight, about, codeOf(trust)),
      verdict: metric === 'in-scope' && verdict.level === 'in' ? 'yes' : verdict.level,
      scopeWhy: scope.why,
      why: verdict.why,
      reason: reasonOf(file, ledger, sight, metric, about, verdict),
    };
  });
  return { items, total: counted.length };
}
