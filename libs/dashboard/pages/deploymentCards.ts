import { WHOLE_TRUST } from '@milepost/domain';
import type { DeploymentView, FactView, TrustView } from '@milepost/views';
import type { Chart } from '../charts/chart';
import { timelineChart } from '../charts/timeline/timelineChart';
import { contractStateInWords } from '../format/contractStateInWords';
import { eprStateInWords } from '../format/eprStateInWords';
import { factInWords } from '../format/eventInWords';
import { occurrenceInWords } from '../format/occurrenceInWords';
import { systemInWords } from '../format/systemInWords';
import type { PageLink } from '../visit/pageLink';
import type { Visit } from '../visit/visit';
import { lastReported } from './eprCell';
import { entryLink } from './factCells';
import { notes } from './table';
import type { SummaryLine } from './summaryLine';

/** One EPR system at a trust: what is known of its use, its contract, and the plan in force. */
export interface DeploymentCard {
  readonly heading: string;
  readonly lines: readonly SummaryLine[];
  /** Its plans and reports over time, where any has a day. */
  readonly chart: Chart | undefined;
}

export function deploymentCards(
  { deployments }: TrustView,
  timeline: readonly FactView[],
  { link, moment }: Visit,
): readonly DeploymentCard[] {
  const alike = alikeDeployments(deployments);
  return deployments.map((deployment, index) => ({
    heading: headingOf(deployment) + (alike.has(deployment.deployment) ? `: ${deployment.deployment}` : ''),
    chart: timelineChart(
      `timeline-${String(index + 1)}`,
      timeline.filter(({ data }) => data['deployment'] === deployment.deployment),
      moment.asOf,
    ),
    lines: [
      {
        label: 'Use',
        text: eprStateInWords(deployment.use.level),
        notes: notes(lastReported(deployment.use)),
        entry: entryLink(deployment.use.why, link),
      },
      ...contractLine(deployment, link),
      ...(deployment.replaces === undefined ? [] : [{ label: 'Replaces', text: deployment.replaces }]),
      ...planLine(deployment, link),
    ],
  }));
}

/** The systems that what they are called does not tell apart: only their short names do. */
export function alikeDeployments(deployments: readonly DeploymentView[]): ReadonlySet<string> {
  const names = deployments.map(headingOf);
  return new Set(
    deployments
      .filter((_, index) => names.filter((name) => name === names[index]).length > 1)
      .map(({ deployment }) => deployment),
  );
}

function headingOf(view: DeploymentView): string {
  if (view.deployment === WHOLE_TRUST) return 'The trust as a whole';
  const { product, supplier, productSupplier } = view;
  return systemInWords({ product, supplier, productSupplier }) ?? 'System not named in the source';
}

function contractLine({ contract }: DeploymentView, link: PageLink): readonly SummaryLine[] {
  if (contract.why < 0) return [];
  const text = contractStateInWords(contract.level);
  return [{ label: 'Contract', text, entry: entryLink(contract.why, link) }];
}

/** The last plan or postponement. A day planned for that has passed in silence says nothing about what happened. */
function planLine({ plans }: DeploymentView, link: PageLink): readonly SummaryLine[] {
  const plan = plans.at(-1);
  if (!plan) return [];
  const { text } = occurrenceInWords(plan.occurrence, plan.window);
  const made = text === 'Date not known' ? 'made on a date not known' : `made: ${text}`;
  return [
    {
      label: 'Latest plan',
      text: factInWords(plan.type, plan.data),
      notes: [made],
      entry: entryLink(plan.sequence, link),
    },
  ];
}
