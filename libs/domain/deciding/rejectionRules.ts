/** What a rule is about in short, and what whoever broke it can do. */
export interface RejectionRuleText {
  /** The same for every rejection by this rule. */
  readonly title: string;
  readonly advice: string;
}

const rule = (title: string, advice: string): RejectionRuleText => ({ title, advice });

/** Every rule by which a command can be refused. The names are the types of problems and never change. */
export const REJECTION_RULES = {
  'unknown-trust': rule(
    'The register has no such trust',
    'Check the code. A trust comes into the register by an import or by the opening being recorded.',
  ),
  'code-only-for-demonstrations': rule(
    'A code for demonstrations',
    'Codes that begin with ZZ name invented organisations. Use the code of a real one, or a demonstration.',
  ),
  'no-such-date': rule('No such date', 'Send a date that is in the calendar.'),
  'precision-contradicts-date': rule(
    'The date does not agree with its precision',
    'A day and an approximate day are YYYY-MM-DD, a month YYYY-MM, a quarter YYYY-Q1 to YYYY-Q4, a year YYYY. Between two days takes both, on or before takes the last day alone, unknown takes none.',
  ),
  'control-character': rule(
    'A character that no text can have',
    'Control characters other than tabs and line ends cannot be seen. Type the text anew, or paste it as plain text.',
  ),
  'happened-after-today': rule(
    'It cannot have happened yet',
    'Record a plan for what lies ahead, and the event itself once it has happened.',
  ),
  'reported-after-today': rule('It cannot have been reported yet', 'Leave the day of the report out, or send the day.'),
  'reported-before-it-happened': rule(
    'Reported before it happened',
    'Check both days. What was announced ahead is a plan.',
  ),
  'trust-closed': rule(
    'The trust had closed by then',
    'Record it with the trust that took over, or correct the day of the closing.',
  ),
  'trust-not-open-yet': rule(
    'The trust had not opened by then',
    'Record it with the trust that came before, or correct the day of the opening.',
  ),
  'fact-already-recorded': rule(
    'It is recorded already',
    'Correct the fact that is recorded instead of recording it again.',
  ),
  'epr-step-needs-reason': rule(
    'The step needs a reason',
    'It passes over steps, or begins again. Give the reason, or record the steps between first.',
  ),
  'epr-step-contradicts': rule(
    'The step contradicts what is recorded',
    'Look at the fact that is named. If it is wrong, correct it first; if it is right, check the step and its day.',
  ),
  'deployment-reserved': rule('A reserved name', 'Give the deployment another name, or leave it out of the return.'),
  'members-only-in-shared-programmes': rule(
    'Members in a fact of one trust',
    'Leave the members out, or record the fact with the programme that the trusts share.',
  ),
  'not-an-epr-fact': rule('Not a fact about an EPR', 'Send it where facts of its type are recorded.'),
  'not-a-register-fact': rule('Not a fact of the register', 'Send it where facts of its type are recorded.'),
  'score-out-of-range': rule('A score outside the scale', 'Check the score and the framework.'),
  'unknown-measure': rule('An unknown measure', 'Use the ids of the measures that this version of the framework has.'),
  'unknown-framework-version': rule('An unknown version of the framework', 'Check the year of the assessment.'),
  'assessment-empty': rule('An assessment that says nothing', 'Send at least one score, or status, of the framework.'),
  'statuses-not-scored': rule('Statuses where scores belong', 'Send scores by measure.'),
  'scores-not-statused': rule('Scores where statuses belong', 'Send a status by capability.'),
  'assessment-already-recorded': rule(
    'The assessment is recorded already',
    'Correct the fact that is recorded instead of recording it again.',
  ),
  'support-incomplete': rule('Support without its amount or year', 'Financial support has both.'),
  'support-amount-not-financial': rule('An amount of support that is not money', 'Leave the amount out.'),
  'trust-already-registered': rule('The trust is registered already', 'Correct the fact that is recorded.'),
  'trust-already-closed': rule('The closing is recorded already', 'Correct the fact that is recorded.'),
  'closed-before-opened': rule('Closed before it opened', 'Check the last day, or correct the opening.'),
  'move-says-nothing': rule('A move to nowhere', 'Name the ICB or the region that the trust moved to.'),
  'move-contradicts': rule(
    'A move from elsewhere than recorded',
    'Check whence the trust moved, or correct the fact that is named.',
  ),
  'succession-already-recorded': rule(
    'The succession is recorded already',
    'All successors stand in one fact: correct that.',
  ),
  'successor-named-twice': rule('A successor named twice', 'Name each successor once.'),
  'successor-is-itself': rule('A trust that succeeds itself', 'Name the trusts that took over.'),
  'unknown-target': rule(
    'No such target',
    'GET /api/v1/targets lists the targets. One that was never set is set first.',
  ),
  'target-already-set': rule('The target is set already', 'Record what changed, or correct the fact that set it.'),
  'target-withdrawn': rule('The target was withdrawn', 'Set it anew, or retract the withdrawal if it was an error.'),
  'target-is-programme-end': rule(
    "A programme's end",
    'Ids that end in "-end" are for the ends of programmes. Send type ProgrammeEndRevised, or give the target another id.',
  ),
  'target-is-no-programme-end': rule(
    'Not the end of a programme',
    'A programme\'s end has the id of the programme followed by "-end". Send DeadlineExtended for a target.',
  ),
  'change-without-authority': rule('Nobody decided it', 'Name the role or body that decided, in authority.'),
  'change-without-reasons': rule('No reason is given', 'Give at least one reason, in reasons.'),
  'threshold-out-of-range': rule('A share that cannot be', 'Send a percentage from 0 to 100.'),
  'threshold-ends-crossed': rule('A range the wrong way round', 'Send the lower end as the lower end.'),
  'target-change-moves-nothing': rule('Nothing would change', 'Check what the target says now.'),
  'extension-without-date': rule('An extension to no date', 'Send the date that it moves to.'),
  'extension-not-later': rule(
    'No extension',
    'An extension moves the date to a later one. A date that comes earlier is part of a target that is reworded.',
  ),
  'deadline-before-decision': rule(
    'Over before it was decided',
    'A date is decided before it is over. Check the date and the day of the decision.',
  ),
  'decided-after-announced': rule(
    'Decided after it was announced',
    'Check the day of the decision and the day on which it was announced or became public.',
  ),
  'unknown-standard': rule(
    'No such standard',
    'Check the id. GET /api/v1/standards lists the standards that are published.',
  ),
  'unknown-standard-version': rule(
    'No such version of the standard',
    'Name one of its versions. GET /api/v1/standards lists them.',
  ),
  'standard-shipped': rule(
    'A standard that comes with Milepost',
    'Its versions come with the program and nobody else publishes or withdraws any. Take another id.',
  ),
  'standard-version-published': rule(
    'This version is published already',
    'Publish under a new version, or correct the fact that is recorded.',
  ),
  'standard-version-withdrawn': rule(
    'This version is withdrawn already',
    'There is nothing to withdraw. Correct the fact that is recorded if its day is wrong.',
  ),
  'levels-unclear': rule(
    'The levels are not clear',
    'Give each level a name of its own, the lowest no condition and every other one, and say from which on the standard is met.',
  ),
  'condition-unclear': rule(
    'A condition is not clear',
    'A condition is an object with one member that says of what kind it is. Definitions lists the kinds and what each takes.',
  ),
  'unknown-rule': rule('A reference to no rule', 'Name a rule that this version has under rules, or add it.'),
  'rules-in-a-circle': rule(
    'Rules that refer to each other in a circle',
    'None of them could ever be decided. Take one of the references out.',
  ),
  'unknown-framework': rule('An unknown framework', 'Use one of the frameworks of assessment that Milepost knows.'),
  'threshold-over-100': rule('A threshold over 100', 'Send a threshold within the scale of the framework.'),
  'threshold-off-scale': rule(
    'A threshold outside the scale',
    'Send a threshold within the scale of the framework, from its lowest score to its highest.',
  ),
  'no-mean-of-statuses': rule(
    'Statuses have no mean',
    'Roll statuses up by all, any or lowest, or name one care setting.',
  ),
  'position-already-agreed': rule(
    'A position was agreed under this id',
    'Take another id. What is recorded can be corrected in its words, or retracted and agreed anew.',
  ),
  'position-moment-ahead': rule('A moment that had not come', 'Name a day that was over when it was agreed.'),
  'position-figures-stand': rule(
    'What was agreed stands',
    'Moment and figures are those that the record showed. Retract the position and agree anew where they were the wrong ones.',
  ),
  'unknown-fact': rule('No such fact', 'A fact is named by the id of its first version.'),
  'version-not-effective': rule(
    'Not the version in effect',
    'Somebody replaced it since you saw it. Look at the version in effect, and name that.',
  ),
  'fact-retracted': rule('The fact was retracted', 'Reinstate it first, naming the retraction.'),
  'fact-not-retracted': rule('The fact is not retracted', 'There is nothing to reinstate.'),
  'nothing-corrected': rule('Nothing would change', 'Send the data as they should be.'),
  'unknown-dispute': rule('No such dispute', 'A dispute is named by the id of the event that disputed.'),
  'dispute-already-resolved': rule('The dispute is resolved already', 'Dispute the fact again, if need be.'),
  'idempotency-key-reused': rule(
    'The idempotency key was used for another request',
    'Send the request with a new key, or the first request unchanged.',
  ),
} as const satisfies Readonly<Record<string, RejectionRuleText>>;

/** The name of a rule: lower-case words joined by hyphens. */
export type RejectionRule = keyof typeof REJECTION_RULES;
