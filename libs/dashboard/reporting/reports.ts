import type { FactType } from '@milepost/domain';
import type { FormCommand } from '../desk';
import type { EventData } from '../format/eventMembers';
import type { FormAction } from './mayWrite';

/** What a person can choose to report, before the type of it. */
export const REPORT_GROUPS = ['milestone', 'plan', 'state', 'assessment'] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

/** One type of report: its form's address, words, and what its body says by itself. */
export interface ReportType {
  /** The end of its form's address: `/trusts/{ods}/report/{slug}`. */
  readonly slug: string;
  readonly group: ReportGroup;
  readonly text: string;
  readonly hint?: string;
  /** What is reported, within `Report …`. */
  readonly what: string;
  readonly factType: FactType;
  readonly fixed: EventData;
}

type Parts = Pick<ReportType, 'slug' | 'text' | 'what'> & { readonly hint?: string };

const milestone = (type: string, parts: Parts): ReportType => ({
  group: 'milestone',
  factType: `${type}.v1` as FactType,
  fixed: { type, ...(type === 'IncidentReported' ? { severity: 'critical' } : {}) },
  ...parts,
});
const plan = (type: string, parts: Parts): ReportType => ({ ...milestone(type, parts), group: 'plan' });
const assessment = (fixed: EventData, parts: Parts): ReportType => ({
  group: 'assessment',
  factType: 'CapabilityAssessed.v1',
  fixed,
  ...parts,
});

/** Every report that has a form, in the order in which they are offered. */
export const REPORTS: readonly ReportType[] = [
  milestone('EprBusinessCaseApproved', {
    slug: 'business-case',
    text: 'A business case was approved',
    hint: 'Strategic outline, outline or full.',
    what: 'an approved business case',
  }),
  milestone('EprProcurementStarted', {
    slug: 'procurement',
    text: 'The procurement started',
    what: 'the start of a procurement',
  }),
  milestone('EprContractAwarded', {
    slug: 'contract-awarded',
    text: 'A contract was announced or awarded',
    what: 'an announced or awarded contract',
  }),
  milestone('EprContractSigned', {
    slug: 'contract-signed',
    text: 'A contract was signed',
    what: 'a signed contract',
  }),
  milestone('EprContractExpired', {
    slug: 'contract-expired',
    text: 'A contract expired',
    hint: 'It says nothing about whether the system is still used.',
    what: 'an expired contract',
  }),
  milestone('EprImplementationStarted', {
    slug: 'implementation',
    text: 'The implementation started',
    what: 'the start of an implementation',
  }),
  milestone('EprPlanPublished', { slug: 'plan-published', text: 'A plan was published', what: 'a published plan' }),
  milestone('EprWentLive', { slug: 'went-live', text: 'A system went live', what: 'a go-live' }),
  milestone('EprUseSuspended', {
    slug: 'use-suspended',
    text: 'The use of a system was suspended',
    what: 'that the use of a system was suspended',
  }),
  milestone('EprUseResumed', {
    slug: 'use-resumed',
    text: 'The use of a system was resumed',
    what: 'that the use of a system was resumed',
  }),
  milestone('EprWithdrawn', {
    slug: 'withdrawn',
    text: 'A system was withdrawn from use',
    what: 'that a system was withdrawn from use',
  }),
  milestone('EprProgrammeRated', {
    slug: 'rating',
    text: 'The EPR programme was rated',
    hint: 'From red to green.',
    what: 'a rating of the EPR programme',
  }),
  milestone('IncidentReported', {
    slug: 'incident',
    text: 'A critical incident was declared',
    what: 'a critical incident',
  }),
  plan('EprGoLivePlanned', { slug: 'go-live-planned', text: 'A go-live is planned', what: 'a planned go-live' }),
  plan('EprGoLivePostponed', {
    slug: 'go-live-postponed',
    text: 'A go-live was postponed',
    hint: 'With or without a new date.',
    what: 'a postponed go-live',
  }),
  {
    slug: 'state',
    group: 'state',
    text: 'The state of the EPR on a day',
    what: 'the state of the EPR on a day',
    factType: 'EprStateReported.v1',
    fixed: {},
  },
  assessment(
    { framework: 'DMA', frameworkVersion: '2025' },
    { slug: 'dma-2025', text: 'Digital Maturity Assessment 2025', what: 'a Digital Maturity Assessment 2025' },
  ),
  assessment(
    { framework: 'DMA', frameworkVersion: '2024' },
    { slug: 'dma-2024', text: 'Digital Maturity Assessment 2024', what: 'a Digital Maturity Assessment 2024' },
  ),
  assessment({ framework: 'EMRAM' }, { slug: 'emram', text: 'HIMSS EMRAM', what: 'a HIMSS EMRAM stage' }),
  assessment(
    { framework: 'DCF' },
    { slug: 'dcf', text: 'Digital Capabilities Framework', what: 'a Digital Capabilities Framework assessment' },
  ),
];

export const GROUP_WORDS: Readonly<Record<ReportGroup, { readonly text: string; readonly hint: string }>> = {
  milestone: {
    text: 'A milestone',
    hint: 'Something that happened, such as a signed contract, a go-live or a suspension.',
  },
  plan: { text: 'A plan or a postponement', hint: 'When a go-live is planned for, or that it was postponed.' },
  state: { text: 'The state of the EPR on a day', hint: 'How far it was, as a return asks for it.' },
  assessment: { text: 'An assessment', hint: 'Scores or statuses of a care setting.' },
};

export const COMMAND_KINDS: Readonly<Record<ReportGroup, Extract<FormCommand, { ods: string }>['kind']>> = {
  milestone: 'milestones',
  plan: 'plans',
  state: 'states',
  assessment: 'assessments',
};

/** What a role must be allowed in order to report something. */
export const ACTIONS_OF: Readonly<Record<ReportGroup, FormAction>> = {
  milestone: 'report',
  plan: 'report',
  state: 'report',
  assessment: 'assess',
};
