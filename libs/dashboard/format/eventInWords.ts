import { FACT_CORRECTED } from '@milepost/domain';
import { eprFactInWords } from './eprFactInWords';
import { objectMember, textMember } from './eventMembers';
import type { EventData } from './eventMembers';
import { programmeFactInWords } from './programmeFactInWords';
import { registerFactInWords } from './registerFactInWords';
import { wordFor } from './wordFor';

const FACTS = { ...eprFactInWords, ...registerFactInWords, ...programmeFactInWords };
const OTHERS: Readonly<Record<string, string>> = {
  'FactRetracted.v1': 'Recorded in error',
  'FactReinstated.v1': 'Reinstated',
  'FactDisputed.v1': 'Disputed',
  'DisputeResolved.v1': 'Dispute settled',
  'EvidenceAttached.v1': 'Evidence attached',
  'LedgerOpened.v1': 'The record was opened',
  'LedgerEpochOpened.v1': 'A new epoch of the record was opened',
};

/** What an event says, in a few words. An unknown type is named as it is stored. */
export function eventInWords(storedType: string, data: EventData | undefined): string {
  if (storedType === FACT_CORRECTED && data) {
    return `Correction: ${factInWords(textMember(objectMember(data, 'corrects') ?? {}, 'type') ?? '', data)}`;
  }
  return wordFor(OTHERS, storedType) ?? factInWords(storedType, data ?? {});
}

/** What a fact says, in a few words. */
export function factInWords(type: string, data: EventData): string {
  return Object.hasOwn(FACTS, type) ? (FACTS[type]?.(data) ?? type) : type || 'An event of a type not known here';
}
