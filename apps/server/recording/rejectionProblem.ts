import { KEY_REUSED, REJECTION_RULES } from '@milepost/domain';
import type { Rejection } from '@milepost/domain';
import { Problem } from '@milepost/platform';
import { rejectionStatus } from '../problems/rejectionStatus';

/** A rule that refused a command, as the problem of the same name. */
export function rejectionProblem({ rule, sentence, pointer, hint, fact }: Rejection): Problem {
  return new Problem({
    slug: rule,
    title: REJECTION_RULES[rule].title,
    status: rejectionStatus(rule),
    detail: hint === undefined ? sentence : `${sentence} ${hint}`,
    errors: pointer === undefined ? [] : [{ pointer, detail: sentence }],
    extensions: { rule, ...(fact === undefined ? {} : { fact }) },
  });
}

/** 422: the key came before, with another body. */
export function keyReused(): Problem {
  return rejectionProblem(KEY_REUSED);
}
