import type { Chart } from '../charts/chart';
import { claimsChart } from '../charts/claims/claimsChart';
import type { ClaimsSubject } from '../charts/claims/claimsChart';
import { coverageFinding } from '../charts/claims/coverageFinding';
import { standardFinding } from '../charts/claims/standardFinding';
import type { Visit } from '../visit/visit';
import { fromApi } from './fromApi';
import { wholeRecord, wholeRecordLink } from './wholeRecord';

const MOST = 500;

/** What was promised and claimed, drawn from statements alone. */
export interface PublicClaims {
  readonly charts: readonly Chart[];
  /** What words of the charts mean, where they need it. */
  readonly terms: string;
  /** How many statements there are, and where each of them is. */
  readonly total: number;
  readonly totalApi: string;
  readonly href: string;
}

const SUBJECTS: readonly (ClaimsSubject & { readonly terms: readonly string[] })[] = [
  {
    id: 'coverage',
    what: 'Percent of trusts with an EPR, as promised and claimed',
    metrics: ['epr_coverage', 'epr_coverage_or_in_progress'],
    finding: coverageFinding,
    notes: [],
    terms: [],
  },
  {
    id: 'standard',
    what: 'Percent of trusts at the core level of digitisation, as promised and claimed',
    metrics: ['core_level', 'meets_standard'],
    finding: standardFinding,
    notes: ['No public source defines how these percentages were counted, so they may not be of the same thing.'],
    terms: [
      'The standard, also called the core level of digitisation, is the least that a trust’s systems are to be able to do.',
    ],
  },
];

/** Undefined where the record holds no statement. */
export function publicClaims(visit: Visit): PublicClaims | undefined {
  const { items, total } = visit.questions.facts(wholeRecord(visit), 'statement', 0, MOST);
  if (total === 0) return undefined;
  const drawn = SUBJECTS.flatMap((subject) => {
    const chart = claimsChart(items, subject, visit);
    return chart === undefined ? [] : [{ chart, terms: subject.terms }];
  });
  const totalApi = fromApi(wholeRecordLink(visit)('/api/v1/statements', { limit: '1' }), '/total');
  return {
    charts: drawn.map(({ chart }) => chart),
    terms: drawn.flatMap(({ terms }) => terms).join(' '),
    total,
    totalApi,
    href: visit.link('/statements'),
  };
}
