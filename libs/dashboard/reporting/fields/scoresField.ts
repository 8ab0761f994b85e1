import { FRAMEWORKS } from '@milepost/domain';
import { objectMember } from '../../format/eventMembers';
import { slugInWords } from '../../format/slugInWords';
import type { Fault, Field } from '../field';
import { faultAt, faulty, written } from '../field';
import { typedIn } from '../typed';
import { numberOf } from './numberField';

export interface ScoredMeasure {
  readonly id: string;
  readonly label: string;
}

const MEMBER = 'scores';
const inputOf = (measure: string): string => `${MEMBER}-${measure}`;

/** The scores of an assessment, measure by measure; those left empty are not given. */
export function scoresField(framework: string, measures: readonly ScoredMeasure[]): Field {
  const scale = FRAMEWORKS[framework];
  const [lowest, highest] = [scale?.lowest ?? 0, scale?.highest ?? 100];
  const first = inputOf(measures[0]?.id ?? '');
  const what = scale?.whole ? 'a whole number' : 'a number';
  const within = (score: number): boolean =>
    score >= lowest && score <= highest && (scale?.whole !== true || Number.isInteger(score));
  return {
    id: first,
    label: measures.length === 1 ? (measures[0]?.label ?? 'Score') : 'Scores',
    inputs: measures.map(({ id }) => inputOf(id)),
    members: [MEMBER],
    write(typed) {
      const scores: Record<string, number> = {};
      const faults: Fault[] = [];
      for (const { id, label } of measures) {
        const text = typedIn(typed, inputOf(id));
        if (text === '') continue;
        const score = numberOf(text);
        if (score !== undefined && within(score)) scores[id] = score;
        else faults.push(faultAt(inputOf(id), `${label} must be ${what} from ${lowest} to ${highest}`));
      }
      if (faults.length > 0) return faulty(...faults);
      if (Object.keys(scores).length > 0) return written({ [MEMBER]: scores });
      return faulty(
        faultAt(
          first,
          measures.length === 1
            ? `Enter the ${measures[0]?.label.toLowerCase() ?? 'score'}`
            : 'Enter at least one score',
        ),
      );
    },
    fill(data) {
      const scores = objectMember(data, MEMBER) ?? {};
      return Object.fromEntries(
        Object.entries(scores)
          .filter(([, score]) => typeof score === 'number')
          .map(([id, score]) => [inputOf(id), String(score)]),
      );
    },
    controls: (typed, messages) => [
      {
        kind: 'group',
        id: MEMBER,
        label: measures.length === 1 ? 'Which stage was reached?' : 'Scores',
        hint:
          measures.length === 1
            ? `From ${lowest} to ${highest}.`
            : `Each is ${what} from ${lowest} to ${highest}. Leave the ones that were not given empty.`,
        controls: measures.map(({ id, label }) => ({
          kind: 'text' as const,
          id: inputOf(id),
          label,
          error: messages.get(inputOf(id)),
          value: typed[inputOf(id)] ?? '',
          width: 5,
        })),
      },
    ],
    answer(data) {
      const scores = Object.entries(objectMember(data, MEMBER) ?? {});
      return scores.map(([id, score]) => {
        const label = measures.find((measure) => measure.id === id)?.label ?? slugInWords(id);
        return measures.length === 1 ? String(score) : `${label}: ${String(score)}`;
      });
    },
    target(pointer) {
      if (pointer !== `/${MEMBER}` && !pointer.startsWith(`/${MEMBER}/`)) return undefined;
      const id = measures.find((measure) => pointer === `/${MEMBER}/${measure.id}`)?.id;
      const input = id === undefined ? first : inputOf(id);
      return { at: input, input };
    },
  };
}
