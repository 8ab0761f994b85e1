import { textMember, objectsMember, textsMember } from './eventMembers';
import type { EventData } from './eventMembers';
import { slugInWords } from './slugInWords';
import { wordFor } from './wordFor';

const BECAME: Readonly<Record<string, string>> = {
  acquired: 'Acquired by',
  merged: 'Merged into',
  split: 'Split between',
};

/** What a fact of the register says, in a few words; by stored type. */
export const registerFactInWords: Readonly<Record<string, (data: EventData) => string>> = {
  'TrustRegistered.v1': (data) => `Trust opened: ${textMember(data, 'name') ?? 'name not known'}`,
  'TrustRenamed.v1': (data) => `Renamed ${textMember(data, 'name') ?? '(name not known)'}`,
  'TrustMoved.v1': moved,
  'TrustTypeChanged.v1': (data) =>
    `Type changed to ${slugInWords(textMember(data, 'type') ?? 'not known').toLowerCase()}`,
  'CareSettingsProvided.v1': (data) =>
    `Provides care in: ${textsMember(data, 'careSettings').map(slugInWords).join(', ').toLowerCase() || 'not known'}`,
  'TrustObserved.v1': (data) => `Seen in a list: ${textMember(data, 'list') ?? 'not named'}`,
  'TrustClosed.v1': () => 'Trust closed (last day)',
  'TrustSucceeded.v1': succeeded,
  'ServicesTransferred.v1': (data) =>
    `Services transferred to ${textMember(data, 'to') ?? 'another trust'}: ${textMember(data, 'services') ?? 'not named'}`,
  'IcbOpened.v1': (data) => `Integrated care board opened: ${textMember(data, 'name') ?? 'name not known'}`,
  'IcbRenamed.v1': (data) => `Integrated care board renamed ${textMember(data, 'name') ?? '(name not known)'}`,
  'IcbClosed.v1': () => 'Integrated care board closed (last day)',
  'IcbSucceeded.v1': (data) => `Integrated care board succeeded by ${codes(data, 'icb')}`,
};

function moved(data: EventData): string {
  const from = textMember(data, 'fromIcb') ?? textMember(data, 'fromRegion');
  const to = textMember(data, 'toIcb') ?? textMember(data, 'toRegion');
  return `Moved${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` to ${to}`}`;
}

function succeeded(data: EventData): string {
  return `${wordFor(BECAME, textMember(data, 'how')) ?? 'Succeeded by'} ${codes(data, 'ods')}`;
}

function codes(data: EventData, member: string): string {
  const named = objectsMember(data, 'successors').map((successor) => textMember(successor, member) ?? 'not named');
  return named.join(' and ') || 'not named';
}
