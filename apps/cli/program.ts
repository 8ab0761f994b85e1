import { Argument, Command, Option } from 'commander';
import { readConfig } from '@milepost/platform';
import { EXIT } from './cliFailure';
import type { ExitCode } from './cliFailure';
import { figuresCommand } from './figuresCommand';
import type { FiguresFlags } from './figuresCommand';
import { IMPORT_KINDS, importCommand } from './importCommand';
import type { ImportFlags } from './importCommand';
import { MilepostServer } from './milepostServer';
import { rebuildCommand } from './rebuildCommand';
import { recoverCommand } from './recoverCommand';
import { replayCommand } from './replayCommand';
import type { ReplayFlags } from './replayCommand';
import { storeCheckCommand } from './storeCheckCommand';
import type { Terminal } from './terminal';
import { issueLink, issueToken, listTokens, revokeToken } from './tokenCommands';
import type { IssueFlags, LinkFlags } from './tokenCommands';

const CODES = `
Environment:
  MILEPOST_URL    the running server, http://localhost:3000 by default
  MILEPOST_TOKEN  the token to speak with

Exit codes:
  ${EXIT.done}   all as asked
  ${EXIT.refused}   something was refused: the request, rows of an import, or what a check found
  ${EXIT.stopped}   stopped before its end: the server was not reached or could not go on; run it again
  ${EXIT.usage}  the command was not put right`;

