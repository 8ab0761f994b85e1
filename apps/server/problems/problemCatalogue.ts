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
  'invalid-import': entry(
    400,
    'The import cannot be done as asked',
    'ODS files need the day they describe and their own names. Files of rows that do not say when they became public need a day for all of them.',
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
  'unknown-trust': entry(
    404,
    'No such trust',
    'The record holds no trust of this code at the moment asked about. Find codes with /api/v1/trusts?search=…, or ask at a later moment.',
  ),
  'unknown-fact': entry(
    404,
    'No such fact',
    'A fact is named by the id of its first event. The history of a trust lists its facts.',
  ),
  'unknown-token': entry(404, 'No such token', 'No token of this id was issued here. GET /api/v1/tokens lists them.'),
  'unknown-dispute': entry(404, 'No such dispute', 'A dispute is named by the id of the event that disputed.'),
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

const RULES: Readonly<Record<string, ProblemEntry>> = {
  'no-such-date': entry(
    400,
    'No such date',
    'A date must exist and have the form that its precision asks for: 2026-04-01, 2026-04, 2026-Q2 or 2026.',
  ),
  'precision-contradicts-date': entry(
    400,
    'The precision contradicts the date',
    'Each precision goes with certain dates: between needs both, on_or_before only occurredBy, unknown none. Give the precision that the date has, or the date that the precision asks for.',
  ),
  'idempotency-key-reused': entry(
    422,
    'The key was used for another request',
    'An Idempotency-Key belongs to one request for ever. Send the first request unchanged, or this one with a new key.',
  ),
  'happened-after-today': entry(
    409,
    'Something that happened cannot be dated after today',
    'Record a plan for what lies ahead, and the milestone itself once it has happened.',
  ),
  'reported-after-today': entry(
    409,
    'Reported after today',
    'The day reportedOn is the one on which it became public; leave it out for today.',
  ),
  'reported-before-it-happened': entry(
    409,
    'Reported before it happened',
    'Something that happened cannot have been reported before. One of the two days is wrong.',
  ),
  'epr-step-contradicts': entry(
    409,
    'The step contradicts what is known',
    'What is recorded about this deployment at that time does not lead to this step. Correct what is wrong there, give the step its own deployment, or its own time.',
  ),
  'epr-step-needs-reason': entry(
    409,
    'The step needs a reason',
    "It skips a step that usually comes before. Say why in reason; joining another trust's contract needs no procurement, for example.",
  ),
  'deployment-reserved': entry(409, 'The name of the deployment is taken', 'Choose another name for this deployment.'),
  'members-only-in-shared-programmes': entry(
    409,
    'Members belong to a shared programme',
    'This is a fact of one trust. Leave members out.',
  ),
  'not-an-epr-fact': entry(409, 'Not about an EPR', 'Send it to the address for its kind.'),
  'not-a-register-fact': entry(409, 'Not about the register', 'Send it to the address for its kind.'),
  'fact-already-recorded': entry(
    409,
    'It is recorded already',
    'The same fact is recorded once. If something about it is wrong, correct the fact that the answer names.',
  ),
  'assessment-already-recorded': entry(
    409,
    'This assessment is recorded already',
    'A care setting is assessed once a round. Correct the fact that the answer names.',
  ),
  'assessment-empty': entry(409, 'The assessment says nothing', 'Give at least one score or status.'),
  'score-out-of-range': entry(
    409,
    'A score is out of range',
    'Each framework has its own scale; the pointer names the score.',
  ),
  'scores-not-statused': entry(409, 'This framework gives scores', 'Send scores and leave statuses out.'),
  'statuses-not-scored': entry(409, 'This framework gives statuses', 'Send statuses and leave scores out.'),
  'unknown-measure': entry(
    409,
    'No such measure',
    "The framework's version does not have this measure; the pointer names it.",
  ),
  'unknown-framework-version': entry(409, 'No such version of the framework', 'Name a version that the framework has.'),
  'support-incomplete': entry(
    409,
    'The support is incomplete',
    'Financial support needs an amount and its financial year.',
  ),
  'support-amount-not-financial': entry(409, 'Only financial support has an amount', 'Leave amount and year out.'),
  'code-only-for-demonstrations': entry(
    409,
    'A code for demonstrations',
    'Codes that begin with ZZ name invented organisations and are taken in demonstrations only.',
  ),
  'trust-closed': entry(
    409,
    'The trust was closed by then',
    'Record it for its successor, or with the day on which it was.',
  ),
  'trust-not-open-yet': entry(
    409,
    'The trust was not open yet',
    'Record it for its predecessor, or with the right day.',
  ),
  'trust-already-registered': entry(409, 'The trust is registered already', 'Correct the registration if it is wrong.'),
  'closed-before-opened': entry(409, 'Closed before it opened', 'One of the two days is wrong.'),
  'move-contradicts': entry(
    409,
    'The move contradicts what is known',
    'The trust was not where it is said to have moved from.',
  ),
  'move-says-nothing': entry(409, 'The move says nothing', 'Say where the trust moved to.'),
  'successor-is-itself': entry(409, 'A trust cannot succeed itself', 'Name the other trust.'),
  'successor-named-twice': entry(409, 'A successor is named twice', 'Name each successor once.'),
  'version-not-effective': entry(
    409,
    'Not the version in effect',
    'Somebody corrected the fact since you saw it. Look at the version that the answer names, and name it in replaces.',
  ),
  'fact-retracted': entry(409, 'The fact was retracted', 'Reinstate it before anything else is said of it.'),
  'fact-not-retracted': entry(409, 'The fact is not retracted', 'Only a retracted fact can be reinstated.'),
  'nothing-corrected': entry(409, 'Nothing would change', 'The data sent are those in effect.'),
  'dispute-already-resolved': entry(
    409,
    'The dispute is resolved already',
    'A new dispute can be opened with new grounds.',
  ),
};

export const PROBLEM_CATALOGUE: Readonly<Record<string, ProblemEntry>> = { ...REQUESTS, ...SERVER, ...RULES };
