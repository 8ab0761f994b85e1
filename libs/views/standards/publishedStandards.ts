import { checkDefinition, conditionsFault, inForceOn, publishedVersions, SHIPPED } from '@milepost/domain';
import type { StandardRules, StandardVersion } from '@milepost/domain';
import type { FactView } from '../questions';
import type { EntrySource } from '../reading/entrySource';
import { effectiveAt } from '../reader/effectiveLinks';
import type { ShownRow } from '../reader/factViews';
import { factViews, IN_ORDER, SHOWN } from '../reader/factViews';
import type { OpenFile } from '../reader/openFile';
import type { Sight } from '../reader/sight';

/** A standard as a moment sees it. */
export interface StandardView {
  readonly id: string;
  /** Whether it comes with Milepost instead of being published. */
  readonly shipped: boolean;
  /** In the order of publication. */
  readonly versions: readonly StandardVersion[];
  /** Of the day asked about. */
  readonly inForce: StandardVersion | undefined;
}

/** Any program may write to the store: a version whose rules could not be evaluated is no version. */
const isReadable = ({ type, data }: FactView): boolean =>
  type !== 'StandardPublished.v1' ||
  (conditionsFault(data) === undefined && checkDefinition(data as unknown as StandardRules) === undefined);

/**
 * Every standard that has a version in effect at the moment, by id, those that come with Milepost among them. From which day
 * on a version is in force stands in it; on which day it was published decides nothing but that the moment sees it.
 */
export function publishedStandards(file: OpenFile, ledger: EntrySource, sight: Sight): StandardView[] {
  const effective = effectiveAt(sight);
  const rows = file.rows<ShownRow>(
    `SELECT ${SHOWN} FROM subject s JOIN link l ON l.about = s.id
     WHERE s.kind = ?1 AND ?2 = 0 AND ${effective.sql} ORDER BY ${IN_ORDER}`,
    'standard',
    0,
    ...effective.values,
  );
  const bySubject = new Map<string, FactView[]>();
  for (const fact of factViews(file, ledger, sight, rows).filter(isReadable)) {
    bySubject.set(fact.subject, [...(bySubject.get(fact.subject) ?? []), fact]);
  }
  const published = [...bySubject].flatMap(([subject, facts]): StandardView[] => {
    const versions = publishedVersions(facts);
    if (versions.length === 0) return [];
    const id = subject.slice('standard-'.length);
    return [{ id, shipped: false, versions, inForce: inForceOn(versions, sight.day) }];
  });
  const shipped = SHIPPED.map(({ id, versions: definitions }): StandardView => {
    const versions = definitions.map((definition) => ({ definition, published: undefined, withdrawn: undefined }));
    return { id, shipped: true, versions, inForce: inForceOn(versions, sight.day) };
  });
  const others = published.filter(({ id }) => !SHIPPED.some((one) => one.id === id));
  return [...others, ...shipped].sort((a, b) => (a.id < b.id ? -1 : 1));
}