const examples = (...lines: string[]): string => `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
const asJson = (): Option => new Option('--json', 'print the answer as JSON');

interface Env {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  /** Told the exit code where it is another than 0. */
  readonly exit: (code: ExitCode) => void;
}

/** The command line. Everything but `store check` and `token recover` speaks HTTP to the running server. */
export function program({ env, terminal, exit }: Env): Command {
  const server = (): MilepostServer => new MilepostServer(env);
  const milepost = new Command('milepost')
    .description('Speaks to a running Milepost server.')
    .addHelpText('after', CODES)
    .showHelpAfterError('(milepost --help shows what there is)')
    .exitOverride();

  milepost
    .command('import')
    .description('import the public record again, or files of your own')
    .addArgument(new Argument('<kind>', 'what is imported').choices(IMPORT_KINDS))
    .argument('[files...]', 'CSV files; none for public-record, which the server has')
    .option('--as-at <date>', 'day that an ODS file describes, YYYY-MM-DD')
    .option('--published-on <date>', 'day on which rows without a day of their own became public, YYYY-MM-DD')
    .option('--dry-run', 'say what would come of it, and record nothing')
    .addOption(asJson())
    .addHelpText(
      'after',
      examples(
        'milepost import ods etr.csv ect.csv --as-at 2026-10-01 --dry-run',
        'milepost import returns autumn.csv --published-on 2026-11-02',
        'milepost import public-record',
      ),
    )
    .action(async (kind: string, files: string[], flags: ImportFlags) => {
      exit(await importCommand(server(), terminal, kind, files, flags));
    });

  addTokenCommands(milepost, server, terminal);

  milepost
    .command('figures')
    .description('a figure at a moment')
    .argument(
      '<metric>',
      'in-scope, epr-live, epr-live-or-implementing, late-against-plan, late-against-first-plan, plan-published, ' +
        'or meets:STANDARD@VERSION',
    )
    .option('--as-of <date>', 'what was true on this day, YYYY-MM-DD')
    .option('--recorded-by <moment>', 'what was recorded by then: size:N, a day, or an instant')
    .option('--public-by <date>', 'only what had been made public by this day, YYYY-MM-DD')
    .option('--by <group>', 'also by region, icb or type')
    .addOption(asJson())
    .addHelpText(
      'after',
      examples(
        'milepost figures in-scope --as-of 2025-05-01',
        'milepost figures epr-live --by region --public-by 2024-11-20',
      ),
    )
    .action((metric: string, flags: FiguresFlags) => figuresCommand(server(), terminal, metric, flags));

  milepost
    .command('replay')
    .description('go through the record step by step: the figures after each, and the entries that moved them')
    .option('--along <coordinate>', 'what goes on: recorded, public or asOf', 'recorded')
    .option('--from <where>', 'where it begins: along recorded size:N, a day or an instant, else a day')
    .option('--to <where>', 'where it ends, in the same forms')
    .option('--every <step>', 'entry, day or month; along public and asOf day or month')
    .option('--metric <metric>', 'only this figure')
    .option('--changes', 'leave out the steps that change nothing')
    .option('--as-of <date>', 'what was true on this day, YYYY-MM-DD')
    .option('--recorded-by <moment>', 'what was recorded by then: size:N, a day, or an instant')
    .option('--public-by <date>', 'only what had been made public by this day, YYYY-MM-DD')
    .addOption(new Option('--json', 'print each step as a line of JSON'))
    .addHelpText(
      'after',
      examples(
        'milepost replay --along public --from 2020-11-01 --to 2026-03-31 --metric in-scope --changes',
        'milepost replay --to size:500 --json',
      ),
    )
    .action((flags: ReplayFlags) => replayCommand(server(), terminal, flags));

  milepost
    .command('rebuild')
    .description('rebuild all views beside the old ones, which answer until the new ones are in use')
    .addOption(asJson())
    .action((flags: { json?: boolean }) => rebuildCommand(server(), terminal, flags.json === true));

  milepost
    .command('store')
    .description('the embedded store')
    .command('check')
    .description('read the whole file again and hold it against its checksums; stop the server first')
    .argument('[file]', 'the store’s file; by default the one in the data folder')
    .addOption(asJson())
    .action(async (file: string | undefined, flags: { json?: boolean }) => {
      exit(await storeCheckCommand(terminal, file, flags.json === true));
    });
  return milepost;
}

function addTokenCommands(milepost: Command, server: () => MilepostServer, terminal: Terminal): void {
  const token = milepost.command('token').description('tokens: who may record, administer or read');
  const several = (value: string, before: readonly string[] = []): readonly string[] => [
    ...before,
    ...value.split(','),
  ];
  token
    .command('issue')
    .description('issue a token, which is shown once')
    .requiredOption('--role <role>', 'administrator, programme, reporter, assessor, auditor, reader or subscriber')
    .option('--trust <code>', 'a trust that a reporter or assessor writes for; may be given again', several)
    .option('--scope <scope>', 'what it may reach beyond its role; may be given again', several)
    .option('--expires <when>', 'last day, YYYY-MM-DD, or an instant')
    .addOption(asJson())
    .addHelpText(
      'after',
      examples(
        'milepost token issue --role reporter --trust RXX --expires 2027-03-31',
        'milepost token issue --role programme',
      ),
    )
    .action((flags: IssueFlags) => issueToken(server(), terminal, flags));
  token
    .command('link')
    .description('issue a link that signs one person in to the pages, once')
    .requiredOption('--role <role>', 'programme, reporter, assessor, auditor or reader')
    .option('--trust <code>', 'a trust that a reporter or assessor writes for; may be given again', several)
    .option('--expires <when>', 'last day, YYYY-MM-DD, or an instant, within 7 days; without it in 30 minutes')
    .addOption(asJson())
    .addHelpText('after', examples('milepost token link --role reporter --trust RGT'))
    .action((flags: LinkFlags) => issueLink(server(), terminal, flags));
  token
    .command('revoke')
    .description('revoke a token, from now on and for good; of a sign-in link, also the session that it opened')
    .argument('<id>', 'id of the token: the part between the two underscores')
    .action((id: string) => revokeToken(server(), terminal, id));
  token
    .command('recover')
    .description('issue an administrator’s token where it was lost: on the server’s machine, with the server stopped')
    .option('--ledger <name>', 'the ledger that it is for', 'milepost')
    .addHelpText('after', examples('MILEPOST_DATA_DIR=/data milepost token recover'))
    .action((flags: { ledger: string }) => recoverCommand(terminal, readConfig(), flags.ledger));
  token
    .command('list')
    .description('tokens that were issued, newest first')
    .addOption(asJson())
    .action((flags: { json?: boolean }) => listTokens(server(), terminal, flags.json === true));
}
