import type { FactVersion, Verdict } from '@milepost/domain';
import { reasonFor } from '@milepost/domain';
import type { FigureMetric } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import type { ShownRow } from './factViews';
import { factViews, SHOWN } from './factViews';
import type { OpenFile } from './openFile';
import type { Sight } from './sight';

/** Why a trust's verdict is what it is on a day, in words. */
export function reasonOf(
  file: OpenFile,
  ledger: EntrySource,
  sight: Sight,
  metric: FigureMetric,
  about: number,
  verdict: Verdict,
): string {
  return reasonFor(metric, verdict, { fact: decidingFact(file, ledger, sight, about, verdict.why), day: sight.day });
}

function decidingFact(
  file: OpenFile,
  ledger: EntrySource,
  sight: Sight,
  about: number,
  why: number,
): FactVersion | undefined {
  if (why < 0) return undefined;
  return factViews(
    file,
    ledger,
    sight,
    file.rows<ShownRow>(`SELECT ${SHOWN} FROM link l WHERE l.about = ? AND l.seq = ?`, about, why),
  )[0];
}
