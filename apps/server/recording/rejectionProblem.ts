import { KEY_REUSED } from '@milepost/domain';
import type { Rejection } from '@milepost/domain';
import { Problem } from '@milepost/platform';

/** Rules that say the request is not well put, rather than that it contradicts what is recorded. */
const STATUS: Readonly<Record<string, number>> = {
  'no-such-date': 400,
  'precision-contradicts-date': 400,
  'unknown-trust': 404,
  'unknown-fact': 404,
  'idempotency-key-reused': 422,
};

/** A rule that refused a command, as the problem of the same name. */
export function rejectionProblem({ rule, sentence, pointer, hint, fact }: Rejection): Problem {
  return new Problem({
    slug: rule,
    title: titleOf(rule),
    status: STATUS[rule] ?? 409,
    detail: hint === undefined ? sentence : `${sentence} ${hint}`,
    errors: pointer === undefined ? [] : [{ pointer, detail: sentence }],
    extensions: { rule, ...(fact === undefined ? {} : { fact }) },
  });
}

function titleOf(rule: string): string {
  const words = rule.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** 422: the key came before, with another body. */
export function keyReused(): Problem {
  return rejectionProblem(KEY_REUSED);
}
