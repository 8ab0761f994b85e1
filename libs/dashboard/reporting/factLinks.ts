import { FACT_CORRECTED, isFactType } from '@milepost/domain';
import type { FactType } from '@milepost/domain';
import type { LedgerEntry } from '@milepost/ledger';
import type { FactHistoryItem } from '@milepost/views';
import { textMember, objectMember } from '../format/eventMembers';
import { followed } from '../pages/followed';
import type { Followed } from '../pages/followed';
import type { Link } from '../pages/pageView';
import type { Visit } from '../visit/visit';
import { factFields } from './factFields';
import { RETRACTED } from './factNow';
import { canUse, reportLink } from './mayWrite';

type Looking = Pick<Visit, 'session' | 'context'>;

/** What whoever looks can say of an entry about a fact by form: only what they may, or what they can sign in for. */
function factLinks(visit: Looking, item: FactHistoryItem, after: Followed, ods: string | undefined): readonly Link[] {
  const { fact, sequence, storedType, eventId } = item;
  if (fact === undefined) return [];
  const link = (can: boolean, form: string, text: string): readonly Link[] =>
    can ? [{ text, href: `${visit.context.basePath}/facts/${fact}/${form}` }] : [];
  if (storedType === 'FactDisputed.v1') {
    const can = !after.settledBy.has(eventId) && canUse(visit, 'resolve-dispute', ods);
    return link(can, `disputes/${eventId}/settle`, `Settle the dispute in entry ${sequence}`);
  }
  const corrects = canUse(visit, 'correct', ods);
  const takenBack = takenBackBy(item, after);
  if (takenBack) return link(corrects, 'reinstate', `Reinstate entry ${takenBack.sequence}`);
  if (!item.effective) return [];
  return [
    ...link(corrects && hasForm(item), 'correct', `Correct entry ${sequence}`),
    ...link(corrects, 'retract', `Retract entry ${sequence}`),
    ...link(canUse(visit, 'dispute', ods), 'dispute', `Dispute entry ${sequence}`),
  ];
}

/** The version that a retraction took back which still stands, where the entry is the one or the other. */
function takenBackBy(item: FactHistoryItem, { byId, replacedBy }: Followed): FactHistoryItem | undefined {
  const isRetraction = item.storedType === RETRACTED;
  const version = isRetraction ? byId.get(item.replaces ?? '') : item;
  const retraction = isRetraction ? item : replacedBy.get(item.eventId);
  return retraction?.storedType === RETRACTED && !replacedBy.has(retraction.eventId) ? version : undefined;
}

/** The one link that stands beside an entry in a trust's history: to correct it, or what comes nearest. */
export function firstFactLink(visit: Looking, item: FactHistoryItem, after: Followed, ods: string): Link | undefined {
  const links = factLinks(visit, item, after, ods);
  return links.find(({ href }) => !href.endsWith('/retract')) ?? links[0];
}

/** What an entry page says after its own form was sent, and what else can be said of the entry. */
export function entryActions(visit: Visit, entry: LedgerEntry, chain: readonly FactHistoryItem[]) {
  const ods = /^trust-(.+)$/.exec(entry.stream.slice(visit.context.ledger.length + 1))?.[1];
  const item = chain.find(({ eventId }) => eventId === entry.id);
  const said = visit.query['recorded'] === 'yes' && item ? DONE[kindOf(entry.type)] : undefined;
  return {
    actions: item ? factLinks(visit, item, followed(chain), ods) : [],
    done: said && {
      text: `${said}, as entry ${entry.sequence}`,
      trust: ods === undefined ? undefined : visit.link(`/trusts/${ods}`),
      report: ods === undefined ? undefined : reportLink(visit, ods),
    },
  };
}

const DONE: Readonly<Record<string, string>> = {
  fact: 'Your report is recorded',
  [FACT_CORRECTED]: 'Your correction is recorded',
  [RETRACTED]: 'The entry is retracted',
  'FactReinstated.v1': 'The entry is reinstated',
  'FactDisputed.v1': 'Your dispute is recorded',
  'DisputeResolved.v1': 'The dispute is settled',
};

const kindOf = (storedType: string): string => (isFactType(storedType) ? 'fact' : storedType);

function hasForm({ storedType, data }: FactHistoryItem): boolean {
  const corrected = textMember(objectMember(data, 'corrects') ?? {}, 'type');
  const type = isFactType(storedType) ? storedType : corrected;
  // A reinstatement says nothing of its fact's type here; its form says whether there is one.
  return type === undefined || factFields(type as FactType, {}, [], []) !== undefined;
}
