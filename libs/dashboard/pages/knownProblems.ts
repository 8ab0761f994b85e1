/** A problem that the interface can answer with, as its page explains it. */
export interface KnownProblem {
  readonly slug: string;
  readonly title: string;
  readonly status: number;
  readonly means: string;
  readonly todo: string;
}

/** Title and status of the document; what it means; what to do. The slug is the last part of the document's `type`. */
const PROBLEMS: Readonly<Record<string, readonly [title: string, status: number, means: string, todo: string]>> = {
  'body-cut-off': [
    'The body was cut off',
    400,
    'The request ended before its body did.',
    'Send it again. Nothing was recorded.',
  ],
  'body-too-large': [
    'The body is too large',
    413,
    'The request is larger than Milepost takes in one piece.',
    'Send fewer facts at a time, or leave evidence out of the body.',
  ],
  'internal-error': [
    'Something went wrong in Milepost',
    500,
    'Milepost met a fault of its own. What was recorded before is not changed.',
    'Try again. If it goes on, tell the operator the instance that the answer names.',
  ],
  'invalid-cursor': [
    'The cursor cannot be read',
    400,
    'A cursor is made by Milepost, for one question, and cannot be changed.',
    'Begin the list again without a cursor, and follow its next links.',
  ],
  'invalid-moment': [
    'No such moment',
    400,
    'One of asOf, recordedBy and publicBy is not a day or an instant.',
    'Write days that exist as YYYY-MM-DD; recordedBy also takes an instant (RFC 3339) or size:N.',
  ],
  'invalid-request': [
    'The request is not valid',
    400,
    'Something in the request is not what this address takes. The errors name each member.',
    'Correct what the errors name, and send it again. Nothing was recorded.',
  ],
  'malformed-json': [
    'The body is not JSON',
    400,
    'The body cannot be read as JSON in UTF-8.',
    'Send valid JSON. Nothing was recorded.',
  ],
  'method-not-allowed': [
    'The method does not fit the address',
    405,
    'This address exists, and takes other methods.',
    'Use one of the methods that the Allow header names.',
  ],
  'not-acceptable': [
    'No form that you accept',
    406,
    'The Accept header asks for a form that this address does not have.',
    'Accept application/json, or a form that the documentation names for this address.',
  ],
  'not-found': [
    'Nothing here',
    404,
    'There is nothing at this address.',
    'Check the address against the documentation of the interface.',
  ],
  'not-permitted': [
    'Not permitted',
    403,
    'The token’s role does not allow this.',
    'Use a token of a role that does; an administrator issues tokens.',
  ],
  'not-yet-recorded': [
    'Not yet recorded',
    404,
    'The moment asked for lies beyond what is recorded here.',
    'Ask with a smaller size, or wait until it is recorded.',
  ],
  'not-your-trust': [
    'Not your trust',
    403,
    'A reporter and an assessor write for the trusts of their token alone.',
    'Use a token for that trust; an administrator issues tokens.',
  ],
  'outcome-unknown': [
    'It is not known whether it was recorded',
    503,
    'The event store did not answer, and has not been reached since to find out.',
    'Send the same request with the same Idempotency-Key again: it is recorded once.',
  ],
  refused: [
    'A rule refuses it',
    409,
    'What was sent contradicts what is recorded. The answer names the rule.',
    'Look at what is recorded. If that is wrong, correct it first; if a step was skipped, give the reason.',
  ],
  'rule-broken': [
    'A rule refuses it',
    409,
    'What was sent contradicts what is recorded. The answer names the rule.',
    'Look at what is recorded. If that is wrong, correct it first; if a step was skipped, give the reason.',
  ],
  starting: [
    'Milepost is starting',
    503,
    'The record is being opened.',
    'Try again after the seconds that Retry-After names.',
  ],
  'store-unavailable': [
    'The event store cannot be reached',
    503,
    'Reading goes on with what was read before. Nothing can be recorded now, and nothing of this request was.',
    'Send it again later, with the same Idempotency-Key.',
  ],
  'token-needed': [
    'A token is needed',
    401,
    'This address is not open to everyone.',
    'Send a token in the Authorization header: Bearer, a space, the token.',
  ],
  'token-refused': [
    'The token is not valid',
    401,
    'The token is not known, has expired, or was revoked.',
    'Ask an administrator for a new one.',
  ],
  'unknown-entry': [
    'No such entry',
    404,
    'Entries are numbered from 0 without gaps.',
    'Ask for a number below the size.',
  ],
  'unknown-metric': [
    'No such figure',
    404,
    'Milepost does not have a figure of that name.',
    'Use one of the names that the documentation lists.',
  ],
  'unknown-parameter': [
    'Unknown parameter',
    400,
    'The address has a parameter that is not known there. It is refused, since a mistyped one would change the answer unseen.',
    'Correct or remove the parameter that the errors name.',
  ],
  'unknown-trust': [
    'No such trust',
    404,
    'No trust of that code is recorded at that moment.',
    'Check the code, and the moment. Trusts are found by name at /api/v1/trusts?search=.',
  ],
  'unsupported-media-type': [
    'The type of the body is not taken',
    415,
    'Bodies are JSON.',
    'Send Content-Type: application/json.',
  ],
  'view-halted': [
    'A view stopped',
    503,
    'An entry could not be worked into the views. Questions about earlier sizes are answered; newer ones are not, rather than wrongly.',
    'Ask with the recordedBy that the answer names. The operator must look at the entry.',
  ],
  'views-behind': [
    'Not ready yet',
    503,
    'The entries asked about are recorded and not yet worked into the views.',
    'Try again after the seconds that Retry-After names.',
  ],
  'written-meanwhile': [
    'Someone else wrote meanwhile',
    409,
    'The record changed between reading it and deciding.',
    'Read it again, and send the request again if it still holds.',
  ],
};

/** The page's words for a problem's slug; undefined where no problem is called so. */
export function knownProblem(slug: string): KnownProblem | undefined {
  const known = Object.hasOwn(PROBLEMS, slug) ? PROBLEMS[slug] : undefined;
  if (!known) return undefined;
  const [title, status, means, todo] = known;
  return { slug, title, status, means, todo };
}
