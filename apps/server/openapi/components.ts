import { Type } from '@sinclair/typebox';
import type { TSchema } from '@sinclair/typebox';
import { AssessmentAnswer } from '../answers/assessmentAnswer';
import { EntryAnswer } from '../answers/entryAnswer';
import { FactAnswer } from '../answers/factAnswer';
import { FigureAnswer, MemberAnswer, PointAnswer } from '../answers/figureAnswer';
import { HistoryItemAnswer } from '../answers/historyAnswer';
import { MomentSchema } from '../answers/momentSchema';
import { RecordedAnswer } from '../answers/recordedAnswer';
import { TrustAnswer, TrustRowAnswer } from '../answers/trustAnswer';

/** RFC 9457, with our list of what is wrong. Types of problem may add members of their own. */
export const ProblemSchema = Type.Object({
  type: Type.String({ pattern: '^/problems/[a-z-]+$' }),
  title: Type.String(),
  status: Type.Integer({ minimum: 400, maximum: 599 }),
  detail: Type.String(),
  instance: Type.Optional(Type.String()),
  errors: Type.Optional(
    Type.Array(
      Type.Object(
        {
          pointer: Type.Optional(Type.String()),
          parameter: Type.Optional(Type.String()),
          detail: Type.String(),
        },
        { additionalProperties: false },
      ),
    ),
  ),
});

/** Schemas that stand once in the document, under a name. */
export const COMPONENTS: Readonly<Record<string, TSchema>> = {
  Moment: MomentSchema,
  Fact: FactAnswer,
  TrustRow: TrustRowAnswer,
  Trust: TrustAnswer,
  Assessment: AssessmentAnswer,
  HistoryItem: HistoryItemAnswer,
  Entry: EntryAnswer,
  Figure: FigureAnswer,
  Member: MemberAnswer,
  Point: PointAnswer,
  Recorded: RecordedAnswer,
  Problem: ProblemSchema,
};
