import { REJECTION_RULES } from '@milepost/domain';
import type { RejectionRule } from '@milepost/domain';
import { rejectionStatus } from './rejectionStatus';

/** What a problem means and what to do about it, for the page at its type's address. Slugs stay for ever. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: string;
  /** Sentences: what happened, then what to do. */
  readonly text: string;
}

const entry = (status: number, title: string, text: string): ProblemEntry => ({ status, title, text });

const REQUESTS: Readonly<Record<string, ProblemEntry>> = {
  'invalid-request': entry(
    400,
    'The request cannot be read',
    'A field of the body or a parameter of the address is unknown, missing or not of its form. Each is named in errors, with what would be right. Put all of them right and send it again.',
  ),
  'malformed-json': entry(
    400,
    'The body is not JSON',
    'The body must be one JSON object in UTF-8. Look for a missing quote, comma or bracket, or a comma too many.',
  ),
  'body-cut-off': entry(400, 'The body was cut off', 'The body ended before its announced length. Send it again.'),
  'broken-http': entry(400, 'This is no HTTP', 'What arrived is no HTTP/1.1 request. Look at what sends it.'),
  'invalid-cursor': entry(
    400,
    'No such cursor',
    'A cursor belongs to one list with one set of filters. Follow the next link as it came, or start again without a cursor.',
  ),
  'invalid-moment': entry(
    400,
    'No such moment',
    'The days asOf and publicBy must exist, as YYYY-MM-DD. recordedBy is size:N, a day, or an instant with its offset such as 2026-04-01T09:30:00Z.',
  ),
  'moments-not-comparable': entry(
    400,
    'These two moments cannot be compared',
    'One of them counts only what had been made public by a day, the other everything. What was learned later and what was only not public yet could not be told apart. Say publicBy for both, or for neither.',
  ),
  'invalid-import': entry(
    400,
    'The import cannot be done as asked',
    'ODS files need the day they describe and their own names. Files of rows that do not say when they became public need a day for all of them.',
  ),
  'sign-in-refused': entry(
    400,
    'This link cannot be used',
    'A sign-in link opens one session, once, before it expires. The page says which of these it was. Ask whoever gave it to you for another; an administrator makes one with "milepost token link".',
  ),
  'token-needed': entry(
    401,
    'A token is needed',
    'Send "Authorization: Bearer mp_…". An administrator issues tokens with "milepost token issue"; the first start printed the administrator\'s.',
  ),
  'token-refused': entry(
    401,
    'The token does not hold',
    'It is mistyped, was revoked, or has expired. Copy it again, or have an administrator issue another.',
  ),
  'not-permitted': entry(
    403,
    'This role may not do that',
    'Every role may do some things and not others; the detail names the roles that may. An administrator issues tokens and records nothing.',
  ),
  'not-your-trust': entry(
    403,
    'This token writes for another trust',
    "A reporter's or assessor's token can be bound to trusts. Use one that names this trust, or one that is for all.",
  ),
  'not-found': entry(
    404,
    'Nothing is here',
    'The address leads nowhere. Every address of the interface is in the OpenAPI document at /openapi.json.',
  ),
  'unknown-token': entry(404, 'No such token', 'No token of this id was issued here. GET /api/v1/tokens lists them.'),
  'unknown-statement': entry(
    404,
    'No such statement',
    'No public statement of this id is in the record at the moment asked about. GET /api/v1/statements lists them.',
  ),
  'unknown-position': entry(
    404,
    'No such position',
    'No position of this id had been agreed by the moment asked about. GET /api/v1/positions lists them.',
  ),
  'unknown-metric': entry(
    404,
    'No such figure',
    'The detail names the figures that there are. GET /api/v1/figures/in-scope is one of them.',
  ),
  'no-case-file': entry(
    404,
    'No case file',
    'A case file is of a date that was moved, from the day on which that was announced. GET /api/v1/targets lists targets with their changes; an extension among them has a case file.',
  ),
  'no-version-in-force': entry(
    404,
    'No version is in force',
    'On the day asked about no version of this standard had begun that is not withdrawn. Name a version with definition, or ask about another day.',
  ),
  'illustration-has-no-members': entry(
    404,
    'An illustration has no members',
    'It is a figure overall and by region, to show how a standard is counted, and says nothing about any one trust. Ask for the figure, or about a standard.',
  ),
  'not-yet-recorded': entry(
    404,
    'Not yet recorded',
    'The ledger holds fewer entries than the moment names. Ask for a smaller size, or again when more was recorded.',
  ),
  'method-not-allowed': entry(
    405,
    'This address does something else',
    'The Allow header names the methods that this address takes.',
  ),
  'not-acceptable': entry(
    406,
    'Not in this format',
    'Answers come as JSON, tables also as CSV and JSON Lines. Ask for one of these with Accept or by the ending of the address.',
  ),
  'body-too-large': entry(413, 'The body is too large', 'The detail names the limit. Send less at a time.'),
  'unsupported-media-type': entry(
    415,
    'Wrong type of body',
    'Send application/json, or text/csv where a file is imported, and name it in Content-Type.',
  ),
  refused: entry(400, 'Refused', 'The detail says why.'),
};

