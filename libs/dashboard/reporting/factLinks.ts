import { FACT_CORRECTED, isFactType } from '@milepost/domain';
import type { FactType } from '@milepost/domain';
import type { LedgerEntry } from '@milepost/ledger';
import type { FactHistoryItem } from '@milepost/views';
import { textMember, objectMember } from '../format/eventMembers';
import type { Link } from '../pages/pageView';
import type { Visit } from '../visit/visit';
import { factFields } from './factFields';
import { canUse, reportLink } from './mayWrite';

type Looking = Pick<Visit, 'session' | 'context'>;

/** Where a fact can be corrected, retracted or disputed by whoever looks: only what they may, or what they can sign in for. */
export function factLinks(visit: Looking, item: FactHistoryItem, ods: string | undefined): readonly Link[] {
  const { fact, sequence } = item;
  if (fact === undefined || !item.effective) return [];
  const at = (form: string): string => `${visit.context.basePath}/facts/${fact}/${form}`;
  const corrects = canUse(visit, 'correct', ods);
  return [
    ...(corrects && hasForm(item) ? [{ text: `Correct entry ${sequence}`, href: at('correct') }] : []),
    ...(corrects ? [{ text: `Retract entry ${sequence}`, href: at('retract') }] : []),
    ...(canUse(visit, 'dispute', ods) ? [{ text: `Dispute entry ${sequence}`, href: at('dispute') }] : []),
  ];
}

/** The one link that stands beside an entry in a trust's history: to correct it, or what comes nearest. */
export function firstFactLink(visit: Looking, item: FactHistoryItem, ods: string): Link | undefined {
  const links = factLinks(visit, item, ods);
  return links.find(({ href }) => !href.endsWith('/retract')) ?? links[0];
}

/** What an entry page says after its own form was sent, and the way to correct it. */
export function entryActions(visit: Visit, entry: LedgerEntry, chain: readonly FactHistoryItem[]) {
  const ods = /^trust-(.+)$/.exec(entry.stream.slice(visit.context.ledger.length + 1))?.[1];
  const item = chain.find(({ eventId }) => eventId === entry.id);
  const said = visit.query['recorded'] === 'yes' && item ? DONE[kindOf(entry.type)] : undefined;
  return {
    actions: item ? factLinks(visit, item, ods) : [],
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
  'FactRetracted.v1': 'The entry is retracted',
  'FactDisputed.v1': 'Your dispute is recorded',
};

const kindOf = (storedType: string): string => (isFactType(storedType) ? 'fact' : storedType);

function hasForm({ storedType, data }: FactHistoryItem): boolean {
  const corrected = textMember(objectMember(data, 'corrects') ?? {}, 'type');
  const type = isFactType(storedType) ? storedType : corrected;
  // What was taken up again says nothing of its type here; its form says whether there is one.
  return type === undefined || factFields(type as FactType, {}, [], []) !== undefined;
}