const SERVER: Readonly<Record<string, ProblemEntry>> = {
  'revision-moved': entry(
    412,
    'It is not what you saw',
    'Something else was recorded since you read it. Read it again, decide anew, and send its new entity tag as If-Match.',
  ),
  'written-meanwhile': entry(
    409,
    'Something else was recorded meanwhile',
    'Others were recording on the same subject all the while. Send the request again.',
  ),
  'rebuild-running': entry(409, 'A rebuild is running', 'One runs at a time. GET /api/v1/rebuilds says how far it is.'),
  'last-administrator': entry(
    409,
    'The last administrator',
    "Without an administrator nobody could issue a token again. Issue another administrator's first.",
  ),
  'internal-error': entry(
    500,
    'An error of ours',
    'Something went wrong that should not have. Report the id in instance; the log has what happened under it.',
  ),
  'store-unavailable': entry(
    503,
    'The event store cannot be reached',
    'Nothing was written. Reading goes on. Writing goes on by itself once the store is back: send the request again with the same Idempotency-Key.',
  ),
  'outcome-unknown': entry(
    503,
    'Whether it was recorded is not known',
    'The store did not answer in time. Send the same request with the same Idempotency-Key: it is recorded at most once. Without a key look at the history first.',
  ),
  'ledger-stopped': entry(
    503,
    'The ledger has stopped',
    'The store has lost events, or is another than the ledger was read from. Reading goes on, nothing is recorded. An operator must bring back the right store, or decide on a new epoch.',
  ),
  'clock-refused': entry(
    503,
    'The clocks disagree',
    "Recorded times must not run backwards, so nothing is recorded while this server's clock is more than five minutes off. Set the clock right.",
  ),
  starting: entry(503, 'Still starting', 'Ask again in a moment. The first page shows what the start is at.'),
  'views-behind': entry(
    503,
    'The views are not there yet',
    'The ledger holds this moment and the views are on their way to it. Ask again in a moment.',
  ),
  'view-halted': entry(
    503,
    'A view stopped',
    'It could not apply an entry and would answer wrongly if it went on. Earlier moments are answered; later ones need an operator, and perhaps a newer version.',
  ),
  'not-visible-yet': entry(
    503,
    'Your write is not visible yet',
    'It is recorded. Ask again in a moment, or leave Milepost-After out for what is visible now.',
  ),
};

/** The rules by which the domain refuses a command, in its own words. */
const RULES = Object.fromEntries(
  Object.entries(REJECTION_RULES).map(([rule, { title, advice }]) => [
    rule,
    entry(rejectionStatus(rule as RejectionRule), title, advice),
  ]),
);

export const PROBLEM_CATALOGUE: Readonly<Record<string, ProblemEntry>> = { ...REQUESTS, ...SERVER, ...RULES };
